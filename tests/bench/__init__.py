"""`make bench`: figures, each with a baseline measured in the same run. Nothing here decides whether a test passes."""
