"""The gallery shows every component and every block, and only whoever develops the site can reach it."""

import importlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.template import Template
from django.test import Client
from jinja2 import Template as JinjaTemplate
from wagtail.blocks import Block
from wagtail.fields import StreamField
from wagtail.models import get_page_models

from hub.gallery.examples import EXAMPLES, IN_THE_LAYOUT
from hub.gallery.views import page_blocks
from hub.settings import base
from tests.factories.directory import ServiceFactory

TEMPLATES = Path(settings.BASE_DIR) / "templates"
COMPONENTS = sorted(path.stem for path in (TEMPLATES / "components").glob("*.html"))
in_the_gallery = pytest.mark.urls("hub.gallery.urls")


def templates_with_a_block() -> set[str]:
    return {f"blocks/{path.name}" for path in TEMPLATES.rglob("blocks/*.html")}


def all_blocks() -> list[Block]:
    fields = (field for model in get_page_models() for field in model._meta.get_fields())
    return [
        block
        for field in fields
        if isinstance(field, StreamField)
        for block in field.stream_block.child_blocks.values()
    ]


def test_every_component_has_an_example() -> None:
    assert sorted({*EXAMPLES, *IN_THE_LAYOUT}) == COMPONENTS


def test_every_block_is_in_it() -> None:
    ours = {type(block) for block in all_blocks() if not type(block).__module__.startswith("wagtail.")}
    assert {type(block) for block in page_blocks()} == ours


def noting(names: set[str], method: Callable[..., Any]) -> Callable[..., Any]:
    def noted(template: Any, *args: Any) -> Any:
        names.add(template.name)
        return method(template, *args)

    return noted


@in_the_gallery
@pytest.mark.django_db
def test_every_template_of_a_component_and_a_block_is_rendered(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    ServiceFactory()
    rendered = set()
    # What each of the two engines calls of every template that it draws.
    for kind, method in ((Template, "_render"), (JinjaTemplate, "new_context")):
        monkeypatch.setattr(kind, method, noting(rendered, getattr(kind, method)))
    assert client.get("/components/").status_code == 200
    only_on_a_demonstration = {"components/demonstration_bar.html"}
    wanted = {f"components/{name}.html" for name in COMPONENTS} - only_on_a_demonstration
    assert (wanted | templates_with_a_block()) - rendered == set()


@in_the_gallery
@pytest.mark.django_db
def test_each_state_of_each_component_is_named(client: Client) -> None:
    html = client.get("/components/").content.decode()
    for name, examples in EXAMPLES.items():
        assert f">{name}</h2>" in html
        assert html.count('class="hub-gallery__state"') >= len(examples)
    assert 'style="' not in html


@pytest.mark.django_db
def test_the_site_itself_does_not_lead_there(client: Client) -> None:
    assert base.ROOT_URLCONF == settings.ROOT_URLCONF == "hub.urls"
    assert client.get("/components/").status_code == 404


def test_production_keeps_the_sites_own_addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {
        "SECRET_KEY": "x" * 50,
        "ENQUIRY_KEYS": "k",
        "ENQUIRY_NOTIFY": "inbox@hub.test",
        "ALLOWED_HOSTS": "hub.test",
        "WAGTAILADMIN_BASE_URL": "https://hub.test",
        "EMAIL_URL": "smtp://127.0.0.1:25",
        "DATABASE_URL": "sqlite:///:memory:",
    }.items():
        monkeypatch.setenv(name, value)
    assert importlib.import_module("hub.settings.production").ROOT_URLCONF == "hub.urls"


@in_the_gallery
@pytest.mark.django_db
def test_each_kind_of_field_is_shown_empty_filled_and_wrong(client: Client) -> None:
    states = dict(client.get("/components/").context["forms"])
    assert set(states) == {"empty", "filled", "with errors"}
    assert not states["filled"].errors
    assert set(states["with errors"].errors) == set(states["empty"].fields)
