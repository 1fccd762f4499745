"""What the setting of languages brings, and what it refuses."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from hub.settings import base
from hub.settings.languages import MIDDLEWARE, PAGE_CACHE, TRANSLATION_APPS, language_settings, with_address_language
from tests.fixtures.database import StoredDatabases


@pytest.mark.parametrize(
    "named", [[], [""], ["cy", "cy"], ["en-GB", "en-gb"], ["xx"], ["en-gb", "cymraeg"], ["../cy"]]
)
def test_languages_that_make_no_sense_stop_the_start(named: list[str]) -> None:
    with pytest.raises(ImproperlyConfigured, match="HUB_LANGUAGES"):
        language_settings(named)


def test_one_language_brings_nothing_with_it() -> None:
    assert language_settings(["en-gb"])["WAGTAIL_I18N_ENABLED"] is False
    assert MIDDLEWARE not in base.MIDDLEWARE
    assert not set(TRANSLATION_APPS) & set(base.INSTALLED_APPS)
    assert [code for code, _ in base.LANGUAGES] == ["en-gb"]


def test_a_language_is_named_in_itself() -> None:
    named = [name for _, name in language_settings(["en-GB", "cy", "gd", "pl"])["LANGUAGES"]]
    assert named == ["English", "Cymraeg", "Gàidhlig", "Polski"]
    assert dict(language_settings(["pt", "pt-br"])["LANGUAGES"]) == {
        "pt": "Português",
        "pt-br": "Português Brasileiro",
    }


def test_kept_pages_come_before_the_language() -> None:
    order = with_address_language(base.MIDDLEWARE)
    assert order.index(MIDDLEWARE) == order.index(PAGE_CACHE) + 1


@pytest.mark.only_on("sqlite")
def test_a_hub_gets_a_second_language_and_an_editor_translates(
    tmp_path: Path, stored_databases: StoredDatabases, django_db_setup: None
) -> None:
    stored_databases.copy_to(tmp_path / "hub.sqlite3")
    environment = {
        **os.environ,
        "DATABASE_URL": f"sqlite:///{tmp_path / 'hub.sqlite3'}",
        "HUB_LANGUAGES": "en-GB,cy",
        "DJANGO_SETTINGS_MODULE": "hub.settings.test",
        "DATA_DIR": str(tmp_path),
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.hub.languages.whole_start"],
        cwd=settings.BASE_DIR,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip().endswith("translated")
