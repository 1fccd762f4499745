"""What surrounds every public page: help numbers, the way out, the footer's links."""

from dataclasses import dataclass

from directory.contact_details.reserved import is_example_address, is_example_number
from directory.contact_details.telephone import telephone_address


@dataclass(frozen=True, slots=True)
class HelpNumber:
    """A number for someone who cannot wait. `number` is what people read, `href` what their phone dials."""

    label: str
    number: str

    @property
    def href(self) -> str:
        return telephone_address(self.number)

    @property
    def is_example(self) -> bool:
        """Whether the number is reserved for examples, so that nobody answers it."""
        return is_example_number(self.number)


@dataclass(frozen=True, slots=True)
class Link:
    """A link in the frame or in a breadcrumb trail."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Chrome:
    """The frame of a page."""

    help_numbers: tuple[HelpNumber, ...]
    exit_url: str
    contact_email: str = ""
    contact_phone: str = ""
    is_demonstration: bool = False
    what_is_real_url: str = "/about/#what-is-real"
    sections: tuple[Link, ...] = (
        Link("Find a service", "/find/"),
        Link("Guidance", "/guidance/"),
        Link("Stories", "/stories/"),
        Link("About", "/about/"),
    )
    help_links: tuple[Link, ...] = ()
    set_up_links: tuple[Link, ...] = ()
    site_links: tuple[Link, ...] = ()

    @property
    def has_example_email(self) -> bool:
        """Whether nobody can read what is sent to the address."""
        return is_example_address(self.contact_email)

    @property
    def has_example_phone(self) -> bool:
        """Whether nobody can answer the number."""
        return is_example_number(self.contact_phone)


DEFAULT_CHROME = Chrome(
    help_numbers=(
        HelpNumber("Someone is in danger", "999"),
        HelpNumber("Urgent health advice", "NHS 111"),
        HelpNumber("Samaritans, any time, free", "116 123"),
        HelpNumber("Breathing Space, Scotland", "0800 83 85 87"),
    ),
    exit_url="https://www.bbc.co.uk/weather",
)
