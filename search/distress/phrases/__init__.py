"""What people say, as data: one module for each kind."""
