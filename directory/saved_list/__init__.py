"""A list of services that people keep without an account: its address is the list. See docs/saved-lists.md."""
