"""The keys of everything sealed, in a database of their own: a copy of the one without the other cannot be read."""
