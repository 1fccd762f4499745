"""The way in with an address and a passphrase: the form, and what slows down those who guess."""
