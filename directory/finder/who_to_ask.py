"""Whom to ask when no service fits: somebody who is there already, by where the person is."""

STAFF = {
    "police-custody": "Ask the custody sergeant or the custody nurse. They are there day and night.",
    "court": "Ask for the social worker at the court, or the solicitor.",
    "prison": "Ask the personal officer, or the prison’s link centre or social work unit.",
    "before-release": "Ask the prison’s link centre or social work unit, and the council the person goes home to.",
    "community-sentence": "Ask the social worker or officer who supervises the sentence.",
    "licence": "Ask the social worker or officer who supervises the licence, or the council’s throughcare team.",
}
ANYONE = "Ask the council’s justice social work team. Where the person lives decides which council."


def who_to_ask(setting: str) -> str:
    """One sentence or two. setting: slug of where the person is now, or nothing."""
    return STAFF.get(setting, ANYONE)
