CREATE TABLE IF NOT EXISTS posting_change (
    posting_id text NOT NULL,
    source text NOT NULL,
    board text NOT NULL,
    revision bigint NOT NULL,
    revised_at timestamptz NOT NULL,
    processed_at timestamptz NOT NULL,
    employer_key text NOT NULL,
    employer text,
    title text NOT NULL,
    country text,
    city text,
    work_mode text,
    employment_type text,
    seniority text,
    language text,
    salary_usd_minimum double precision,
    salary_usd_maximum double precision,
    skills text[] NOT NULL,
    content_hash text NOT NULL,
    PRIMARY KEY (posting_id, revised_at)
);

SELECT create_hypertable('posting_change', by_range('revised_at', INTERVAL '30 days'), if_not_exists => true);

-- writing into compressed chunks is 10 to 100 times slower. By creation, not by range: an imported past stays hot too
ALTER TABLE posting_change SET (
    timescaledb.compress,
    timescaledb.compress_segmentby = 'source',
    timescaledb.compress_orderby = 'posting_id, revised_at'
);

SELECT add_compression_policy('posting_change', compress_created_before => INTERVAL '90 days', if_not_exists => true);
