"""An enquiry while it is written: where it is kept, who holds it, and when it goes."""
