-- How the crawls of each board ended, and what the last one brought.
-- param source= greenhouse, lever, …; empty = all
-- engine clickhouse
SELECT
    source, board, count() AS crawls, countIf(outcome = 'complete') AS complete, countIf(outcome = 'partial') AS partial,
    countIf(outcome = 'unchanged') AS unchanged, countIf(outcome = 'failed') AS failed,
    argMax(published, finished_at) AS last_published, argMax(tuple(reason), finished_at).1 AS last_reason
FROM crawls
WHERE %(source)s = '' OR source = %(source)s
GROUP BY source, board
ORDER BY failed DESC, source, board
LIMIT %(limit)s
-- engine timescaledb
SELECT
    source, board, count(*) AS crawls, count(*) FILTER (WHERE outcome = 'complete') AS complete,
    count(*) FILTER (WHERE outcome = 'partial') AS partial, count(*) FILTER (WHERE outcome = 'unchanged') AS unchanged,
    count(*) FILTER (WHERE outcome = 'failed') AS failed, last(published, finished_at) AS last_published,
    last(reason, finished_at) AS last_reason
FROM crawls
WHERE %(source)s = '' OR source = %(source)s
GROUP BY source, board
ORDER BY failed DESC, source COLLATE "C", board COLLATE "C"
LIMIT %(limit)s
