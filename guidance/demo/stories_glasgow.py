"""Stories from Glasgow: the Positive Outcomes Project and the Prison Recovery Coordinator."""

from datetime import date

from .building import Story, doubt, figures, heading, services, stop, text, voice

POP_ARTICLE = "Article by the Positive Outcomes Project, 2021"
POP_AUTHOR = {
    "place": "Glasgow",
    "author_name": "Thomas Carey",
    "author_role": "Detective Sergeant, Police Scotland",
    "source_last_changed": date(2021, 10, 13),
}

JAMES = Story(
    slug="james-kept-being-arrested",
    title="James kept being arrested for having nowhere to sleep",
    setting="police-custody",
    service="positive-outcomes-project",
    guides=("offer-a-range-of-roles", "fit-into-the-whole-package"),
    fields={
        **POP_AUTHOR,
        "subject": "person",
        "standfirst": "Peer mentors met him in the cells. A place to live took away the reason he kept coming back.",
        "about": "The project that worked with him told it first. We have written it again in our own words.",
        "pseudonym_notice": "James is not his real name.",
        "consent_basis": "published",
        "consent_recorded_on": date(2026, 11, 22),
        "consent_note": (
            "The project’s own article of 2021 tells the story and says the name was changed. "
            "We have not seen a signed consent: ask the project before you add any detail."
        ),
    },
    path=(
        stop(
            "On the street at 23",
            "James was homeless. He was sleeping in a common close, the shared stair of a tenement. That broke his "
            "bail conditions, so he was arrested.",
        ),
        stop(
            "Waiting for the next time",
            "With no address, he was going to break the same conditions again. He knew it. The worry became severe "
            "anxiety.",
        ),
        stop(
            "Someone who had been there",
            "In the cells he met custody peer mentors from the Positive Outcomes Project. They had been through "
            "addiction and the justice system themselves. Their job is to talk with people there and point them to "
            "help.",
            peer_joins=True,
        ),
        stop(
            "A place, then help to stay well",
            "The team found him supported accommodation. They put him in touch with Breathing Space, who help him "
            "look after his mental health.",
        ),
        stop(
            "Now",
            "One thing that kept bringing him back to custody has gone. He feels better, and he has help to stay away "
            "from crime.",
        ),
    ),
)

POP = Story(
    slug="police-health-and-peers-in-one-team",
    title="Police, health and peers in one team",
    setting="police-custody",
    service="positive-outcomes-project",
    guides=("fit-into-the-whole-package", "make-it-normal"),
    fields={
        **POP_AUTHOR,
        "subject": "service",
        "standfirst": "A Glasgow team reaches men who offend to pay for drugs or alcohol. Some of it has been there.",
        "about": "The project told this first. We have written it again in our own words.",
    },
    body=(
        heading("Who is in the team?"),
        text(
            "<p>Three bodies run it together: the city’s health and social care partnership, Police Scotland, and the "
            "charity Aid & Abet. Some of the team have been through addiction and the justice system.</p>"
            "<p>The team goes out to men aged 16 or over who live in Glasgow. They keep offending to pay for drugs or "
            "alcohol. The aim is to break that cycle.</p>"
        ),
        voice(
            "People listen to someone with lived experience before they listen to anyone else. That is what we add to "
            "health, social work and police.",
            "Aid & Abet, on secondment to the project",
            "Lorraine McIntosh",
        ),
        heading("What changed in November 2020?"),
        text(
            "<p>Two more staff came from Aid & Abet. They are custody peer mentors, and that part is called POP Plus. "
            "They meet people in police cells across Greater Glasgow and point them to help.</p>"
        ),
        figures(
            "The project in numbers",
            (
                ("30+", "agencies it has worked with", False),
                ("2", "custody peer mentors joined", False),
                ("2", "men on a football club foundation’s courses", False),
            ),
            POP_ARTICLE,
            period="November 2020 to 2021",
        ),
        doubt(
            "<p>The article has a heading for numbers with nothing below it. We took these three from its text. It "
            "does not say how many people were helped.</p>"
        ),
        heading("How does it work with others?"),
        text(
            "<p>The Crisis Outreach Service sends nurses and social care staff to people who survived an overdose. A "
            "written agreement lets the project tell that team about overdoses that police have dealt with.</p>"
        ),
        voice(
            "Working together helped to build our service. It lets us reach people fast after an overdose.",
            "Nurse Team Leader, Crisis Outreach Service",
            "Lyndsey McBain",
        ),
        text(
            "<p>When partners closed during COVID, the team found new ones. One is the Celtic FC Foundation, with "
            "courses for work and life skills. Meetings and some mutual aid groups moved online.</p>"
        ),
        heading("What do people say?"),
        voice(
            "I am still wary of social workers. The project gave me the courage to contact them myself.",
            "Someone supported by the project",
        ),
        voice(
            "When police are part of this, it tells me they want to help. Trust took time. All the officers I met "
            "here were good to me.",
            "Someone supported by the project",
        ),
        heading("How do they know it works?"),
        text(
            "<p>They measure change with a tool called Justice Star, within the Outcomes, Performance and Improvement "
            "framework. A researcher was to study the results in 2021 and 2022.</p>"
        ),
        doubt("<p>We have not seen the results. The plan for a single building was at an early stage in 2021.</p>"),
        services("positive-outcomes-project", "pop-plus", "crisis-outreach-service", title="Services in this story"),
    ),
)

