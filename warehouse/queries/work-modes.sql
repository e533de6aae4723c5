-- Jobs on site, hybrid and remote, by country.
-- engine clickhouse
SELECT
    country, count() AS jobs, countIf(work_mode = 'onsite') AS onsite, countIf(work_mode = 'hybrid') AS hybrid,
    countIf(work_mode = 'remote') AS remote, countIf(work_mode IS NULL) AS unknown
FROM jobs
GROUP BY country
ORDER BY jobs DESC, country
LIMIT %(limit)s
-- engine timescaledb
SELECT
    country, count(*) AS jobs, count(*) FILTER (WHERE work_mode = 'onsite') AS onsite,
    count(*) FILTER (WHERE work_mode = 'hybrid') AS hybrid, count(*) FILTER (WHERE work_mode = 'remote') AS remote,
    count(*) FILTER (WHERE work_mode IS NULL) AS unknown
FROM jobs
GROUP BY country
ORDER BY jobs DESC, country COLLATE "C"
LIMIT %(limit)s
