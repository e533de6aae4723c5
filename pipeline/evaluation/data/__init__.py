"""What was read in the texts of the shared sets: ids and values."""
