-- Benefits that most jobs name, beside pay, and of how many percent of all jobs that is.
-- param country= ISO 3166-1 alpha-2 code; empty = everywhere
-- engine clickhouse
SELECT
    arrayJoin(benefits) AS benefit, count() AS jobs,
    toFloat64(round(toDecimal64(
        100 * jobs / (SELECT count() FROM jobs WHERE %(country)s = '' OR has(countries, %(country)s)), 6
    ), 1)) AS percent
FROM jobs
WHERE %(country)s = '' OR has(countries, %(country)s)
GROUP BY benefit
ORDER BY jobs DESC, benefit
LIMIT %(limit)s
-- engine timescaledb
SELECT
    b.benefit, count(*) AS jobs,
    round(100.0 * count(*) / (SELECT count(*) FROM jobs WHERE %(country)s = '' OR %(country)s = ANY (countries)), 1)::float8
        AS percent
FROM jobs CROSS JOIN LATERAL unnest(benefits) AS b (benefit)
WHERE %(country)s = '' OR %(country)s = ANY (countries)
GROUP BY b.benefit
ORDER BY jobs DESC, b.benefit COLLATE "C"
LIMIT %(limit)s
