"""The employer's domain by the addresses in a posting."""
