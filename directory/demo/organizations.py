"""Who runs the demo's services, and the places they use, as the sources tell of them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Body:
    """An organization to create; the names are those of its fields."""

    name: str
    alternate_name: str = ""
    description: str = ""
    url: str = ""
    email: str = ""
    legal_status: str = ""


@dataclass(frozen=True, slots=True)
class Place:
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
ORGANIZATIONS: dict[str, Body] = {
    "sacro": Body(
        "Sacro",
        description="Gives criminal justice services in the community. They work mainly with people charged with "
        "offences, and with families.",
        url="https://www.sacro.org.uk/",
    ),
    "community-justice-glasgow": Body(
        "Community Justice Glasgow",
        description="Partners for community justice in Glasgow. Sacro is one of many. They have an Outcome "
        "Improvement Plan, and had films made by people with lived experience: Shared Sentences.",
    ),
    "glasgow-hscp": Body(
        "Glasgow City Health and Social Care Partnership",
        "GCHSCP, Glasgow City HSCP",
        "Runs health and social care for the city.",
    ),
    "police-scotland": Body("Police Scotland", description="The police service for Scotland."),
    "aid-and-abet": Body(
        "Aid & Abet",
        description="A criminal justice charity. Some of its staff work in the Positive Outcomes Project in Glasgow.",
    ),
    "glasgow-adp": Body(
        "Glasgow Alcohol and Drugs Partnership",
        "ADP",
        "Helped to plan the post of the Prison Recovery Coordinator.",
    ),
    "norfolk-street": Body(
        "Norfolk Street Criminal Justice Service", description="Where the ten-week recovery groups meet."
    ),
    "sisco": Body(
        "Sustainable Interventions Supporting Change Outside",
        "SISCO",
        "Has a recovery café inside HMP Barlinnie.",
    ),
    "nerc": Body(
        "North East Recovery Community",
        "NERC",
        "Helped to start a recovery café in HMP Low Moss. Two of its volunteers support the Prison Recovery "
        "Coordinator.",
    ),
    "celtic-fc-foundation": Body("Celtic FC Foundation", description="Runs courses in life skills and for work."),
    "alcoholics-anonymous": Body("Alcoholics Anonymous", "AA", "Holds meetings for people who want to stop drinking."),
    "narcotics-anonymous": Body(
        "Narcotics Anonymous", "NA", "Holds meetings for people who want to stop using drugs."
    ),
    "breathing-space": Body("Breathing Space", description="A listening line for people in Scotland."),
    "samaritans": Body("Samaritans", description="Listens to anyone, at any time."),
    "nhs-england": Body(
        "NHS England", description="Sets what liaison and diversion teams in England must offer. It does not run them."
    ),
    UNNAMED: Body(
        "Organisation to be confirmed",
        description="The source names or describes this service but does not say who runs it.",
    ),
}

# By name.
LOCATIONS: dict[str, Place] = {
    "HMP Barlinnie": Place("Glasgow", "G33 2"),
    "HMP Low Moss": Place("Bishopbriggs", "G64 2"),
    "HMP Castle Huntly": Place("Longforgan", "DD2 5"),
    "Norfolk Street": Place("Glasgow", "G5 9"),
}
