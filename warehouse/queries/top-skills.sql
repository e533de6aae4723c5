-- Skills that most jobs ask for; a job advertised several times counts once.
-- param country= ISO 3166-1 alpha-2 code; empty = everywhere
-- engine clickhouse
SELECT arrayJoin(skills) AS skill, count() AS jobs
FROM jobs
WHERE %(country)s = '' OR has(countries, %(country)s)
GROUP BY skill
ORDER BY jobs DESC, skill
LIMIT %(limit)s
-- engine timescaledb
SELECT s.skill, count(*) AS jobs
FROM jobs CROSS JOIN LATERAL unnest(skills) AS s (skill)
WHERE %(country)s = '' OR %(country)s = ANY (countries)
GROUP BY s.skill
ORDER BY jobs DESC, s.skill COLLATE "C"
LIMIT %(limit)s
