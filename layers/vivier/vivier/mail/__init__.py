"""Mails: templates, the outbox (the only code that sends), and what becomes of what was sent."""
