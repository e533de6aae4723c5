"""What the reading verifier has learnt: weights of words and of comparisons; see README.md."""
