"""The mails that an enquiry owes, and how they are sent."""
