"""Lists that methods beside ours look things up in."""
