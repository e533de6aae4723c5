-- Which share of the newest readings fills each field, 0 to 1, and could not read it: the mean over the boards of each source.
-- param source= greenhouse, lever, …; empty = all
-- engine timescaledb
SELECT
    h.source, f.key AS field, count(*)::bigint AS boards, round(avg(f.value::numeric), 3)::float8 AS filled,
    round(avg(coalesce((h.unreadable ->> f.key)::numeric, 0)), 3)::float8 AS unreadable
FROM board_health AS h CROSS JOIN LATERAL jsonb_each_text(h.filled) AS f
WHERE %(source)s = '' OR h.source = %(source)s
GROUP BY h.source, f.key
ORDER BY h.source, filled DESC, field
LIMIT %(limit)s
