"""Who runs the demo's services, and the places they use."""

# slug: name, short name, what it is.
ORGANIZATIONS: dict[str, tuple[str, str, str]] = {
    "sacro": ("Sacro", "", "Gives criminal justice services, and supports people charged with offences and families."),
    "glasgow-hscp": (
        "Glasgow City Health and Social Care Partnership",
        "GCHSCP, Glasgow City HSCP",
        "Runs health and social care for the city.",
    ),
    "police-scotland": ("Police Scotland", "", "The police service for Scotland."),
    "aid-and-abet": ("Aid & Abet", "", "A criminal justice charity whose staff have lived experience."),
    "glasgow-adp": ("Glasgow Alcohol and Drugs Partnership", "ADP", "Plans alcohol and drug help for the city."),
    "norfolk-street": ("Norfolk Street Criminal Justice Service", "", "Justice social work in Glasgow."),
    "sisco": (
        "Sustainable Interventions Supporting Change Outside",
        "SISCO",
        "Runs a recovery café inside HMP Barlinnie.",
    ),
    "nerc": ("North East Recovery Community", "NERC", "People in recovery who support each other."),
    "celtic-fc-foundation": ("Celtic FC Foundation", "", "The football club's charity."),
    "alcoholics-anonymous": ("Alcoholics Anonymous", "AA", "Mutual aid for people who want to stop drinking."),
    "narcotics-anonymous": ("Narcotics Anonymous", "NA", "Mutual aid for people who want to stop using drugs."),
    "breathing-space": ("Breathing Space", "", "A listening line for people in Scotland."),
    "samaritans": ("Samaritans", "", "Listens to anyone, at any time."),
    "glasgow-drug-court": ("Glasgow Drug Court", "", "A court that links people to support."),
    "glasgow-justice-social-work": (
        "Glasgow criminal justice social work",
        "CJSW",
        "Supervises people on community sentences and licences.",
    ),
    "nhs-england": ("NHS England", "", "Sets what liaison and diversion teams in England must offer."),
    "to-be-confirmed": (
        "Organisation to be confirmed",
        "",
        "The source describes this service but does not name who runs it.",
    ),
}

# name: town, postcode sector that gives the point, whether the address is private.
LOCATIONS: dict[str, tuple[str, str, bool]] = {
    "HMP Barlinnie": ("Glasgow", "G33 2", False),
    "HMP Low Moss": ("Bishopbriggs", "G64 2", False),
    "HMP Castle Huntly": ("Longforgan", "DD2 5", False),
    "Norfolk Street": ("Glasgow", "G5 9", False),
}
