"""What practitioners, relatives and people themselves type, and what it means in listings and guides."""

from search.distress.notices import OURS
from search.models import StopNotice, Synonym

# terms: why, for other editors.
SYNONYMS: dict[str, str] = {
    "LEPPS, LEPSS, lived experience peer support": "Both abbreviations are in use.",
    "CJSW, JSW, criminal justice social work, justice social work": "",
    "Bar-L, BarL, Barlinnie": "What the prison is called in Glasgow.",
    "CPO, community payback order": "",
    "DTTO, drug treatment and testing order": "",
    "HSCP, health and social care partnership": "",
    "L&D, liaison and diversion": "",
    "PSW, peer support worker, peer worker": "",
    "jail, gaol, nick, prison": "",
    "throughcare, through the gate, through-the-gate": "",
    "script, prescription, methadone, OST, opioid substitution": "A script is a methadone prescription.",
    "ex-prisoner, ex-prisoners, ex-offender, ex-offenders, been inside => lived experience": "",
    "sober, clean => recovery": "",
    "woman, women, female, lady, girl, lassie": "",
    "man, men, male, lad, laddie": "",
}


def create_search_words() -> None:
    """Create synonyms and stop notices where editors have none; what they changed or removed is theirs."""
    if not Synonym.objects.exists():
        for terms, note in SYNONYMS.items():
            Synonym(terms=terms, note=note).save()
    if not StopNotice.objects.exists():
        # The notices that come with the code, so that editors can see and change them.
        for position, notice in enumerate(OURS, start=1):
            StopNotice(
                kinds=",".join(notice.kinds),
                heading=notice.heading,
                message=notice.message,
                link_url=notice.link_url,
                link_text=notice.link_text,
                position=position,
            ).save()
