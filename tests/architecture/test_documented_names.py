"""Files move and names change: what the documentation names in code type has to be there."""

import importlib
import importlib.util
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import Permission

ROOT = Path(settings.BASE_DIR)
ROOMS = ("hub", "home", "guidance", "directory", "search")
FOLDERS = (*ROOMS, "templates", "tests", "tools", "benchmarks", "docs", "requirements")
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])

CODE = re.compile(r"`([^`\n]+)`")
PATH = re.compile(rf"(?:{'|'.join(FOLDERS)})/[\w./*-]*")
FILE = re.compile(r"(?:[\w*-]+/)*[\w*-]+\.(?:py|html|csv|txt|scss|js|md)")
DOTTED = re.compile(rf"(?:{'|'.join(FOLDERS)}|enquiries)(?:\.\w+)+")
SETTING = re.compile(r"[A-Z]+(?:_[A-Z]+)+")
# `on_delete=SET_NULL` is Django's.
# Django's word, and what tells the tests where a search server and its Java are.
NOT_SETTINGS = {"SET_NULL", "JAVA_HOME", "TEST_JAVA_HOME", "TEST_SEARCH_URL"}
MAIL_DOMAIN = "hub.example"


def names_in(text: str) -> set[str]:
    return set(CODE.findall(re.sub(r"```.*?```", "", text, flags=re.DOTALL)))


def sources() -> set[str]:
    """Every file of ours, from the root of the repository."""
    found = {path.name for path in ROOT.iterdir() if path.is_file()}
    for folder in FOLDERS:
        found |= {path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob("*") if path.is_file()}
    return found


def is_file(name: str, files: set[str]) -> bool:
    """A page about one room may leave out the way to it: `storage/schema.py`."""
    pattern = re.compile(r"(?:^|/)" + re.escape(name).replace(r"\*", r"[^/]*") + "$")
    return any(pattern.search(file) for file in files)


def is_name(dotted: str) -> bool:
    """Whether this is a module, something in one, a model, a permission or a system check."""
    return is_importable(dotted) or is_registered(dotted) or is_check(dotted)


def is_importable(dotted: str) -> bool:
    """A module is looked up and only loaded for what is in it: the settings of a real hub cannot be loaded here."""
    parts = dotted.split(".")
    if not has_module(parts[0]):
        return False
    known = 1
    while known < len(parts) and has_module(".".join(parts[: known + 1])):
        known += 1
    if known == len(parts):
        return True
    found = importlib.import_module(".".join(parts[:known]))
    for attribute in parts[known:]:
        found = getattr(found, attribute, None)
    return found is not None


def has_module(dotted: str) -> bool:
    try:
        return importlib.util.find_spec(dotted) is not None
    except ModuleNotFoundError:
        return False


def is_registered(dotted: str) -> bool:
    label, _, name = dotted.partition(".")
    if label not in apps.app_configs:
        return False
    models = {model.__name__ for model in apps.get_app_config(label).get_models()}
    return name in models or Permission.objects.filter(content_type__app_label=label, codename=name).exists()


def is_check(dotted: str) -> bool:
    return bool(re.fullmatch(r"\w+\.[EW]\d{3}", dotted)) and any(
        f'"{dotted}"' in path.read_text(encoding="utf-8") for room in ROOMS for path in (ROOT / room).rglob("*.py")
    )


def problems(text: str, files: set[str]) -> list[str]:
    wrong = []
    for name in sorted(names_in(text)):
        bare = re.sub(r"\(.*\)$", "", name)
        if PATH.fullmatch(name) and (ROOT / name).is_dir():
            continue
        if PATH.fullmatch(name) or FILE.fullmatch(name):
            wrong += [] if is_file(name, files) else [name]
        elif DOTTED.fullmatch(bare) and bare != MAIL_DOMAIN:
            wrong += [] if is_name(bare) else [name]
        elif SETTING.fullmatch(name) and name not in NOT_SETTINGS:
            wrong += [] if is_setting(name) else [name]
    return wrong


def is_setting(name: str) -> bool:
    """Some are read from the environment under another name, all of which are in the table of settings."""
    return hasattr(settings, name) or f"| `{name}`" in (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")


@pytest.mark.django_db
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_what_the_documentation_names_is_there(page: Path) -> None:
    assert problems(page.read_text(encoding="utf-8"), sources()) == []


@pytest.mark.django_db
def test_a_name_that_is_gone_is_found() -> None:
    text = (
        "`home/gone.py` `home/views.py` `storage/gone.py` `storage/schema.py` `search.api.gone()` `search.api.find(q)`"
        " `home.HomePage` `home.GonePage` `hub.E001` `hub.E999` `MAP_TILES_URL` `GONE_SETTING`"
        " `search/distress/*.gone` `search.view_soughtcount` `search.view_gone` `directory/gone/`"
    )
    assert problems(text, sources()) == [
        "GONE_SETTING",
        "directory/gone/",
        "home.GonePage",
        "home/gone.py",
        "hub.E999",
        "search.api.gone()",
        "search.view_gone",
        "search/distress/*.gone",
        "storage/gone.py",
    ]
