-- Employers with the most new jobs in the last days that have any.
-- param days=30 length of the window, which ends at the newest posting
-- engine clickhouse
SELECT employer_key, min(employer) AS employer, count() AS jobs, countIf(first_fetched_at > newest - toIntervalDay(%(days)s)) AS new_jobs
FROM jobs, (SELECT max(first_fetched_at) AS newest FROM posting FINAL) AS n
GROUP BY employer_key
HAVING new_jobs > 0
ORDER BY new_jobs DESC, employer_key
LIMIT %(limit)s
-- engine timescaledb
SELECT
    employer_key, min(employer COLLATE "C") AS employer, count(*) AS jobs,
    count(*) FILTER (WHERE first_fetched_at > newest - make_interval(days => %(days)s)) AS new_jobs
FROM jobs, (SELECT max(first_fetched_at) AS newest FROM posting) AS n
GROUP BY employer_key
HAVING count(*) FILTER (WHERE first_fetched_at > newest - make_interval(days => %(days)s)) > 0
ORDER BY new_jobs DESC, employer_key COLLATE "C"
LIMIT %(limit)s
