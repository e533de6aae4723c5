-- New postings and changed ones a day; in TimescaleDB from a continuous aggregate.
-- param source= greenhouse, lever, …; empty = all
-- engine clickhouse
SELECT day, sum(d.new_postings) AS new_postings, sum(d.revisions) - sum(d.new_postings) AS changes
FROM posting_daily AS d
WHERE %(source)s = '' OR source = %(source)s
GROUP BY day
ORDER BY day DESC
LIMIT %(limit)s
-- engine timescaledb
SELECT
    (day AT TIME ZONE 'UTC')::date AS day, sum(new_postings)::bigint AS new_postings, (sum(revisions) - sum(new_postings))::bigint AS changes
FROM posting_daily
WHERE %(source)s = '' OR source = %(source)s
GROUP BY 1
ORDER BY 1 DESC
LIMIT %(limit)s
