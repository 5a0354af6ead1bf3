"""Skills, languages, licences, certifications and publications."""
