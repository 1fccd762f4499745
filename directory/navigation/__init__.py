"""Addresses, redirects and cookies that several pages of the directory share."""
