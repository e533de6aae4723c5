-- Open jobs that look as if nobody were hired: words for a talent pool, open for long, advertised again after they closed. Not measured.
-- param source= greenhouse, lever, …; empty = all
-- param at_least=40 the least score, a percentage
-- engine clickhouse
SELECT
    j.posting_id AS posting_id, j.employer_key AS employer_key, j.title AS title,
    toFloat64(round(toDecimal64(1 - if(l.evergreen, 0.4, 1) * if(l.long_open, 0.6, 1) * pow(0.8, ifNull(r.reposts, 0)), 6), 2)) AS ghost,
    arrayConcat(
        if(l.evergreen, ['evergreen_words'], []), if(l.long_open, ['open_for_long'], []), if(ifNull(r.reposts, 0) > 0, ['reposted'], [])
    ) AS reasons,
    toInt64(ifNull(r.reposts, 0)) AS reposts,
    toFloat64(round(toDecimal64(l.days, 6), 1)) AS days_open
FROM jobs AS j
INNER JOIN (
    SELECT
        cluster_id, max(has(quality_reasons, 'evergreen_words')) AS evergreen, max(days_open) AS days,
        max(has(quality_reasons, 'posted_long_ago') OR ifNull(days_open > 90, false)) AS long_open
    FROM postings
    WHERE ifNull(is_open, true) AND (%(source)s = '' OR source = %(source)s)
    GROUP BY cluster_id
) AS l ON l.cluster_id = j.cluster_id
LEFT JOIN (SELECT cluster_id, toNullable(count()) AS reposts FROM reposts GROUP BY cluster_id) AS r ON r.cluster_id = j.cluster_id
WHERE round(100 * ghost) >= %(at_least)s
ORDER BY ghost DESC, posting_id
LIMIT %(limit)s
-- engine timescaledb
SELECT
    j.posting_id, j.employer_key, j.title, s.ghost, array_remove(ARRAY[
        CASE WHEN l.evergreen THEN 'evergreen_words' END, CASE WHEN l.long_open THEN 'open_for_long' END,
        CASE WHEN r.reposts > 0 THEN 'reposted' END
    ], NULL) AS reasons, coalesce(r.reposts, 0) AS reposts, round(l.days::numeric, 1)::float8 AS days_open
FROM jobs AS j
JOIN (
    SELECT
        cluster_id, bool_or('evergreen_words' = ANY(quality_reasons)) AS evergreen, max(days_open) AS days,
        bool_or('posted_long_ago' = ANY(quality_reasons) OR coalesce(days_open > 90, false)) AS long_open
    FROM postings
    WHERE is_open IS NOT FALSE AND (%(source)s = '' OR source = %(source)s)
    GROUP BY cluster_id
) AS l USING (cluster_id)
LEFT JOIN (SELECT cluster_id, count(*) AS reposts FROM reposts GROUP BY cluster_id) AS r USING (cluster_id)
CROSS JOIN LATERAL (SELECT round((
    1 - CASE WHEN l.evergreen THEN 0.4 ELSE 1 END * CASE WHEN l.long_open THEN 0.6 ELSE 1 END * power(0.8, coalesce(r.reposts, 0))
)::numeric, 2)::float8 AS ghost) AS s
WHERE round(100 * s.ghost) >= %(at_least)s
ORDER BY s.ghost DESC, j.posting_id COLLATE "C"
LIMIT %(limit)s
