CREATE TABLE IF NOT EXISTS crawl (
    `crawl_id` String CODEC(ZSTD),
    `source` LowCardinality(String),
    `board` LowCardinality(String),
    `outcome` LowCardinality(String),
    `reason` Nullable(String) CODEC(ZSTD),
    `pages` UInt32,
    `expected` Nullable(UInt32),
    `fetched` UInt32,
    `published` UInt32,
    `failed` UInt32,
    `started_at` DateTime64(3, 'UTC') CODEC(Delta, ZSTD),
    `finished_at` DateTime64(3, 'UTC') CODEC(Delta, ZSTD)
)
ENGINE = ReplacingMergeTree(finished_at)
PARTITION BY toYear(finished_at)
ORDER BY (source, board, finished_at, crawl_id);
