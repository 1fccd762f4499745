"""The directory of the demo: what five public texts say, and nothing they do not."""
