"""The rooms and the direction between them."""

import ast
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings

ROOMS = ("hub", "home", "guidance", "directory", "search")
ROOT = Path(settings.BASE_DIR)
LONGEST_MODULE = 300
# Nineteen functions of twenty are shorter.
LONG_FUNCTION = 25
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


def written_files() -> list[Path]:
    return [path for path in python_files() if "migrations" not in path.parts]


def long_modules(files: list[Path]) -> list[str]:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in files}
    return [f"{path}: {lines} lines" for path, lines in lengths.items() if lines > LONGEST_MODULE]


def function_lengths(files: list[Path]) -> list[tuple[int, str]]:
    """Every function with its length, the shortest first."""
    return sorted(
        (node.end_lineno - node.lineno + 1, f"{path}:{node.lineno} {node.name}")
        for path in files
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )


def percentile_95(lengths: list[tuple[int, str]]) -> int:
    return lengths[int(len(lengths) * 0.95)][0]


def test_modules_stay_short() -> None:
    assert long_modules(written_files()) == []


@pytest.mark.parametrize("room", [*ROOMS, "tests", "benchmarks"])
def test_functions_stay_short(room: str) -> None:
    lengths = function_lengths([path for path in written_files() if path.relative_to(ROOT).parts[0] == room])
    longest = "\n".join(f"{lines} lines: {name}" for lines, name in lengths[-5:])
    assert percentile_95(lengths) < LONG_FUNCTION, f"Split the longest functions of {room}:\n{longest}"


def test_long_modules_and_functions_are_found(tmp_path: Path) -> None:
    path = tmp_path / "long.py"
    short, long = "def short():\n    pass\n", "def long():\n" + "    pass\n" * (LONG_FUNCTION - 1)
    path.write_text(short * 90 + long * 10, encoding="utf-8")
    assert percentile_95(function_lengths([path])) == LONG_FUNCTION
    assert long_modules([path]) == [f"{path}: {180 + 10 * LONG_FUNCTION} lines"]
    path.write_text(short * 100, encoding="utf-8")
    assert percentile_95(function_lengths([path])) == 2
    assert long_modules([path]) == []


@pytest.mark.parametrize("name", sorted(path.name for path in (ROOT / "requirements").glob("*.txt")))
def test_requirements_are_hashed_and_name_no_address(name: str) -> None:
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    pins = re.findall(r"^[a-z0-9].*==", text, re.MULTILINE)
    assert pins
    assert "://" not in text
    assert text.count("--hash=sha256:") >= len(pins)


def test_locked_packages_name_no_address() -> None:
    assert '"resolved"' not in (ROOT / "package-lock.json").read_text(encoding="utf-8")
