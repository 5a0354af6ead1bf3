"""How well received mails are understood, on folders of raw mails from anywhere."""
