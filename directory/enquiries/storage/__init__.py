"""The access log that nobody can rewrite, and the proof that the keys fit the database."""
