"""Marks the words of the glossary in running text: the first time each is used on a page, and nowhere else.

A mark is a link to the word's explanation at the end of the same page, so it works without a script and on paper.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

TAG = re.compile(r"(<[^>]*>)")
WORD = re.compile(r"(?<![\w&/.@-])\w+")
# Words in there are links, headings or explained already.
LEFT_ALONE = re.compile(r"<(/?)(a|dfn|h[1-6])\b", re.IGNORECASE)
# Nothing, or the end of a plural; and then no more of the same word.
ENDING = re.compile(r"s?(?![\w-])")


@dataclass(frozen=True, slots=True)
class MarkedTerm:
    """A word as a page explains it: the id of the explanation, what stands above it, and what it is called."""

    anchor: str
    heading: str
    definition: str
    names: tuple[str, ...]


class Marks:
    """All words that can be marked, by the first word of each of their names."""

    def __init__(self, terms: Iterable[MarkedTerm]) -> None:
        self._by_first_word: dict[str, list[tuple[str, MarkedTerm]]] = {}
        for term in terms:
            for name in map(escape, term.names):
                first = WORD.match(name)
                if first:
                    self._by_first_word.setdefault(first.group().lower(), []).append((name, term))
        for candidates in self._by_first_word.values():
            # The longest name that fits is the one that is meant.
            candidates.sort(key=lambda pair: -len(pair[0]))

    def starting_with(self, word: str) -> Iterable[tuple[str, MarkedTerm]]:
        return self._by_first_word.get(word.lower(), ())


@dataclass
class Explainer:
    """What one page has explained so far. Made anew for each page."""

    marks: Marks
    used: dict[str, MarkedTerm] = field(default_factory=dict)

    def mark_text(self, text: str) -> SafeString:
        """A text without markup, escaped, with words marked."""
        return self.mark(escape(text))

    def mark(self, html: str) -> SafeString:
        """The same markup with words marked that this page has not explained yet."""
        parts, depth = [], 0
        for part in TAG.split(html):
            if part.startswith("<"):
                special = LEFT_ALONE.match(part)
                depth += (-1 if special.group(1) else 1) if special else 0
                parts.append(part)
            else:
                parts.append(part if depth else self._mark_text(part))
        return mark_safe("".join(parts))  # noqa: S308 - what came in was markup, and what is added is escaped

    @property
    def explained(self) -> list[MarkedTerm]:
        """What the end of the page has to explain."""
        return sorted(self.used.values(), key=lambda term: term.heading.casefold())

    def _mark_text(self, text: str) -> str:
        marked, end = [], 0
        for word in WORD.finditer(text):
            if word.start() < end:
                continue
            found = self._term_at(text, word)
            if found:
                written, term = found
                self.used[term.anchor] = term
                marked += [text[end : word.start()], _link(written, term)]
                end = word.start() + len(written)
        return "".join((*marked, text[end:]))

    def _term_at(self, text: str, word: re.Match[str]) -> tuple[str, MarkedTerm] | None:
        whole, start = word.group(), word.start()
        # “Peers” uses the word “peer”.
        singular = self.marks.starting_with(whole[:-1]) if whole.endswith("s") else ()
        for name, term in (*self.marks.starting_with(whole), *singular):
            end = start + len(name)
            rest = ENDING.match(text, end)
            if rest and _is_same(text[start:end], name):
                return None if term.anchor in self.used else (text[start : rest.end()], term)
        return None


def _is_same(written: str, name: str) -> bool:
    """Acronyms only as they are written: a “Pip” is no PIP. Other words in any case."""
    return written == name if name.isupper() else written.lower() == name.lower()


def _link(written: str, term: MarkedTerm) -> str:
    return format_html('<a class="hub-term" href="#{}">{}</a>', term.anchor, mark_safe(written))  # noqa: S308 - markup
