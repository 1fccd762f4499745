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
    slug="james-had-nowhere-to-sleep",
    earlier_slugs=("james-kept-being-arrested",),
    title="James had nowhere to sleep",
    setting="police-custody",
    needs=("housing", "mental-health"),
    service="positive-outcomes-project",
    guides=("offer-a-range-of-roles", "fit-into-the-whole-package"),
    fields={
        **POP_AUTHOR,
        "subject": "person",
        "standfirst": (
            "Sleeping rough broke his bail conditions. In the cells he met peer mentors, and then came a place to "
            "stay."
        ),
        "about": "The project that worked with him told it first. We have written it again in our own words.",
        "pseudonym_notice": "James is not his real name. The project changed it.",
        "consent_basis": "published",
        "consent_recorded_on": date(2026, 11, 22),
        "consent_note": (
            "The project’s own article of 2021 tells the story and says the name was changed. "
            "We have not seen a signed consent: ask the project before you add any detail."
        ),
    },
    path=(
        stop(
            "Homeless at 23",
            "James was sleeping rough in a common close, the shared way into a block of flats. That broke his bail "
            "conditions, so he was arrested.",
        ),
        stop(
            "Afraid of the next time",
            "With nowhere to live, he was at risk of breaking the same conditions again. He knew it, and it made him "
            "severely anxious.",
        ),
        stop(
            "Someone who had been there",
            "In the cells he met custody peer mentors from the Positive Outcomes Project. They had been through "
            "addiction and the justice system themselves. Their job is to talk with people there and point them to "
            "help.",
            peer_joins=True,
        ),
        stop(
            "A place to stay, and other help",
            "The team secured supported accommodation for him. They referred him to Breathing Space, who were helping "
            "him to look after his mental health.",
        ),
        stop(
            "When the project told his story",
            "One of the things behind the trouble had gone. What the team did helped him to stay away from crime, and "
            "he was better in himself.",
        ),
    ),
    body=(
        doubt(
            "<p>The article tells of one arrest, and of the risk of more. It was last changed in October 2021. We do "
            "not know how James has been since.</p>"
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
        "standfirst": (
            "A Glasgow team reaches men who offend because they depend on drugs or alcohol. Some staff have been "
            "there."
        ),
        "about": "The project told this first. We have written it again in our own words.",
    },
    body=(
        heading("Who is in the team?"),
        text(
            "<p>Its staff come from three bodies: the city’s health and social care partnership, Police Scotland, and "
            "the charity Aid & Abet. Some of the team have been through addiction and the justice system.</p>"
            "<p>The team goes out to men aged 16 or over who live in Glasgow. They keep offending because they depend "
            "on alcohol, drugs or both. The aim is to break that cycle.</p>"
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
                ("2", "people on the Celtic FC Foundation’s courses", False),
            ),
            POP_ARTICLE,
            period="As the article told it, last changed in October 2021",
        ),
        doubt(
            "<p>The article has a heading for numbers with nothing below it. We took these three from its text. It "
            "does not say how many people were helped.</p>"
        ),
        heading("How does it work with others?"),
        text(
            "<p>The Crisis Outreach Service is a team of the health and social care partnership itself. It is part of "
            "the service for alcohol and drugs. Nurses and social care staff go out to people who have just survived "
            "an overdose.</p>"
            "<p>The project has an information-sharing agreement with that team. It can pass on details of accidental "
            "overdoses that police have dealt with. That includes people whom the project supports.</p>"
        ),
        voice(
            "Working together helped to build our service. It is a great help in reaching people fast after an "
            "overdose.",
            "Nurse Team Leader, Crisis Outreach Service",
            "Lyndsey McBain",
        ),
        text(
            "<p>When partners closed during COVID, the team found new ones. One is the Celtic FC Foundation, whose "
            "Gateway to Health and Opportunity Project helps with work and life skills.</p>"
            "<p>The team kept up with partners by video. It encouraged people to join meetings such as Narcotics "
            "Anonymous that way.</p>"
        ),
        heading("What do people say?"),
        voice(
            "I am still wary of social workers. The project gave me the courage to contact them myself.",
            "Not named in the article",
        ),
        voice(
            "When police are part of this, it tells me they want to help. Trust took time. All the officers I met "
            "here were good to me.",
            "Not named in the article",
        ),
        doubt("<p>The article does not say who speaks. What they say suggests people the project has supported.</p>"),
        heading("How do they know it works?"),
        text(
            "<p>They measure change with a tool called Justice Star. Their work rests on the Outcomes, Performance "
            "and Improvement framework.</p>"
            "<p>The team works more and more with Community Justice Glasgow. A researcher from the Community Justice "
            "staff was to spend 2021 to 2022 studying the service.</p>"
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
        "standfirst": (
            "A coordinator meets people before they leave prison, and supports them on the way back to Glasgow."
        ),
    },
    path=(
        stop(
            "A post, in a hard year",
            "The post was planned with Glasgow’s Alcohol and Drugs Partnership. It was filled in January 2021, when "
            "COVID rules made work in prisons hard.",
        ),
        stop(
            "Three prisons open up",
            "The coordinator built ties across Barlinnie, Low Moss and Castle Huntly, for people going back to "
            "Glasgow. By October 2022 the coordinator could walk around Barlinnie and talk to people. More were "
            "referred, and meetings were easier to arrange.",
        ),
        stop(
            "Cafés and volunteers join in",
            "The coordinator made links with the SISCO recovery café in Barlinnie. A café in Low Moss was set up with "
            "the North East Recovery Community. Two of that community’s volunteers supported the work in 2022.",
            peer_joins=True,
        ),
        stop(
            "Help on home leave",
            "Men could have support on home leave, before release. A feedback form said that this makes a difference.",
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
            "<p>In 2022 the service planned more volunteering, and a part for people who have been through it. The "
            "ten-week group is the model for that.</p>"
            '<p>Read <a href="/stories/ten-weeks-then-a-graduation/">about the ten weeks</a>.</p>'
        ),
        doubt(
            "<p>Three lists are missing from the source. They are the aims of the post, what the Low Moss café gave "
            "people, and the first year’s results. We leave them out.</p>"
        ),
        doubt(
            "<p>The source does not say what the volunteers have been through. We draw them as peers because they "
            "come from a recovery community.</p>"
        ),
        doubt(
            "<p>A “last modified” date of 9 November 2022 stands above the article. It may belong to another one.</p>"
        ),
        services(
            "prison-recovery-coordinator",
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
        "standfirst": "The sheriff who presides over the Drug Court gave out the certificates.",
    },
    path=(
        stop(
            "An order from the court",
            "The group is for people on a Drug Treatment and Testing Order. They might not come to a recovery hub by "
            "the usual route.",
        ),
        stop(
            "Ten weeks in a group",
            "The Prison Recovery Coordinator led the restart of the programme. It meets at the criminal justice "
            "service in Norfolk Street, with links to the Drug Court team.",
        ),
        stop(
            "A small graduation",
            "Those who finished got a certificate from the sheriff who presides over the Drug Court.",
        ),
        stop(
            "People who finished may help the next ones",
            "In 2022 the service planned to bring people who have been through it into its work, across the city.",
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
        services("ten-week-recovery-group", "prison-recovery-coordinator", title="Services in this story"),
    ),
)
