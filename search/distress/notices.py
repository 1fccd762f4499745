"""What is said about each kind of distress: the notices of editors, and ours where they have none."""

from collections.abc import Sequence
from typing import NamedTuple

from django.utils.translation import gettext_lazy as lazy

from search.distress.kinds import CHILD_AT_RISK, DOMESTIC_ABUSE, KINDS, OVERDOSE, SELF_HARM, SUICIDE, THREAT, Distress
from search.query import Notice

EMERGENCY = "tel:999"
MAX_DISTRESS_NOTICES = 10


class StopRule(NamedTuple):
    """A notice of editors, and the label of its own words."""

    notice: Notice
    label: str


ALL = tuple(KINDS)
# In this order: who comes at once, who knows about this kind, who listens to anybody.
OURS = (
    Notice(
        lazy("Call 999 now and stay with the person. Give naloxone if there is some."),
        EMERGENCY,
        lazy("Call 999"),
        lazy("If someone has taken too much"),
        (OVERDOSE,),
    ),
    Notice(
        lazy("Call 999. If you cannot speak on a mobile, press 55 when asked."),
        EMERGENCY,
        lazy("Call 999"),
        lazy("If someone is in danger now"),
        ALL,
    ),
    Notice(
        lazy("Samaritans listen to anyone, day and night. The call is free."),
        "tel:116123",
        lazy("Call 116 123"),
        lazy("To talk to someone now"),
        (OVERDOSE, SUICIDE, SELF_HARM),
    ),
    Notice(
        lazy("Childline is free for everyone under 19."),
        "tel:08001111",
        lazy("Call 0800 1111"),
        lazy("If you are a child or a young person"),
        (CHILD_AT_RISK,),
    ),
    Notice(
        lazy("The NSPCC helpline tells adults what they can do. You need not be sure."),
        "tel:08088005000",
        lazy("Call 0808 800 5000"),
        lazy("If you are worried about a child"),
        (CHILD_AT_RISK,),
    ),
    Notice(
        lazy("Scotland\u2019s Domestic Abuse and Forced Marriage Helpline is free, day and night."),
        "tel:08000271234",
        lazy("Call 0800 027 1234"),
        lazy("If someone at home hurts or scares you, in Scotland"),
        (DOMESTIC_ABUSE,),
    ),
    Notice(
        lazy("The National Domestic Abuse Helpline is free, day and night."),
        "tel:08082000247",
        lazy("Call 0808 2000 247"),
        lazy("If someone at home hurts or scares you, in England"),
        (DOMESTIC_ABUSE,),
    ),
    Notice(
        lazy("Live Fear Free is free, day and night."),
        "tel:08088010800",
        lazy("Call 0808 80 10 800"),
        lazy("If someone at home hurts or scares you, in Wales"),
        (DOMESTIC_ABUSE,),
    ),
    Notice(
        lazy("The Domestic and Sexual Abuse Helpline is free, day and night."),
        "tel:08088021414",
        lazy("Call 0808 802 1414"),
        lazy("If someone at home hurts or scares you, in Northern Ireland"),
        (DOMESTIC_ABUSE,),
    ),
    Notice(
        lazy("Tell the police on 101. In prison or in custody, tell any officer."),
        "tel:101",
        lazy("Call 101"),
        lazy("If it is not happening now"),
        (THREAT,),
    ),
    Notice(
        lazy("Samaritans listen to anyone, day and night. The call is free."),
        "tel:116123",
        lazy("Call 116 123"),
        lazy("To talk to someone now"),
        ALL,
    ),
)


def notices_about(distress: Distress, rules: Sequence[StopRule] = ()) -> tuple[Notice, ...]:
    """What is said about these kinds: what editors say about a kind, or ours if they say nothing about it.

    Emergency calls come first, ours where editors have none, and each number comes once.
    """
    notices = [rule.notice for rule in rules if set(rule.notice.kinds) & set(distress.kinds)]
    answered = {kind for notice in notices for kind in notice.kinds}
    with_emergency = {kind for notice in notices if notice.link_url == EMERGENCY for kind in notice.kinds}
    for notice in OURS:
        theirs = with_emergency if notice.link_url == EMERGENCY else answered
        if (set(notice.kinds) & set(distress.kinds)) - theirs:
            notices.append(notice)
    notices.sort(key=lambda notice: notice.link_url != EMERGENCY)
    once: dict[str, Notice] = {}
    for notice in notices:
        once.setdefault(notice.link_url or notice.message, notice)
    return tuple(once.values())[:MAX_DISTRESS_NOTICES]
