"""One small file per source: its fields as ours. The file's name is the `source` of the raw postings it reads."""
