"""Stage one: agree what a peer is."""

from .building import (
    Guide,
    Stage,
    checklist,
    doubt,
    figures,
    heading,
    publication,
    services,
    steps,
    text,
    two_lines_picture,
    word,
)

LEAFLET = "Leaflet of the SOVA-led project Women into Work"

WHAT_IS_A_PEER = Guide(
    slug="what-is-a-peer",
    title="What is a peer?",
    short_title="What is a peer?",
    summary="Who counts, and why it depends on who you support",
    lede="A peer shares something that matters with the person. What that is depends on who you support.",
    body=(
        heading("Who counts as a peer?"),
        text(
            "<p>A peer has been through something like what the person is going through. In this work that often "
            "means arrest, custody, court, prison or a community sentence.</p>"
            "<p>It is <dfn>lived experience</dfn> that makes someone a peer, not a course or a certificate.</p>"
        ),
        word(
            "Lived experience",
            "<p>Knowing something because it happened to you. Here: arrest, custody, court, prison or a community "
            "sentence.</p>",
        ),
        two_lines_picture("Both came by ways of their own. From where they meet, they go on together."),
        heading("Why does it depend on who you support?"),
        text(
            "<p>The right peer changes with the group. Someone who left prison last year may be a peer to a person "
            "on remand. They may not be one to a parent who is in court for the first time.</p>"
            "<p>Ask the people you support what a peer would need to have been through. Then write it down.</p>"
        ),
        steps(
            ("Name the people you support", "Say where they are now: in a cell, in court, in prison, or at home."),
            ("Ask them what they would want to share", "It may be prison. It may be addiction, or being a mother."),
            ("Write one sentence", "Start with “A peer here is someone who has…”."),
        ),
        heading("What else can a peer share?"),
        text(
            "<p>Contact with the police or courts need not be all. Liaison and diversion services in England ask for "
            "one more thing. It may be poor mental health, a learning disability, or trouble with drugs or "
            "alcohol.</p>"
            '<p>See <a href="/guidance/deliver-it/liaison-and-diversion-role/">what the liaison and diversion role '
            "asks for</a>.</p>"
        ),
    ),
)

WHY_IT_WORKS = Guide(
    slug="why-peer-support-works",
    title="Why does peer support work?",
    short_title="Why peer support works",
    summary="Empowerment, new ideas, easier talk, empathy",
    lede="Four things happen when the helper has been there. A fifth is that people start to use other help.",
    body=(
        heading("What changes when the helper has been there?"),
        text(
            "<ul><li><b>Power.</b> The person sees that they can act for themselves.</li>"
            "<li><b>New ideas.</b> Peers find new ways of doing things.</li>"
            "<li><b>Easier talk.</b> There is less to explain, and less to hide.</li>"
            "<li><b>Empathy.</b> The peer knows how it feels, because they felt it.</li></ul>"
        ),
        doubt("<p>The leaflet names these four in a word or two each. The sentences are ours.</p>"),
        heading("What do services report?"),
        text(
            "<p>NHS England says peer support has its place in justice, drug and alcohol, and mental health services. "
            "It says people make better use of other services when a peer helps them.</p>"
            "<p>People who meet a peer are often surer that the help on offer is good and of use. Peers also offer "
            "hope that recovery can happen.</p>"
        ),
        doubt(
            "<p>The source gives no figures for this. It says the evaluation of the pathfinder sites was successful, "
            "and names it: “NHS England evaluation of Pathfinder sites”.</p>"
        ),
        heading("What does it not do?"),
        text(
            "<p>Sharing a past does not make every peer kind or every match right. "
            '<a href="/guidance/set-it-up/choose-people-well/">Choose people well</a>, and support them.</p>'
        ),
        services("pop-plus", "lepps"),
    ),
)

WHAT_MAKES_IT_DIFFERENT = Guide(
    slug="what-makes-it-different",
    title="What makes peer support different?",
    short_title="What makes it different",
    summary="Practice that grows from the bottom up",
    lede="Peer support starts with people who know, not with a plan from above.",
    body=(
        heading("Where does the knowledge come from?"),
        text(
            "<p>The leaflet calls peer work a bottom-up approach. In our words: people who have been there say what "
            "helps, and the service follows.</p>"
            "<p>We think that only works if someone listens and has the power to change things.</p>"
        ),
        checklist(
            "Is yours bottom-up?",
            "Peers helped to write the job description",
            "Peers meet the people who decide, and not only once",
            "You can name one thing that changed because a peer said so",
        ),
        heading("Can it inform other work?"),
        text(
            "<p>The leaflet asks you to think about that. Its authors worked in the justice system. They say the idea "
            "can carry over to any group that is at a disadvantage.</p>"
        ),
        heading("What was the model made for?"),
        text(
            "<p>It was made to help organisations employ peers who work with women in trouble with the law. Women "
            "with a record support other women on their way into work, training and education.</p>"
        ),
        publication("Peer Support Model", "SOVA-led project Women into Work", "The leaflet our three stages rest on."),
        figures(
            "The Women into Work model in numbers",
            (
                ("5", "pilot projects tried peer supporters", False),
                ("3", "stages, which overlap", False),
                ("17", "roles for peers on its list", True),
            ),
            LEAFLET,
            uncertainty="We counted the roles in its list. It does not say when the pilots ran.",
        ),
        doubt("<p>The model is about women, in prison and outside. We have not seen it tested with men.</p>"),
    ),
)

STAGE = Stage(
    slug="define-the-idea",
    title="Define the idea",
    summary=(
        "Decide what “peer” means for the people you support. The right peer changes with the person: shared "
        "experience is the point, not a job title."
    ),
    short_summary="Agree what a peer is, why it works for those you support, and how it differs from other help.",
    team_says="We like the idea and want to understand it",
    move_on_when=(
        "You can say in one sentence who your peers are",
        "Managers and staff agree why you are doing this",
        "You know which other work it may inform",
    ),
    guides=(WHAT_IS_A_PEER, WHY_IT_WORKS, WHAT_MAKES_IT_DIFFERENT),
)
