"""What practitioners, relatives and people themselves type, and what it means in listings and guides."""

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
    "suicide, suicidal, self harm, self-harm => someone to talk to, mental health": "A stop notice comes with it.",
    "lonely, loneliness, bored, isolated => someone to talk to, meaningful activity": "",
}

STOP_NOTICES = (
    {
        "words": "suicide, suicidal, kill myself, kill himself, kill herself, self harm, want to die",
        "message": "If someone might die or be hurt now, call 999. Samaritans listen day and night, free.",
        "link_url": "tel:116123",
        "link_text": "Call Samaritans on 116 123",
    },
    {
        "words": "overdose, overdosed, overdosing",
        "message": "For an overdose happening now, call 999 and stay with the person.",
        "link_url": "tel:999",
        "link_text": "Call 999",
    },
)


def create_search_words() -> None:
    """Create synonyms and stop notices where editors have none; what they changed or removed is theirs."""
    if not Synonym.objects.exists():
        for terms, note in SYNONYMS.items():
            Synonym(terms=terms, note=note).save()
    if not StopNotice.objects.exists():
        for fields in STOP_NOTICES:
            StopNotice(**fields).save()
