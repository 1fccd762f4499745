"""A page type that a second language would break, or leave open to all, fails `manage.py check`."""

import pytest
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from wagtail.models import Page

from guidance import checks
from guidance.managers import PublishedPageManager
from guidance.restricted_pages import RestrictedPage
from guidance.translated_pages import TranslatedPage


def page_type(*bases: type, **fields: object) -> type:
    """Abstract, so that no other test meets it."""
    meta = type("Meta", (), {"abstract": True, "app_label": "guidance"})
    return type(Page)("ForgottenPage", bases, {"__module__": __name__, "Meta": meta, **fields})


def complaints(monkeypatch: pytest.MonkeyPatch, model: type) -> list[str]:
    before = checks.get_page_models()
    monkeypatch.setattr(checks, "get_page_models", lambda: [*before, model])
    try:
        call_command("check")
    except SystemCheckError as failed:
        return [code for code in ("guidance.E001", "guidance.E002", "guidance.E003") if code in str(failed)]
    return []


def test_every_page_type_of_the_hub_is_in_order() -> None:
    assert len(checks.get_page_models()) > 5
    assert checks.page_types_have_every_language() == []


@pytest.mark.parametrize(
    ("bases", "expected"),
    [
        ((Page,), ["guidance.E001", "guidance.E002", "guidance.E003"]),
        ((RestrictedPage, Page), ["guidance.E001", "guidance.E003"]),
        ((TranslatedPage, Page), ["guidance.E002", "guidance.E003"]),
        # Wagtail's own page would answer for its address and its restrictions.
        ((Page, RestrictedPage, TranslatedPage), ["guidance.E001", "guidance.E002", "guidance.E003"]),
    ],
)
def test_a_page_type_that_forgets_something_is_named(
    bases: tuple[type, ...], expected: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert complaints(monkeypatch, page_type(*bases)) == expected


def test_one_that_inherits_all_is_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    model = page_type(RestrictedPage, TranslatedPage, Page, objects=PublishedPageManager())
    assert complaints(monkeypatch, model) == []
