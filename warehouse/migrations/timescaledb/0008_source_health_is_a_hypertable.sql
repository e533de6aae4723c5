CREATE TABLE IF NOT EXISTS source_health (
    source text NOT NULL,
    board text NOT NULL,
    at timestamptz NOT NULL,
    crawl_id text NOT NULL,
    outcome text NOT NULL,
    reason text,
    expected bigint,
    listed bigint,
    fetched bigint NOT NULL,
    published bigint NOT NULL,
    usual bigint,
    failed bigint NOT NULL,
    requests bigint,
    blocked bigint,
    latency_median_ms bigint,
    latency_worst_ms bigint,
    unread bigint NOT NULL,
    readings bigint NOT NULL,
    filled jsonb NOT NULL,
    unreadable jsonb NOT NULL,
    failures bigint NOT NULL,
    last_success_at timestamptz,
    verdicts text[] NOT NULL,
    incidents jsonb NOT NULL,
    PRIMARY KEY (source, board, at)
);

SELECT create_hypertable('source_health', by_range('at', INTERVAL '30 days'), if_not_exists => true);

ALTER TABLE source_health SET (
    timescaledb.compress,
    timescaledb.compress_segmentby = 'source, board',
    timescaledb.compress_orderby = 'at'
);

SELECT add_compression_policy('source_health', compress_created_before => INTERVAL '90 days', if_not_exists => true);

SELECT add_retention_policy('source_health', INTERVAL '3 years', if_not_exists => true);
