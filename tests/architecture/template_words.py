"""Finds the words of a template that do not go through gettext."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from django.template.base import Lexer, Token, TokenType

LETTER = re.compile(r"[^\W\d_]")
# What people read or hear. `value` and `content` are words on some elements only.
HUMAN = {"alt", "title", "aria-label", "aria-description", "aria-roledescription", "placeholder", "data-label"}
UNREAD = {"script", "style"}
# Strings in these name files, addresses, libraries and formats.
SPEAK_TO_DJANGO = {"block", "csrf_token", "elif", "extends", "for", "if", "load", "now", "static", "url", "with"}
TRANSLATE = ("translate", "trans")
SENTENCE = ("blocktranslate", "blocktrans")
# Fills an attribute of the base template.
CLASSES = "block main_class"
LITERAL = re.compile(r'(?P<before>\S*?)"(?P<text>[^"]*)"')
KEYWORD = re.compile(r"(\w+)=$")
# Keywords whose strings are words, whatever they look like. Others are words if they have a capital or a space.
WORDS = {"action_button_text", "heading", "hint", "label", "lede", "no_action_button_text", "of", "subtitle", "title"}
FILTERS_OF_FORMAT = ("|add:", "|date:", "|join:", "|stringformat:", "|time:", "|truncatechars:")


def untranslated(source: str) -> list[str]:
    """Text and attributes with letters outside `translate` and `blocktranslate`, and strings given to tags."""
    parser = _Words()
    parser.feed("".join(_markup(source)))
    parser.close()
    return parser.found + list(_strings_of_tags(source))


def _tokens_outside_sentences(source: str) -> Iterator[Token]:
    is_inside = False
    for token in Lexer(source).tokenize():
        name = token.contents.split(" ", 1)[0] if token.token_type == TokenType.BLOCK else ""
        if name in SENTENCE or (name and token.contents == CLASSES):
            is_inside = True
        if not is_inside:
            yield token
        if name.removeprefix("end") in (*SENTENCE, "block") and name.startswith("end"):
            is_inside = False


def _markup(source: str) -> Iterator[str]:
    """The template with a digit for each variable and nothing for tags: what is left was typed by somebody."""
    for token in _tokens_outside_sentences(source):
        if token.token_type == TokenType.TEXT:
            yield token.contents
        elif token.token_type == TokenType.VAR:
            yield "0"


def _strings_of_tags(source: str) -> Iterator[str]:
    for token in _tokens_outside_sentences(source):
        if token.token_type == TokenType.VAR and "|default" in token.contents:
            yield from _literals(token.contents.split("|default", 1)[1])
        elif token.token_type == TokenType.BLOCK:
            name, _, arguments = token.contents.partition(" ")
            if name == "include":
                arguments = arguments.partition('" ')[2]
            if name not in SPEAK_TO_DJANGO and name not in TRANSLATE:
                yield from _literals(arguments)


def _literals(arguments: str) -> Iterator[str]:
    for match in LITERAL.finditer(arguments):
        before, text = match["before"], match["text"]
        keyword = KEYWORD.search(before)
        is_word = (keyword and keyword[1] in WORDS) or re.search(r"[A-Z]|[^\W\d_] ", text)
        is_css = bool(keyword and keyword[1] == "sizes")
        if is_word and not is_css and LETTER.search(text) and not before.endswith(("_(", *FILTERS_OF_FORMAT)):
            yield text


@dataclass
class _Words(HTMLParser):
    found: list[str] = field(default_factory=list)
    unread: int = 0

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.unread += tag in UNREAD
        given = dict(attrs)
        human = set(HUMAN)
        if tag == "input" and given.get("type") in {"submit", "button", "reset"}:
            human.add("value")
        if tag == "meta" and given.get("name") == "description":
            human.add("content")
        self.found += [value for name, value in attrs if name in human and value and LETTER.search(value)]

    def handle_endtag(self, tag: str) -> None:
        self.unread -= tag in UNREAD

    def handle_data(self, data: str) -> None:
        if not self.unread and LETTER.search(data):
            self.found.append(" ".join(data.split()))
