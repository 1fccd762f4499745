"""How long everything is kept, and how names and words are deleted."""
