"""How many of what matches have each value of a facet."""
