"""One account for each role of the demo. No Django here: the welcome text reads it before Django starts."""

from dataclasses import dataclass

DOMAIN = "hub.example"


@dataclass(frozen=True, slots=True)
class Account:
    """Who signs in, and the name of the role's group."""

    name: str
    first_name: str
    role: str

    @property
    def email(self) -> str:
        return f"{self.name}@{DOMAIN}"


ACCOUNTS = (
    Account("administrator", "Demo administrator", "Administrators"),
    Account("editor", "Demo editor", "Editors"),
    Account("directory-editor", "Demo directory editor", "Directory editors"),
    Account("moderator", "Demo moderator", "Moderators"),
    Account("lead", "Demo lead", "Leads"),
)
