"""Asking a person for what their record lacks: what was asked, by whom, and how far it came."""