COORDINATOR_ARTICLE = {
    "place": "Glasgow",
    "source_first_published": date(2022, 10, 5),
    "about": (
        "An article about the Prison Recovery Coordinator told it first. It names no author. We have written it again "
        "in our own words."
    ),
}

GATE = Story(
    slug="meeting-before-the-gate-opens",
    title="Meeting before the gate opens",
    setting="before-release",
    service="prison-recovery-coordinator",
    guides=("fit-into-the-whole-package", "create-paid-roles"),
    fields={
        **COORDINATOR_ARTICLE,
        "subject": "service",
        "standfirst": "A coordinator sees people in three prisons while they still have time to plan.",
    },
    path=(
        stop(
            "A post, in a hard year",
            "Glasgow’s Alcohol and Drugs Partnership helped to plan the post. It was filled in January 2021, when "
            "COVID rules made work in prisons hard.",
        ),
        stop(
            "Three prisons open up",
            "The coordinator built ties with Barlinnie, Low Moss and Castle Huntly. In Barlinnie the coordinator can "
            "now walk around and talk to people. More were referred, and meetings got easier.",
        ),
        stop(
            "Cafés and volunteers join in",
            "There are links with the SISCO recovery café in Barlinnie. With the North East Recovery Community, a "
            "café began in Low Moss. Two of that community’s volunteers support the work.",
            peer_joins=True,
        ),
        stop(
            "Home for a visit, then for good",
            "Support can start on home leave, before release. Then the plan does not begin at the gate: it goes on.",
        ),
    ),
    body=(
        heading("What do referrers say?"),
        voice(
            "It helps so much that they meet people before release. People worry less about getting out.",
            "Someone who refers people, from a feedback form",
        ),
        voice(
            "He was cut off and found it hard to settle. Now he seems surer of himself and tries other groups too.",
            "Someone who refers people, from a feedback form",
        ),
        heading("What is next?"),
        text(
            "<p>More volunteering, and a part for people who have finished the programme. The ten-week group is the "
            "model for that.</p>"
            '<p>Read <a href="/stories/ten-weeks-then-a-graduation/">about the ten weeks</a>.</p>'
        ),
        doubt(
            "<p>Three lists are missing from the source. They are the aims of the post, what the Low Moss café gave "
            "people, and the first year’s results. We leave them out.</p>"
        ),
        doubt(
            "<p>A “last modified” date of 9 November 2022 stands above the article. It may belong to another one.</p>"
        ),
        services(
            "prison-recovery-coordinator",
            "home-leave-recovery-support",
            "recovery-cafe-barlinnie",
            "recovery-cafe-low-moss",
            title="Services in this story",
        ),
    ),
)

TEN_WEEKS = Story(
    slug="ten-weeks-then-a-graduation",
    title="Ten weeks, then a graduation with a sheriff",
    setting="community-sentence",
    service="ten-week-recovery-group",
    guides=("learn-as-you-go", "make-it-normal"),
    fields={
        **COORDINATOR_ARTICLE,
        "place": "Norfolk Street, Glasgow",
        "subject": "service",
        "standfirst": "The sheriff who leads the Drug Court gave out the certificates.",
    },
    path=(
        stop(
            "An order from the court",
            "The group is for people on a Drug Treatment and Testing Order. Some of them would not go to a recovery "
            "hub by the usual route.",
        ),
        stop(
            "Ten weeks in a group",
            "The Prison Recovery Coordinator led the restart of the programme. It meets at the criminal justice "
            "service in Norfolk Street, with links to the Drug Court team.",
        ),
        stop(
            "A small graduation",
            "Those who finished got a certificate from the sheriff who leads the court.",
        ),
        stop(
            "People who finished may help the next ones",
            "The service plans to bring people who finished into its work, across the city.",
            peer_joins=True,
        ),
    ),
    body=(
        voice(
            "We do not want to hand out sentences and stop there. We want to link people with the right support, and "
            "with a second chance.",
            "The sheriff, opening the graduation",
        ),
        doubt(
            "<p>The source does not say how many people finished, or when. The last stop is a plan from 2022: we do "
            "not know if it happened.</p>"
        ),
        services("ten-week-recovery-group", "glasgow-drug-court", title="Services in this story"),
    ),
)
