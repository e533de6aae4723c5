-- rows that are there have nulls and empty arrays until a replay
ALTER TABLE posting
    ADD COLUMN IF NOT EXISTS occupation_isco text,
    ADD COLUMN IF NOT EXISTS education text,
    ADD COLUMN IF NOT EXISTS experience_minimum double precision,
    ADD COLUMN IF NOT EXISTS occupation text,
    ADD COLUMN IF NOT EXISTS occupations_isco text[] NOT NULL DEFAULT '{}',
    ADD COLUMN IF NOT EXISTS experience_maximum double precision,
    ADD COLUMN IF NOT EXISTS clearance text,
    ADD COLUMN IF NOT EXISTS skill_groups text[] NOT NULL DEFAULT '{}',
    ADD COLUMN IF NOT EXISTS skill_wordings text[] NOT NULL DEFAULT '{}',
    ADD COLUMN IF NOT EXISTS other_languages text[] NOT NULL DEFAULT '{}',
    ADD COLUMN IF NOT EXISTS benefits text[] NOT NULL DEFAULT '{}',
    ADD COLUMN IF NOT EXISTS visa text,
    ADD COLUMN IF NOT EXISTS equity_minimum double precision,
    ADD COLUMN IF NOT EXISTS equity_maximum double precision,
    ADD COLUMN IF NOT EXISTS remote_countries text[] NOT NULL DEFAULT '{}',
    ADD COLUMN IF NOT EXISTS remote_regions text[] NOT NULL DEFAULT '{}',
    ADD COLUMN IF NOT EXISTS remote_utc_offset_minimum double precision,
    ADD COLUMN IF NOT EXISTS remote_utc_offset_maximum double precision,
    ADD COLUMN IF NOT EXISTS company_name text,
    ADD COLUMN IF NOT EXISTS company_domain text,
    ADD COLUMN IF NOT EXISTS company_industry text,
    ADD COLUMN IF NOT EXISTS company_size_minimum bigint,
    ADD COLUMN IF NOT EXISTS company_size_maximum bigint,
    ADD COLUMN IF NOT EXISTS posted_on date,
    ADD COLUMN IF NOT EXISTS apply_by date,
    ADD COLUMN IF NOT EXISTS expired boolean,
    ADD COLUMN IF NOT EXISTS scam double precision,
    ADD COLUMN IF NOT EXISTS ghost double precision,
    ADD COLUMN IF NOT EXISTS quality_reasons text[] NOT NULL DEFAULT '{}';

ALTER TABLE posting_change ADD COLUMN IF NOT EXISTS occupation_isco text;

ALTER TABLE posting_change ADD COLUMN IF NOT EXISTS education text;

ALTER TABLE posting_change ADD COLUMN IF NOT EXISTS experience_minimum double precision;

-- a view can be given new columns at its end only, where these stand in its table
CREATE OR REPLACE VIEW posting_history AS SELECT * FROM posting_change;

-- in postings and jobs they stand in the middle. Both are one statement, whose other semicolons end no line: neither is ever
-- missing, and two migrations at once can't mix.
-- postings: the newest revision of every posting, with its cluster, the older posting of another employer that its cluster is a
-- copy of, and whether it is open; a posting whose cluster is not known yet stands for itself. A deadline that has passed closes
-- before an event says so; where no crawl ever told, is_open is null. An open posting was last seen by the last complete crawl of
-- its board: it is in that listing, or missing for the first time.
-- jobs: one row per job, the canonical posting of each cluster, with how many postings advertise it and where
DROP VIEW IF EXISTS jobs, postings; CREATE VIEW postings AS
SELECT
    p.*,
    coalesce(c.cluster_id, p.posting_id) AS cluster_id,
    coalesce(c.is_canonical, true) AS is_canonical,
    coalesce(c.match_method, 'none') AS match_method,
    c.similarity,
    c.matched_posting_id,
    CASE WHEN s.kind = 'closed' OR p.valid_through < now() THEN false WHEN s.kind IS NOT NULL THEN true END AS is_open,
    s.first_seen_at AS opened_at,
    CASE WHEN s.kind = 'closed' THEN s.at WHEN p.valid_through < now() THEN p.valid_through END AS closed_at,
    CASE WHEN s.kind = 'closed' THEN s.reason WHEN p.valid_through < now() THEN 'deadline' END AS closed_reason,
    CASE WHEN s.kind = 'closed' THEN s.last_seen_at ELSE greatest(s.last_seen_at, (
        SELECT max(r.finished_at) FROM crawl AS r
        WHERE r.source = s.source AND r.board = s.board AND r.outcome IN ('complete', 'unchanged')
    )) END AS last_seen_at,
    (extract(epoch FROM CASE
        WHEN s.kind = 'closed' THEN s.at WHEN p.valid_through < now() THEN greatest(p.valid_through, s.first_seen_at) ELSE now()
    END - s.first_seen_at) / 86400)::float8 AS days_open,
    c.variant_of,
    coalesce(c.variant_differences, '{}') AS variant_differences,
    m.mirror_of,
    m.mirror_employer_key,
    m.similarity AS mirror_similarity
FROM posting AS p
LEFT JOIN posting_cluster AS c USING (posting_id)
LEFT JOIN posting_mirror AS m ON m.posting_id = c.cluster_id
LEFT JOIN posting_status AS s ON s.posting_id = p.posting_id; CREATE VIEW jobs AS
SELECT p.*, v.postings, v.sources
FROM postings AS p
JOIN (
    SELECT cluster_id, count(*) AS postings, array_agg(DISTINCT source ORDER BY source) AS sources FROM postings GROUP BY cluster_id
) AS v USING (cluster_id)
WHERE p.is_canonical;
