"""Stage three: the practices about the work itself, and the stage that holds all five."""

from .building import Guide, Stage, callout, checklist, doubt, figures, heading, services, steps, text, voice
from .liaison_role import LIAISON_ROLE, ROLES
from .practice_people import RECRUIT, SUPPORT
from .stage_define import LEAFLET

RANGE_OF_ROLES = Guide(
    slug="offer-a-range-of-roles",
    title="Offer a range of roles",
    short_title="Offer a range of roles",
    summary="Fit the role to the person, in steps. One leaflet names 17 roles.",
    lede="No two people need the same help. Fit what the peer does to the person, one step at a time.",
    is_practice=True,
    body=(
        heading("Start with one person"),
        text(
            "<p>The leaflet calls for help that is fitted to each person, in “stepping stones”. Small steps let the "
            "person and the peer find out what works.</p>"
        ),
        doubt(
            "<p>The leaflet prints this part under “Recruitment and Selection”, a heading it uses twice. The text is "
            "about services, so we show it here.</p>"
        ),
        figures(
            "How wide can it be?",
            (("17", "roles for peers on the leaflet’s list", True),),
            LEAFLET,
            uncertainty="We counted them. Two are close in meaning, one is not explained, and there may be more.",
        ),
        text('<p>See <a href="/guidance/deliver-it/17-roles/">all 17 roles</a>.</p>'),
        heading("Close, but not too close"),
        text(
            "<p>The leaflet sets close relationships beside the distance a professional keeps. The two can pull "
            "apart. Talk about that openly, before it becomes a problem.</p>"
            "<p>It speaks of the job as a vocation. That can be a strength, and a reason to watch for overwork.</p>"
        ),
        heading("Train for the role"),
        steps(
            ("List what the role needs", "For example: going along to the bank, or helping with a benefits claim."),
            ("Train for that", "Training is vital: good will does not teach someone to fill in a form."),
            ("Add one task at a time", "Check after each one with the peer and the person."),
        ),
        heading("What does this look like?"),
        text(
            "<p>Mentors in Sacro’s peer support service help with practical and emotional matters. Custody mentors in "
            "Glasgow point people to help with addiction, bereavement or anger.</p>"
        ),
        services("lepps", "pop-plus"),
    ),
)

LEARN = Guide(
    slug="learn-as-you-go",
    title="Learn as you go, and keep boundaries",
    short_title="Learn as you go",
    summary="Keep emotional boundaries, listen, and be realistic about what helps.",
    lede="Peer workers may meet in others what they went through themselves. Boundaries keep everyone well.",
    is_practice=True,
    body=(
        heading("What is an emotional boundary?"),
        text(
            "<p>It is knowing what is yours to carry and what is not. A peer worker can care about someone without "
            "taking their trouble home.</p>"
        ),
        heading("When work brings something up"),
        text(
            "<p>Sudden events at work can hit hard. This matters most for people who once had trouble with drugs. See "
            "it, name it, and do something about it.</p>"
        ),
        doubt("<p>The leaflet makes this point about women. We see no reason to think it is only true of them.</p>"),
        steps(
            ("Notice", "Ask after every hard event, even when the person says they are fine."),
            ("Talk the same day", "With a supervisor or another peer worker."),
            ("Change something", "A lighter week, another task, or outside help."),
        ),
        callout(
            "If it cannot wait",
            "<p>Samaritans are free to call at any time on 116 123. In danger, call 999.</p>",
        ),
        heading("What people gain"),
        text(
            "<p>The leaflet speaks of more rapport, more openness and a closer bond between people. Peers are good "
            "role models and inspire others. Being heard, it says, is vital.</p>"
        ),
        heading("Be realistic"),
        text(
            "<p>Not everyone stays with a service. Sacro’s service closed five cases in one reporting period. Two "
            "ended as planned. Three ended because the person did not take part.</p>"
            '<p>Read <a href="/stories/a-mentor-who-has-been-there/">how that service began</a>.</p>'
        ),
        checklist(
            "Ask yourselves every three months",
            "What did we try that did not work?",
            "What did a person tell us that we did not know?",
            "Which of our boundaries moved, and was that right?",
        ),
        services("lepps", "breathing-space", "samaritans", title="Services to know"),
    ),
)

MAKE_IT_NORMAL = Guide(
    slug="make-it-normal",
    title="Make peer support normal",
    short_title="Make it normal",
    summary="Get leaders, policy, HR and staff on the ground behind it.",
    lede="A scheme that hangs on one keen manager may end when they leave. Build it into how things are done.",
    is_practice=True,
    body=(
        heading("Who has to be behind it?"),
        text(
            "<p>The leaflet names four groups. Each has its own reason to matter.</p>"
            "<ul><li><b>Policy makers and senior managers</b> decide if there is money next year.</li>"
            "<li><b>HR</b> decides if someone with a record gets through the door.</li>"
            "<li><b>Public bodies</b> decide where peer work sits beside their own.</li>"
            "<li><b>Officers on the ground</b> decide if it works on a Tuesday morning.</li></ul>"
        ),
        doubt("<p>The groups are the leaflet’s. The reasons are ours.</p>"),
        heading("What to do"),
        steps(
            ("Bring leaders face to face with peers", "Let them hear it first-hand."),
            ("Use the official routes", "Circulars and other policy tools can fix a supportive policy in place."),
            (
                "Write down how to recruit safely",
                "Give employers material on hiring people with a record, on purpose and with care.",
            ),
            ("Place it with care", "Agree how peer work relates to what public bodies must provide."),
            ("Win over staff on the ground", "Invite them in, and fix what gets in their way."),
        ),
        voice(
            "I used to think every officer was against people who use drugs. The ones I have met here are not. It "
            "took time to trust them.",
            "Not named in the article about the Positive Outcomes Project",
        ),
        heading("What does this look like?"),
        text(
            "<p>NHS England had peer roles tested at pathfinder sites. Then it wrote them into its service "
            "specification, with a date.</p>"
            "<p>In Glasgow, health and police staff and a charity work as one team. A researcher was to study the "
            "results.</p>"
            "<p>Sacro ties its peer support to two policies. One is the Community Justice Glasgow Outcome Improvement "
            "Plan. The other is the Scottish Government’s, on “active citizenship”: people volunteer to support their "
            "community and help others to do things.</p>"
            '<p>Read <a href="/stories/a-mentor-who-has-been-there/">how Sacro’s service fits in</a>.</p>'
        ),
        checklist(
            "You are nearly there when",
            "A policy names peer roles",
            "The money does not depend on one person",
            "New staff hear about peers in their first week",
        ),
        services(
            "positive-outcomes-project", "liaison-and-diversion-peer-support", "lepps", title="Services in this guide"
        ),
    ),
)

STAGE = Stage(
    slug="deliver-it",
    title="Deliver it",
    summary="Five practices keep a scheme going. Work on all of them from the first day: they are not a sequence.",
    short_summary="Five practices: recruiting, supporting, offering a range of roles, learning, and making it normal.",
    team_says="Peers are in post, or about to start",
    move_on_when=(),
    guides=(RECRUIT, SUPPORT, RANGE_OF_ROLES, LEARN, MAKE_IT_NORMAL, LIAISON_ROLE, ROLES),
)
