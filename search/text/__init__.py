"""Words and spellings, whatever engine searches. Nothing here knows an index or a database."""
