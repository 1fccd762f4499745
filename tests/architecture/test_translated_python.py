"""Words of Python modules that people read go through gettext."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from tests.architecture.python_words import prose, untranslated

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

# Sentences of these are for nobody who visits the site or works with it in a browser.
FOR_WHOEVER_RUNS_IT = (
    "directory/enquiries/actions/receiving.py",
    "directory/enquiries/content/encryption.py",
    "directory/enquiries/drafts/actions.py",
    "directory/enquiries/key_store/",
    "directory/enquiries/models/ke",
    "directory/enquiries/privacy/log_reports.py",
    "directory/enquiries/reply_times/reading_hours.py",
    "directory/enquiries/retention/",
    "directory/enquiries/storage/",
    "hub/apps.py",
    "hub/backups/",
    "hub/models.py",
    "hub/wsgi.py",
    "search/document.py",
    "search/engines/",
    "search/explanation.py",
    "search/indexing/health.py",
    "search/lock_timeout.py",
    "search/registry.py",
)
# English that is looked for in what people type, and names of places.
ENGLISH = (
    "directory/indexing/documents.py",
    "directory/places/outside_uk.py",
    "directory/places/postcodes.py",
    "search/distress/",
    "search/text/",
)
# Kept in the database as it was written, and from then on editors' or staff's own.
STORED = (
    "directory/enquiries/access/actions.py",
    "directory/enquiries/actions/",
    "directory/enquiries/content/consent_wording.py",
    "directory/vocabulary/taxonomies.py",
    "hub/accounts/approval_workflow.py",
    "hub/accounts/demo_accounts.py",
    "hub/accounts/roles.py",
)
UNSHOWN = (*FOR_WHOEVER_RUNS_IT, *ENGLISH, *STORED)
NO_SENTENCES = {
    # Styles of Word, and names that are the same in every language.
    "guidance/readiness/plan_document.py": {"Peer Support Hub", "Table Grid"},
    "guidance/readiness/plan_calendar.py": {"-//Peer Support Hub//Readiness plan//EN"},
    "guidance/readiness/contents.py": {"X. XX"},
}


def test_words_of_python_go_through_gettext() -> None:
    found = {name: set(untranslated((ROOT / name).read_text(encoding="utf-8"))) for name in MODULES}
    left = {name: words - EXCEPTIONS.get(name, set()) for name, words in found.items()}
    assert {name: words for name, words in left.items() if words} == {}, "gettext_lazy; docs/translating.md"
    assert {name for name, words in EXCEPTIONS.items() if words - found[name]} == set(), "no exception any more"


def test_sentences_of_python_go_through_gettext() -> None:
    found = {name: set(prose((ROOT / name).read_text(encoding="utf-8"))) for name in MODULES}
    left = {name: texts - NO_SENTENCES.get(name, set()) for name, texts in found.items()}
    shown = {name: texts for name, texts in left.items() if texts and not name.startswith(UNSHOWN)}
    assert shown == {}, "gettext; docs/translating.md"
    idle = [start for start in UNSHOWN if not any(found[name] for name in MODULES if name.startswith(start))]
    assert idle == [], "no exception any more"


# A header, and a line of a log.
JOINED_FOR_MACHINES = ("hub/middleware/content_security_policy.py", "hub/scheduling/scheduler.py")
JOINED = re.compile(r"""(["'])(?:, | and | or )\1\.join\(""")


def test_lists_that_people_read_are_joined_by_one_function() -> None:
    found = [name for name in MODULES if JOINED.search((ROOT / name).read_text(encoding="utf-8"))]
    shown = [name for name in found if not name.startswith((*UNSHOWN, *JOINED_FOR_MACHINES))]
    assert shown == [], "search.text.lists_in_words; docs/translating.md"
    assert JOINED.search('words = " and ".join(names)')
    assert JOINED.search("return ', '.join(names)")


@pytest.mark.parametrize(
    "source",
    [
        'return "Nobody is here"',
        'return f"{name} was not claimed: {why}."',
        'HINT = "Ask a lead first."',
        'raise AccessRefused("This account is switched off.")',
        'KINDS = {"a": "A child at risk"}',
    ],
)
def test_a_control_sentences_outside_gettext_are_found(source: str) -> None:
    assert prose(source)


@pytest.mark.parametrize(
    "source",
    [
        '"""What it is for."""',
        'return _("Nobody is here")',
        'log_failure("A page could not be shown", error)',
        'class Meta:\n    preview_value = "What good looks like"',
        'return format_html(\'<a class="hub-link" href="{}">{}</a>\', url, words)',
        'response["Cache-Control"] = "no-store, private"',
        'JOINED = f"{first} {last}"',
    ],
)
def test_sentences_that_nobody_reads_are_left_alone(source: str) -> None:
    assert prose(source) == []


@pytest.mark.parametrize(
    "source",
    [
        'forms.CharField(label="Your name")',
        'models.CharField("name", max_length=3)',
        'ChoicesField("for", blank=True)',
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
