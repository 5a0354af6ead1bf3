"""Words that CVs are made of, French and English: data only, folded (lower case, no accents) where it is matched."""


def words(text: str) -> frozenset[str]:
    """The words of a text: how these lists are written down."""
    return frozenset(text.split())
