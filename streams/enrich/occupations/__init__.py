"""Occupations by titles: ESCO's names, and a model for the others."""
