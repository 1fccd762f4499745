"""Keeps what people type out of caches, logs and error reports, also while the database fails."""
