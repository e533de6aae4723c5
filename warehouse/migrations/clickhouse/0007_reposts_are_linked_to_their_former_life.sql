-- a posting whose job another posting advertised before and that was closed when this one came; of several the one that closed
-- last. A closing counts from when it is told, a deadline from when it passes. A posting that takes the place of another in the
-- listing of one board comes before anyone can tell that the other is closed, since absence is believed listings later: there it
-- counts when no crawl showed the other any more, with 0 days between
CREATE OR REPLACE VIEW reposts AS
WITH closing AS (
    SELECT
        posting_id, at AS closed_at, CAST(reason AS Nullable(String)) AS reason, toNullable(last_seen_at) AS last_seen_at, reopened_at
    FROM (
        SELECT
            posting_id, kind, at, reason, last_seen_at,
            leadInFrame(toNullable(at)) OVER (
                PARTITION BY posting_id ORDER BY at, sequence ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
            ) AS reopened_at
        FROM posting_event FINAL
    )
    WHERE kind = 'closed'
    UNION ALL
    SELECT p.posting_id, greatest(assumeNotNull(p.valid_through), if(s.kind = '', p.first_fetched_at, s.at)), 'deadline', NULL, NULL
    FROM posting AS p FINAL
    LEFT JOIN (SELECT posting_id, kind, at FROM posting_status FINAL) AS s ON s.posting_id = p.posting_id
    WHERE p.valid_through IS NOT NULL AND s.kind != 'closed'
)
SELECT
    p.posting_id AS posting_id,
    p.source AS source,
    p.board AS board,
    p.employer_key AS employer_key,
    p.employer AS employer,
    p.title AS title,
    p.first_fetched_at AS first_fetched_at,
    c.cluster_id AS cluster_id,
    f.posting_id AS repost_of,
    f.source AS former_source,
    f.board AS former_board,
    l.closed_at AS former_closed_at,
    l.reason AS former_closed_reason,
    greatest(0, dateDiff('millisecond', l.closed_at, p.first_fetched_at)) / 86400000 AS days_between
FROM (SELECT posting_id, source, board, employer_key, employer, title, first_fetched_at FROM posting FINAL) AS p
INNER JOIN (SELECT posting_id, cluster_id FROM posting_cluster FINAL) AS c ON c.posting_id = p.posting_id
INNER JOIN (SELECT posting_id, cluster_id FROM posting_cluster FINAL) AS m ON m.cluster_id = c.cluster_id
INNER JOIN closing AS l ON l.posting_id = m.posting_id
INNER JOIN (SELECT posting_id, source, board, first_fetched_at FROM posting FINAL) AS f ON f.posting_id = m.posting_id
WHERE f.posting_id != p.posting_id AND f.first_fetched_at < p.first_fetched_at
    AND (l.reopened_at IS NULL OR l.reopened_at > p.first_fetched_at)
    AND (l.closed_at <= p.first_fetched_at OR (
        l.reason IN ('absent', 'gone') AND l.last_seen_at < p.first_fetched_at AND f.source = p.source AND f.board = p.board
    ))
ORDER BY posting_id, former_closed_at DESC, repost_of
LIMIT 1 BY posting_id;
