-- the newest revision of every posting, with its cluster; a posting whose cluster is not known yet stands for itself
CREATE OR REPLACE VIEW postings AS
SELECT
    p.*,
    coalesce(c.cluster_id, p.posting_id) AS cluster_id,
    coalesce(c.is_canonical, true) AS is_canonical,
    coalesce(c.match_method, 'none') AS match_method,
    c.similarity,
    c.matched_posting_id
FROM posting AS p LEFT JOIN posting_cluster AS c USING (posting_id);

-- one row per job: the canonical posting of each cluster, with how many postings advertise it and where
CREATE OR REPLACE VIEW jobs AS
SELECT p.*, v.variants, v.sources
FROM postings AS p
JOIN (
    SELECT cluster_id, count(*) AS variants, array_agg(DISTINCT source ORDER BY source) AS sources FROM postings GROUP BY cluster_id
) AS v USING (cluster_id)
WHERE p.is_canonical;

CREATE OR REPLACE VIEW posting_history AS SELECT * FROM posting_change;

CREATE OR REPLACE VIEW crawls AS SELECT * FROM crawl;
