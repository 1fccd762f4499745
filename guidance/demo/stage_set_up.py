"""Stage two: make real jobs and get ready."""

from .building import Guide, Stage, callout, checklist, doubt, heading, services, steps, text, word

CREATE_PAID_ROLES = Guide(
    slug="create-paid-roles",
    title="How to create paid roles",
    short_title="Create paid roles",
    summary="Beyond what people can do while serving a sentence",
    lede="Peer support is a job. Unpaid roles inside prison can be a first step towards it.",
    body=(
        heading("Why pay people?"),
        text(
            "<p>Women into Work was clear: this is about employing people, not only giving them something to do while "
            "they serve a sentence.</p>"
            "<p>It tried peer supporters in five pilots. It found that women with a record should be employed to help "
            "other women resettle. That should be a core part of what the justice system offers.</p>"
        ),
        doubt("<p>The project was about women. It does not say the same was tested with men.</p>"),
        heading("Where do volunteers fit?"),
        text(
            "<p>A <dfn>listening scheme</dfn> in prison can be a stepping stone for some people. The leaflet wants "
            "more than that: jobs.</p>"
            "<p>Sacro uses volunteers beside its paid staff. It says this fits the Scottish Government’s policies on "
            "“active citizenship”. That means people volunteer to support their community and help others to do "
            "things.</p>"
            "<p>The Prison Recovery Coordinator had two volunteers from the North East Recovery Community. In liaison "
            "and diversion, peer workers are both paid and unpaid.</p>"
        ),
        word(
            "Listening scheme",
            "<p>People in prison who listen to others in prison. The leaflet only names such schemes.</p>",
        ),
        checklist(
            "Before you advertise a role",
            "There is money for wages, not only for expenses",
            "The role has a manager with time for it",
            "Volunteers know whether a paid job may follow",
        ),
        services("lepps", "prison-recovery-coordinator", "prison-listening-scheme", title="Services in this guide"),
    ),
)

CHECK_WHO_IS_READY = Guide(
    slug="check-who-is-ready",
    title="How to check who is ready",
    short_title="Check who is ready",
    summary="Going back into a prison as a worker is a big step",
    lede="Readiness is about now, not about how long ago something happened. Check it with the person.",
    body=(
        heading("What are you checking?"),
        text(
            "<p>Two things. Is the person ready for the role? And if the work is in a prison, are they ready to go "
            "back through the gate?</p>"
        ),
        callout(
            "Do this together",
            "<p>Nobody can judge readiness from a form. Sit down with the person, and come back to it later. "
            "Do it after the offer: before that the law does not let you ask about health. See "
            '<a href="/guidance/set-it-up/recruit-in-the-open/">recruiting in the open</a>.</p>',
        ),
        heading("What to talk about"),
        checklist(
            "The person can say",
            "Why I want to do this work now",
            "How I may feel when I go back into a prison or a custody suite",
            "What I will do on a day when it is too much",
            "Who I can talk to, at work and outside it",
            "What I do not want to share about myself",
        ),
        doubt(
            "<p>The source says readiness must be checked with care. It gives no list. These questions are ours.</p>"
        ),
        heading("What if someone is not ready?"),
        text(
            "<p>Say so kindly, and say what could come first. A smaller role, training or more time may be right. "
            "Keep the door open and agree when to talk again.</p>"
        ),
    ),
)

CHOOSE_PEOPLE_WELL = Guide(
    slug="choose-people-well",
    title="How to choose people well",
    short_title="Choose people well",
    summary="Shared experience alone does not make someone suited",
    lede="Someone who has been in custody may still be the wrong person for this job. Choose as for any other.",
    body=(
        heading("Do not take kindness for granted"),
        text(
            "<p>It is easy to think that time in custody makes people gentle with others. It does not always. Some "
            "people, as in any job, will not suit the work.</p>"
        ),
        heading("What to look for"),
        checklist(
            "In the interview and in a trial shift",
            "They listen more than they tell",
            "They do not rank people by what they did",
            "They can keep a secret, and know when they must not",
            "They know their story is not everyone’s story",
        ),
        doubt("<p>The source warns against guessing. The list of what to look for is ours.</p>"),
        text(
            "<p>In Scotland a trial shift can be a regulated role. Then it comes after the disclosure: see "
            '<a href="/guidance/set-it-up/record-checks/">record checks</a>.</p>'
        ),
        heading("How to be fair"),
        steps(
            ("Ask everyone the same questions", "Write down what a good answer would show."),
            ("Put a peer on the panel", "They notice things that others miss."),
            ("Say no with a reason", "And with one thing the person could do next."),
        ),
    ),
)

