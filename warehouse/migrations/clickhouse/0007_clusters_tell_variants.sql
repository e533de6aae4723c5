ALTER TABLE posting_cluster
    ADD COLUMN IF NOT EXISTS `variant_of` Nullable(String) CODEC(ZSTD) AFTER `reason`,
    ADD COLUMN IF NOT EXISTS `variant_differences` Array(LowCardinality(String)) AFTER `variant_of`;
