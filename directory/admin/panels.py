"""The form of a listing: five tabs, each with what one conversation with a service settles."""

from django.forms import CheckboxSelectMultiple
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
    TitleFieldPanel,
)
from wagtail.admin.widgets.slug import SlugInput

from .forms import ServiceForm

# Fills itself while the name is typed. Names in other scripts are left to the server, which spells them out.
SLUG_INPUT = SlugInput(attrs={"data-w-slug-allow-unicode-value": "false"})


def ticks(name: str) -> FieldPanel:
    """A choice of several terms as boxes to tick: a list that needs the control key loses what was chosen."""
    return FieldPanel(name, widget=CheckboxSelectMultiple)


VALIDITY = FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_to")])

WHAT = ObjectList(
    [
        TitleFieldPanel("name", targets=["slug"], classname="", placeholder=False),
        FieldPanel("slug", widget=SLUG_INPUT),
        FieldPanel("organization"),
        FieldPanel("summary"),
        FieldPanel("alternate_name"),
        FieldPanel("phrases"),
        FieldPanel("description"),
        FieldRowPanel([FieldPanel("status"), FieldPanel("alert")]),
        MultiFieldPanel(
            [ticks("peer_roles"), FieldPanel("peer_involvement")], heading="Peer workers", classname="collapsed"
        ),
        MultiFieldPanel(
            [
                FieldPanel("fees_description"),
                InlinePanel(
                    "cost_options",
                    [
                        FieldPanel("option"),
                        FieldRowPanel([FieldPanel("amount"), FieldPanel("amount_description")]),
                        VALIDITY,
                    ],
                    label="price",
                    heading="Prices",
                ),
                FieldPanel("funding"),
            ],
            heading="Cost",
            classname="collapsed",
        ),
        InlinePanel(
            "partners",
            label="organisation",
            heading="Run together with",
            help_text="Say whether they share what they know about a person under an agreement.",
            classname="collapsed",
        ),
    ],
    heading="What",
)

WHO = ObjectList(
    [
        FieldPanel("eligibility_description"),
        FieldRowPanel([FieldPanel("minimum_age"), FieldPanel("maximum_age"), FieldPanel("gender")]),
        ticks("settings"),
        ticks("needs"),
        ticks("order_types"),
        FieldPanel("exclusions"),
        MultiFieldPanel(
            [
                InlinePanel(
                    "languages",
                    [FieldRowPanel([FieldPanel("code"), FieldPanel("name")]), FieldPanel("note")],
                    label="language",
                    heading="Spoken or signed by the team",
                ),
                FieldPanel("interpretation_services"),
            ],
            heading="Languages",
            classname="collapsed",
        ),
    ],
    heading="Who",
)

WHERE_AND_WHEN = ObjectList(
    [
        InlinePanel(
            "service_areas",
            [FieldPanel("area"), VALIDITY],
            label="area",
            heading="Areas it covers",
            help_text="Where people must live, or the prison or other establishment they are in. An area that was "
            "abolished cannot be chosen.",
        ),
        InlinePanel(
            "service_at_locations",
            [FieldPanel("location"), FieldPanel("description")],
            label="place",
            heading="Places",
            help_text="Add the place under Directory, Places first. A private address is kept private there.",
        ),
        FieldRowPanel([FieldPanel("is_outreach"), FieldPanel("is_virtual")]),
        InlinePanel(
            "schedules",
            [
                FieldRowPanel([FieldPanel("byday"), FieldPanel("until_day")]),
                FieldRowPanel([FieldPanel("opens_at"), FieldPanel("closes_at")]),
                FieldPanel("bank_holidays"),
                MultiFieldPanel(
                    [
                        FieldPanel("description"),
                        FieldPanel("location"),
                        FieldRowPanel([FieldPanel("interval"), FieldPanel("week_of_month")]),
                        VALIDITY,
                    ],
                    heading="Only at one place, only in some weeks, or only for a time",
                    classname="collapsed",
                ),
            ],
            label="hours",
            heading="Opening hours",
            help_text="One row for each run of days with the same times.",
        ),
    ],
    heading="Where and when",
)

REFERRING = ObjectList(
    [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("referrals"), FieldPanel("referrals_as_of")]),
                FieldRowPanel([FieldPanel("wait_minimum"), FieldPanel("wait_maximum"), FieldPanel("wait_unit")]),
                FieldPanel("wait_time"),
                FieldRowPanel([FieldPanel("places_available"), FieldPanel("places_total")]),
            ],
            heading="Now",
        ),
        InlinePanel(
            "ways_in",
            [FieldRowPanel([FieldPanel("kind"), FieldPanel("answer_days")]), FieldPanel("description")],
            label="way in",
            heading="Ways in",
            help_text="Only these are shown. “Send an enquiry here” is for services that agreed to answer enquiries.",
        ),
        FieldPanel("is_helpline"),
        ticks("referral_routes"),
        FieldPanel("application_process"),
        InlinePanel("phones", label="number", heading="Phone numbers"),
        FieldRowPanel([FieldPanel("email"), FieldPanel("url")]),
        InlinePanel(
            "contacts",
            [
                FieldRowPanel([FieldPanel("title"), FieldPanel("name")]),
                FieldPanel("department"),
                FieldRowPanel([FieldPanel("phone"), FieldPanel("email")]),
            ],
            label="contact",
            heading="Who to ask for",
            help_text="Everyone can read this. A role is enough: it stays true when people change.",
            classname="collapsed",
        ),
    ],
    heading="Referring",
)

CHECKS = ObjectList(
    [
        HelpPanel("Ask the service, then write down the day. After half a year the listing counts as not confirmed."),
        FieldRowPanel([FieldPanel("assured_date"), FieldPanel("assured_with")]),
        FieldPanel("source_note"),
        InlinePanel(
            "confirmations",
            [FieldRowPanel([FieldPanel("fact"), FieldPanel("confirmed_on")]), FieldPanel("confirmed_with")],
            label="confirmed fact",
            heading="Confirmed by itself",
            help_text="A check of the whole listing confirms every fact that no open question is about. Write here "
            "what the service confirmed at another time.",
        ),
        InlinePanel(
            "open_questions",
            [FieldRowPanel([FieldPanel("about"), FieldPanel("question")])],
            label="question",
            heading="Not known yet",
            help_text="Readers see these. The fact a question is about counts as not confirmed, so nobody is told no.",
        ),
        FieldPanel("tags"),
    ],
    heading="Checks",
)

SERVICE_FORM = TabbedInterface([WHAT, WHO, WHERE_AND_WHEN, REFERRING, CHECKS], base_form_class=ServiceForm)
