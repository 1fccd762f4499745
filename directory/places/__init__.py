"""Postcodes and names of places, looked up in committed tables. See docs/geography.md."""
