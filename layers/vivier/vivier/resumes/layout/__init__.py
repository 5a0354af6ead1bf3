"""Blocks in, ordered lines out: rows, columns, cards, tables and headings, as the page was set."""
