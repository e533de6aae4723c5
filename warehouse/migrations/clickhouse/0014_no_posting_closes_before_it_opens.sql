-- the newest revision of every posting, with its cluster, the older posting of another employer that its cluster is a copy of, and
-- whether it is open; a posting whose cluster is not known yet stands for itself. A deadline that has passed closes before an
-- event says so, when the event will: at the deadline, and not before it opened. Where no crawl ever told, is_open is null. An open
-- posting was last seen by the last complete crawl of its board: it is in that listing, or missing for the first time
CREATE OR REPLACE VIEW postings AS
SELECT
    p.* EXCEPT version,
    if(c.cluster_id = '', p.posting_id, c.cluster_id) AS cluster_id,
    if(c.cluster_id = '', true, c.is_canonical) AS is_canonical,
    if(c.cluster_id = '', 'none', c.match_method) AS match_method,
    c.similarity AS similarity,
    c.matched_posting_id AS matched_posting_id,
    multiIf(s.kind = 'closed' OR ifNull(p.valid_through < now64(3), false), CAST(false AS Nullable(Bool)), s.kind = '', NULL, true)
        AS is_open,
    if(s.kind = '', NULL, s.first_seen_at) AS opened_at,
    multiIf(
        s.kind = 'closed', s.at,
        ifNull(p.valid_through < now64(3), false), if(s.kind = '', p.valid_through, greatest(assumeNotNull(p.valid_through), s.at)),
        NULL
    ) AS closed_at,
    multiIf(s.kind = 'closed', CAST(s.reason AS Nullable(String)), ifNull(p.valid_through < now64(3), false), 'deadline', NULL)
        AS closed_reason,
    multiIf(s.kind = '', NULL, s.kind = 'closed', s.last_seen_at, greatest(s.last_seen_at, r.listed_at)) AS last_seen_at,
    if(s.kind = '', NULL, dateDiff('millisecond', s.first_seen_at, multiIf(
        s.kind = 'closed', s.at,
        ifNull(p.valid_through < now64(3), false), greatest(assumeNotNull(p.valid_through), s.at),
        now64(3, 'UTC')
    )) / 86400000) AS days_open,
    c.variant_of AS variant_of,
    c.variant_differences AS variant_differences,
    c.mirror_of AS mirror_of,
    c.mirror_employer_key AS mirror_employer_key,
    c.mirror_similarity AS mirror_similarity
FROM posting AS p FINAL
LEFT JOIN (
    SELECT
        k.posting_id AS member_id, k.cluster_id AS cluster_id, k.is_canonical AS is_canonical, k.match_method AS match_method,
        k.similarity AS similarity, k.matched_posting_id AS matched_posting_id,
        k.variant_of AS variant_of, k.variant_differences AS variant_differences,
        m.mirror_of AS mirror_of, m.mirror_employer_key AS mirror_employer_key, m.similarity AS mirror_similarity
    FROM posting_cluster AS k FINAL
    LEFT JOIN (SELECT posting_id, mirror_of, mirror_employer_key, similarity FROM posting_mirror FINAL) AS m
        ON m.posting_id = k.cluster_id
) AS c ON c.member_id = p.posting_id
LEFT JOIN (
    SELECT posting_id AS told_id, kind, at, reason, first_seen_at, last_seen_at FROM posting_status FINAL
) AS s ON s.told_id = p.posting_id
LEFT JOIN (
    SELECT source AS listed_source, board AS listed_board, max(finished_at) AS listed_at
    FROM crawl WHERE outcome IN ('complete', 'unchanged') GROUP BY source, board
) AS r ON r.listed_source = p.source AND r.listed_board = p.board;

-- one row per job: the canonical posting of each cluster, with how many postings advertise it and where
CREATE OR REPLACE VIEW jobs AS
SELECT p.*, v.postings AS postings, v.sources AS sources
FROM postings AS p
INNER JOIN (
    SELECT cluster_id, count() AS postings, arraySort(groupUniqArray(source)) AS sources FROM postings GROUP BY cluster_id
) AS v ON v.cluster_id = p.cluster_id
WHERE p.is_canonical;
