-- the newest revision of every posting, with its cluster, the older posting of another employer that its cluster is a copy of, and
-- whether it is open; a posting whose cluster is not known yet stands for itself. A deadline that has passed closes before an
-- event says so, when the event will: at the deadline, and not before it opened. Where no crawl ever told, is_open is null. An open
-- posting was last seen by the last complete crawl of its board: it is in that listing, or missing for the first time
CREATE OR REPLACE VIEW postings AS
SELECT
    p.*,
    coalesce(c.cluster_id, p.posting_id) AS cluster_id,
    coalesce(c.is_canonical, true) AS is_canonical,
    coalesce(c.match_method, 'none') AS match_method,
    c.similarity,
    c.matched_posting_id,
    CASE WHEN s.kind = 'closed' OR p.valid_through < now() THEN false WHEN s.kind IS NOT NULL THEN true END AS is_open,
    s.first_seen_at AS opened_at,
    CASE WHEN s.kind = 'closed' THEN s.at WHEN p.valid_through < now() THEN greatest(p.valid_through, s.at) END AS closed_at,
    CASE WHEN s.kind = 'closed' THEN s.reason WHEN p.valid_through < now() THEN 'deadline' END AS closed_reason,
    CASE WHEN s.kind = 'closed' THEN s.last_seen_at ELSE greatest(s.last_seen_at, (
        SELECT max(r.finished_at) FROM crawl AS r
        WHERE r.source = s.source AND r.board = s.board AND r.outcome IN ('complete', 'unchanged')
    )) END AS last_seen_at,
    (extract(epoch FROM CASE
        WHEN s.kind = 'closed' THEN s.at WHEN p.valid_through < now() THEN greatest(p.valid_through, s.at) ELSE now()
    END - s.first_seen_at) / 86400)::float8 AS days_open,
    c.variant_of,
    coalesce(c.variant_differences, '{}') AS variant_differences,
    m.mirror_of,
    m.mirror_employer_key,
    m.similarity AS mirror_similarity
FROM posting AS p
LEFT JOIN posting_cluster AS c USING (posting_id)
LEFT JOIN posting_mirror AS m ON m.posting_id = c.cluster_id
LEFT JOIN posting_status AS s ON s.posting_id = p.posting_id;
