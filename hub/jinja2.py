"""The second template engine, for the finder and for what a page draws dozens of times: cards, fields. See ADR 41."""

from typing import Any

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from jinja2 import Environment


def environment(**options: Any) -> Environment:
    """What Django's backend for Jinja2 asks for: the environment of its templates, with our functions in it."""
    made = Environment(**options, finalize=escape_quotes)  # noqa: S701  the backend's options escape everything
    made.globals |= {"_": gettext, "url": reverse, "component": component}
    return made


def component(name: str, /, **context: Any) -> SafeString:
    """A part that few pages have, from Django's templates."""
    return render_to_string(name, context, using="django")


def escape_quotes(value: Any) -> Any:
    """What is shown, escaped where it has quotes: Jinja2 would write them in another way than Django does.

    One text is then the same wherever it stands on a page. The rest is escaped by Jinja2, which is quicker.
    """
    if isinstance(value, Promise):
        value = str(value)
    return escape(value) if type(value) is str and ("'" in value or '"' in value) else value
