"""Where moderators work on enquiries, inside Wagtail's admin."""
