"""No module of the search imports another that imports it, by whatever way, inside functions or not."""

import grimp


def circles(graph: grimp.ImportGraph) -> list[set[str]]:
    """The modules that reach each other, by Tarjan's algorithm; without those that reach only themselves."""
    order: dict[str, int] = {}
    lowest: dict[str, int] = {}
    stack: list[str] = []
    found: list[set[str]] = []

    def visit(module: str) -> None:
        order[module] = lowest[module] = len(order)
        stack.append(module)
        for imported in graph.find_modules_directly_imported_by(module):
            if imported not in order:
                visit(imported)
                lowest[module] = min(lowest[module], lowest[imported])
            elif imported in stack:
                lowest[module] = min(lowest[module], order[imported])
        if lowest[module] == order[module]:
            place = stack.index(module)
            found.append(set(stack[place:]))
            del stack[place:]

    for module in sorted(graph.modules):
        if module not in order:
            visit(module)
    return [component for component in found if len(component) > 1]


def test_the_check_finds_a_circle():
    graph = grimp.ImportGraph()
    for module in ("one", "two", "three"):
        graph.add_module(module)
    graph.add_import(importer="one", imported="two")
    graph.add_import(importer="two", imported="one")
    graph.add_import(importer="two", imported="three")
    assert circles(graph) == [{"one", "two"}]


def test_no_circle_in_the_search():
    graph = grimp.build_graph("hub", "home", "guidance", "directory", "search", cache_dir=None)
    of_search = [sorted(circle) for circle in circles(graph) if any(name.startswith("search.") for name in circle)]
    assert of_search == []
