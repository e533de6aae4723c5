-- a posting whose job another posting advertised before and that was closed when this one came; of several the one that closed
-- last. A closing counts from when it is told, one by a deadline from the deadline, where that passed while the posting was known.
-- A posting that takes the place of another in the listing of one board comes before anyone can tell that the other is closed,
-- since absence is believed listings later: there it counts when no crawl showed the other any more, with 0 days between
CREATE OR REPLACE VIEW reposts AS
WITH closing AS (
    SELECT
        f.posting_id, f.source, f.board, f.first_fetched_at, e.reason, e.last_seen_at, e.reopened_at,
        CASE WHEN e.reason = 'deadline' AND f.valid_through BETWEEN f.first_fetched_at AND e.at THEN f.valid_through ELSE e.at END
            AS closed_at
    FROM (
        SELECT
            posting_id, kind, at, reason, last_seen_at,
            lead(at) OVER (PARTITION BY posting_id ORDER BY at, sequence) AS reopened_at
        FROM posting_event
    ) AS e
    JOIN posting AS f USING (posting_id)
    WHERE e.kind = 'closed'
    UNION ALL
    SELECT
        f.posting_id, f.source, f.board, f.first_fetched_at, 'deadline', NULL, NULL,
        CASE WHEN s.kind = 'reopened' THEN greatest(f.valid_through, s.at) ELSE f.valid_through END
    FROM posting AS f
    LEFT JOIN posting_status AS s USING (posting_id)
    WHERE f.valid_through >= f.first_fetched_at AND s.kind IS DISTINCT FROM 'closed'
)
SELECT DISTINCT ON (p.posting_id)
    p.posting_id,
    p.source,
    p.board,
    p.employer_key,
    p.employer,
    p.title,
    p.first_fetched_at,
    c.cluster_id,
    f.posting_id AS repost_of,
    f.source AS former_source,
    f.board AS former_board,
    f.closed_at AS former_closed_at,
    f.reason AS former_closed_reason,
    greatest(0, extract(epoch FROM p.first_fetched_at - f.closed_at) / 86400)::float8 AS days_between
FROM posting AS p
JOIN posting_cluster AS c USING (posting_id)
JOIN posting_cluster AS m ON m.cluster_id = c.cluster_id AND m.posting_id <> c.posting_id
JOIN closing AS f ON f.posting_id = m.posting_id
WHERE f.first_fetched_at < p.first_fetched_at
    AND (f.reopened_at IS NULL OR f.reopened_at > p.first_fetched_at)
    AND (f.closed_at <= p.first_fetched_at OR (
        f.reason IN ('absent', 'gone') AND f.last_seen_at < p.first_fetched_at AND f.source = p.source AND f.board = p.board
    ))
ORDER BY p.posting_id, f.closed_at DESC, f.posting_id COLLATE "C";
