"""The demo in a language that marks each translated text: every kind of page, the files it makes, and the admin."""

import io
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils.html import escape
from docx import Document
from wagtail.models import Page, get_page_models
from wagtail.snippets.models import get_snippet_models
from wagtail.users.models import UserProfile

from guidance.readiness.actions import OpenCheck
from guidance.readiness.codes import grouped
from hub.accounts import roles
from tests.factories.hub import make_user
from tests.factories.readiness import answer, begin, questions
from tests.hub.translation.pseudo_language import CODE, OPEN, speak, stored_texts, unmarked
from tests.hub.translation.test_pseudo_language import CONSENT, NAMES

pytestmark = [pytest.mark.only_on("sqlite"), pytest.mark.usefixtures("shared_demo", "db")]
# Wagtail's own pages say these in English, or in the language that the process spoke first.
WAGTAILS = {"Home", "Actions", "Updated", "Used in", "True", "False", "Choose a page (Guide"}
COUNTED, MAIL = re.compile(r"^\d+ \w+$"), re.compile("@")
KEYS = re.compile(r"^(?:Ctrl|Esc)\b| - Wagtail$|^- Wagtail$")
# Names of places are the same in every language.
PLACES = {"Gillingham, Medway", "Gillingham, Dorset"}
PAGES = (
    "/",
    "/guidance/",
    "/guidance/?for=hr&in=scotland&by=questions",
    "/guidance/define-the-idea/",
    "/guidance/deliver-it/relapse-and-wellbeing/",
    "/guidance/deliver-it/liaison-and-diversion-role/",
    "/guidance/set-it-up/record-checks/",
    "/guidance/deliver-it/recruit-and-induct/print/",
    "/guidance/requirements/?by=nation",
    "/glossary/",
    "/guidance/readiness/frameworks/",
    "/useful/?page=/guidance/define-the-idea/&answer=no",
    "/stories/",
    "/about/",
    "/find/?q=alcohol&near=G42+9HX&setting=before-release",
    "/find/?near=ZZ99+9ZZ&need=gone",
    "/find/?near=gillingham",
    "/find/?age=old&gender=woman&mode=outreach&referrals=open",
    "/find/?q=suicidal",
    "/find/?q=drinking",
    "/services/prison-recovery-coordinator/",
    "/services/prison-recovery-coordinator/map/",
    "/services/samaritans/",
    "/services/lepps/",
    "/organisations/sacro/",
    "/list/add/lepps/",
    "/help-for-families/",
    "/search/?q=housing+and+money",
    "/enquiries/new/?service=lepps",
)


@pytest.fixture(scope="module")
def stored(shared_demo: None, django_db_blocker: Any) -> set[str]:
    with django_db_blocker.unblock():
        return stored_texts() | NAMES | CONSENT | PLACES


@pytest.fixture(autouse=True)
def nothing_kept() -> Iterator[None]:
    """What a process keeps must not be what another language left there."""
    cache.clear()
    yield
    cache.clear()


@pytest.mark.parametrize("address", PAGES)
def test_a_page(address: str, stored: set[str], client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    with speak(monkeypatch):
        response = client.get(address)
        if response.status_code in (302, 303):
            response = client.get(response.headers["Location"])
    page = response.content.decode()
    assert OPEN in page
    assert unmarked(page, stored) == []


@pytest.fixture
def check(client: Client) -> OpenCheck:
    opened = begin(client, stage="set-it-up")
    key = next(iter(questions().for_check(opened.check).questions)).partition(".")[2]
    return answer(client, opened, **{key.replace("-", "_"): ("not-yet", "Evidence")})


def addresses_of(check: OpenCheck) -> list[str]:
    return [
        reverse("readiness_questions", args=["set-it-up"]),
        *(
            reverse(f"readiness_{name}")
            for name in ("result", "plan", "print_plan", "link", "compare", "delete_check")
        ),
    ]


def test_a_readiness_check(
    check: OpenCheck, stored: set[str], client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = stored | {"Evidence", grouped(check.code)}
    with speak(monkeypatch):
        pages = {address: client.get(address).content.decode() for address in addresses_of(check)}
    assert {address: left for address, page in pages.items() if (left := unmarked(page, known))} == {}


def test_the_files_of_a_plan_and_of_requirements(
    check: OpenCheck, stored: set[str], client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    with speak(monkeypatch):
        word = client.get(reverse("readiness_plan_word_file")).content
        calendar = client.get(reverse("readiness_plan_calendar_file")).content.decode()
        sheet = client.get("/guidance/requirements/?format=csv").content.decode()
    document = Document(io.BytesIO(word))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    lines = [line for text in (*(each.text for each in document.paragraphs), *cells) for line in text.splitlines()]
    assert unmarked("".join(f"<p>{escape(line)}</p>" for line in lines), stored | {"Evidence"}) == []
    assert f"SUMMARY:{OPEN}" in calendar or "SUMMARY" not in calendar
    assert unmarked(sheet.splitlines()[0], set()) == []


@pytest.fixture
def staff(client: Client) -> Client:
    """The admin speaks the language that a member of staff has set, whatever the site speaks."""
    user = make_user(roles.ADMINISTRATORS)
    UserProfile.objects.create(user=user, preferred_language=CODE)
    client.force_login(user)
    return client


def addresses_in_the_admin() -> list[str]:
    lists = [model.snippet_viewset.get_url_name("list") for model in get_snippet_models()]
    adds = [model.snippet_viewset.get_url_name("add") for model in get_snippet_models()]
    # There is one of the others, which is there already.
    types = [model for model in get_page_models() if model is not Page and model.max_count is None]
    parents = [(model, model.allowed_parent_page_models()[0].objects.first()) for model in types]
    return [
        "/admin/",
        "/admin/users/",
        "/admin/reports/useful/",
        *map(reverse, lists),
        *map(reverse, adds),
        *(
            reverse("wagtailadmin_pages:add", args=[model._meta.app_label, model._meta.model_name, parent.pk])
            for model, parent in parents
        ),
    ]


def test_the_admin(stored: set[str], staff: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    known = stored | names_as_they_are()
    addresses = addresses_in_the_admin()
    with speak(monkeypatch):
        pages = {address: staff.get(address) for address in addresses}
    assert {address for address, response in pages.items() if response.status_code != 200} == set()
    left = {address: _ours(unmarked(response.content.decode(), known)) for address, response in pages.items()}
    assert {address: texts for address, texts in left.items() if texts} == {}


def names_as_they_are() -> set[str]:
    """Roles, people, and what Wagtail calls models: it puts that together when the hub starts."""
    models = [model._meta for model in get_snippet_models()]
    of_models = {str(name).capitalize() for each in models for name in (each.verbose_name, each.verbose_name_plural)}
    people = map(str, get_user_model().objects.all())
    return {*Group.objects.values_list("name", flat=True), *people, *of_models}


def _ours(texts: list[str]) -> list[str]:
    left_out = re.compile("|".join(pattern.pattern for pattern in (KEYS, COUNTED, MAIL)))
    return [text for text in texts if text not in WAGTAILS and not left_out.search(text)]
