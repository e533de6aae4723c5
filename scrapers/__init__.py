"""Everything that fetches postings and publishes them as received."""
