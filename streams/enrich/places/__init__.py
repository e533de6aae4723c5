"""Stated places and where they are: wordings, names, and the gazetteer."""
