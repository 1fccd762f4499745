"""The small Markdown in which guides are written, turned into blocks."""

import re
from collections.abc import Iterator, Mapping
from html import escape

from guidance.choices import Level, all_jurisdictions

from .building import Part, callout, checklist, figures, heading, publication, rule, services, statement, steps, text

FENCE = ":::"
NOTHING = {"title": "", "publisher": "", "published": "", "url": ""}
OURS = "ours"
NOTE = "Note:"
BOLD, ITALIC = re.compile(r"\*\*(.+?)\*\*"), re.compile(r"\*(.+?)\*")
LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")

Sources = Mapping[str, dict[str, str]]


def read_body(written: str, sources: Sources) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """The blocks of a body, and the statements that close it."""
    body: list[Part] = []
    statements: list[Part] = []
    for kind, first, lines in _chunks(written):
        if kind == "statements":
            statements += [_statement(line) for line in _items(lines)]
        else:
            body += _block(kind, first, lines, sources)
    return tuple(body), tuple(statements)


def _chunks(written: str) -> Iterator[tuple[str, str, list[str]]]:
    """What is fenced, headings, and the words between: each with its kind and its lines."""
    lines = iter(written.splitlines())
    words: list[str] = []
    for line in lines:
        if not line.startswith(("## ", FENCE)):
            words.append(line)
            continue
        if any(map(str.strip, words)):
            yield "words", "", words
        words = []
        if line.startswith("## "):
            yield "heading", line[3:].strip(), []
        else:
            kind, _, first = line[len(FENCE) :].strip().partition(" ")
            yield kind, first.strip(), _until_fence(lines)
    if any(map(str.strip, words)):
        yield "words", "", words


def _until_fence(lines: Iterator[str]) -> list[str]:
    inside: list[str] = []
    for line in lines:
        if line.strip() == FENCE:
            return inside
        inside.append(line)
    raise ValueError(f"a block that begins with {FENCE} does not end")


def _block(kind: str, first: str, lines: list[str], sources: Sources) -> list[Part]:
    if kind == "heading":
        return [heading(first)]
    if kind == "words":
        return [text(_html(lines))]
    if kind in Level.values:
        return [_rule(kind, first, lines, sources)]
    makers = {
        "steps": lambda: steps(*(_pair(line) for line in lines if line.strip())),
        "callout": lambda: callout(first, _html(lines)),
        "check": lambda: checklist(first, *_items(lines)),
        "note": lambda: _note(first, _html(lines)),
        "services": lambda: services(*" ".join(lines).split(), title=first),
        "publication": lambda: _publication(first, lines, sources),
        "figures": lambda: _figures(first, lines, sources),
        "sources": lambda: text(_listed(" ".join(lines).split(), sources)),
        "periods": lambda: _periods(first, lines, sources),
        "disagreement": lambda: _disagreement(first, lines, sources),
    }
    if kind not in makers:
        raise ValueError(f"no block is called {kind!r}")
    return [makers[kind]()]


def _rule(level: str, first: str, lines: list[str], sources: Sources) -> Part:
    """`identifier | nations | whom it applies to | source | first day | last day`; the last two may be left out."""
    identifier, nations, applies_to, source, *days = _cells(first)
    said = " ".join(line.strip() for line in lines if line.strip() and not line.startswith(NOTE))
    notes = " ".join(line.removeprefix(NOTE).strip() for line in lines if line.startswith(NOTE))
    return rule(
        level,
        said,
        applies_to,
        NOTHING if source == OURS else sources[source],
        notes,
        identifier=identifier,
        jurisdictions=_nations(nations),
        valid_from=(days[0] or None) if days else None,
        valid_until=(days[1] or None) if len(days) > 1 else None,
    )


def _statement(line: str) -> Part:
    """`words | identifier | the rule it rests on | the heading that says how`; the last two may be empty."""
    words, identifier, rests_on, chapter = (*_cells(line), "", "")[:4]
    return statement(words, identifier=identifier, rests_on=rests_on, chapter=chapter)


def _note(first: str, html: str) -> Part:
    kind, _, title = first.partition(" ")
    return ("note", {"kind": kind, "title": title.strip(), "text": html})


