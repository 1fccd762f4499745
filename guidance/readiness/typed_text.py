"""What people type and paste into a check, made one plain line; and what should not stand there."""

import re
from html.parser import HTMLParser

import phonenumbers
from django.utils.translation import gettext as _

from search.text.invisible_characters import clean_free_text

LONGEST_EVIDENCE = 500
LONGEST_ROLE = 80
# What word processors put on the clipboard. Other angle brackets are what somebody meant to type.
_PASTED = re.compile(r"<!--\[if|class=[\"']?Mso|</?o:|</?w:|</(?:p|span|div|font|td|li)>", re.IGNORECASE)
_UNSEEN = ("style", "script", "head", "xml", "title")
_EMAIL = re.compile(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]{2,}")
REGION = "GB"


def one_line(typed: str) -> str:
    """One line of words: of pasted markup only its words, and no character that nobody sees."""
    text = _words_of(typed) if _PASTED.search(typed) else typed
    return " ".join(clean_free_text(text).split())


def evidence_problem(text: str) -> str:
    """What is wrong with a line of evidence; nothing when it is fine."""
    return _too_long(text, LONGEST_EVIDENCE) or _contact_details(text)


def role_problem(text: str) -> str:
    """What is wrong with a role."""
    return _too_long(text, LONGEST_ROLE) or _contact_details(text)


def _too_long(text: str, longest: int) -> str:
    over = len(text) - longest
    if over <= 0:
        return ""
    words = _("Shorten this to %(longest)s characters. It is %(over)s too long.")
    return words % {"longest": longest, "over": over}


def _contact_details(text: str) -> str:
    if _EMAIL.search(text):
        return _("Write a role, not a person: this looks like an e-mail address.")
    if any(True for _found in phonenumbers.PhoneNumberMatcher(text, REGION)):
        return _("Write a role, not a person: this looks like a telephone number.")
    return ""


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.unseen += tag in _UNSEEN
        self.found.append(" " if tag in ("p", "br", "li", "td", "div", "tr") else "")

    def handle_endtag(self, tag: str) -> None:
        self.unseen = max(self.unseen - (tag in _UNSEEN), 0)

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self.found.append(data)


def _words_of(markup: str) -> str:
    parser = _Words()
    parser.feed(markup)
    parser.close()
    words = "".join(parser.found)
    # Markup that is broken off in a part that is not shown says nothing: then it is better than nothing.
    return words if words.strip() else markup
