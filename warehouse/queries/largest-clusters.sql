-- Jobs that are advertised most often, and where.
-- engine clickhouse
SELECT cluster_id, employer, title, variants, arrayStringConcat(sources, ', ') AS sources
FROM jobs
WHERE variants > 1
ORDER BY variants DESC, cluster_id
LIMIT %(limit)s
-- engine timescaledb
SELECT cluster_id, employer, title, variants, array_to_string(sources, ', ') AS sources
FROM jobs
WHERE variants > 1
ORDER BY variants DESC, cluster_id
LIMIT %(limit)s
