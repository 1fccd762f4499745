"""What lies on disk: fields, entries, and the folders that hold them."""
