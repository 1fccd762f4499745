"""Each kind of field as a GOV.UK component: with a label, a hint, an error, long text, and markup in every value."""

import re
from datetime import date
from typing import Any

import pytest
from django import forms
from django.forms.renderers import get_default_renderer
from django.http import QueryDict
from django.template.loader import render_to_string
from wagtail.admin.forms.auth import LoginForm

from directory.forms.fields import DateField, NumberField
from directory.forms.public_form import GovukRenderer, PublicForm
from directory.forms.widgets import Checkboxes, DateInput, Radios
from directory.places.fields import PlaceField

MARKUP = "<script>alert(\"1\")</script> & 'more'"
ESCAPED = "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#x27;more&#x27;"
LONG = "long " * 400
CHOICES = (("a", "The first"), ("b", MARKUP))
FIELDS: dict[str, Any] = {
    "text": lambda **options: forms.CharField(**options),
    "email": lambda **options: forms.EmailField(**options),
    "number": lambda **options: NumberField(**options),
    "place": lambda **options: PlaceField(**options),
    "textarea": lambda **options: forms.CharField(widget=forms.Textarea({"rows": 4}), **options),
    "select": lambda **options: forms.ChoiceField(choices=CHOICES, **options),
    "radios": lambda **options: forms.ChoiceField(choices=CHOICES, widget=Radios(hints={"b": MARKUP}), **options),
    "checkboxes": lambda **options: forms.MultipleChoiceField(choices=CHOICES, widget=Checkboxes, **options),
    "checkbox": lambda **options: forms.BooleanField(**options),
    "date": lambda **options: DateField(what="The date", **options),
}
GROUPS = ("radios", "checkboxes", "date")
FIRST_CONTROLS = {"radios": "it_0", "checkboxes": "it_0", "date": "it-day"}
CLASSES = {
    "textarea": "govuk-textarea",
    "select": "govuk-select",
    "radios": "govuk-radios__input",
    "checkboxes": "govuk-checkboxes__input",
    "checkbox": "govuk-checkboxes__input",
}


def form_with(kind: str, data: str | None = None, initial: Any = None, **options: Any) -> PublicForm:
    class Form(PublicForm):
        it = FIELDS[kind](**{"label": "What is it?", **options})

    return Form(None if data is None else QueryDict(data), initial={"it": initial})


def drawn(form: PublicForm) -> str:
    """The field with its blanks taken together."""
    return re.sub(r"\s+", " ", form["it"].as_field_group())


def controls(html: str) -> list[str]:
    return re.findall(r"<(?:input|select|textarea)[^>]*>", html)


@pytest.mark.parametrize("kind", FIELDS)
def test_a_control_has_its_label_its_class_and_nothing_to_remember(kind: str) -> None:
    html = drawn(form_with(kind))
    for control in controls(html):
        id_ = re.search(r' id="([^"]+)"', control)[1]
        assert f'for="{id_}"' in html
        assert f'class="{CLASSES.get(kind, "govuk-input")}' in control
        assert 'autocomplete="off"' in control
        assert "required" not in control
    assert ('<legend class="govuk-fieldset__legend' in html) == (kind in GROUPS)
    assert html.count("What is it?") == 1
    assert "it-hint" not in html
    assert "error" not in html


@pytest.mark.parametrize("kind", FIELDS)
def test_a_hint_describes_the_control_or_its_group(kind: str) -> None:
    html = drawn(form_with(kind, help_text=f"Look it up. {MARKUP}"))
    assert re.search(r'<div class="govuk-hint[^"]*" id="it-hint">Look it up\.', html)
    described = re.search(r"<fieldset[^>]*>" if kind in GROUPS else r"<(?:input|select|textarea)[^>]*>", html)[0]
    assert 'aria-describedby="it-hint"' in described
    assert MARKUP not in html


@pytest.mark.parametrize("kind", FIELDS)
def test_an_error_is_said_at_the_field_and_leads_to_its_first_control(kind: str) -> None:
    form = form_with(kind, data="", help_text="Look it up.", error_messages={"required": f"Say it. {MARKUP}"})
    html = drawn(form)
    assert '<div class="govuk-form-group govuk-form-group--error">' in html
    assert '<p class="govuk-error-message" id="it-error"><span class="govuk-visually-hidden">Error:</span> Say' in html
    described = re.search(r"<fieldset[^>]*>" if kind in GROUPS else r"<(?:input|select|textarea)[^>]*>", html)[0]
    assert 'aria-describedby="it-hint it-error"' in described
    assert form.error_links() == [(FIRST_CONTROLS.get(kind, "it"), f"Say it. {MARKUP}")]
    assert f'id="{form["it"].first_control}"' in html
    if "govuk-radios" not in html and "govuk-checkboxes" not in html:
        assert "--error" in controls(html)[0]
    assert ESCAPED in html
    assert MARKUP not in html


