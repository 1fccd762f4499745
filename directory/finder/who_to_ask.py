"""Whom to ask when no service fits: somebody who is there already, by where the person is."""

from django.utils.translation import gettext_lazy as _

STAFF = {
    "police-custody": _("Ask the custody sergeant or the custody nurse. They are there day and night."),
    "court": _("Ask for the social worker at the court, or the solicitor."),
    "prison": _("Ask the personal officer, or the prison’s link centre or social work unit."),
    "before-release": _("Ask the prison’s link centre or social work unit, and the council the person goes home to."),
    "community-sentence": _("Ask the social worker or officer who supervises the sentence."),
    "licence": _("Ask the social worker or officer who supervises the licence, or the council’s throughcare team."),
}
ANYONE = _("Ask the council’s justice social work team. Where the person lives decides which council.")


def who_to_ask(setting: str) -> str:
    """One sentence or two. setting: slug of where the person is now, or nothing."""
    return STAFF.get(setting, ANYONE)
