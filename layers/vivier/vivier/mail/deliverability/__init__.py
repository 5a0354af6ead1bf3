"""Whether mail that nobody asked for may leave, and when; what SES says became of mail; how people end it."""
