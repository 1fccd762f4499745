"""What an enquiry says: its answers, what was agreed to, its reference, and how it is encrypted."""
