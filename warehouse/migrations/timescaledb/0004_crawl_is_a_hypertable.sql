CREATE TABLE IF NOT EXISTS crawl (
    crawl_id text NOT NULL,
    source text NOT NULL,
    board text NOT NULL,
    outcome text NOT NULL,
    reason text,
    pages bigint NOT NULL,
    expected bigint,
    fetched bigint NOT NULL,
    published bigint NOT NULL,
    failed bigint NOT NULL,
    started_at timestamptz NOT NULL,
    finished_at timestamptz NOT NULL,
    PRIMARY KEY (source, board, finished_at, crawl_id)
);

SELECT create_hypertable('crawl', by_range('finished_at', INTERVAL '30 days'), if_not_exists => true);

ALTER TABLE crawl SET (
    timescaledb.compress,
    timescaledb.compress_segmentby = 'source, board',
    timescaledb.compress_orderby = 'finished_at, crawl_id'
);

SELECT add_compression_policy('crawl', compress_created_before => INTERVAL '90 days', if_not_exists => true);

SELECT add_retention_policy('crawl', INTERVAL '3 years', if_not_exists => true);
