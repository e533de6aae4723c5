"""Canonical postings with the older posting of another employer that they are copies of."""
