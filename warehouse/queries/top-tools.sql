-- The words by which most jobs name their skills: each tool by itself, as docker and kubernetes, which are one skill.
-- param country= ISO 3166-1 alpha-2 code; empty = everywhere
-- engine clickhouse
SELECT arrayJoin(arrayDistinct(arrayMap(word -> lower(word), skill_wordings))) AS wording, count() AS jobs
FROM jobs
WHERE %(country)s = '' OR has(countries, %(country)s)
GROUP BY wording
ORDER BY jobs DESC, wording
LIMIT %(limit)s
-- engine timescaledb
SELECT w.wording, count(*) AS jobs
FROM jobs CROSS JOIN LATERAL (
    SELECT DISTINCT lower(word COLLATE "C") AS wording FROM unnest(skill_wordings) AS each (word)
) AS w
WHERE %(country)s = '' OR %(country)s = ANY (countries)
GROUP BY w.wording
ORDER BY jobs DESC, w.wording COLLATE "C"
LIMIT %(limit)s
