"""The form that a sender fills in."""
