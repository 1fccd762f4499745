"""Listings of the demo: the partners that peer workers bring people to."""

from datetime import time
from decimal import Decimal

from directory.models import Fact

from .listing import (
    CALL,
    GLASGOW,
    POP_ARTICLE,
    PRISON_ARTICLE,
    SACRO_ARTICLE,
    SCOTLAND,
    UNITED_KINGDOM,
    DemoListing,
)
from .organizations import UNNAMED

ROUND_THE_CLOCK = {
    "byday": "MO",
    "until_day": "SU",
    "opens_at": time(0),
    "closes_at": time(0),
    "bank_holidays": "open",
}
ANYWHERE = ("police-custody", "court", "prison", "before-release", "community-sentence", "licence")
NEAREST = (Fact.WAY_IN, "How do people find a meeting near them?")

LISTINGS = (
    DemoListing(
        "crisis-outreach-service",
        "Crisis Outreach Service",
        "glasgow-hscp",
        "Social care and nursing staff go to people soon after a drug overdose that did not kill them.",
        POP_ARTICLE,
        "We took the area from who runs it.",
        needs=("alcohol-and-drugs",),
        areas=(GLASGOW,),
        tags=("outreach", "harm reduction"),
        questions=(
            (Fact.WAY_IN, "How is the team reached? The article only says that the project passes overdoses on."),
            (Fact.AREA, "We took Glasgow from who runs it. Is it all of the city?"),
        ),
        fields={
            "alternate_name": "COS, ADRS Crisis Outreach Service",
            "eligibility_description": "People who have had a recent non-fatal drug overdose",
            "is_outreach": True,
            "description": "A team of the health and social care partnership. It gives advice that makes drug use "
            "less harmful.\n\nIt has an information-sharing agreement with the Positive Outcomes Project. The project "
            "passes on accidental overdoses of illicit drugs that the police have dealt with.",
        },
    ),
    DemoListing(
        "alcohol-and-drug-recovery-service",
        "Alcohol Drugs & Recovery Service",
        "glasgow-hscp",
        "The Crisis Outreach Service is part of it. The article says no more.",
        POP_ARTICLE,
        "The name stands as the article prints it. We took the area and the kind of help from the name and from who "
        "runs it.",
        needs=("alcohol-and-drugs",),
        areas=(GLASGOW,),
        questions=(
            (Fact.OTHER, "Is this its right name, and what does it offer?"),
            (Fact.AREA, "We took Glasgow from who runs it. Is it all of the city?"),
            (Fact.WAY_IN, "How does someone reach it?"),
        ),
        fields={"alternate_name": "ADRS"},
    ),
    DemoListing(
        "recovery-hubs",
        "Recovery Hubs",
        UNNAMED,
        "Hubs that people are usually referred to for recovery. The article gives only the name.",
        PRISON_ARTICLE,
        "We took Glasgow, and recovery from alcohol and drugs, from what the article is about.",
        needs=("alcohol-and-drugs",),
        areas=(GLASGOW,),
        questions=(
            (Fact.AREA, "We took Glasgow from the article. Where are the hubs, and who runs them?"),
            (Fact.ROUTE, "What is the usual way to refer?"),
        ),
    ),
    DemoListing(
        "alcoholics-anonymous",
        "Alcoholics Anonymous meetings",
        "alcoholics-anonymous",
        "Meetings where people who want to stop drinking help each other.",
        SACRO_ARTICLE,
        "The article names local meetings. What they are, and that they are held across the country, is general "
        "knowledge.",
        needs=("alcohol-and-drugs",),
        peers=("mutual-aid",),
        areas=(UNITED_KINGDOM,),
        tags=("mutual aid",),
        questions=(NEAREST,),
        fields={"alternate_name": "AA"},
    ),
    DemoListing(
        "narcotics-anonymous",
        "Narcotics Anonymous meetings",
        "narcotics-anonymous",
        "Meetings where people who want to stop using drugs help each other. Some are online.",
        POP_ARTICLE,
        "The article names online meetings. What they are, and that they are held across the country, is general "
        "knowledge.",
        needs=("alcohol-and-drugs",),
        peers=("mutual-aid",),
        areas=(UNITED_KINGDOM,),
        tags=("mutual aid",),
        questions=(NEAREST,),
        fields={"alternate_name": "NA", "is_virtual": True},
    ),
    DemoListing(
        "gateway-to-health-and-opportunity",
        "Gateway to Health and Opportunity Project",
        "celtic-fc-foundation",
        "Courses in life skills and getting ready for work.",
        POP_ARTICLE,
        "We took the area from what the article is about.",
        needs=("work-and-learning",),
        areas=(GLASGOW,),
        tags=("employability",),
        questions=(
            (Fact.WAY_IN, "Two people came through the Positive Outcomes Project. Can others join, and how?"),
            (Fact.AREA, "We took Glasgow from the article. Is it only for people there?"),
        ),
        fields={"alternate_name": "Celtic FC Foundation Gateway"},
    ),
    DemoListing(
        "garden-project",
        "Garden Project",
        UNNAMED,
        "A garden project for people who like to be outdoors.",
        SACRO_ARTICLE,
        needs=("meaningful-activity",),
        questions=((Fact.PLACE, "Which project is it, and where? The article does not name it."),),
    ),
    DemoListing(
        "supported-accommodation-alcohol",
        "Supported accommodation for people with alcohol dependency",
        UNNAMED,
        "A home with support for people who depend on alcohol.",
        SACRO_ARTICLE,
        "The name is ours.",
        needs=("housing", "alcohol-and-drugs"),
        questions=((Fact.PLACE, "Who runs it, where, and how does someone apply? The article does not say."),),
    ),
    DemoListing(
        "supported-accommodation-custody",
        "Supported accommodation through the Positive Outcomes Project",
        UNNAMED,
        "A home with support. The project found one for a man who was homeless.",
        POP_ARTICLE,
        "The name is ours.",
        needs=("housing",),
        questions=((Fact.PLACE, "Who runs it, and where? The article tells of one home and does not say."),),
    ),
    DemoListing(
        "sacro-justice-services",
        "Sacro criminal justice services",
        "sacro",
        "Support for people charged with offences, and for their families, with what may lead them to offend.",
        SACRO_ARTICLE,
        "We list it under family because it works with families.",
        needs=("family",),
        questions=(
            (Fact.OTHER, "We took family from the article. What do families get help with?"),
            (Fact.AREA, "Which services are there, and in which areas?"),
            (Fact.WAY_IN, "How does someone reach them?"),
        ),
        fields={
            "eligibility_description": "Mainly people charged with offences, and their families",
            "url": "https://www.sacro.org.uk/",
        },
    ),
    DemoListing(
        "breathing-space",
        "Breathing Space",
        "breathing-space",
        "A phone line for people in Scotland who feel low or anxious.",
        POP_ARTICLE,
        "The article says that the project referred a man there and that it helps with mental health. The rest, and "
        "the number, is public knowledge.",
        needs=("mental-health", "someone-to-talk-to"),
        areas=(SCOTLAND,),
        tags=("helpline",),
        ways=(CALL,),
        phones=(("0800 83 85 87", ""),),
        questions=((Fact.HOURS, "When is the line open?"),),
        fields={"is_virtual": True, "is_helpline": True},
    ),
    DemoListing(
        "samaritans",
        "Samaritans",
        "samaritans",
        "Someone to talk to, at any time, free from any phone.",
        "In none of our five texts. The number, and that anyone can call at any time, is public knowledge.",
        "Because anyone can call, we list it for wherever a person is.",
        needs=("mental-health", "someone-to-talk-to"),
        settings=ANYWHERE,
        areas=(UNITED_KINGDOM,),
        tags=("helpline",),
        ways=(CALL,),
        phones=(("116 123", ""),),
        schedules=(ROUND_THE_CLOCK,),
        prices=({"amount": Decimal("0.00"), "amount_description": "from any phone"},),
        questions=((Fact.OTHER, "We list it for everywhere. Can people call from a cell? Ask the staff there."),),
        fields={"is_virtual": True, "is_helpline": True, "eligibility_description": "Anyone"},
    ),
)
