"""Copies of both databases: made, proved, and put back without bringing back what was erased."""
