-- Postings with the most revisions, and when the first and the last of them was seen.
-- engine clickhouse
SELECT posting_id, argMax(title, revised_at) AS title, count() AS revisions, min(revised_at) AS first_at, max(revised_at) AS last_at
FROM posting_history
GROUP BY posting_id
ORDER BY revisions DESC, posting_id
LIMIT %(limit)s
-- engine timescaledb
SELECT posting_id, last(title, revised_at) AS title, count(*) AS revisions, min(revised_at) AS first_at, max(revised_at) AS last_at
FROM posting_history
GROUP BY posting_id
ORDER BY revisions DESC, posting_id COLLATE "C"
LIMIT %(limit)s
