"""A short piece of text that shows why something was found."""

import re
from collections.abc import Callable
from html import escape

import tantivy

from search.engines.embedded.storage import schema
from search.engines.embedded.storage.documents import StoredDocument

SNIPPET_LENGTH = 200
# A fragment is extended to whole sentences as long as that takes no more characters than this.
MAX_TO_SENTENCE = 100
SENTENCE_END = re.compile(r"[.?!…](?:[\"”’)]*)(?:\s|\Z)|\n")
# The summary describes best what was found, so it is shown if it matched at all.
SOURCES = (schema.SUMMARY, schema.BODY)


class Snippets:
    """Makes the snippets of one search."""

    def __init__(self, searcher: tantivy.Searcher, query: tantivy.Query | None, index_schema: tantivy.Schema) -> None:
        """query is the text part of the search; None when there is no text."""
        self._generators: dict[str, tantivy.SnippetGenerator] = {}
        if query is None:
            return
        for field in SOURCES:
            generator = tantivy.SnippetGenerator.create(searcher, query, index_schema, field)
            generator.set_max_num_chars(SNIPPET_LENGTH)
            self._generators[field] = generator

    def of(self, record: StoredDocument, body: Callable[[], str]) -> str:
        """Safe HTML: the best matching part with <mark>, else the beginning of the summary. body reads the body."""
        for field, generator in self._generators.items():
            text = record.summary if field == schema.SUMMARY else body()
            source = tantivy.Document()
            source.add_text(field, text)
            if marked := _marked(generator.snippet_from_doc(source), text):
                return marked
        return escape(shortened(record.summary or body()))


def shortened(text: str, length: int = SNIPPET_LENGTH) -> str:
    """The beginning of a text, cut between words."""
    if len(text) <= length:
        return text
    return re.sub(r"\s+\S*\Z", "", text[:length]) + "…"


def _marked(snippet: tantivy.Snippet, text: str) -> str:
    # Tantivy counts in bytes of UTF-8.
    fragment = snippet.fragment().encode()
    parts, end = [], 0
    for span in snippet.highlighted():
        parts.append(escape(fragment[end : span.start].decode(errors="replace")))
        parts.append(f"<mark>{escape(fragment[span.start : span.end].decode(errors='replace'))}</mark>")
        end = span.end
    if not parts:
        return ""
    parts.append(escape(fragment[end:].decode(errors="replace")))
    before, after = _around(snippet.fragment(), text)
    return " ".join("".join((escape(before), *parts, escape(after))).split())


def _around(fragment: str, text: str) -> tuple[str, str]:
    """What makes whole sentences of a fragment, or an ellipsis where that is too much."""
    start = text.find(fragment)
    if start < 0:
        return "", ""
    begins, before = 0, text[:start]
    for match in SENTENCE_END.finditer(before):
        begins = match.end()
    prefix = before[begins:] if len(before) - begins <= MAX_TO_SENTENCE else "… "
    after = text[start + len(fragment) :]
    if not after or SENTENCE_END.match(fragment[-1:] + after[:1]):
        return prefix, ""
    found = SENTENCE_END.search(after)
    ends = found.start() + 1 if found else len(after)
    return prefix, after[:ends] if ends <= MAX_TO_SENTENCE else "…"
