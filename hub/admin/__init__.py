"""What the hub changes in Wagtail's admin."""
