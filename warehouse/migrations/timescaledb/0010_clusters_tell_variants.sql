ALTER TABLE posting_cluster
    ADD COLUMN IF NOT EXISTS variant_of text,
    ADD COLUMN IF NOT EXISTS variant_differences text[] NOT NULL DEFAULT '{}';
