"""Labels of texts that were read; the texts stay in the shared sets."""
