-- Employers with the most jobs that offer to sponsor a visa, and how many of theirs say that they do not.
-- param country= ISO 3166-1 alpha-2 code; empty = everywhere
-- engine clickhouse
SELECT
    employer_key, coalesce(min(company_name), min(employer)) AS name, countIf(visa = 'offered') AS offered,
    countIf(visa = 'not_offered') AS not_offered, count() AS jobs
FROM jobs
WHERE %(country)s = '' OR has(countries, %(country)s)
GROUP BY employer_key
HAVING offered > 0
ORDER BY offered DESC, employer_key
LIMIT %(limit)s
-- engine timescaledb
SELECT
    employer_key, coalesce(min(company_name COLLATE "C"), min(employer COLLATE "C")) AS name,
    count(*) FILTER (WHERE visa = 'offered') AS offered,
    count(*) FILTER (WHERE visa = 'not_offered') AS not_offered, count(*) AS jobs
FROM jobs
WHERE %(country)s = '' OR %(country)s = ANY (countries)
GROUP BY employer_key
HAVING count(*) FILTER (WHERE visa = 'offered') > 0
ORDER BY offered DESC, employer_key COLLATE "C"
LIMIT %(limit)s
