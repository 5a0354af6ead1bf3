"""What may be recorded about a person, why, on what basis and for how long; and what may not be recorded at all."""
