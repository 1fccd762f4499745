"""What the sender of an enquiry is shown and keeps."""
