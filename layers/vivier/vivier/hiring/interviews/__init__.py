"""Interviews: proposed with a link or fixed, picked by the candidate without a login, told to every calendar."""
