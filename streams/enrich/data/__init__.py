"""Word lists that the enrichers read, derived from ESCO; see README.md."""
