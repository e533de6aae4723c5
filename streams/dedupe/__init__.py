"""Postings with the cluster of postings that advertise the same job."""
