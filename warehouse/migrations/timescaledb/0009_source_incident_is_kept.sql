CREATE TABLE IF NOT EXISTS source_incident (
    source text NOT NULL,
    board text NOT NULL,
    cause text NOT NULL,
    field text NOT NULL,
    since timestamptz NOT NULL,
    kind text NOT NULL,
    sequence bigint NOT NULL,
    at timestamptz NOT NULL,
    ending text,
    crawl_id text,
    detail text NOT NULL,
    evidence jsonb NOT NULL,
    PRIMARY KEY (source, board, cause, field, since)
);

CREATE OR REPLACE VIEW source_incidents AS
SELECT
    source, board, cause, nullif(field, '') AS field, since, CASE WHEN kind = 'ended' THEN at END AS ended_at, ending, detail, evidence
FROM source_incident;

-- the newest crawl of every board, in numbers
CREATE OR REPLACE VIEW board_health AS
SELECT DISTINCT ON (source, board) * FROM source_health ORDER BY source, board, at DESC;
