"""What listings are filed under and filtered by: terms, facets, their labels and the phrases people say for them."""
