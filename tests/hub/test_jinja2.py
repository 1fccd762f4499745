"""What the templates of Jinja2 know, and that they show nothing unescaped."""

import jinja2
import pytest
from django.template import engines
from django.utils import translation
from django.utils.functional import lazystr
from django.utils.html import escape
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy
from hypothesis import given
from hypothesis import strategies as st

MARKUP = "<script>alert('1')</script>"


def drawn(source: str, **context: object) -> str:
    return engines["jinja2"].from_string(source).render(context)


@pytest.mark.parametrize("shown", [MARKUP, gettext_lazy(MARKUP), jinja2.Undefined(name=MARKUP)])
def test_what_somebody_wrote_is_escaped(shown) -> None:
    assert "<" not in drawn("{{ shown }}", shown=shown)


def test_a_name_in_words_that_hold_markup_is_escaped() -> None:
    words = """{{ _("Can I refer?<b> %(name)s</b>")|safe % {"name": shown} }}"""
    assert drawn(words, shown=MARKUP) == "Can I refer?<b> &lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;</b>"


@given(st.text("<>&'\"\\x00 ab"))
def test_a_text_is_the_same_as_in_a_template_of_django(shown: str) -> None:
    assert drawn("{{ shown }}", shown=shown) == escape(shown)
    assert drawn("{{ shown }}", shown=lazystr(shown)) == escape(shown)


def test_what_django_holds_to_be_safe_is_shown_as_it_is() -> None:
    assert drawn("{{ shown }}", shown=mark_safe("<b>1</b>")) == "<b>1</b>"


def test_words_are_in_the_language_of_the_answer() -> None:
    with translation.override("cy"):
        assert drawn("""{{ _("Monday") }}""") == "Dydd Llun"
    assert drawn("""{{ _("Monday") }}""") == "Monday"


def test_a_part_of_django_escapes_what_it_is_given() -> None:
    html = drawn("""{{ component("components/availability.html", availability="open", words=shown) }}""", shown=MARKUP)
    assert "hub-availability--open" in html
    assert "<script" not in html


def test_a_variable_that_nobody_gave_fails_a_test() -> None:
    with pytest.raises(jinja2.UndefinedError):
        drawn("{{ nobody }}")
