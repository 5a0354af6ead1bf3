"""Experience: the entries of a list, their employers, titles and dates, decided for the whole list at once."""
