-- the newest revision of every posting, with its cluster; a posting whose cluster is not known yet stands for itself
CREATE VIEW IF NOT EXISTS postings AS
SELECT
    p.* EXCEPT version,
    if(c.cluster_id = '', p.posting_id, c.cluster_id) AS cluster_id,
    if(c.cluster_id = '', true, c.is_canonical) AS is_canonical,
    if(c.cluster_id = '', 'none', c.match_method) AS match_method,
    c.similarity AS similarity,
    c.matched_posting_id AS matched_posting_id
FROM posting AS p FINAL
LEFT JOIN (
    SELECT posting_id, cluster_id, is_canonical, match_method, similarity, matched_posting_id FROM posting_cluster FINAL
) AS c ON c.posting_id = p.posting_id;

-- one row per job: the canonical posting of each cluster, with how many postings advertise it and where
CREATE VIEW IF NOT EXISTS jobs AS
SELECT p.*, v.variants AS variants, v.sources AS sources
FROM postings AS p
INNER JOIN (
    SELECT cluster_id, count() AS variants, arraySort(groupUniqArray(source)) AS sources FROM postings GROUP BY cluster_id
) AS v ON v.cluster_id = p.cluster_id
WHERE p.is_canonical;

CREATE VIEW IF NOT EXISTS posting_history AS SELECT * EXCEPT version FROM posting_revision FINAL;

CREATE VIEW IF NOT EXISTS crawls AS SELECT * FROM crawl FINAL;

CREATE VIEW IF NOT EXISTS dead_letters AS SELECT * FROM dead_letter FINAL;

CREATE VIEW IF NOT EXISTS posting_daily AS
SELECT
    toDate(revised_at) AS day,
    source,
    country,
    seniority,
    count() AS revisions,
    countIf(revision = 1) AS new_postings
FROM posting_revision FINAL
GROUP BY day, source, country, seniority;

CREATE VIEW IF NOT EXISTS skill_daily AS
SELECT
    toDate(revised_at) AS day,
    arrayJoin(skills) AS skill,
    country,
    count() AS revisions,
    countIf(revision = 1) AS new_postings
FROM posting_revision FINAL
GROUP BY day, skill, country;
