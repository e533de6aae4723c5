CREATE TABLE IF NOT EXISTS posting_event (
    `posting_id` String CODEC(ZSTD),
    `source` LowCardinality(String),
    `board` LowCardinality(String),
    `kind` LowCardinality(String),
    `at` DateTime64(3, 'UTC') CODEC(Delta, ZSTD),
    `sequence` UInt32,
    `reason` LowCardinality(Nullable(String)),
    `crawl_id` Nullable(String) CODEC(ZSTD),
    `first_seen_at` DateTime64(3, 'UTC') CODEC(Delta, ZSTD),
    `last_seen_at` DateTime64(3, 'UTC') CODEC(Delta, ZSTD),
    `version` UInt128
)
ENGINE = ReplacingMergeTree(version)
PARTITION BY toYear(at)
ORDER BY (posting_id, kind, at);

CREATE TABLE IF NOT EXISTS posting_status (
    `posting_id` String CODEC(ZSTD),
    `source` LowCardinality(String),
    `board` LowCardinality(String),
    `kind` LowCardinality(String),
    `at` DateTime64(3, 'UTC') CODEC(Delta, ZSTD),
    `sequence` UInt32,
    `reason` LowCardinality(Nullable(String)),
    `crawl_id` Nullable(String) CODEC(ZSTD),
    `first_seen_at` DateTime64(3, 'UTC') CODEC(Delta, ZSTD),
    `last_seen_at` DateTime64(3, 'UTC') CODEC(Delta, ZSTD),
    `version` UInt128
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (posting_id);
