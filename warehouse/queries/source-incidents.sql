-- Incidents of boards, the open ones first: what is wrong, since when, and how it ended.
-- param source= greenhouse, lever, …; empty = all
-- param board= one board of the source; empty = all
-- param days=30 how long ago an incident may have ended
-- engine timescaledb
SELECT source, board, cause, field, since, ended_at, ending, detail
FROM source_incidents
WHERE (%(source)s = '' OR source = %(source)s) AND (%(board)s = '' OR board = %(board)s)
    AND (ended_at IS NULL OR ended_at > now() - make_interval(days => %(days)s))
ORDER BY ended_at DESC NULLS FIRST, since, source, board, cause, field
LIMIT %(limit)s
