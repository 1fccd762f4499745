"""What practitioners, relatives and people themselves type, and what it means in listings and guides."""

from search.distress_notices import OURS
from search.models import StopNotice, Synonym

# terms: why, for other editors.
SYNONYMS: dict[str, str] = {
    "LEPPS, LEPSS, lived experience peer support": "Both abbreviations are in use.",
    "CJSW, JSW, criminal justice social work, justice social work": "",
    "Bar-L, BarL, Barlinnie": "What the prison is called in Glasgow.",
    "CPO, community payback order": "",
    "CPO, community payback order, probation => community sentence": "A payback order is one, in Scotland.",
    "DTTO, drug treatment and testing order": "",
    "HSCP, health and social care partnership": "",
    "L&D, liaison and diversion": "",
    "PSW, peer support worker, peer worker": "",
    "jail, gaol, nick, prison": "",
    "cells, police station, arrested => police custody": "",
    "liberation, getting out, coming out => release": "Said in Scottish prisons.",
    "throughcare, through the gate, through-the-gate": "",
    "script, prescription, methadone, OST, opioid substitution": "A script is a methadone prescription.",
    "addiction, addict, addicts, substance use, substance misuse, drugs => alcohol and drugs": "",
    "ex-prisoner, ex-prisoners, ex-offender, ex-offenders, been inside => lived experience": "",
    "drink, drinking, booze => alcohol": "",
    "sober, clean => recovery": "",
    "homeless, homelessness, flat, tenancy, somewhere to live, accommodation, hostel => housing": "",
    "UC, universal credit, debt, skint => money and benefits": "",
    "job, jobs, employment, training, college => work and learning": "",
    "son, daughter, mum, dad, brother, sister, partner, wife, husband, relative => family": "Relatives say who.",
    "counselling, counsellor => mental health, someone to talk to": "",
    "anxiety, depression, low mood, wellbeing => mental health": "",
    "suicide, suicidal, self harm, self-harm => someone to talk to, mental health": "Stop notices come with it.",
    "lonely, loneliness, bored, isolated => someone to talk to, meaningful activity": "",
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
