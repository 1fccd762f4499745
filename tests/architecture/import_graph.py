"""Import circles, contracts and class names as data, so that each rule can be tried on a made-up tree as well."""

import ast
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import grimp

# Django looks for these by name, in every app or every command.
NAMED_BY_DJANGO = {"Command", "Migration", "Meta", "Media"}


def imports_of(*packages: str) -> dict[str, set[str]]:
    """What each module imports, imports inside functions and for type checkers included."""
    graph = grimp.build_graph(*packages, cache_dir=None)
    return {module: set(graph.find_modules_directly_imported_by(module)) for module in sorted(graph.modules)}


def circles(imports: Mapping[str, Iterable[str]]) -> list[list[str]]:
    """The modules of each circle: the strongly connected components of the graph, by Tarjan."""
    sys.setrecursionlimit(max(sys.getrecursionlimit(), 10 * len(imports) + 1_000))
    order: dict[str, int] = {}
    lowest: dict[str, int] = {}
    stack: list[str] = []
    found: list[list[str]] = []

    def visit(module: str) -> None:
        order[module] = lowest[module] = len(order)
        stack.append(module)
        for imported in imports.get(module, ()):
            if imported not in order:
                visit(imported)
                lowest[module] = min(lowest[module], lowest[imported])
            elif imported in stack:
                lowest[module] = min(lowest[module], order[imported])
        if lowest[module] == order[module]:
            start = stack.index(module)
            if len(stack) - start > 1:
                found.append(sorted(stack[start:]))
            del stack[start:]

    for module in imports:
        if module not in order:
            visit(module)
    return sorted(found)


def describe_circles(imports: Mapping[str, Iterable[str]]) -> str:
    """Each circle with the imports that close it, and how to mend it; empty when there is none."""
    lines = []
    for modules in circles(imports):
        lines.append(f"{len(modules)} modules import each other in a circle:")
        for module in modules:
            closing = sorted(set(modules).intersection(imports[module]))
            lines += [f"  {module} imports {', '.join(closing)}"]
    if lines:
        lines.append(
            "An import inside a function does not mend it. Move what both sides need into a module below them, give "
            "what is imported to the function as an argument, or let the lower side send a signal."
        )
    return "\n".join(lines)


def doubled_classes(files: Iterable[Path]) -> dict[str, list[str]]:
    """Names that more than one module gives to a class of its own, each with those modules."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in files:
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and node.name not in NAMED_BY_DJANGO:
                found[node.name].append(str(path))
    return {name: paths for name, paths in sorted(found.items()) if len(paths) > 1}


def unlayered_packages(folder: Path, package: str, contracts: Iterable[Mapping[str, Any]]) -> list[str]:
    """Subpackages that stand in no layer of any contract."""
    layered = set(_layered_modules(contracts))
    children = sorted(path.parent.name for path in folder.joinpath(*package.split(".")).glob("*/__init__.py"))
    # Django finds these two by their path. Commands are entry points and may use everything of their room.
    names = [f"{package}.{child}" for child in children if child not in ("migrations", "management")]
    return [name for name in names if name not in layered]


def read_contracts(text: str) -> list[dict[str, Any]]:
    """The import contracts of a `pyproject.toml`."""
    return tomllib.loads(text).get("tool", {}).get("importlinter", {}).get("contracts", [])


def _layered_modules(contracts: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    for contract in contracts:
        if contract["type"] != "layers":
            continue
        names = [name.strip("() ") for layer in contract["layers"] for name in layer.replace(":", "|").split("|")]
        for container in contract.get("containers", [None]):
            yield from (f"{container}.{name}" if container else name for name in names)
