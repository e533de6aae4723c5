-- Employers whose postings repeat older ones of other employers: agencies, aggregators, and second names of one firm.
-- engine clickhouse
SELECT
    employer_key, count() AS postings, countIf(isNotNull(mirror_of)) AS mirrored, uniqExact(mirror_employer_key) AS employers,
    toFloat64(round(toDecimal64(100 * mirrored / postings, 6), 1)) AS percent, max(mirror_employer_key) AS example
FROM postings
GROUP BY employer_key
HAVING mirrored > 0
ORDER BY mirrored DESC, employer_key
LIMIT %(limit)s
-- engine timescaledb
SELECT
    employer_key, count(*) AS postings, count(mirror_of) AS mirrored, count(DISTINCT mirror_employer_key) AS employers,
    round(100.0 * count(mirror_of) / count(*), 1)::float8 AS percent, max(mirror_employer_key COLLATE "C") AS example
FROM postings
GROUP BY employer_key
HAVING count(mirror_of) > 0
ORDER BY mirrored DESC, employer_key COLLATE "C"
LIMIT %(limit)s
