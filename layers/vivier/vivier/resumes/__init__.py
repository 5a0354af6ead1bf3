"""From a file of any kind to a profile with confidence and places on the page."""
