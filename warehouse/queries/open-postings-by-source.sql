-- How many postings of each source are open now, and for how many days, or were before they closed.
-- param source= greenhouse, lever, …; empty = all
-- engine clickhouse
SELECT
    source, count() AS postings, countIf(is_open) AS open, countIf(NOT is_open) AS closed, countIf(is_open IS NULL) AS unknown,
    toFloat64(round(toDecimal64(quantileExactInclusiveOrNull(0.5)(days_open), 6), 1)) AS median_days_open
FROM postings
WHERE %(source)s = '' OR source = %(source)s
GROUP BY source
ORDER BY open DESC, source
LIMIT %(limit)s
-- engine timescaledb
SELECT
    source, count(*) AS postings, count(*) FILTER (WHERE is_open) AS open, count(*) FILTER (WHERE NOT is_open) AS closed,
    count(*) FILTER (WHERE is_open IS NULL) AS unknown,
    round((percentile_cont(0.5) WITHIN GROUP (ORDER BY days_open))::numeric, 1)::float8 AS median_days_open
FROM postings
WHERE %(source)s = '' OR source = %(source)s
GROUP BY source
ORDER BY open DESC, source COLLATE "C"
LIMIT %(limit)s
