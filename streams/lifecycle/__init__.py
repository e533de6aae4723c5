"""The stage `lifecycle`: crawls and readings become openings and closings of postings, and the health of their boards."""
