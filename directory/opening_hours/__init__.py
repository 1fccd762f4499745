"""Whether a service is open, and on which days nothing is."""
