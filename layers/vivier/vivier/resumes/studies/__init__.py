"""Education: schools, degrees and when they ended."""
