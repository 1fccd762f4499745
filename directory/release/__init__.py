"""What can start before, at and after somebody's release from prison."""
