"""By when an enquiry is answered: working days where the person lives."""
