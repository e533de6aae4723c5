"""Amounts of pay in texts, their currencies and periods."""
