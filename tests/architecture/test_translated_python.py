"""Words of Python modules that people read go through gettext."""

from pathlib import Path

import pytest
from django.conf import settings

from tests.architecture.python_words import untranslated

ROOT = Path(settings.BASE_DIR)
ROOMS = ("directory", "guidance", "home", "hub", "search")
# Content of the demo, what was there when a migration was written, and what is said to whoever runs the hub.
FOR_OTHERS = ("migrations", "demo", "management", "gallery", "deployment", "settings", "checks.py")
MODULES = sorted(
    path.relative_to(ROOT).as_posix()
    for room in ROOMS
    for path in (ROOT / room).rglob("*.py")
    if not set(FOR_OTHERS) & set(path.relative_to(ROOT).parts)
)
# Why each says something that is not translated.
EXCEPTIONS = {
    # Said to whoever writes a field without a rule.
    "directory/enquiries/retention/purposes.py": {"See directory/enquiries/retention/purposes.py."},
    "directory/enquiries/retention/rules.py": {"See directory/enquiries/retention/rules.py."},
    # How something was found, as a command prints it.
    "search/engines/embedded/matching/strategies.py": {
        "what was understood",
        "every word",
        "every word that tells something",
        " of ",
        " words",
    },
}


def test_words_of_python_go_through_gettext() -> None:
    found = {name: set(untranslated((ROOT / name).read_text(encoding="utf-8"))) for name in MODULES}
    left = {name: words - EXCEPTIONS.get(name, set()) for name, words in found.items()}
    assert {name: words for name, words in left.items() if words} == {}, "gettext_lazy; docs/translating.md"
    assert {name for name, words in EXCEPTIONS.items() if words - found[name]} == set(), "no exception any more"


@pytest.mark.parametrize(
    "source",
    [
        'forms.CharField(label="Your name")',
        'models.CharField("name", max_length=3)',
        'models.CharField(max_length=3, choices=[("a", "All")])',
        'models.CharField(help_text=("One line. " "And another."))',
        'class A(TextChoices):\n    ONE = "one", "One"',
        'class A(models.TextChoices):\n    ONE = "one", "One"',
        'class Meta:\n    verbose_name = "guide"',
        'class Page:\n    page_description = "A page."',
        'messages.success(request, "Saved.")',
        'messages.error(request, f"{name} was not saved.")',
        'messages.error(request, "Not saved." if a else _("Saved."))',
        'raise ValidationError("Too long.")',
        'raise ValidationError({"name": "Too long."})',
        'raise ValidationError({"name": ValidationError("%(x)s is too long." % {"x": 1})})',
        'form.add_error("name", "Too long.")',
        'Breadcrumb("Are we ready?", url)',
        'Notice("Call now.", "tel:999", _("Call"))',
        'FieldPanel("name", heading="Name")',
        'A_CHOICES = [("a", "All")]',
        'blocks.StructBlockValidationError(non_block_errors=["Choose."])',
    ],
)
def test_a_control_words_outside_gettext_are_found(source: str) -> None:
    assert untranslated(source)


@pytest.mark.parametrize(
    "source",
    [
        'forms.CharField(label=_("Your name"), max_length=3, widget=Area(attrs={"class": "wide"}))',
        'models.ForeignKey("directory.Service", on_delete=CASCADE, related_name="links")',
        'models.CharField(lazy("name"), default="one", choices=[("a", lazy("All"))])',
        'raise ValidationError({"name": _("%(x)s is too long.") % {"x": 1}})',
        'form.add_error("name", TOO_LONG)',
        'Link(lazy("Find a service"), "/find/")',
        'class A(AppConfig):\n    label = "enquiries"',
        'logger.warning("The settings cannot be read")',
        'models.CharField(help_text="")',
    ],
)
def test_what_nobody_reads_is_left_alone(source: str) -> None:
    assert untranslated(source) == []
