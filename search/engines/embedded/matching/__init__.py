"""Which documents match a text, filters and a place, and in which order."""
