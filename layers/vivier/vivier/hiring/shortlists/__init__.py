"""Shortlists: people of a job shown to somebody outside, by a link that ends."""
