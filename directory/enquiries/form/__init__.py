"""The questions of an enquiry: their words, their rules, their order, and what their answers make."""
