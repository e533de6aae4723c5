"""The enrich stage: deduplicated postings with everything that can be derived from them."""
