-- rows that are there have 1970 and a version of another layout, lower than any that comes
ALTER TABLE posting_cluster
    ADD COLUMN IF NOT EXISTS `processed_at` DateTime64(3, 'UTC') CODEC(Delta, ZSTD) AFTER `revised_at`;
