-- Median of the lowest and highest stated pay, US dollars a year, by seniority and city.
-- param country= ISO 3166-1 alpha-2 code; empty = everywhere
-- param at_least=3 jobs that a line needs
-- engine clickhouse
SELECT
    seniority, city, count() AS jobs, round(quantileExactInclusive(0.5)(salary_usd_minimum)) AS usd_minimum,
    round(quantileExactInclusiveOrNull(0.5)(salary_usd_maximum)) AS usd_maximum
FROM jobs
WHERE salary_usd_minimum IS NOT NULL AND (%(country)s = '' OR country = %(country)s)
GROUP BY seniority, city
HAVING jobs >= %(at_least)s
ORDER BY jobs DESC, seniority, city
LIMIT %(limit)s
-- engine timescaledb
SELECT
    seniority, city, count(*) AS jobs,
    round(percentile_cont(0.5) WITHIN GROUP (ORDER BY salary_usd_minimum)) AS usd_minimum,
    round(percentile_cont(0.5) WITHIN GROUP (ORDER BY salary_usd_maximum)) AS usd_maximum
FROM jobs
WHERE salary_usd_minimum IS NOT NULL AND (%(country)s = '' OR country = %(country)s)
GROUP BY seniority, city
HAVING count(*) >= %(at_least)s
ORDER BY jobs DESC, seniority COLLATE "C", city COLLATE "C"
LIMIT %(limit)s