@pytest.mark.parametrize("kind", FIELDS)
@pytest.mark.parametrize("text", [MARKUP, LONG.strip(), '"', "\u202e\x00"])
def test_what_was_typed_stays_and_is_only_text(kind: str, text: str) -> None:
    data = QueryDict(mutable=True)
    data.setlist("it", [text])
    data["it-day"] = text
    form = form_with(kind, label=MARKUP)
    form = type(form)(data)
    html = drawn(form)
    assert "<script>" not in html
    assert '"""' not in html
    if kind in ("text", "email", "number", "place", "textarea") and text == LONG.strip():
        assert LONG.strip() in html


@pytest.mark.parametrize(
    ("kind", "initial", "shown"),
    [
        ("text", MARKUP, f'value="{ESCAPED}"'),
        ("number", 34, 'value="34"'),
        ("textarea", MARKUP, f">{ESCAPED}</textarea>".replace(">&", "> &")),
        ("select", "a", '<option value="a" selected>The first</option>'),
        ("radios", "b", 'value="b" checked>'),
        ("checkboxes", ["a", "b"], 'value="b" checked>'),
        ("checkbox", True, " checked>"),
        ("date", date(2027, 3, 1), 'name="it-month" value="3"'),
        ("date", ["", "3", "2027"], 'name="it-year" value="2027"'),
    ],
)
def test_what_was_said_before_fills_the_field(kind: str, initial: Any, shown: str) -> None:
    assert shown in drawn(form_with(kind, initial=initial)).replace(' id="it">', ">")


def test_a_hint_of_an_option_describes_that_option() -> None:
    html = drawn(form_with("radios"))
    assert f'<div class="govuk-hint govuk-radios__hint" id="it_1-hint">{ESCAPED}</div>' in html
    assert ['aria-describedby="it_1-hint"' in control for control in controls(html)] == [False, True]


def test_a_number_brings_a_keyboard_of_numbers_and_stays_text() -> None:
    (control,) = controls(drawn(form_with("number")))
    assert 'type="text"' in control
    assert 'inputmode="numeric"' in control


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ("it-day=1&it-year=2027", ["it-month"]),
        ("it-day=31&it-month=2&it-year=2027", ["it-day"]),
        ("it-day=1&it-month=Ju&it-year=27", ["it-month", "it-year"]),
        ("", ["it-day", "it-month", "it-year"]),
    ],
)
def test_an_error_in_a_date_marks_the_parts_that_are_wrong(typed: str, wrong: list[str]) -> None:
    form = form_with("date", data=typed)
    assert not form.is_valid()
    marked = [control for control in controls(drawn(form)) if "govuk-input--error" in control]
    assert [re.search(r' id="([^"]+)"', control)[1] for control in marked] == wrong
    assert all('aria-invalid="true"' in control for control in marked)
    assert [target for target, _ in form.error_links()] == wrong[:1]


@pytest.mark.parametrize("typed", ["it-day=1st&it-month=March&it-year=2027", "it-day=1/3/2027", "it-year=2027-03-01"])
def test_a_date_is_read_as_people_write_it(typed: str) -> None:
    form = form_with("date", data=typed)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["it"] == date(2027, 3, 1)


def test_a_date_may_be_left_out_and_may_have_bare_names() -> None:
    class Form(PublicForm):
        it = DateField(what="It", required=False, widget=DateInput(part_names={"day": "d", "month": "m", "year": "y"}))

    assert Form(QueryDict("")).is_valid()
    html = drawn(Form(QueryDict("d=1&m=x&y=2027")))
    for shown in ('name="d" value="1"', 'id="m"', 'name="y" value="2027"'):
        assert shown in html


def test_places_to_choose_from_follow_the_box() -> None:
    html = drawn(form_with("place", data="it=Kent"))
    assert 'name="it-choice" type="radio" value="Dover council area"' in html


def test_a_whole_form_draws_its_fields_in_order() -> None:
    class Form(PublicForm):
        one = forms.CharField()
        hidden = forms.CharField(widget=forms.HiddenInput)
        two = forms.CharField()

    html = str(Form())
    assert html.index('id="one"') < html.index('id="two"')
    assert html.count("govuk-form-group") == 2
    assert 'type="hidden"' in html


def test_the_summary_can_be_focused_and_leads_to_each_field() -> None:
    form = form_with("radios", data="", error_messages={"required": MARKUP})
    html = render_to_string("components/error_summary.html", {"links": form.error_links(), "level": 3})
    assert 'id="error-summary" tabindex="-1"' in html
    assert '<h3 class="govuk-error-summary__title">There is a problem</h3>' in html
    assert f'<li><a href="#it_0">{ESCAPED}</a></li>' in html


def test_forms_of_the_admin_keep_their_own_templates() -> None:
    assert not isinstance(get_default_renderer(), GovukRenderer)
    assert "govuk" not in str(LoginForm()["username"].as_field_group())
