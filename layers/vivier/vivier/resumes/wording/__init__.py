"""What the words of a CV say by themselves, wherever they stand: dates, trades, houses, places, levels."""
