"""A service as a card shows it: in results, on lists and plans, and on its own page."""
