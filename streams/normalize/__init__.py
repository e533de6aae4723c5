"""RawPosting to Posting: what a source said, in one shape, and which revision of the posting it is."""
