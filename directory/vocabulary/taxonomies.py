"""The words listings are filed under. Any hub needs them, not only the demo."""

from directory.models import Taxonomy

TAXONOMIES: dict[str, tuple[str, tuple[tuple[str, str], ...]]] = {
    Taxonomy.SETTING: (
        "Where the person is now",
        (
            ("police-custody", "Police custody"),
            ("court", "Court"),
            ("prison", "Remand or prison"),
            ("before-release", "About to be released"),
            ("community-sentence", "Community sentence"),
            ("licence", "On licence, or after"),
        ),
    ),
    Taxonomy.NEED: (
        "Help with",
        (
            ("alcohol-and-drugs", "Alcohol and drugs"),
            ("housing", "Housing"),
            ("mental-health", "Mental health"),
            ("physical-health", "Physical health"),
            ("money-and-benefits", "Money and benefits"),
            ("work-and-learning", "Work and learning"),
            ("family", "Family"),
            ("meaningful-activity", "Filling the week"),
            ("someone-to-talk-to", "Someone to talk to"),
        ),
    ),
    Taxonomy.REFERRAL_ROUTE: (
        "Who can refer",
        (
            ("any-professional", "Any professional"),
            ("justice-social-work", "Justice social work"),
            ("police", "Police"),
            ("prison-staff", "Prison staff"),
            ("court-team", "Court team"),
            ("health", "Health staff"),
            ("self", "The person"),
            ("family-or-friend", "Family or friend"),
        ),
    ),
    Taxonomy.PEER_ROLE: (
        "Peer workers",
        (
            ("paid", "Paid peer workers"),
            ("volunteer", "Peer volunteers"),
            ("mutual-aid", "Members help each other"),
        ),
    ),
    Taxonomy.ORDER_TYPE: (
        "Orders and sentences",
        (
            ("community-payback-order", "Community payback order"),
            ("dtto", "Drug Treatment and Testing Order"),
            ("licence", "Licence after prison"),
            ("hdc", "Home detention curfew"),
            ("bail", "Bail"),
            ("restriction-of-liberty-order", "Restriction of liberty order"),
            ("structured-deferred-sentence", "Structured deferred sentence"),
            ("diversion", "Diversion from prosecution"),
            ("community-order", "Community order (England and Wales)"),
            ("suspended-sentence-order", "Suspended sentence order (England and Wales)"),
        ),
    ),
}
