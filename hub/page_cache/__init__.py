"""Pages kept for everybody who has no cookie of ours: in front of sessions and of Wagtail's routing."""
