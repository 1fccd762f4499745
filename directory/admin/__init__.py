"""How editors keep the directory in Wagtail's admin."""
