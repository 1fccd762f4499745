"""The options of a select as markup."""

from django import forms
from django.utils.safestring import mark_safe

from directory.forms.public_form import PublicForm


class PlaceForm(PublicForm):
    place = forms.ChoiceField(
        choices=[("", "Any"), ("a&b", 'A "quoted" <place>'), (3, "Three"), ("safe", mark_safe("Safe&nbsp;one"))]
    )


def drawn(**data: object) -> str:
    return str(PlaceForm(data or None)["place"])


def test_every_option_is_escaped_and_the_chosen_one_is_marked() -> None:
    html = drawn(place="a&b")
    assert '<option value="a&amp;b" selected>A &quot;quoted&quot; &lt;place&gt;</option>' in html
    assert '<option value="">Any</option>' in html
    assert '<option value="3">Three</option>' in html
    assert '<option value="safe">Safe&nbsp;one</option>' in html
    assert html.count(" selected") == 1


def test_what_is_not_offered_marks_nothing_and_is_not_shown() -> None:
    html = drawn(place='"><script>')
    assert " selected" not in html
    assert "script" not in html


def test_a_select_without_choices_is_empty() -> None:
    form = PlaceForm()
    form.fields["place"].choices = []
    assert "<option" not in str(form["place"])
    assert str(form["place"]).startswith('<select name="place"')
