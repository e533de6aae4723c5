"""What texts say of the work mode: words, and the sentences that make a statement of them."""
