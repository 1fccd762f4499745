"""An account for each role of the demo, and a second lead.

No Django here: the welcome text reads it before Django starts.
"""

from dataclasses import dataclass

DOMAIN = "hub.example"


@dataclass(frozen=True, slots=True)
class Account:
    """Who signs in, the name of the role's group, and the access to enquiries that leads would have granted."""

    name: str
    first_name: str
    role: str
    access: str = ""

    @property
    def email(self) -> str:
        return f"{self.name}@{DOMAIN}"


ACCOUNTS = (
    Account("administrator", "Demo administrator", "Administrators"),
    Account("editor", "Demo editor", "Editors"),
    Account("directory-editor", "Demo directory editor", "Directory editors"),
    Account("moderator", "Demo moderator", "Moderators", access="moderator"),
    Account("lead", "Demo lead", "Leads", access="lead"),
    # What a lead grants, another one confirms.
    Account("second-lead", "Demo second lead", "Leads", access="lead"),
)
