-- Languages that jobs are advertised in.
-- engine clickhouse
SELECT language, count() AS jobs, uniqExact(employer_key) AS employers
FROM jobs
GROUP BY language
ORDER BY jobs DESC, language
LIMIT %(limit)s
-- engine timescaledb
SELECT language, count(*) AS jobs, count(DISTINCT employer_key) AS employers
FROM jobs
GROUP BY language
ORDER BY jobs DESC, language COLLATE "C"
LIMIT %(limit)s
