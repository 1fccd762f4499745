"""Says on a page which language it is in, and leads to the others. With one language only `lang` is left of it."""

import json
from typing import Any

from django import template
from django.conf import settings
from django.conf.locale import LANG_INFO
from django.http import HttpRequest
from django.template import Context
from django.template.base import NodeList, Parser, Token
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from directory.navigation import languages
from directory.navigation.page_lifetime import asks_nothing
from directory.navigation.script_words import SCRIPT_WORDS
from search.languages import answered_language, is_in_own_language, is_multilingual, own_language, spoken_language

register = template.Library()
register.filter("without_prefix", languages.without_prefix)
OWN = "own"


@register.simple_tag
def html_language() -> SafeString:
    """The attributes of the root element. From left to right goes without saying there."""
    attributes = languages.language_attributes(spoken_language())
    return _attributes({name: value for name, value in attributes.items() if value != "ltr"})


@register.simple_tag
def words_of_scripts() -> SafeString | str:
    """What scripts say in the language of the page, by the English that stands in them. In English nothing."""
    words = {text: gettext(text) for text in SCRIPT_WORDS}
    said = {text: word for text, word in words.items() if word != text}
    return format_html('<meta name="words-of-scripts" content="{}">', json.dumps(said)) if said else ""


@register.simple_tag
def content_language(shown: Any) -> SafeString | str:
    """The attributes of what was written in another language than the page is in; with the space before them.

    shown: a page or an entry of a list, or `OWN` for what a hub has in its own language alone: terms, words explained.
    """
    is_shown_instead = not is_in_own_language() if shown == OWN else getattr(shown, "is_shown_instead", False)
    if not is_shown_instead:
        return ""
    return format_html(" {}", _attributes(languages.language_attributes(own_language())))


def _attributes(named: dict[str, str]) -> SafeString:
    return format_html_join(" ", '{}="{}"', named.items())


# What content in another language stands in. Inside an element that says its language it needs none.
ELEMENTS = {
    "": '<div class="hub-in-language hub-prose"{}>{}</div>',
    "with_margin": '<div class="hub-in-language hub-prose hub-prose--margin"{}>{}</div>',
    "plain": "<div{}>{}</div>",
    "inline": "<span{}>{}</span>",
    "within": "",
}


class ContentNode(template.Node):
    """Says its content in the language it was written in, and wraps it in an element that names the language.

    What the hub itself says in it is in that language too: a screen reader would say it with the wrong voice.
    """

    def __init__(self, nodes: NodeList, shown: Any, element: str) -> None:
        self.nodes, self.shown, self.element = nodes, shown, element

    def render(self, context: Context) -> SafeString:
        attributes = content_language(self.shown.resolve(context))
        if not attributes:
            return self.nodes.render(context)
        with translation.override(own_language()):
            content = self.nodes.render(context)
        return format_html(self.element, attributes, content) if self.element else content


@register.tag
def in_content_language(parser: Parser, token: Token) -> ContentNode:
    """`{% in_content_language page %}` … `{% end_in_content_language %}` around what is in the language of a page.

    The page is "own" for what a hub has in its own language alone. Behind it: `with_margin` where the text has notes
    beside it, `plain` for a part of a page, `inline` for words, `within` inside an element with `content_language`.
    """
    _, shown, *looks = token.split_contents()
    nodes = parser.parse(("end_in_content_language",))
    parser.delete_first_token()
    return ContentNode(nodes, parser.compile_filter(shown), ELEMENTS["".join(looks)])


@register.simple_tag(takes_context=True)
def language_links(context: Context) -> SafeString | str:
    """A list of the hub's languages, each leading to this page in it."""
    addresses = _addresses(context)
    if not addresses:
        return ""
    choices = [
        {
            "name": languages.language_name(code),
            "tag": languages.language_tag(code),
            "direction": languages.direction(code),
            "address": addresses.get(code, ""),
            "is_current": code == answered_language(),
        }
        for code in dict(settings.LANGUAGES)
    ]
    return render_to_string("components/languages.html", {"choices": choices})


@register.simple_tag(takes_context=True)
def language_head(context: Context) -> SafeString | str:
    """For machines: where the same page is in other languages, or that this one only stands in for another."""
    request, page = context.get("request"), context.get("page")
    addresses = _addresses(context)
    if getattr(page, "is_shown_instead", False) and request is not None:
        original = request.build_absolute_uri(languages.without_prefix(request.path))
        return format_html('<link rel="canonical" href="{}">', original)
    written = addresses if not _has_translations(page) else {code: addresses.get(code, "") for code in _written(page)}
    if len(written) < 2:
        return ""
    found = [(languages.language_tag(code), request.build_absolute_uri(to)) for code, to in written.items() if to]
    return format_html_join("", '<link rel="alternate" hreflang="{}" href="{}">', found)


@register.simple_tag(takes_context=True)
def untranslated_notice(context: Context) -> SafeString | str:
    """That a page is not there in the language that was asked for."""
    if not getattr(context.get("page"), "is_shown_instead", False):
        return ""
    names = {"wanted": _name(answered_language()), "original": _name(own_language())}
    return render_to_string("components/untranslated.html", names)


def _addresses(context: Context) -> dict[str, str]:
    """This page in each language that has it or something in its place; nothing where there is no choice."""
    request: HttpRequest | None = context.get("request")
    if not is_multilingual() or request is None or request.method not in ("GET", "HEAD"):
        return {}
    if request.resolver_match is None or not languages.has_languages(request.path):
        return {}
    page, path = context.get("page"), languages.without_prefix(request.path)
    found = {code: languages.with_prefix(path, code) for code in dict(settings.LANGUAGES)}
    if _has_translations(page) and request.path == page.url:
        found = _addresses_of(page, found)
    query = "" if asks_nothing(request) else f"?{request.META['QUERY_STRING']}"
    return {code: f"{address}{query}" for code, address in found.items()}


def _addresses_of(page: Any, by_path: dict[str, str]) -> dict[str, str]:
    """A translation may have another address than the original, and may be without one."""
    others = {code: each.url for code, each in page.other_languages.items()}
    is_original = page.is_shown_instead or answered_language() == own_language()
    if is_original:
        return {**by_path, **others}
    original = others.get(own_language())
    untranslated = {code: languages.with_prefix(original, code) for code in by_path} if original else {}
    return {**untranslated, **others, answered_language(): page.url}


def _has_translations(page: Any) -> bool:
    return hasattr(page, "other_languages")


def _written(page: Any) -> list[str]:
    """The languages in which a page was written, in the hub's order."""
    return [code for code in dict(settings.LANGUAGES) if code == answered_language() or code in page.other_languages]


def _name(code: str) -> str:
    """What a language is called in the one that is spoken. Django has these names in every language."""
    family = code.partition("-")[0]
    return gettext(LANG_INFO[family if family in LANG_INFO else code]["name"])
