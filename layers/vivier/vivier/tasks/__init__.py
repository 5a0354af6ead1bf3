"""Tasks: what someone has to do next, about a person, a job, or nothing in particular; and when they are reminded."""
