"""The readiness check: what the guides' own statements ask of an organisation, what is left, and a plan for it."""
