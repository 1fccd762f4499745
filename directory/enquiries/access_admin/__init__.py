"""The pages of leads inside Wagtail's admin: who has access, the access log, and statements made of it."""
