-- a posting whose job another posting advertised before and that was closed when this one came; of several the one that closed
-- last. A closing counts from when it is told, a deadline from when it passes. A posting that takes the place of another in the
-- listing of one board comes before anyone can tell that the other is closed, since absence is believed listings later: there it
-- counts when no crawl showed the other any more, with 0 days between
CREATE OR REPLACE VIEW reposts AS
WITH closing AS (
    SELECT posting_id, at AS closed_at, reason, last_seen_at, reopened_at
    FROM (
        SELECT
            posting_id, kind, at, reason, last_seen_at,
            lead(at) OVER (PARTITION BY posting_id ORDER BY at, sequence) AS reopened_at
        FROM posting_event
    ) AS turn
    WHERE kind = 'closed'
    UNION ALL
    SELECT p.posting_id, greatest(p.valid_through, coalesce(s.at, p.first_fetched_at)), 'deadline', NULL, NULL
    FROM posting AS p
    LEFT JOIN posting_status AS s USING (posting_id)
    WHERE p.valid_through IS NOT NULL AND s.kind IS DISTINCT FROM 'closed'
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
    l.closed_at AS former_closed_at,
    l.reason AS former_closed_reason,
    greatest(0, extract(epoch FROM p.first_fetched_at - l.closed_at) / 86400)::float8 AS days_between
FROM posting AS p
JOIN posting_cluster AS c USING (posting_id)
JOIN posting_cluster AS m ON m.cluster_id = c.cluster_id AND m.posting_id <> c.posting_id
JOIN posting AS f ON f.posting_id = m.posting_id AND f.first_fetched_at < p.first_fetched_at
JOIN closing AS l ON l.posting_id = f.posting_id AND (l.reopened_at IS NULL OR l.reopened_at > p.first_fetched_at)
WHERE l.closed_at <= p.first_fetched_at OR (
    l.reason IN ('absent', 'gone') AND l.last_seen_at < p.first_fetched_at AND f.source = p.source AND f.board = p.board
)
ORDER BY p.posting_id, l.closed_at DESC, f.posting_id;
