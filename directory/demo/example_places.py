"""Who runs the services of the invented town, and where they are. Nothing here exists.

The addresses use a postcode area that no post office has and the web names that are kept for examples. Only the
points on the map are real, so that the finder's distances can be seen: they are middles of postcode sectors.
"""

from .organizations import DemoOrganization, DemoPlace

TOWN = "Exampleton"
TRUST, COMMUNITY, WOMEN, COUNCIL = (
    "example-justice-trust",
    "example-recovery-community",
    "exampleton-womens-centre",
    "exampleton-council",
)
CENTRE, HALL, COURT, HOUSE, STIRLING, LOW_MOSS = (
    "Exampleton Road Centre",
    "Example Hall",
    "Exampleton Court",
    "Exampleton Women’s Home",
    "HMP and YOI Stirling",
    "HMP Low Moss",
)

ORGANIZATIONS: dict[str, DemoOrganization] = {
    TRUST: DemoOrganization(
        "Example Justice Trust",
        "EJT",
        "Invented for this demonstration. A charity whose peer workers go where people are held.",
        "https://www.justice-trust.example/",
        "hello@justice-trust.example",
        "Invented charity",
    ),
    COMMUNITY: DemoOrganization(
        "Example Recovery Community",
        "ERC",
        "Invented for this demonstration. People in recovery who help each other.",
        "https://www.recovery-community.example/",
        "hello@recovery-community.example",
        "Invented charity",
    ),
    WOMEN: DemoOrganization(
        "Exampleton Women’s Centre",
        "EWC",
        "Invented for this demonstration. A centre run by women who have been through the justice system.",
        "https://www.womens-centre.example/",
        "hello@womens-centre.example",
        "Invented charity",
    ),
    COUNCIL: DemoOrganization(
        "Exampleton Council",
        "",
        "Invented for this demonstration. There is no such council.",
        "https://www.council.example/",
        "hello@council.example",
        "Invented public body",
    ),
}

LOCATIONS: dict[str, DemoPlace] = {
    CENTRE: DemoPlace(
        TOWN,
        "G51 2",
        "3 Exampleton Road",
        "ZZ99 1AA",
        "Example bus 1 stops at the door. There is one parking space for disabled people.",
        accessibility=(
            {
                "description": "Step-free entrance",
                "details": "Use the side door in Example Lane.",
                "url": "https://www.justice-trust.example/access/",
            },
            {"description": "Quiet room", "details": "Ask at the desk."},
        ),
    ),
    HALL: DemoPlace(
        TOWN,
        "G51 3",
        "12 Example Street",
        "ZZ99 1AB",
        "Two minutes on foot from the invented station.",
        accessibility=({"description": "Hearing loop", "details": "In the large room."},),
    ),
    COURT: DemoPlace(
        TOWN,
        "G5 9",
        "1 Example Square",
        "ZZ99 1AC",
        "Example buses 2 and 5.",
        accessibility=({"description": "Lift", "details": "To every floor."},),
    ),
    HOUSE: DemoPlace(
        TOWN,
        "G51 1",
        "9 Example Close",
        "ZZ99 1AD",
        "You are met at the bus stop.",
        is_confidential=True,
        accessibility=({"description": "Step-free entrance", "details": "One room on the ground floor."},),
    ),
    STIRLING: DemoPlace("Stirling", "FK9 5"),
}
