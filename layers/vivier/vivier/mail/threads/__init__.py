"""Conversations with people: which mails belong together, who answers them, what came in."""
