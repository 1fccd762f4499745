"""Tantivy in this process, its index in a folder on disk."""
