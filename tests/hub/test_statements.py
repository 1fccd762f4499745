"""What each public route asks the database, word for word, beside this file: a change of it is seen in review.

`pytest tests/hub/test_statements.py --write-statements` writes the files anew.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from wagtail.models import Page, Site, get_page_models

from guidance.models import ServiceGuide
from tests.factories.readiness import answer, begin
from tests.fixtures.statements import OPTION

FOLDER = Path(__file__).parent / "statements"
# Stands for a guide that services work by.
GUIDE = "GUIDE"
ADDRESSES = {
    "leave": "/leave/",
    "glossary": "/glossary/",
    "services_by_guide": f"/services-by-guide/{GUIDE}/?near=G42",
    "useful": "/useful/?page=/guidance/define-the-idea/",
    "useful_thanks": "/useful/thanks/?page=/guidance/define-the-idea/",
    "requirements": "/guidance/requirements/",
    "readiness_start": "/guidance/readiness/",
    "readiness_open": "/guidance/readiness/open/",
    "readiness_questions": "/guidance/readiness/stage/set-it-up/",
    "readiness_result": "/guidance/readiness/result/",
    "readiness_compare": "/guidance/readiness/compare/",
    "readiness_frameworks": "/guidance/readiness/frameworks/",
    "readiness_plan": "/guidance/readiness/plan/",
    "readiness_print_plan": "/guidance/readiness/plan/print/",
    "readiness_plan_word_file": "/guidance/readiness/plan/word/",
    "readiness_plan_calendar_file": "/guidance/readiness/plan/calendar/",
    "readiness_link": "/guidance/readiness/link/",
    "readiness_delete_check": "/guidance/readiness/delete/",
    "site_search": "/search/?q=housing",
    "suggestions": "/search/suggestions/?q=hous",
    "find": "/find/",
    "find_text": "/find/?q=housing&need=housing",
    "find_near": "/find/?near=G42&radius=10",
    "service": "/services/lepps/",
    "can_i_refer": "/services/lepps/can-i-refer/",
    "service_map": "/services/lepps/map/",
    "organization": "/organisations/sacro/",
    "who": "/for/",
    "release": "/release/",
    "release_plan": "/release/plan/",
    "my_list": "/list/",
    "shared_list": "/list/1.2/",
    "new": "/enquiries/new/?service=lepps",
    "come_back": "/enquiries/come-back/",
    "on_paper": "/enquiries/on-paper/",
    "look_up": "/enquiries/find/",
    "status": "/enquiries/status/",
    "question": "/enquiries/1/q5/",
    "receipt": "/enquiries/receipt/",
    "health_live": "/health/live",
    "health_ready": "/health/ready",
    "health_work": "/health/work",
    "nothing": "/nothing-is-here/",
}
# Only answer a form or a staff member, or hand out a file.
SECOND_FACTOR = {"enter", "recovery", "set_up", "recovery_codes", "remove", "sign_out", "sign_out_everywhere"}
NOT_READ = SECOND_FACTOR | {
    "add",
    "add_to_list",
    "answer",
    "forget",
    "keep_list",
    "leave_word",
    "lock",
    "media",
    "readiness_begin",
    "readiness_close_check",
    "readiness_delete_for_good",
    "readiness_save_dates",
    "readiness_save_questions",
    "remove_from_list",
    "save",
    "send",
    "stop",
    "stop_one",
}
PAGES = sorted(model._meta.model_name for model in get_page_models() if model._meta.app_label in {"home", "guidance"})

pytestmark = pytest.mark.only_on("sqlite")


@pytest.mark.parametrize("name", [*ADDRESSES, *PAGES])
def test_a_route_asks_what_is_written_down(name: str, demo: None, request: pytest.FixtureRequest) -> None:
    address = ADDRESSES.get(name) or first_page(name)
    if GUIDE in address:
        address = address.replace(GUIDE, str(ServiceGuide.objects.published()[0].guide_id))
    client = Client()
    if name.startswith("readiness_"):
        answer(client, begin(client), then="result", graded_like_others=("partly", "Two of three"))
    # What a process keeps is read at the first visit, in whatever order the tests run.
    client.get(address)
    # Django's cache keeps some pictures, depending on how many others have been shown.
    cache.clear()
    recorder = Recorder()
    with connection.execute_wrapper(recorder):
        client.get(address)
    path = FOLDER / f"{name}.sql"
    if request.config.getoption(OPTION):
        FOLDER.mkdir(exist_ok=True)
        path.write_text(recorder.text, encoding="utf-8")
    assert recorder.text == path.read_text(encoding="utf-8"), f"If it is meant: pytest {Path(__file__).name} {OPTION}"


def test_every_public_route_is_visited() -> None:
    assert set(public_names()) - NOT_READ <= set(ADDRESSES)


def test_nothing_is_written_down_for_what_is_gone() -> None:
    assert {path.stem for path in FOLDER.glob("*.sql")} == {*ADDRESSES, *PAGES}


def first_page(model_name: str) -> str:
    page = Page.objects.live().filter(content_type__model=model_name).order_by("path")[0]
    return str(page.specific.get_url(current_site=Site.objects.get(is_default_site=True)))


def public_names(resolver: Any = None, namespace: str = "") -> Iterator[str]:
    """The names of our own addresses, but for the admin's."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            if pattern.app_name != "wagtailadmin" and "wagtail" not in str(pattern.urlconf_name):
                yield from public_names(pattern)
        elif isinstance(pattern, URLPattern) and pattern.name and is_ours(pattern):
            yield pattern.name


def is_ours(pattern: URLPattern) -> bool:
    return str(pattern.lookup_str).split(".")[0] in {"hub", "home", "guidance", "directory", "search"}


class Recorder:
    """The statements with their parameters left out, one a line."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        plain = re.sub(r"\(%s(, %s)+\)", "(%s, ...)", sql.replace('"', ""))
        self.lines.append(re.sub(r"\b(SAVEPOINT) \S+", r"\1", plain))
        return execute(sql, params, many, context)

    @property
    def text(self) -> str:
        return "".join(f"{line}\n" for line in self.lines)
