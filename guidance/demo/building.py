"""How the demo's pages are written down, and how they become real pages."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from wagtail.fields import StreamField

from directory.models import Service

from .pictures import SHOWS, two_lines

# A block as the demo writes it: its name in the stream and its value.
Part = tuple[str, Any]

REVIEWED_AT = date(2026, 11, 22)
NEXT_REVIEW = date(2027, 5, 22)


@dataclass(frozen=True, slots=True)
class Guide:
    """A guide to create."""

    slug: str
    title: str
    short_title: str
    summary: str
    lede: str
    body: tuple[Part, ...]
    is_practice: bool = False


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage to create, with its guides."""

    slug: str
    title: str
    summary: str
    short_summary: str
    team_says: str
    move_on_when: tuple[str, ...]
    guides: tuple[Guide, ...]
    body: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """A story to create. `guides` and `service` and `setting` are slugs; a missing one is left out.

    `earlier_slugs` are those it had before: their addresses lead to the story.
    """

    slug: str
    title: str
    fields: Mapping[str, Any]
    earlier_slugs: tuple[str, ...] = ()
    setting: str = ""
    # Without any, a story of a service has those of its listing.
    needs: tuple[str, ...] = ()
    service: str = ""
    guides: tuple[str, ...] = ()
    path: tuple[Part, ...] = ()
    body: tuple[Part, ...] = ()
    is_published: bool = True


def heading(words: str) -> Part:
    return ("heading", words)


def text(html: str) -> Part:
    return ("text", html)


def callout(title: str, html: str) -> Part:
    return ("callout", {"title": title, "text": html})


def doubt(html: str, title: str = "") -> Part:
    """An editor's note about a fact that is not certain."""
    return ("note", {"kind": "editor", "title": title, "text": html})


def word(term: str, html: str) -> Part:
    return ("note", {"kind": "word", "title": term, "text": html})


def voice(words: str, role: str, speaker: str = "") -> Part:
    """Someone's voice. The demo quotes nobody: every voice is put in our words."""
    return ("voice", {"text": words, "speaker": speaker, "role": role, "is_paraphrase": True})


def steps(*pairs: tuple[str, str]) -> Part:
    return ("steps", {"steps": [{"title": title, "text": words} for title, words in pairs]})


def checklist(title: str, *items: str) -> Part:
    return ("checklist", {"title": title, "items": list(items)})


def source(title: str, publisher: str = "", published: str = "", url: str = "") -> dict[str, str]:
    """Where something is written. `published` as the source gives it; empty, it shows no date."""
    return {"title": title, "publisher": publisher, "published": published, "url": url}


def rule(
    level: str,
    words: str,
    applies_to: str,
    source: Mapping[str, str],
    note: str = "",
    *,
    identifier: str,
    jurisdictions: Iterable[str] = ("england",),
    valid_from: str | None = None,
    valid_until: str | None = None,
) -> Part:
    """What a rule asks for. Days are written as 2025-04-01."""
    return (
        "requirement",
        {
            "level": level,
            "text": words,
            "applies_to": applies_to,
            "jurisdictions": list(jurisdictions),
            "source": dict(source),
            "valid_from": valid_from,
            "valid_until": valid_until,
            "note": note,
            "identifier": identifier,
        },
    )


def disagreement(
    question: str, *accounts: tuple[str, Mapping[str, str]], reading: str, nations: Iterable[str]
) -> Part:
    """What sources say that do not agree, each with its source, and how to act meanwhile."""
    told = [{"text": words, "source": dict(where)} for words, where in accounts]
    value = {"question": question, "jurisdictions": list(nations), "accounts": told, "reading": reading}
    return ("disagreement", value)


def statement(words: str, *, identifier: str = "", rests_on: str = "", chapter: str = "") -> Part:
    """What closes a guide. `rests_on` names a rule of the guide, `chapter` one of its headings."""
    return (
        "statement",
        {"text": words, "requirement": rests_on, "chapter": chapter, "identifier": identifier},
    )


def figures(title: str, numbers: Iterable[tuple[str, str, bool]], source: str, **more: str) -> Part:
    """Numbers as (number, label, whether we worked it out)."""
    listed = [{"number": number, "label": label, "is_derived": derived} for number, label, derived in numbers]
    return ("figures", {"title": title, "figures": listed, "source": source, **more})


def publication(title: str, publisher: str, about: str, year: str = "") -> Part:
    return ("publication", {"title": title, "publisher": publisher, "about": about, "year": year})


def services(*slugs: str, title: str = "Services with peer workers") -> Part:
    return ("services", {"title": title, "slugs": slugs})


def two_lines_picture(caption: str) -> Part:
    """The demo's illustration."""
    return ("picture", {"caption": caption})


def stop(title: str, words: str, *, peer_joins: bool = False) -> Part:
    return ("step", {"title": title, "text": words, "peer_joins": peer_joins})


def stream_value(stream_field: StreamField, parts: Iterable[Part]) -> Any:
    """Turn parts into the value of a stream field."""
    raw = [{"type": name, "value": value} for name, value in parts]
    return stream_field.stream_block.to_python(raw)


def with_services(parts: Iterable[Part], known: Mapping[str, Service]) -> list[Part]:
    """Replace the slugs of services by their keys; leave out services that do not exist. Fill in the picture."""
    resolved = []
    for name, value in parts:
        if name == "picture":
            shown = {"image": two_lines().pk, "alt_text": SHOWS, "decorative": False}
            resolved.append((name, {**value, "picture": shown, "credit": ""}))
            continue
        if name != "services":
            resolved.append((name, value))
            continue
        keys = [known[slug].pk for slug in value["slugs"] if slug in known]
        if keys:
            resolved.append((name, {"title": value["title"], "services": keys}))
    return resolved
