"""What texts say of the kind of contract: words, and the sentences that make a statement of them."""
