"""What in an enquiry cannot wait, and what to do about it now."""
