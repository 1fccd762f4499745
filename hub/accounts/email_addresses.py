"""One way to write each e-mail address, so that nobody has two accounts and everybody finds theirs."""


def normalised(address: str | None) -> str:
    """Without blanks around it and in small letters. No mail server in use tells capitals from small letters."""
    return (address or "").strip().lower()
