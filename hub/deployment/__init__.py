"""What a machine needs to run the hub, and what tells whether it runs."""
