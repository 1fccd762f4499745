"""Where an enquiry has got to, for its sender: by reference and code. It never shows a name or what was written."""
