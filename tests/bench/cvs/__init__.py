"""How well CVs are read, how sure the reader is, and what it costs: `make bench-cv` (docs/reading_cvs.md)."""
