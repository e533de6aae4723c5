"""Everything that turns a topic into a topic: one room per stage."""
