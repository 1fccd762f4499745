"""From a query string to a page of services."""
