"""“Was this page useful?”: the form, what is kept of it, and the list for editors."""
