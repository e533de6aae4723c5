-- vectors don't compress; small granules, because a search reads a few rows that lie anywhere
CREATE TABLE IF NOT EXISTS posting_embedding (
    `posting_id` String CODEC(ZSTD),
    `source` LowCardinality(String),
    `model` LowCardinality(String),
    `vector` Array(Float32) CODEC(NONE),
    `revised_at` DateTime64(3, 'UTC') CODEC(Delta, ZSTD),
    `processed_at` DateTime64(3, 'UTC') CODEC(Delta, ZSTD),
    `version` UInt128
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (posting_id)
SETTINGS index_granularity = 256;

-- where the engine knows it
ALTER TABLE posting_embedding
    ADD INDEX IF NOT EXISTS near vector TYPE vector_similarity('hnsw', 'L2Distance', 256, 'i8', 8, 32);
