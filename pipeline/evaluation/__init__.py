"""How well derived fields agree with what is known of real postings: truths, methods, scores and the page about them."""
