"""The form of a listing: five tabs, each with what one conversation with a service settles."""

from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
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
            [ticks("peer_roles"), FieldPanel("peer_involvement")], heading=_("Peer workers"), classname="collapsed"
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
                    label=_("price"),
                    heading=_("Prices"),
                ),
                FieldPanel("funding"),
            ],
            heading=_("Cost"),
            classname="collapsed",
        ),
        InlinePanel(
            "partners",
            label=_("organisation"),
            heading=_("Run together with"),
            help_text=_("Say whether they share what they know about a person under an agreement."),
            classname="collapsed",
        ),
    ],
    heading=_("What"),
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
                    label=_("language"),
                    heading=_("Spoken or signed by the team"),
                ),
                FieldPanel("interpretation_services"),
            ],
            heading=_("Languages"),
            classname="collapsed",
        ),
    ],
    heading=_("Who"),
)

WHERE_AND_WHEN = ObjectList(
    [
        InlinePanel(
            "service_areas",
            [FieldPanel("area"), VALIDITY],
            label=_("area"),
            heading=_("Areas it covers"),
            help_text=_(
                "Where people must live, or the prison or other establishment they are in. An area that was "
                "abolished cannot be chosen."
            ),
        ),
        InlinePanel(
            "service_at_locations",
            [FieldPanel("location"), FieldPanel("description")],
            label=_("place"),
            heading=_("Places"),
            help_text=_("Add the place under Directory, Places first. A private address is kept private there."),
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
                    heading=_("Only at one place, only in some weeks, or only for a time"),
                    classname="collapsed",
                ),
            ],
            label=_("hours"),
            heading=_("Opening hours"),
            help_text=_("One row for each run of days with the same times."),
        ),
    ],
    heading=_("Where and when"),
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
            heading=_("Now"),
        ),
        InlinePanel(
            "ways_in",
            [FieldRowPanel([FieldPanel("kind"), FieldPanel("answer_days")]), FieldPanel("description")],
            label=_("way in"),
            heading=_("Ways in"),
            help_text=_(
                "Only these are shown. “Send an enquiry here” is for services that agreed to answer enquiries."
            ),
        ),
        FieldPanel("is_helpline"),
        ticks("referral_routes"),
        FieldPanel("application_process"),
        InlinePanel("phones", label=_("number"), heading=_("Phone numbers")),
        FieldRowPanel([FieldPanel("email"), FieldPanel("url")]),
        InlinePanel(
            "contacts",
            [
                FieldRowPanel([FieldPanel("title"), FieldPanel("name")]),
                FieldPanel("department"),
                FieldRowPanel([FieldPanel("phone"), FieldPanel("email")]),
            ],
            label=_("contact"),
            heading=_("Who to ask for"),
            help_text=_("Everyone can read this. A role is enough: it stays true when people change."),
            classname="collapsed",
        ),
    ],
    heading=_("Referring"),
)

CHECKS = ObjectList(
    [
        HelpPanel(
            _("Ask the service, then write down the day. After half a year the listing counts as not confirmed.")
        ),
        FieldRowPanel([FieldPanel("assured_date"), FieldPanel("assured_with")]),
        FieldPanel("source_note"),
        InlinePanel(
            "confirmations",
            [FieldRowPanel([FieldPanel("fact"), FieldPanel("confirmed_on")]), FieldPanel("confirmed_with")],
            label=_("confirmed fact"),
            heading=_("Confirmed by itself"),
            help_text=_(
                "A check of the whole listing confirms every fact that no open question is about. Write here "
                "what the service confirmed at another time."
            ),
        ),
        InlinePanel(
            "open_questions",
            [FieldRowPanel([FieldPanel("about"), FieldPanel("question")])],
            label=_("question"),
            heading=_("Not known yet"),
            help_text=_(
                "Readers see these. The fact a question is about counts as not confirmed, so nobody is told no."
            ),
        ),
        FieldPanel("tags"),
    ],
    heading=_("Checks"),
)

SERVICE_FORM = TabbedInterface([WHAT, WHO, WHERE_AND_WHEN, REFERRING, CHECKS], base_form_class=ServiceForm)
