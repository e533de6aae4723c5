CREATE MATERIALIZED VIEW IF NOT EXISTS posting_daily
WITH (timescaledb.continuous, timescaledb.materialized_only = false) AS
SELECT
    time_bucket(INTERVAL '1 day', revised_at) AS day,
    source,
    country,
    seniority,
    count(*) AS revisions,
    count(*) FILTER (WHERE revision = 1) AS new_postings
FROM posting_change
GROUP BY 1, 2, 3, 4
WITH NO DATA;

CREATE MATERIALIZED VIEW IF NOT EXISTS skill_daily
WITH (timescaledb.continuous, timescaledb.materialized_only = false) AS
SELECT
    time_bucket(INTERVAL '1 day', c.revised_at) AS day,
    s.skill,
    c.country,
    count(*) AS revisions,
    count(*) FILTER (WHERE c.revision = 1) AS new_postings
FROM posting_change AS c CROSS JOIN LATERAL unnest(c.skills) AS s (skill)
GROUP BY 1, 2, 3
WITH NO DATA;

SELECT add_continuous_aggregate_policy(
    'posting_daily', start_offset => NULL, end_offset => INTERVAL '1 hour', schedule_interval => INTERVAL '10 minutes',
    if_not_exists => true
);

SELECT add_continuous_aggregate_policy(
    'skill_daily', start_offset => NULL, end_offset => INTERVAL '1 hour', schedule_interval => INTERVAL '10 minutes',
    if_not_exists => true
);
