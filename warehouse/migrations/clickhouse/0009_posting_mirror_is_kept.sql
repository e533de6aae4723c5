CREATE TABLE IF NOT EXISTS posting_mirror (
    `posting_id` String CODEC(ZSTD),
    `source` LowCardinality(String),
    `mirror_of` Nullable(String) CODEC(ZSTD),
    `mirror_employer_key` Nullable(String) CODEC(ZSTD),
    `similarity` Nullable(Float64),
    `reason` String CODEC(ZSTD),
    `verifier` LowCardinality(String),
    `found_at` DateTime64(3, 'UTC') CODEC(Delta, ZSTD)
)
ENGINE = ReplacingMergeTree(found_at)
ORDER BY (posting_id);
