"""The published language: topics, events and how they look on the wire. pydantic and the standard library only."""
