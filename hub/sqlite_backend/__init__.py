"""Django's SQLite backend, for connections that outlive a request."""
