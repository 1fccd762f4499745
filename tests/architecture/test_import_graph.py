"""No circle between modules, no two classes of one name, no subpackage without a layer. Each rule can fail."""

from pathlib import Path

import pytest
from django.conf import settings

from tests.architecture.import_graph import (
    circles,
    describe_circles,
    doubled_classes,
    imports_of,
    read_contracts,
    unlayered_packages,
)

ROOT = Path(settings.BASE_DIR)
ROOMS = ("hub", "home", "guidance", "directory", "search")
LAYERED = ("hub", "home", "guidance", "directory", "directory.enquiries", "search", "search.engines.embedded")


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def test_no_modules_import_each_other_in_a_circle() -> None:
    problem = describe_circles(imports_of(*ROOMS))
    assert not problem, problem


def test_a_circle_is_found_and_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(
        tmp_path,
        {
            "made_up_tree/__init__.py": "",
            "made_up_tree/first.py": "from made_up_tree import second",
            "made_up_tree/second.py": "def late():\n    from made_up_tree.third import name\n    return name",
            "made_up_tree/third.py": "import made_up_tree.first\nname = 1",
            "made_up_tree/above.py": "from made_up_tree import first",
        },
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    imports = imports_of("made_up_tree")
    assert circles(imports) == [["made_up_tree.first", "made_up_tree.second", "made_up_tree.third"]]
    problem = describe_circles(imports)
    assert "made_up_tree.second imports made_up_tree.third" in problem
    assert "does not mend it" in problem
    assert describe_circles({"above": {"below"}, "below": set()}) == ""


def test_no_two_classes_have_one_name() -> None:
    files = [path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py")) if "migrations" not in path.parts]
    doubled = doubled_classes(files)
    assert not doubled, "\n".join(
        f"{name}: {', '.join(str(Path(path).relative_to(ROOT)) for path in paths)}" for name, paths in doubled.items()
    )


def test_two_classes_of_one_name_are_found(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "one.py": "class Answer:\n    class Inner: ...\nclass Command: ...",
            "two.py": "class Answer: ...\nclass Other:\n    class Inner: ...\nclass Command: ...",
        },
    )
    doubled = doubled_classes(sorted(tmp_path.glob("*.py")))
    assert doubled == {"Answer": [str(tmp_path / "one.py"), str(tmp_path / "two.py")]}


@pytest.mark.parametrize("package", LAYERED)
def test_every_subpackage_has_a_layer(package: str) -> None:
    contracts = read_contracts((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    missing = unlayered_packages(ROOT, package, contracts)
    assert not missing, f"In no layer of an import contract in pyproject.toml: {', '.join(missing)}"


def test_a_subpackage_without_a_layer_is_found(tmp_path: Path) -> None:
    names = ("", "migrations/", "low/", "high/", "beside/", "forgotten/")
    write(tmp_path, {f"room/{name}__init__.py": "" for name in names})
    contracts = read_contracts(
        '[[tool.importlinter.contracts]]\nname = "a"\ntype = "layers"\ncontainers = ["room"]\n'
        'layers = ["high | (beside)", "low"]\n'
        '[[tool.importlinter.contracts]]\nname = "b"\ntype = "forbidden"\nsource_modules = ["room.forgotten"]\n'
        'forbidden_modules = ["room.low"]\n'
    )
    assert unlayered_packages(tmp_path, "room", contracts) == ["room.forgotten"]
