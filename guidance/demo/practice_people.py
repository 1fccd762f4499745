"""Stage three: the practices about the people who do the work."""

from .building import (
    Guide,
    callout,
    checklist,
    doubt,
    figures,
    heading,
    rule,
    services,
    steps,
    text,
    voice,
    word,
)
from .liaison_role import SPECIFICATION, TEAMS
from .stage_define import LEAFLET

RECRUIT = Guide(
    slug="recruit-and-induct",
    title="Recruit and induct peer workers",
    short_title="Recruit and induct",
    summary="Show that a record can count in someone’s favour. Plan the move from custody into work.",
    lede="How to find people whose past is a strength, choose fairly, and make the first weeks safe for them.",
    is_practice=True,
    body=(
        heading("What good looks like"),
        text(
            "<p>People who apply believe you when you say a criminal record can help them here. They know what the "
            "job is, who will support them, and what happens if it gets hard.</p>"
        ),
        figures(
            "The Women into Work model in numbers",
            (
                ("5", "pilot projects tried peer supporters", False),
                ("3", "stages, which overlap", False),
                ("17", "roles for peers on its list", True),
            ),
            LEAFLET,
            uncertainty="We counted the roles in its list.",
        ),
        heading("Before you advertise"),
        text(
            "<p>People may think that a record counts against them. Say early, and in plain words, that here it may "
            "count in their favour.</p>"
        ),
        steps(
            ("Write the advert with a peer", "Ask someone who has been through it what would make them stop reading."),
            ("Work out training needs one person at a time", "Compare what the role needs with what each can do."),
            (
                "Plan the move into a working identity",
                "Going from “prisoner” to “colleague” is a change in who you are. Plan support for it.",
            ),
            (
                "Agree prison access early",
                "Keep the same named contact inside, so security checks do not start again each time.",
            ),
        ),
        heading("Choose people"),
        text(
            "<p><dfn>Lived experience</dfn> opens doors, but it is not enough on its own. Some people, as in any job, "
            "will not be right for the work. Time in custody does not make everyone kind to others in the same "
            "place.</p>"
        ),
        word(
            "Lived experience",
            "<p>Knowing something because it happened to you. Here: arrest, custody, court, prison or a community "
            "sentence.</p>",
        ),
        callout(
            "Ask about readiness, not only about the past",
            "<p>Going back through a prison gate with a staff pass can bring a lot up. Talk it through before you "
            "offer the job, and again before the first visit.</p>",
        ),
        voice(
            "People listen to someone with lived experience before they listen to anyone else.",
            "Aid & Abet, on secondment to the Positive Outcomes Project",
            "Lorraine McIntosh",
        ),
        heading("Induct people"),
        text(
            "<p>Induct peer workers inside the prison itself, not only in your office. They need to know how it works "
            "and what its rules are.</p>"
        ),
        doubt(
            "<p>The leaflet says its model helps to make sure peers are “probably” recruited. It may be a slip for "
            "another word. We have not guessed which.</p>"
        ),
        heading("What the rules say"),
        text(
            "<p>These apply to liaison and diversion services in England. Elsewhere, treat them as good practice. "
            '<a href="/guidance/deliver-it/liaison-and-diversion-role/">See the whole role</a>.</p>'
        ),
        doubt("<p>What it asks for as a minimum can be read in two ways. The page on the whole role shows both.</p>"),
        rule(
            "standard",
            "Choose people with recent contact with the justice system. They must also have lived with at least one "
            "of the difficulties the service helps with.",
            TEAMS,
            SPECIFICATION,
            identifier="recent-contact",
        ),
        rule(
            "should",
            "Offer posts of about two years, so that the experience stays recent. Set the length locally.",
            TEAMS,
            SPECIFICATION,
            identifier="two-years-as-guide",
        ),
        rule(
            "past",
            "Every liaison and diversion team was due to have peer roles by March 2021.",
            TEAMS,
            SPECIFICATION,
            "The date has passed. Kept for the record.",
            identifier="all-teams-by-march-2021",
        ),
        services("pop-plus", "lepps"),
    ),
)

SUPPORT = Guide(
    slug="support-and-manage",
    title="Support and manage peer workers",
    short_title="Support and manage",
    summary="Give more support than usual supervision. Expect to learn from each other.",
    lede="Peer workers may need support of another kind than trained staff do. Plan for it from day one.",
    is_practice=True,
    body=(
        heading("Why usual supervision is not enough"),
        text(
            "<p>Support for peer workers can be different from the supervision of trained staff, and harder to give. "
            "Three things come together:</p>"
            "<ul><li>the role itself is changing for them</li>"
            "<li>they may not have had formal training in the skills</li>"
            "<li>a new identity can make people anxious</li></ul>"
        ),
        heading("Build one package of support"),
        steps(
            ("Cover everything in one plan", "Supervision, training, time off, and someone outside the line."),
            ("Plan for work with groups", "It raises questions of support of its own. Agree who is on hand."),
            ("Manage in a way that gives power", "Ask first. Let people set some of their own goals."),
            ("Help informal support along", "Time and a place for peers to meet, with no agenda."),
        ),
        doubt("<p>The leaflet asks for a package that covers everything. What goes into ours is our suggestion.</p>"),
        heading("Learn in both directions"),
        text(
            "<p>Peer workers learn the job. The team learns from peer workers. Make that a standing part of meetings, "
            "and write down what changed.</p>"
        ),
        voice(
            "A team with experience of its own builds a better bond. I have used services and worked in them. People "
            "responded better when I shared what I had been through.",
            "Someone who has used services and worked in them, not named in the project’s article",
        ),
        heading("What the rules say"),
        rule(
            "standard",
            "Give peer workers the training and support that their duties call for.",
            TEAMS,
            SPECIFICATION,
            identifier="training-for-duties",
        ),
        rule(
            "standard",
            "Give paid and unpaid peer workers the same access to supervision, and to other support they need.",
            TEAMS,
            SPECIFICATION,
            identifier="same-supervision",
        ),
        doubt("<p>The source says “the same access” and not the same as whose. Other staff may be meant.</p>"),
        checklist(
            "Each peer worker can say",
            "I know when I next meet my supervisor",
            "I know whom to call after a hard day",
            "I have met other peer workers this month",
        ),
        services("pop-plus", "liaison-and-diversion-peer-support"),
    ),
)
