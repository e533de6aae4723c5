-- How many postings of each source advertise again what had been closed, how many on the same board, and after how many days.
-- param source= greenhouse, lever, …; empty = all
-- engine clickhouse
SELECT
    p.source AS source, p.postings AS postings, count() AS reposts, toFloat64(round(toDecimal64(100 * reposts / postings, 6), 1)) AS percent,
    countIf(r.former_source = r.source AND r.former_board = r.board) AS same_board,
    toFloat64(round(toDecimal64(quantileExactInclusive(0.5)(r.days_between), 6), 1)) AS median_days
FROM reposts AS r
INNER JOIN (SELECT source, count() AS postings FROM posting FINAL GROUP BY source) AS p ON p.source = r.source
WHERE %(source)s = '' OR p.source = %(source)s
GROUP BY p.source, p.postings
ORDER BY reposts DESC, source
LIMIT %(limit)s
-- engine timescaledb
SELECT
    source, p.postings, count(*) AS reposts, round(100.0 * count(*) / p.postings, 1)::float8 AS percent,
    count(*) FILTER (WHERE r.former_source = source AND r.former_board = r.board) AS same_board,
    round((percentile_cont(0.5) WITHIN GROUP (ORDER BY r.days_between))::numeric, 1)::float8 AS median_days
FROM reposts AS r
JOIN (SELECT source, count(*) AS postings FROM posting GROUP BY source) AS p USING (source)
WHERE %(source)s = '' OR source = %(source)s
GROUP BY source, p.postings
ORDER BY reposts DESC, source COLLATE "C"
LIMIT %(limit)s
