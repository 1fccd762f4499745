"""How listings become documents of the search."""
