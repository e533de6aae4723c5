-- Employers that advertise closed jobs again most often: reposts, how many jobs they are, and the days between.
-- param source= greenhouse, lever, …; empty = all
-- engine clickhouse
SELECT
    employer_key, min(employer) AS employer, count() AS reposts, uniqExact(cluster_id) AS jobs,
    toFloat64(round(toDecimal64(quantileExactInclusive(0.5)(days_between), 6), 1)) AS median_days
FROM reposts
WHERE %(source)s = '' OR source = %(source)s
GROUP BY employer_key
ORDER BY reposts DESC, employer_key
LIMIT %(limit)s
-- engine timescaledb
SELECT
    employer_key, min(employer COLLATE "C") AS employer, count(*) AS reposts, count(DISTINCT cluster_id) AS jobs,
    round((percentile_cont(0.5) WITHIN GROUP (ORDER BY days_between))::numeric, 1)::float8 AS median_days
FROM reposts
WHERE %(source)s = '' OR source = %(source)s
GROUP BY employer_key
ORDER BY reposts DESC, employer_key COLLATE "C"
LIMIT %(limit)s
