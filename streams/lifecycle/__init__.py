"""The stage `lifecycle`: crawls and deadlines become openings, closings and reopenings of postings."""
