ALTER TABLE posting_cluster ADD COLUMN IF NOT EXISTS processed_at timestamptz NOT NULL DEFAULT '1970-01-01 00:00:00+00';
