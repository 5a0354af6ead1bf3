"""CVs of invented people, and what stands in them: the generator behind `make bench-cv` (docs/reading_cvs.md)."""
