-- The last crawl of each board in numbers, and what is wrong with the board; the worst first.
-- param source= greenhouse, lever, …; empty = all
-- param board= one board of the source; empty = all
-- engine timescaledb
SELECT
    h.source, h.board, count(i.cause)::bigint AS open_incidents,
    string_agg(i.cause || coalesce(' ' || i.field, ''), ', ' ORDER BY i.since, i.cause, i.field) AS causes, min(i.since) AS since,
    h.at, h.outcome, h.published, h.usual, h.expected, h.failed, h.blocked, h.latency_median_ms, h.unread, h.last_success_at
FROM board_health AS h
LEFT JOIN source_incidents AS i ON i.source = h.source AND i.board = h.board AND i.ended_at IS NULL
WHERE (%(source)s = '' OR h.source = %(source)s) AND (%(board)s = '' OR h.board = %(board)s)
GROUP BY
    h.source, h.board, h.at, h.outcome, h.published, h.usual, h.expected, h.failed, h.blocked, h.latency_median_ms, h.unread,
    h.last_success_at
ORDER BY open_incidents DESC, since, h.last_success_at NULLS FIRST, h.source, h.board
LIMIT %(limit)s
