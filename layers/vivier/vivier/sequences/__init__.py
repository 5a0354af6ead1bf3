"""Sequences: steps of mail, task and waiting that people are enrolled in, and that know when to stop."""
