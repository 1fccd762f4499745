"""Telephone numbers and addresses: how they are dialled, and which are reserved for examples."""
