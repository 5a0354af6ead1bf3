"""What people ask of what is kept about them: to be erased, and that it stays so."""
