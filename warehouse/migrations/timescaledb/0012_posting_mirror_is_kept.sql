CREATE TABLE IF NOT EXISTS posting_mirror (
    posting_id text NOT NULL,
    source text NOT NULL,
    mirror_of text,
    mirror_employer_key text,
    similarity double precision,
    reason text NOT NULL,
    verifier text NOT NULL,
    found_at timestamptz NOT NULL,
    PRIMARY KEY (posting_id)
);
