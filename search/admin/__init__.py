"""What editors see of the search in Wagtail's admin."""
