"""The rooms and the direction between them."""

import ast
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings

ROOMS = ("hub", "home", "guidance", "directory", "search")
ROOT = Path(settings.BASE_DIR)
FORBIDDEN_NAMES = {"utils", "helpers", "common", "core", "services"}


def room_of(label: str) -> str:
    return "directory" if label == "enquiries" else label


def our_models() -> list[type]:
    return [model for model in apps.get_models() if room_of(model._meta.app_label) in ROOMS]


def test_relations_between_models_point_the_way_imports_do() -> None:
    wrong = []
    for model in our_models():
        for field in model._meta.get_fields():
            target = field.related_model if field.is_relation and field.concrete else None
            if target is None or isinstance(target, str) or target._meta.label == settings.AUTH_USER_MODEL:
                continue
            here, there = room_of(model._meta.app_label), room_of(target._meta.app_label)
            if there in ROOMS and ROOMS.index(there) < ROOMS.index(here):
                wrong.append(f"{model._meta.label}.{field.name} -> {target._meta.label}")
    assert wrong == []


def test_nothing_but_enquiries_points_at_enquiries() -> None:
    wrong = [
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        if model._meta.app_label != "enquiries"
        for field in model._meta.get_fields()
        if field.concrete and field.is_relation and getattr(field.related_model, "_meta", None)
        if field.related_model._meta.app_label == "enquiries"
    ]
    assert wrong == []


def python_files() -> list[Path]:
    return sorted(
        path
        for room in (*ROOMS, "tests", "tools", "benchmarks")
        for path in (ROOT / room).rglob("*.py")
        if path.is_file()
    )


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert [str(path.relative_to(ROOT)) for path in python_files() if path.stem in FORBIDDEN_NAMES] == []


def test_modules_stay_short() -> None:
    long = [
        f"{path.relative_to(ROOT)}: {lines}"
        for path in python_files()
        if "migrations" not in path.parts and (lines := len(path.read_text(encoding="utf-8").splitlines())) > 300
    ]
    assert long == []


def test_functions_stay_short() -> None:
    lengths = sorted(
        node.end_lineno - node.lineno + 1
        for path in python_files()
        if "migrations" not in path.parts
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )
    assert lengths[int(len(lengths) * 0.95)] < 40


@pytest.mark.parametrize("name", sorted(path.name for path in (ROOT / "requirements").glob("*.txt")))
def test_requirements_are_hashed_and_name_no_address(name: str) -> None:
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    pins = re.findall(r"^[a-z0-9].*==", text, re.MULTILINE)
    assert pins
    assert "://" not in text
    assert text.count("--hash=sha256:") >= len(pins)


def test_locked_packages_name_no_address() -> None:
    assert '"resolved"' not in (ROOT / "package-lock.json").read_text(encoding="utf-8")
