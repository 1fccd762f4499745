"""The pages on which an enquiry is written: questions, what happens to it, checking, what cannot wait, sending."""
