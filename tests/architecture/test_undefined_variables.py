"""What fails a test that renders one of our templates, and what does not."""

import pytest
from django.template import Context, Origin, Template

from tests.fixtures.templates import OURS, UndefinedVariable


def render(text: str, folder: str = OURS) -> str:
    return Template(text, origin=Origin(f"{folder}/made-up.html")).render(Context({"given": ""}))


@pytest.mark.parametrize(
    "text",
    [
        "{{ nobody_gave_it }}",
        "{{ given.has_no_such_part }}",
        "{{ nobody_gave_it|lower }}",
        "{% blocktranslate with part=given.has_no_such_part %}A {{ part }}{% endblocktranslate %}",
    ],
)
def test_showing_what_nobody_gave_fails(text: str) -> None:
    with pytest.raises(UndefinedVariable, match=r"templates/made-up\.html:1"):
        render(text)


@pytest.mark.parametrize(
    "text", ["{{ given }}", "{% if nobody_gave_it %}no{% endif %}", "{% for each in nobody_gave_it %}no{% endfor %}"]
)
def test_asking_whether_it_is_there_does_not(text: str) -> None:
    assert render(text) == ""


def test_saying_what_shows_without_it_does_not() -> None:
    assert render("{{ nobody_gave_it|default:'nothing' }}") == "nothing"


def test_templates_of_others_may() -> None:
    assert render("{{ nobody_gave_it }}", folder="/elsewhere") == ""


def test_it_holds_after_a_test_that_changes_a_setting(settings) -> None:
    settings.DEBUG = True
    with pytest.raises(UndefinedVariable):
        render("{{ nobody_gave_it }}")
