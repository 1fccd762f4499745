"""Who is let in to enquiries, who may change their accounts, and whether what they read is usual."""
