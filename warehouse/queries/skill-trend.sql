-- New postings a day that name a skill, from the days kept by skill.
-- param skill=JavaScript the ESCO preferred label, as top-skills shows it: Python is `Python (computer programming)`; any case
-- engine clickhouse
SELECT day, sum(d.new_postings) AS new_postings
FROM skill_daily AS d
WHERE lowerUTF8(skill) = lowerUTF8(%(skill)s)
GROUP BY day
ORDER BY day DESC
LIMIT %(limit)s
-- engine timescaledb
SELECT (day AT TIME ZONE 'UTC')::date AS day, sum(new_postings)::bigint AS new_postings
FROM skill_daily
WHERE lower(skill) = lower(%(skill)s)
GROUP BY 1
ORDER BY 1 DESC
LIMIT %(limit)s
