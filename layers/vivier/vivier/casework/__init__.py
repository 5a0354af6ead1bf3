"""Acts that cross the rooms: a file arrives, two records become one, someone reviews."""