FIT_INTO_THE_PACKAGE = Guide(
    slug="fit-into-the-whole-package",
    title="How to fit into the whole package",
    short_title="Fit into the whole package",
    summary="Case managers, treatment and peers who talk",
    lede="A peer is one part of a bigger plan of support. The parts must talk to each other.",
    body=(
        heading("Who needs to talk to whom?"),
        text(
            "<p>Peer work needs good contact between case managers, treatment staff and support staff. Without it, "
            "people may hear two different things from two people who mean well.</p>"
        ),
        steps(
            ("Say who holds the plan", "One named worker, whom the peer can reach."),
            ("Say what the peer passes on", "Agree it with the person first."),
            ("Meet often and briefly", "A short weekly talk beats a long one each quarter."),
        ),
        doubt("<p>The source asks for good contact. How often to meet is our suggestion.</p>"),
        heading("What does this look like?"),
        text(
            "<p>The Positive Outcomes Project in Glasgow is one team. Its staff come from the city’s health and "
            "social "
            "care partnership, from Police Scotland and from a charity. Some have lived experience. By 2021 it had "
            "worked with more than 30 agencies.</p>"
            "<p>It has an information-sharing agreement with the Crisis Outreach Service. So it can tell that team "
            "about accidental overdoses that police have dealt with. A nurse there says joint work helps them to "
            "respond fast.</p>"
            '<p>Read <a href="/stories/police-health-and-peers-in-one-team/">how the team works</a>.</p>'
        ),
        services("positive-outcomes-project", "crisis-outreach-service", title="Services in this guide"),
    ),
)

ARE_WE_READY = Guide(
    slug="are-we-ready",
    title="Are we ready to start?",
    short_title="Are we ready?",
    summary="One page to go through with your team before you start",
    lede=(
        "Go through this with your team. Printed, it has a box to tick for each line. "
        "A gap is not a failure: it is the next thing to do."
    ),
    body=(
        heading("Do we agree on the idea?"),
        checklist(
            "The idea",
            "We can say in one sentence who our peers are",
            "Managers and staff agree why we are doing this",
            "We know which other work it may inform",
        ),
        heading("Is the job real?"),
        checklist(
            "The job",
            "The role is paid, or leads to one that is",
            "Its manager has time set aside",
            "Training starts from what each person needs",
            "Peers have supervision, and other support that fits them",
        ),
        heading("Are the people ready?"),
        checklist(
            "The people",
            "Each person’s readiness has been checked with them",
            "Each has someone to talk to who is not their manager",
            "Leaders can explain why we recruit people with a record",
        ),
        heading("Is the place ready?"),
        checklist(
            "The place",
            "Case managers know how and when to call on a peer",
            "Prison security has agreed how peers come and go",
            "Staff on the ground have met the peers",
        ),
        doubt(
            "<p>Most of these checks put points of the Women into Work leaflet into our own words and order. A few "
            "are ours, such as the manager’s time.</p>"
        ),
    ),
)

STAGE = Stage(
    slug="set-it-up",
    title="Set it up",
    summary=(
        "Create real jobs. Roles that people have while they serve a sentence can be a first step for some. "
        "Listening schemes are one example. They are not the goal."
    ),
    short_summary="Make real jobs, check people are ready, and fit peer work into the wider package of support.",
    team_says="We have agreed to do it and are planning",
    move_on_when=(
        "Each person’s readiness has been checked with them",
        "Case managers know how and when to call on a peer",
        "Prison security has agreed how peers come and go",
    ),
    guides=(CREATE_PAID_ROLES, CHECK_WHO_IS_READY, CHOOSE_PEOPLE_WELL, FIT_INTO_THE_PACKAGE, ARE_WE_READY),
)
