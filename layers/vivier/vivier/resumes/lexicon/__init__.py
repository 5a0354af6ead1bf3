"""Words that CVs are made of, French and English: data only, folded (lower case, no accents) where it is matched."""
