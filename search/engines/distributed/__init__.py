"""Elasticsearch or OpenSearch, on machines of its own. The embedded engine's code says what a text matches."""
