CREATE TABLE IF NOT EXISTS dead_letter (
    `stage` LowCardinality(String),
    `topic` LowCardinality(String),
    `partition` UInt32,
    `offset` UInt64,
    `dead_at` DateTime64(3, 'UTC') CODEC(Delta, ZSTD),
    `reason` LowCardinality(String),
    `detail` String CODEC(ZSTD),
    `source` LowCardinality(Nullable(String)),
    `posting_id` Nullable(String) CODEC(ZSTD),
    `revised_at` Nullable(DateTime64(3, 'UTC')) CODEC(Delta, ZSTD),
    `key` String CODEC(ZSTD),
    `payload_start` String CODEC(ZSTD),
    `payload_bytes` UInt64,
    `dlq_partition` UInt32,
    `dlq_offset` UInt64
)
ENGINE = ReplacingMergeTree(dead_at)
ORDER BY (stage, topic, partition, offset);
