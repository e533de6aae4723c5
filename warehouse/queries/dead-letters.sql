-- What could not be processed, by stage and reason.
-- engine clickhouse
SELECT stage, reason, count() AS messages, uniqExact(source) AS sources, max(dead_at) AS last_at, any(detail) AS example
FROM dead_letters
GROUP BY stage, reason
ORDER BY messages DESC, stage, reason
LIMIT %(limit)s
