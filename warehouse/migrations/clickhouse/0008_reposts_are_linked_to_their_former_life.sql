-- a posting whose job another posting advertised before and that was closed when this one came; of several the one that closed
-- last. A closing counts from when it is told, one by a deadline from the deadline, where that passed while the posting was known.
-- A posting that takes the place of another in the listing of one board comes before anyone can tell that the other is closed,
-- since absence is believed listings later: there it counts when no crawl showed the other any more, with 0 days between
CREATE OR REPLACE VIEW reposts AS
WITH closing AS (
    SELECT
        f.posting_id AS posting_id, f.source AS source, f.board AS board, f.first_fetched_at AS first_fetched_at,
        CAST(e.reason AS Nullable(String)) AS reason, toNullable(e.last_seen_at) AS last_seen_at, e.reopened_at AS reopened_at,
        if(
            ifNull(e.reason = 'deadline' AND f.valid_through BETWEEN f.first_fetched_at AND e.at, false),
            assumeNotNull(f.valid_through), e.at
        ) AS closed_at
    FROM (
        SELECT
            posting_id, kind, at, reason, last_seen_at,
            leadInFrame(toNullable(at)) OVER (
                PARTITION BY posting_id ORDER BY at, sequence ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
            ) AS reopened_at
        FROM posting_event FINAL
    ) AS e
    INNER JOIN (SELECT posting_id, source, board, first_fetched_at, valid_through FROM posting FINAL) AS f
        ON f.posting_id = e.posting_id
    WHERE e.kind = 'closed'
    UNION ALL
    SELECT
        f.posting_id, f.source, f.board, f.first_fetched_at, 'deadline', NULL, NULL,
        if(s.kind = 'reopened', greatest(assumeNotNull(f.valid_through), s.at), assumeNotNull(f.valid_through))
    FROM posting AS f FINAL
    LEFT JOIN (SELECT posting_id, kind, at FROM posting_status FINAL) AS s ON s.posting_id = f.posting_id
    WHERE f.valid_through >= f.first_fetched_at AND s.kind != 'closed'
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
    f.closed_at AS former_closed_at,
    f.reason AS former_closed_reason,
    greatest(0, dateDiff('millisecond', f.closed_at, p.first_fetched_at)) / 86400000 AS days_between
FROM (SELECT posting_id, source, board, employer_key, employer, title, first_fetched_at FROM posting FINAL) AS p
INNER JOIN (SELECT posting_id, cluster_id FROM posting_cluster FINAL) AS c ON c.posting_id = p.posting_id
INNER JOIN (SELECT posting_id, cluster_id FROM posting_cluster FINAL) AS m ON m.cluster_id = c.cluster_id
INNER JOIN closing AS f ON f.posting_id = m.posting_id
WHERE f.posting_id != p.posting_id AND f.first_fetched_at < p.first_fetched_at
    AND (f.reopened_at IS NULL OR f.reopened_at > p.first_fetched_at)
    AND (f.closed_at <= p.first_fetched_at OR (
        f.reason IN ('absent', 'gone') AND f.last_seen_at < p.first_fetched_at AND f.source = p.source AND f.board = p.board
    ))
ORDER BY posting_id, former_closed_at DESC, repost_of
LIMIT 1 BY posting_id;
