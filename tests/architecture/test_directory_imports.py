"""No module of the directory imports itself by way of others, imports inside functions counted."""

from collections.abc import Iterator

import grimp


def circles(imports: dict[str, set[str]]) -> Iterator[set[str]]:
    """Modules that reach each other. Tarjan's algorithm, as a loop: the chains are longer than Python recurses."""
    order: dict[str, int] = {}
    lowest: dict[str, int] = {}
    open_modules: list[str] = []
    for root in imports:
        path = [(root, iter(imports[root]))] if root not in order else []
        while path:
            module, following = path[-1]
            if module not in order:
                order[module] = lowest[module] = len(order)
                open_modules.append(module)
            unseen = None
            for target in following:
                if target not in order:
                    unseen = target
                    break
                if target in open_modules:
                    lowest[module] = min(lowest[module], order[target])
            if unseen is not None:
                path.append((unseen, iter(imports.get(unseen, ()))))
                continue
            path.pop()
            if path:
                lowest[path[-1][0]] = min(lowest[path[-1][0]], lowest[module])
            if lowest[module] == order[module]:
                start = open_modules.index(module)
                yield set(open_modules[start:])
                del open_modules[start:]


def test_the_directory_has_no_import_circle() -> None:
    graph = grimp.build_graph("hub", "home", "guidance", "directory", "search", cache_dir=None)
    imports = {module: graph.find_modules_directly_imported_by(module) for module in sorted(graph.modules)}
    found = [sorted(circle) for circle in circles(imports) if len(circle) > 1]
    assert [circle for circle in found if any(module.startswith("directory") for module in circle)] == []


def test_a_circle_is_found() -> None:
    imports = {"a": {"b"}, "b": {"c"}, "c": {"a", "d"}, "d": set()}
    assert sorted(map(sorted, circles(imports))) == [["a", "b", "c"], ["d"]]
