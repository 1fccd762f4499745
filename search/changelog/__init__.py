"""What changed and has to reach the index: a table of rows in the order of their commits."""
