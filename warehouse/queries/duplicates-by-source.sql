-- How many postings of each source repeat another one, word for word or nearly.
-- engine clickhouse
SELECT
    source, count() AS postings, countIf(NOT is_canonical) AS repeats,
    countIf(match_method = 'exact') AS exact, countIf(match_method = 'near') AS near,
    toFloat64(round(toDecimal64(100 * repeats / postings, 6), 1)) AS percent
FROM postings
GROUP BY source
ORDER BY repeats DESC, source
LIMIT %(limit)s
-- engine timescaledb
SELECT
    source, count(*) AS postings, count(*) FILTER (WHERE NOT is_canonical) AS repeats,
    count(*) FILTER (WHERE match_method = 'exact') AS exact, count(*) FILTER (WHERE match_method = 'near') AS near,
    round(100.0 * count(*) FILTER (WHERE NOT is_canonical) / count(*), 1)::float8 AS percent
FROM postings
GROUP BY source
ORDER BY repeats DESC, source COLLATE "C"
LIMIT %(limit)s
