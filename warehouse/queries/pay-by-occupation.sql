-- Median of the lowest and highest stated pay, US dollars a year, by occupation.
-- param country= ISO 3166-1 alpha-2 code; empty = everywhere
-- param at_least=3 jobs that a line needs
-- engine clickhouse
SELECT
    occupation_isco AS isco, occupation, count() AS jobs, round(quantileExactInclusive(0.5)(salary_usd_minimum)) AS usd_minimum,
    round(quantileExactInclusiveOrNull(0.5)(salary_usd_maximum)) AS usd_maximum
FROM jobs
WHERE occupation_isco IS NOT NULL AND salary_usd_minimum IS NOT NULL AND (%(country)s = '' OR country = %(country)s)
GROUP BY isco, occupation
HAVING jobs >= %(at_least)s
ORDER BY jobs DESC, isco, occupation
LIMIT %(limit)s
-- engine timescaledb
SELECT
    occupation_isco AS isco, occupation, count(*) AS jobs,
    round(percentile_cont(0.5) WITHIN GROUP (ORDER BY salary_usd_minimum)) AS usd_minimum,
    round(percentile_cont(0.5) WITHIN GROUP (ORDER BY salary_usd_maximum)) AS usd_maximum
FROM jobs
WHERE occupation_isco IS NOT NULL AND salary_usd_minimum IS NOT NULL AND (%(country)s = '' OR country = %(country)s)
GROUP BY occupation_isco, occupation
HAVING count(*) >= %(at_least)s
ORDER BY jobs DESC, occupation_isco COLLATE "C", occupation COLLATE "C"
LIMIT %(limit)s
