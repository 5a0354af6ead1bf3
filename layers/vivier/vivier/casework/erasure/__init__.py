"""Erasing somebody: from the first transaction on nobody sees them; a walk then removes whatever is kept of them."""
