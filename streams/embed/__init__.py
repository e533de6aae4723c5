"""Postings as vectors: what is near is alike."""
