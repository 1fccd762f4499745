"""Whether a service takes somebody: what listings say, what was said about a person, and the one answer to both."""
