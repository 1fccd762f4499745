"""Brings the index to where the change log is, and tells whether it is there."""
