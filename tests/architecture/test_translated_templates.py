"""Every word of every template goes through gettext."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from tests.architecture.template_words import untranslated

FOLDER = Path(settings.BASE_DIR) / "templates"
TEMPLATES = sorted(path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.*"))
# The name of the hub is the same in every language.
NAMES = {"Peer Support Hub", "- Peer Support Hub"}
# Why each says something that is not translated.
EXCEPTIONS: dict[str, set[str]] = {}


@pytest.mark.parametrize("name", TEMPLATES)
def test_words_of_a_template_go_through_gettext(name: str) -> None:
    found = set(untranslated((FOLDER / name).read_text(encoding="utf-8"))) - NAMES
    assert found == EXCEPTIONS.get(name, set()), "{% translate %} or {% blocktranslate trimmed %}; docs/translating.md"


@pytest.mark.parametrize(
    "source",
    [
        "<p>Hello</p>",
        "<p>{{ name }} is here</p>",
        '<p>{% translate "Hello" %} and more</p>',
        "{% blocktranslate %}Hello{% endblocktranslate %} again",
        "{% if a %}yes{% endif %}",
        '<img alt="A bird">',
        '<input type="search" placeholder="Where{% if a %} to{% endif %}">',
        '<a aria-label="Page {{ number }}">1</a>',
        '<td data-label="Due">1</td>',
        '<input type="submit" value="Send">',
        '<meta name="description" content="What this is">',
        '{% include "a.html" with title="Your list" %}',
        '{% include "a.html" with of="results" %}',
        '{% notice title="Your list" %}{% endnotice %}',
        '{% firstof name "Somebody" %}',
        '{{ name|default:"Not recorded" }}',
    ],
)
def test_words_that_do_not_are_found(source: str) -> None:
    assert untranslated(source)


@pytest.mark.parametrize(
    "source",
    [
        '<p class="wide">{% translate "Hello" %}, {{ name }}: 1.</p>',
        "{% blocktranslate trimmed %}Hello <b>you</b>{% endblocktranslate %}",
        "<a aria-label=\"{% translate 'Page' %}\">1</a>",
        '{% include "A page.html" with of=_("results") kind="hint" only %}',
        '{{ name|default:_("Not recorded") }}{{ day|date:"j F Y" }}{{ kind|default:"hint" }}',
        '<input type="hidden" value="Yes"><meta name="robots" content="noindex">',
        "{% block main_class %}hub-main--flush{% endblock %}",
        "{# Said to whoever reads the template. #}<script>let a;</script>&nbsp;&ctdot;",
    ],
)
def test_what_nobody_reads_is_left_alone(source: str) -> None:
    assert untranslated(source) == []


# What stands between the parts of a list, where a template puts it there itself. A semicolon parts what holds commas.
JOINED = re.compile(
    r"\|join:"
    r"|\{% if (?:not )?forloop\.last %\}(?:\s*,|\s*\{% translate [\"'](?: and | or |, ))"
    r"|\{% translate [\"'](?: and | or )[\"']"
)


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_list_is_joined_by_the_tags_that_translate_it(name: str) -> None:
    found = JOINED.findall((FOLDER / name).read_text(encoding="utf-8"))
    assert found == [], "{% all_of %}, {% one_of %} or {% listed %}; docs/translating.md"


@pytest.mark.parametrize(
    "source",
    [
        '{{ names|join:", " }}',
        "{% for a in b %}{{ a }}{% if not forloop.last %}, {% endif %}{% endfor %}",
        '{% if forloop.last %}{% translate " and " context "x" %}{% endif %}',
        "{% translate ' or ' context 'x' %}",
    ],
)
def test_a_control_other_joins_are_found(source: str) -> None:
    assert JOINED.search(source)
