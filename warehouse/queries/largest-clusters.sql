-- Jobs that are advertised most often, and where.
-- engine clickhouse
SELECT cluster_id, employer, title, postings, arrayStringConcat(sources, ', ') AS sources
FROM jobs
WHERE postings > 1
ORDER BY postings DESC, cluster_id
LIMIT %(limit)s
-- engine timescaledb
SELECT cluster_id, employer, title, postings, array_to_string(sources, ', ') AS sources
FROM jobs
WHERE postings > 1
ORDER BY postings DESC, cluster_id COLLATE "C"
LIMIT %(limit)s
