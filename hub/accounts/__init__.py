"""Who works here: roles, what each may do, and who approves pages."""
