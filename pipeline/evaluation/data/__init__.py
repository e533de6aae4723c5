"""What was read in the texts of the shared sets, as ids and values, and lists that methods beside ours look things up in."""
