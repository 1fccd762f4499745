"""What the liaison and diversion service specification says about peer workers, and the 17 roles."""

from .building import Guide, callout, disagreement, doubt, heading, publication, rule, services, source, text, word

TEAMS = "Liaison and diversion teams"
SPECIFICATION = source(
    "Liaison and diversion service specification: peer support",
    "NHS England",
    url="https://www.england.nhs.uk/commissioning/health-just/liaison-and-diversion/news/peer-support/",
)
PROGRAMME_UPDATES = source(
    "Liaison and diversion programme updates",
    "NHS England",
    "September 2019",
    "https://www.england.nhs.uk/commissioning/health-just/liaison-and-diversion/news/programme-updates/",
)
QUESTIONS_AND_ANSWERS = source(
    "Liaison and diversion: questions and answers",
    "NHS England",
    url="https://www.england.nhs.uk/commissioning/health-just/liaison-and-diversion/ld-faqs/",
)

LIAISON_ROLE = Guide(
    slug="liaison-and-diversion-role",
    title="What does the liaison and diversion peer role ask for?",
    short_title="The liaison and diversion role",
    summary="Who can do it, for how long, and with what support",
    lede="NHS England sets out a role for peer support workers. Here is what it says, rule by rule.",
    body=(
        heading("What is the role for?"),
        text(
            "<p>Peer workers help the team to reach people, above all those who find it hard to engage. They work "
            "with practitioners and with support, time and recovery workers.</p>"
            "<p>The help can be emotional, practical or both, as suits the person.</p>"
        ),
        heading("How did it come about?"),
        text(
            "<p>Pathfinder sites tried peer roles first, in the part of the service that people meet. The national "
            "team, the programme board and the service’s <dfn>Lived Experience Team</dfn> supported them.</p>"
            "<p>NHS England calls the evaluation of the pathfinder sites successful. After it, every team had to "
            "bring these roles in.</p>"
        ),
        word(
            "Lived Experience Team",
            "<p>LET for short. The specification names it and does not say who is in it.</p>",
        ),
        doubt("<p>We have not seen the evaluation. The specification gives no figures from it.</p>"),
        heading("What must a team do?"),
        rule(
            "standard",
            "Have peer support workers in the team, paid and volunteer, as a full part of the service.",
            TEAMS,
            SPECIFICATION,
            identifier="peers-in-the-team",
        ),
        rule(
            "should",
            "Offer peer support openly, at every point of the person’s way through the service. Offer it above all to "
            "those who are losing touch with the team.",
            TEAMS,
            SPECIFICATION,
            identifier="offered-throughout",
        ),
        heading("Who can do it?"),
        rule(
            "standard",
            "Have recent experience of contact with the justice system.",
            TEAMS,
            SPECIFICATION,
            identifier="recent-contact",
        ),
        rule(
            "should",
            "As a minimum, have been arrested. Also have experience of the custody suite and court, or of an "
            "out-of-court disposal.",
            TEAMS,
            SPECIFICATION,
            identifier="arrested-at-least",
        ),
        doubt(
            "<p>The sentence can be read two ways.</p><ul><li>Arrest, custody suite and court are needed, or else an "
            "out-of-court disposal.</li><li>Arrest is always needed, with either custody and court or an out-of-court "
            "disposal.</li></ul><p>It also opens with “must” and goes on with “should”. Ask your commissioner.</p>"
        ),
        rule(
            "standard",
            "Have experience of at least one difficulty the service helps with. Examples are mental health, a "
            "learning disability, drugs or alcohol, and other social or emotional difficulties.",
            TEAMS,
            SPECIFICATION,
            identifier="one-vulnerability",
        ),
        heading("For how long?"),
        rule(
            "standard",
            "Work with the service for a limited time, so that the experience is recent.",
            TEAMS,
            SPECIFICATION,
            identifier="limited-time",
        ),
        rule(
            "should",
            "Take two years as the guide. Local need decides.",
            TEAMS,
            SPECIFICATION,
            identifier="two-years-as-guide",
        ),
        heading("With what support?"),
        rule(
            "standard",
            "Have the training and support that the duties call for.",
            TEAMS,
            SPECIFICATION,
            identifier="training-for-duties",
        ),
        rule(
            "standard",
            "Have the same access to supervision and to other support that fits the person, as needed.",
            TEAMS,
            SPECIFICATION,
            identifier="same-supervision",
        ),
        doubt("<p>The source says “the same access” and not the same as whose. Other staff may be meant.</p>"),
        text(
            "<p>A career and competence framework for the service can help to recruit, keep and develop people. Its "
            "third appendix has detailed advice on the skills for peer roles.</p>"
        ),
        heading("By when?"),
        rule(
            "past",
            "Every liaison and diversion team was due to have peer roles by March 2021.",
            TEAMS,
            SPECIFICATION,
            "The date has passed. We do not know how many teams met it.",
            identifier="all-teams-by-march-2021",
        ),
        disagreement(
            "By when was liaison and diversion to reach everyone in England?",
            (
                "By March 2020 the services were to be open to all of the population. Peer workers were being brought "
                "in at the same time.",
                PROGRAMME_UPDATES,
            ),
            ("All of the population by March 2021.", QUESTIONS_AND_ANSWERS),
            reading="Both are about the service, not about the peers in it. Both days have passed.",
            nations=("england",),
        ),
        heading("What to read next"),
        publication(
            "How to develop Peer support within Liaison and Diversion",
            "",
            "A guide for teams that bring in peer roles, made with the Revolving Door Agency.",
        ),
        doubt(
            "<p>We give the agency’s name as the source prints it. It does not say who published the guide, or the "
            "framework below.</p>"
        ),
        publication(
            "Liaison and Diversion Service Career and Competence Framework",
            "",
            "Appendix 3 covers peer workers.",
        ),
        publication(
            "NHS England evaluation of Pathfinder sites",
            "",
            "How the first sites with peer roles did.",
        ),
        publication(
            "Service User Involvement",
            "Offender Health Collaborative",
            "An earlier guide, about a say in how services are run.",
            year="2015",
        ),
        services("liaison-and-diversion-peer-support", "liaison-and-diversion", title="Services in this guide"),
    ),
)

