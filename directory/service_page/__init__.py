"""The page of one service, and the map of its places."""
