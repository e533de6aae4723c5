-- The postings seen first most recently.
-- param source= greenhouse, lever, …; empty = all
-- engine clickhouse
SELECT first_fetched_at, posting_id, source, employer, title, city, country, url
FROM postings
WHERE %(source)s = '' OR source = %(source)s
ORDER BY first_fetched_at DESC, posting_id
LIMIT %(limit)s
-- engine timescaledb
SELECT first_fetched_at, posting_id, source, employer, title, city, country, url
FROM postings
WHERE %(source)s = '' OR source = %(source)s
ORDER BY first_fetched_at DESC, posting_id COLLATE "C"
LIMIT %(limit)s