ROLES = Guide(
    slug="17-roles",
    title="Which roles can a peer take on?",
    short_title="17 roles for peers",
    summary="From drug worker to go-between, as one leaflet lists them",
    lede="A peer can do far more than listen. The leaflet of Women into Work names 17 roles.",
    body=(
        heading("What are the roles for?"),
        text(
            "<p>The leaflet is about women with a record. They help other women towards work, training and "
            "education. One person at a time, in “stepping stones”, the help takes many forms.</p>"
        ),
        heading("Nine roles that a staff list could name"),
        text(
            "<ul><li>Counsellor</li><li>Personal assistant</li><li>Dietician</li><li>Drug worker</li>"
            "<li>Job adviser</li><li>Benefits adviser</li><li>Fitness adviser</li><li>Health adviser</li>"
            "<li>Health and safety officer: the leaflet adds clean needles</li></ul>"
        ),
        callout(
            "A role is not a qualification",
            "<p>A peer may do some of what a dietician or a counsellor does. They do not become one. Say where the "
            "line is, and who to pass things on to.</p>",
        ),
        heading("Eight roles that no staff list has"),
        text(
            "<ul><li>Role model</li><li>Friend</li><li>Mother</li><li>Mother figure</li>"
            "<li>Go-between, for example with families</li><li>Fashion adviser</li>"
            "<li>Make-up and hair adviser</li><li>“Stood up date”</li></ul>"
        ),
        doubt(
            "<p>The leaflet prints “stood up date” and does not explain it. We list it as printed.</p>"
            "<p>It lists both “mother” and “mother figure”. We keep both. The two groups are ours.</p>"
            "<p>The list says “including”, so there may be more. It does not say who took on which.</p>"
        ),
        heading("How to use this list"),
        text(
            "<p>Read it with your team and with the people you support. Ask which of these they would want, and from "
            "whom. Then go step by step: no one can be all 17.</p>"
            '<p>See <a href="/guidance/deliver-it/offer-a-range-of-roles/">how to offer a range of roles</a>.</p>'
        ),
    ),
)
