"""Lines in, a document of sections out: which line belongs to which heading."""
