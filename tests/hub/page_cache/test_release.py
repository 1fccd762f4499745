"""What one release has kept, another does not show."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.test import Client

from hub.page_cache.release import release
from tests.factories.directory import ServiceFactory

ASK = "import django; django.setup(); from hub.page_cache.release import release; print(release())"


@pytest.fixture
def anew() -> Any:
    release.cache_clear()
    yield release.cache_clear
    release.cache_clear()


def of_another_process(folder: Path, **environment: str) -> str:
    return subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-c", ASK],
        cwd=django_settings.BASE_DIR,
        env={
            "PATH": os.environ["PATH"],
            "DJANGO_SETTINGS_MODULE": "tests.faults.settings",
            "DATA_DIR": str(folder),
            **environment,
        },
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()


def test_every_process_of_a_release_says_the_same(tmp_path: Path) -> None:
    first = of_another_process(tmp_path, PYTHONHASHSEED="1")
    assert first == of_another_process(tmp_path, PYTHONHASHSEED="2")
    assert first != of_another_process(tmp_path, MAP_TILES_URL="https://tiles.example/{z}/{x}/{y}.png")


def test_another_template_a_setting_or_a_style_is_another_release(
    anew: Any, tmp_path: Path, settings: Any, monkeypatch: Any
) -> None:
    seen = {release()}
    settings.DEFAULT_FROM_EMAIL = "other@hub.example"
    anew()
    seen.add(release())
    settings.STATIC_ROOT = tmp_path
    anew()
    seen.add(release())
    (tmp_path / "staticfiles.json").write_text("{}")
    anew()
    seen.add(release())
    settings.BASE_DIR = tmp_path
    (tmp_path / "templates").mkdir()
    for words in ("one", "two"):
        (tmp_path / "templates" / "base.html").write_text(words)
        anew()
        seen.add(release())
    assert len(seen) == 6


@pytest.mark.django_db
def test_what_another_release_has_kept_is_not_shown(reader: Client, monkeypatch: Any) -> None:
    service = ServiceFactory()
    path = service.get_absolute_url()
    old = reader.get(path).content
    monkeypatch.setattr("hub.page_cache.requests.release", lambda: "another")
    # Past the log: only what made the page differs.
    type(service).objects.update(name="Named by the new release")
    assert b"Named by the new release" in reader.get(path).content
    monkeypatch.undo()
    assert reader.get(path).content == old, "the control: under its own release it is still there"
