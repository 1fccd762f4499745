"""Who runs the demo's services, and the places they use, as the sources tell of them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DemoOrganization:
    """An organization to create; the names are those of its fields."""

    name: str
    alternate_name: str = ""
    description: str = ""
    url: str = ""
    email: str = ""
    legal_status: str = ""


@dataclass(frozen=True, slots=True)
class DemoPlace:
    """A location to create. `sector`: the postcode sector that gives its point."""

    city: str
    sector: str
    address_1: str = ""
    postal_code: str = ""
    transportation: str = ""
    is_confidential: bool = False
    accessibility: tuple[dict[str, str], ...] = ()


UNNAMED = "to-be-confirmed"

# By slug.
ORGANIZATIONS: dict[str, DemoOrganization] = {
    "sacro": DemoOrganization(
        "Sacro",
        description="Gives criminal justice services in the community. They work mainly with people charged with "
        "offences, and with families.",
        url="https://www.sacro.org.uk/",
    ),
    "community-justice-glasgow": DemoOrganization(
        "Community Justice Glasgow",
        description="Partners for community justice in Glasgow. Sacro is one of many. They have an Outcome "
        "Improvement Plan, and had films made by people with lived experience: Shared Sentences.",
    ),
    "glasgow-hscp": DemoOrganization(
        "Glasgow City Health and Social Care Partnership",
        "GCHSCP, Glasgow City HSCP",
        "Runs health and social care for the city.",
    ),
    "police-scotland": DemoOrganization("Police Scotland", description="The police service for Scotland."),
    "aid-and-abet": DemoOrganization(
        "Aid & Abet",
        description="A criminal justice charity. Some of its staff work in the Positive Outcomes Project in Glasgow.",
    ),
    "glasgow-adp": DemoOrganization(
        "Glasgow Alcohol and Drugs Partnership",
        "ADP",
        "Helped to plan the post of the Prison Recovery Coordinator.",
    ),
    "norfolk-street": DemoOrganization(
        "Norfolk Street Criminal Justice Service", description="Where the ten-week recovery groups meet."
    ),
    "sisco": DemoOrganization(
        "Sustainable Interventions Supporting Change Outside",
        "SISCO",
        "Has a recovery café inside HMP Barlinnie.",
    ),
    "nerc": DemoOrganization(
        "North East Recovery Community",
        "NERC",
        "Helped to start a recovery café in HMP Low Moss. Two of its volunteers support the Prison Recovery "
        "Coordinator.",
    ),
    "celtic-fc-foundation": DemoOrganization(
        "Celtic FC Foundation", description="Runs courses in life skills and for work."
    ),
    "alcoholics-anonymous": DemoOrganization(
        "Alcoholics Anonymous", "AA", "Holds meetings for people who want to stop drinking."
    ),
    "narcotics-anonymous": DemoOrganization(
        "Narcotics Anonymous", "NA", "Holds meetings for people who want to stop using drugs."
    ),
    "breathing-space": DemoOrganization("Breathing Space", description="A listening line for people in Scotland."),
    "samaritans": DemoOrganization("Samaritans", description="Listens to anyone, at any time."),
    "nhs-england": DemoOrganization(
        "NHS England", description="Sets what liaison and diversion teams in England must offer. It does not run them."
    ),
    UNNAMED: DemoOrganization(
        "Organisation to be confirmed",
        description="The source names or describes this service but does not say who runs it.",
    ),
}

# By name.
LOCATIONS: dict[str, DemoPlace] = {
    "HMP Barlinnie": DemoPlace("Glasgow", "G33 2"),
    "HMP Low Moss": DemoPlace("Bishopbriggs", "G64 2"),
    "HMP Castle Huntly": DemoPlace("Longforgan", "DD2 5"),
    "Norfolk Street": DemoPlace("Glasgow", "G5 9"),
}
