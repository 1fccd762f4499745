"""Stories of Sacro's Lived Experience Peer Support Service."""

from datetime import date

from .building import Story, doubt, figures, heading, publication, services, stop, text

AUTHOR = {
    "place": "Glasgow",
    "author_name": "Emma Martin",
    "author_role": "Team Leader, Youth and Community Justice, Sacro",
    "source_last_changed": date(2022, 11, 9),
}

LEPPS = Story(
    slug="a-mentor-who-has-been-there",
    title="A mentor who has been there",
    setting="community-sentence",
    service="lepps",
    guides=("support-and-manage", "offer-a-range-of-roles"),
    fields={
        **AUTHOR,
        "subject": "service",
        "standfirst": (
            "People on a community sentence or a licence can have a mentor who knows the system from inside."
        ),
        "about": "Sacro told this first. We have written it again in our own words.",
    },
    body=(
        heading("What is it?"),
        text(
            "<p>Sacro’s Lived Experience Peer Support Service has run since August 2021. Glasgow City Council pays "
            "for it.</p>"
            "<p>It is for people on a community sentence, or on a licence after prison. In the one case that the "
            "article tells, a criminal justice social worker referred the person.</p>"
        ),
        doubt("<p>The article does not say who else can refer.</p>"),
        doubt("<p>The source writes the short name in two ways: LEPPS and LEPSS. We use LEPPS.</p>"),
        heading("What do mentors do?"),
        text(
            "<p>A mentor helps with practical things and with how someone feels. The job can be hard. Mentors are "
            "briefed for work with people whose lives are complicated.</p>"
            "<p>Volunteers work beside paid staff. Sacro says this is in line with the Scottish Government’s policies "
            "on “active citizenship”. That means people volunteer to support their community and help others to do "
            "things.</p>"
        ),
        heading("What does it try to change?"),
        text(
            "<p>Some things make it less likely that a person offends again. Among them are health, a home, learning, "
            "work, a shape to the day, and family. They are called protective factors.</p>"
            "<p>The <b>Community Justice Glasgow Outcome Improvement Plan</b> sets them out as priorities. Sacro is "
            "one of many partners of Community Justice Glasgow.</p>"
        ),
        heading("How did it go?"),
        figures(
            "One reporting period",
            (
                ("36", "people referred", False),
                ("5", "cases closed", False),
                ("31", "still open at the end", True),
                ("2", "closed as planned", False),
                ("3", "closed early: the person did not take part", False),
            ),
            "Article by Sacro",
            period="1 October to 31 March 2022",
            uncertainty="31 is 36 less 5. Cases from before the period, if there were any, are not counted.",
        ),
        doubt(
            "<p>The source does not give the year in which the period starts. It says referrals began in October "
            "2021, so 2021 is likely. Sacro should confirm it.</p>"
        ),
        heading("What to read and watch"),
        publication("A Summary of Community Options", "", "It explains community sentences."),
        text(
            "<p>Community Justice Glasgow had a set of films made, called Shared Sentences. People with lived "
            "experience made them, about what people in the justice system face.</p>"
            '<p>Sacro’s own site is <a href="https://www.sacro.org.uk/">sacro.org.uk</a>.</p>'
        ),
        doubt("<p>We do not have the film’s address or its words in writing. We will add both when we do.</p>"),
        services("lepps", "garden-project", "alcoholics-anonymous", title="Services in this story"),
    ),
)

# One person's story whose source says nothing about consent or changed details. Health and offence details are left
# out even here: a draft needs them no more than a page does.
THREE_MONTHS = Story(
    slug="three-months-with-a-mentor",
    title="Three months with a mentor",
    setting="community-sentence",
    service="lepps",
    guides=("offer-a-range-of-roles",),
    is_published=False,
    fields={
        **AUTHOR,
        "subject": "person",
        "standfirst": "A mentor started slowly, then helped one man put his days and his papers in order.",
        "about": "Sacro told this first. We have written it again, and left out health and offences.",
    },
    path=(
        stop(
            "Getting to know each other",
            "New people made him uneasy. So the first meetings were only about trust.",
            peer_joins=True,
        ),
        stop(
            "Filling the days",
            "Empty days were the hard ones. They found groups near him, and a garden project.",
        ),
        stop(
            "Putting papers in order",
            "They went to the bank together, chased a benefit claim, and appealed when it was refused.",
        ),
        stop("Now", "He feels more settled and is looking for more to do."),
    ),
    body=(
        doubt(
            "<p>The source says nothing about consent, or about changed names and details. Ask Sacro. Until both are "
            "recorded, this stays a draft.</p>"
        ),
    ),
)
