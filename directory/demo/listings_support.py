"""Listings of the demo: peer support in custody, in prison and on community sentences."""

from directory.models import Fact

from .listing import (
    CALL,
    ENGLAND,
    ENQUIRY,
    GLASGOW,
    GREATER_GLASGOW,
    LIAISON_SPECIFICATION,
    PEER_MODEL,
    POP_ARTICLE,
    PRISON_ARTICLE,
    SACRO_ARTICLE,
    DemoListing,
    Kind,
)
from .organizations import UNNAMED

POINT = "Map points are ours: the middle of a postcode sector."

LISTINGS = (
    DemoListing(
        "lepps",
        "Lived Experience Peer Support Service",
        "sacro",
        "A mentor with lived experience of the justice system helps with everyday and emotional problems.",
        SACRO_ARTICLE,
        "We took the area from who pays for it, and the kinds of help from the one case that the article tells.",
        needs=(
            "alcohol-and-drugs",
            "physical-health",
            "money-and-benefits",
            "meaningful-activity",
            "someone-to-talk-to",
        ),
        settings=("community-sentence", "licence"),
        peers=("paid",),
        areas=(GLASGOW,),
        tags=("mentoring",),
        ways=(CALL, (Kind.PROFESSIONAL, "In the article, a justice social worker", None), ENQUIRY),
        phones=(("0141 496 0182", ""),),
        questions=(
            (Fact.ROUTE, "In the article a justice social worker refers. Who else can refer?"),
            (Fact.AREA, "We took Glasgow from who pays for it. Is it all of the city?"),
            (Fact.AGE, "What is the lowest age?"),
            (Fact.ORDER, "Which orders and licences count?"),
            (Fact.OTHER, "We took the kinds of help from one case. What else do mentors help with?"),
            (Fact.OTHER, "Do the volunteers have lived experience too?"),
        ),
        fields={
            "alternate_name": "LEPPS, LEPSS",
            "funding": "Glasgow City Council",
            "eligibility_description": "People on a community sentence, or on licence after prison",
            "peer_involvement": "Mentors are support workers with lived experience. Volunteers add to the work of "
            "paid staff",
            "description": (
                "The service has run since August 2021 and took its first referrals that October. In the article, "
                "a criminal justice social worker refers. Mentors give practical and emotional support.\n\n"
                "A mentor might go to the bank with someone, chase a benefits claim, find a recovery meeting close "
                "to home, or sort out a prescription with the surgery."
            ),
        },
    ),
    DemoListing(
        "positive-outcomes-project",
        "Positive Outcomes Project",
        "glasgow-hscp",
        "An outreach team, some with lived experience, that helps men break the cycle of addiction and offending.",
        POP_ARTICLE,
        "Staff of three bodies make up the team: that one of them leads it is our guess. We took police custody from "
        "where its peer mentors work.",
        needs=("alcohol-and-drugs", "housing", "work-and-learning"),
        settings=("police-custody",),
        peers=("paid",),
        areas=(GLASGOW,),
        partners=("police-scotland", "aid-and-abet"),
        tags=("outreach", "partnership"),
        ways=(CALL, ENQUIRY),
        phones=(("0141 496 0117", ""),),
        questions=(
            (Fact.SETTING, "We took from the article that it works in police custody. Does it, and where else?"),
            (Fact.ROUTE, "Who can refer? The team wanted more kinds of referrer."),
            (Fact.OTHER, "Which of the three bodies leads the team?"),
        ),
        fields={
            "alternate_name": "POP",
            "eligibility_description": "Men aged 16 or over who live in Glasgow and often offend because they "
            "depend on alcohol or drugs",
            "minimum_age": 16,
            "gender": "men",
            "is_outreach": True,
            "peer_involvement": "Some of the team have been through addiction and the justice system",
            "description": (
                "Health and social care staff, police officers and a charity work as one team. They have worked with "
                "more than 30 agencies.\n\nThe team found one man a home with support, and some men have joined "
                "courses for work. They use the Justice Star to see what changes for each person."
            ),
        },
    ),
    DemoListing(
        "pop-plus",
        "POP Plus custody peer mentors",
        "aid-and-abet",
        "Peer mentors talk with people in police cells and point them to help with addiction, grief or anger.",
        POP_ARTICLE,
        "It is part of the Positive Outcomes Project. We name Aid & Abet first because the mentors are its staff. "
        "We took Greater Glasgow for the health board.",
        needs=("alcohol-and-drugs",),
        settings=("police-custody",),
        peers=("paid",),
        areas=(GREATER_GLASGOW,),
        partners=("police-scotland", "glasgow-hscp"),
        tags=("custody", "signposting"),
        ways=((Kind.ASK_STAFF, "", None),),
        questions=(
            (Fact.WAY_IN, "We took it that custody staff can fetch a mentor. Can they?"),
            (Fact.AREA, "Which police stations?"),
            (Fact.GENDER, "Does it see women too? The project as a whole is for men."),
            (Fact.AGE, "Does it see people under 18? The project as a whole takes men from 16."),
        ),
        fields={
            "alternate_name": "POP+, custody peer mentors, CPM",
            "eligibility_description": "People who have been arrested and are in police cells in Greater Glasgow",
            "peer_involvement": "Two mentors who have been through addiction and the justice system",
            "is_outreach": True,
        },
    ),
    DemoListing(
        "prison-recovery-coordinator",
        "Prison Recovery Coordinator",
        "glasgow-adp",
        "Meets people before they leave prison and plans their recovery support back in Glasgow.",
        PRISON_ARTICLE,
        f"The article says who planned the post, not who employs the coordinator. {POINT}",
        needs=("alcohol-and-drugs",),
        settings=("prison", "before-release", "licence"),
        areas=(GLASGOW, "hmp-barlinnie", "hmp-low-moss", "hmp-castle-huntly"),
        places=("HMP Barlinnie", "HMP Low Moss", "HMP Castle Huntly"),
        tags=("through the gate", "home leave"),
        ways=(CALL, (Kind.PROFESSIONAL, "", None), ENQUIRY),
        phones=(("0141 496 0145", ""),),
        questions=(
            (Fact.SETTING, "We took it that support goes on after release. Does it, and for how long?"),
            (Fact.GENDER, "Feedback speaks of men. Are women seen?"),
            (Fact.ROUTE, "Who can refer?"),
            (Fact.OTHER, "Who employs the coordinator? The article says who planned the post."),
            (Fact.OTHER, "What are the aims of the post? The article lost its list."),
        ),
        fields={
            "alternate_name": "Prison recovery service, home leave",
            "eligibility_description": "People in HMP Barlinnie, Low Moss or Castle Huntly who are going back to "
            "Glasgow",
            "peer_involvement": "Two volunteers from the North East Recovery Community. We do not know if they have "
            "lived experience",
            "description": (
                "The post began in January 2021. The coordinator meets people before their release and can speak to "
                "people inside Barlinnie.\n\nOne person wrote in their feedback that men can get support on home "
                "leave, before they are released for good."
            ),
        },
    ),
    DemoListing(
        "ten-week-recovery-group",
        "Ten-week Recovery Group Programme",
        "norfolk-street",
        "A ten-week group for people who may not reach a recovery hub the usual way.",
        PRISON_ARTICLE,
        f"We name Norfolk Street because the group meets there. {POINT}",
        needs=("alcohol-and-drugs",),
        settings=("community-sentence",),
        orders=("dtto",),
        places=("Norfolk Street",),
        tags=("group work",),
        questions=(
            (Fact.WAY_IN, "How does someone join? The article does not say who refers."),
            (Fact.HOURS, "When does the next group start?"),
            (Fact.OTHER, "Who runs it? The Prison Recovery Coordinator led its new start."),
        ),
        fields={
            "alternate_name": "Recovery group programme, DTTO group",
            "eligibility_description": "People on a Drug Treatment and Testing Order",
            "description": "At the end of one programme there was a small graduation. The sheriff of the Drug Court "
            "handed out the certificates.",
        },
    ),
    DemoListing(
        "recovery-cafe-barlinnie",
        "Recovery café, HMP Barlinnie",
        "sisco",
        "A recovery café inside the prison.",
        PRISON_ARTICLE,
        f"The article only says that there is a café. {POINT}",
        needs=("alcohol-and-drugs",),
        settings=("prison",),
        areas=("hmp-barlinnie",),
        places=("HMP Barlinnie",),
        tags=("recovery café",),
        questions=(
            (Fact.WAY_IN, "How does someone ask to go?"),
            (Fact.HOURS, "On which days?"),
            (Fact.OTHER, "We took recovery to be from alcohol or drugs. Is it, and do peers run the café?"),
        ),
    ),
    DemoListing(
        "recovery-cafe-low-moss",
        "Recovery café, HMP Low Moss",
        "nerc",
        "A recovery café inside the prison, started with a recovery community from outside.",
        PRISON_ARTICLE,
        f"The article says who helped to start it, not who runs it. {POINT}",
        needs=("alcohol-and-drugs",),
        settings=("prison",),
        areas=("hmp-low-moss",),
        places=("HMP Low Moss",),
        tags=("recovery café", "co-production"),
        questions=(
            (Fact.WAY_IN, "How does someone ask to go?"),
            (Fact.HOURS, "On which days?"),
            (Fact.OTHER, "Who runs it now? The North East Recovery Community helped to start it."),
            (Fact.OTHER, "We took recovery to be from alcohol or drugs. Is it, and do peers run the café?"),
        ),
        fields={
            "description": "People at the café said what a year of it had given them. The article lost the list.",
        },
    ),
    DemoListing(
        "liaison-and-diversion-peer-support",
        "Peer support in liaison and diversion",
        UNNAMED,
        "Peer workers who give emotional and practical support beside a liaison and diversion team.",
        LIAISON_SPECIFICATION,
        "It says what every team must offer. That teams work in custody and at court is general knowledge.",
        needs=("mental-health", "alcohol-and-drugs", "someone-to-talk-to"),
        settings=("police-custody", "court"),
        peers=("paid", "volunteer"),
        areas=(ENGLAND,),
        tags=("liaison and diversion",),
        questions=(
            (Fact.WAY_IN, "Each area has its own team. Which is near, and how is it reached?"),
            (Fact.SETTING, "We took it that peers work in police custody and at court. Do they here?"),
        ),
        fields={
            "alternate_name": "L&D peer support workers",
            "eligibility_description": "People seen by a liaison and diversion team, above all those who find it hard "
            "to engage with other staff",
            "peer_involvement": "Paid and volunteer peer workers with recent contact with the justice system",
            "description": "Peer support should be there for everyone the team sees, at any point.",
        },
    ),
    DemoListing(
        "liaison-and-diversion",
        "Liaison and diversion teams",
        UNNAMED,
        "Teams for people in contact with the justice system who are vulnerable, such as through mental ill health.",
        LIAISON_SPECIFICATION,
        "It says what every team must offer. That teams work in custody and at court is general knowledge.",
        needs=("mental-health", "alcohol-and-drugs"),
        settings=("police-custody", "court"),
        areas=(ENGLAND,),
        tags=("liaison and diversion",),
        questions=(
            (Fact.WAY_IN, "Each area has its own team. Which is near, and how is it reached?"),
            (Fact.SETTING, "We took it that teams work in police custody and at court. Do they here?"),
        ),
        fields={
            "alternate_name": "L&D",
            "eligibility_description": "People with mental health needs, learning disabilities, substance use or "
            "other vulnerabilities",
        },
    ),
    DemoListing(
        "prison-listening-scheme",
        "Prison listening scheme",
        UNNAMED,
        "A scheme inside prison that the leaflet names, as a step towards peer work.",
        PEER_MODEL,
        "The leaflet only names such schemes. That somebody listens there is ours, from the name.",
        needs=("someone-to-talk-to",),
        settings=("prison",),
        questions=(
            (Fact.AREA, "Which prisons have one?"),
            (Fact.WAY_IN, "How does someone in prison ask for it?"),
            (Fact.OTHER, "We took from its name that someone listens. Who does?"),
        ),
        fields={"eligibility_description": "People in prison"},
    ),
)
