CREATE TABLE IF NOT EXISTS posting_event (
    posting_id text NOT NULL,
    source text NOT NULL,
    board text NOT NULL,
    kind text NOT NULL,
    at timestamptz NOT NULL,
    sequence bigint NOT NULL,
    reason text,
    crawl_id text,
    first_seen_at timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,
    PRIMARY KEY (posting_id, kind, at)
);

SELECT create_hypertable('posting_event', by_range('at', INTERVAL '30 days'), if_not_exists => true);

ALTER TABLE posting_event SET (
    timescaledb.compress,
    timescaledb.compress_segmentby = 'source',
    timescaledb.compress_orderby = 'posting_id, at'
);

SELECT add_compression_policy('posting_event', compress_created_before => INTERVAL '90 days', if_not_exists => true);

CREATE TABLE IF NOT EXISTS posting_status (
    posting_id text NOT NULL,
    source text NOT NULL,
    board text NOT NULL,
    kind text NOT NULL,
    at timestamptz NOT NULL,
    sequence bigint NOT NULL,
    reason text,
    crawl_id text,
    first_seen_at timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,
    PRIMARY KEY (posting_id)
);