def _publication(source: str, lines: list[str], sources: Sources) -> Part:
    found = sources[source]
    name, value = publication(found["title"], found["publisher"], " ".join(lines).strip(), found["published"][:20])
    return (name, {**value, "url": found["url"]})


def _listed(keys: list[str], sources: Sources) -> str:
    """Sources as a list of links, each with who published it and when."""
    items = []
    for found in (sources[key] for key in keys):
        title = escape(found["title"], quote=False)
        linked = f'<a href="{escape(found["url"])}">{title}</a>' if found["url"] else title
        about = ", ".join(filter(None, (found["publisher"], found["published"] or "date not shown")))
        items.append(f"<li>{linked}, {escape(about, quote=False)}</li>")
    return f"<ul>{''.join(items)}</ul>"


def _figures(first: str, lines: list[str], sources: Sources) -> Part:
    title, source = _cells(first)
    found = sources[source]
    numbers = [_cells(line) for line in _items(lines)]
    uncertain = " ".join(line.strip() for line in lines if line.strip() and not line.startswith("- "))
    said = ", ".join(filter(None, (found["title"], found["publisher"], found["published"])))
    return figures(
        title,
        [(number, label, False) for number, label in numbers],
        said[:200],
        source_url=found["url"],
        uncertainty=uncertain,
    )


def _periods(first: str, lines: list[str], sources: Sources) -> Part:
    """`period | what is counted | total | part, number; part, number*`; a star marks what we worked out."""
    title, source = _cells(first)
    uncertain = " ".join(line.strip() for line in lines if line.strip() and not line.startswith("- "))
    periods = []
    for period, label, total, parts in map(_cells, _items(lines)):
        pairs = [part.strip().rpartition(", ") for part in parts.split(";")]
        made = [
            {"label": words, "number": int(number.rstrip("*")), "is_derived": number.endswith("*")}
            for words, _, number in pairs
        ]
        periods.append({"period": period, "label": label, "total": int(total), "parts": made})
    value = {"title": title, "periods": periods, "source": dict(sources[source]), "uncertainty": uncertain}
    return ("period_figures", value)


def _disagreement(first: str, lines: list[str], sources: Sources) -> Part:
    """`question | nations`, then an item each: `what it says | source`, then what to do."""
    question, nations = _cells(first)
    accounts = [_cells(line) for line in _items(lines)]
    reading = " ".join(line.strip() for line in lines if line.strip() and not line.startswith("- "))
    return (
        "disagreement",
        {
            "question": question,
            "jurisdictions": _nations(nations),
            "accounts": [{"text": said, "source": dict(sources[source])} for said, source in accounts],
            "reading": reading,
        },
    )


def _nations(written: str) -> list[str]:
    chosen = all_jurisdictions() if written == "all" else [name.strip() for name in written.split(",")]
    if unknown := set(chosen) - set(all_jurisdictions()):
        raise ValueError(f"no nation is called {', '.join(sorted(unknown))}")
    return chosen


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.split("|")]


def _pair(line: str) -> tuple[str, str]:
    title, _, words = line.strip().removeprefix("- ").partition("|")
    return title.strip(), words.strip()


def _items(lines: list[str]) -> list[str]:
    return [line.strip().removeprefix("- ") for line in lines if line.strip().startswith("- ")]


def _html(lines: list[str]) -> str:
    """Paragraphs, which empty lines part, and lists."""
    parts: list[str] = []
    for paragraph in re.split(r"\n\s*\n", "\n".join(lines).strip()):
        rows = [row.strip() for row in paragraph.splitlines()]
        words = " ".join(row for row in rows if not row.startswith("- "))
        items = "".join(f"<li>{_inline(item)}</li>" for item in _items(rows))
        parts += [f"<p>{_inline(words)}</p>"] if words else []
        parts += [f"<ul>{items}</ul>"] if items else []
    return "".join(parts)


def _inline(words: str) -> str:
    marked = BOLD.sub(r"<b>\1</b>", escape(words, quote=False))
    return LINK.sub(r'<a href="\2">\1</a>', ITALIC.sub(r"<i>\1</i>", marked))
