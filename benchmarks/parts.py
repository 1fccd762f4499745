"""What it costs that a part of what was understood will do, over 100,000 services, by turns.

Run with `python -m benchmarks.parts`. Every text has two phrases that people say for needs and some words beside them.
It is asked as it is; without half of the words as typed; without all but one of the phrases; and without either.
"""

import os
from collections.abc import Callable, Iterator
from itertools import cycle
from typing import Any
from unittest.mock import patch

import django

SIZE, TEXTS = 100_000, 60
SAID = {"housing": "nowhere to stay", "alcohol": "on the drink", "money": "skint", "work": "out of work"}


def main() -> None:
    """Measure and print."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "benchmarks.settings"
    django.setup()
    from benchmarks.measuring import Measured, machine
    from benchmarks.search import embedded_engine
    from search.text.phrases import Phrase, PhraseUse, Thesaurus

    said = tuple(Phrase(text, "need", need, PhraseUse.ANYWHERE) for need, text in SAID.items())
    engine, thesaurus = embedded_engine(SIZE), Thesaurus((), said)
    ways = {"both": (), "not as typed": ("_as_typed",), "not all but one": ("_all_but_one",)}
    ways["neither"] = ("_as_typed", "_all_but_one")
    tasks = [asking(engine, thesaurus, left_out) for left_out in ways.values()]
    print(machine())
    for name, one in zip(ways, Measured.in_turn(*tasks), strict=True):
        print(f"{name:18} p50 {one.p50:6.2f} ms, p95 {one.p95:6.2f}, processor {one.cpu:6.2f}")


def texts() -> Iterator[str]:
    """Another text every time."""
    from benchmarks.questions import COMMON_WORDS
    from search.text.stop_words import GENERIC, NOISE, WOMEN

    # With words that may be in any name the text would be short enough to be looked for as a whole first.
    telling = [word for word in COMMON_WORDS if not {word} & {*GENERIC, *NOISE, *WOMEN}]
    said = list(SAID.values())
    for number in range(TEXTS):
        first, second = said[number % len(said)], said[(number + 1) % len(said)]
        words = [telling[(number + step) % len(telling)] for step in (0, 7)]
        yield f"{first} {words[0]} {second} {words[1]}"


def asking(engine: Any, thesaurus: Any, left_out: tuple[str, ...]) -> Callable[[], object]:
    """Asks the next text, with some of the parts left out."""
    from search.engines.embedded.matching.strategies import QueryWriter
    from search.query import SearchQuery

    queries = cycle([SearchQuery(text=text, facets=("need", "area", "setting"), limit=10) for text in texts()])
    nothing: dict[str, Any] = {name: lambda *_: iter(()) for name in left_out}

    def ask() -> object:
        if not nothing:
            return engine.search(next(queries), thesaurus)
        with patch.multiple(QueryWriter, **nothing):
            return engine.search(next(queries), thesaurus)

    result: Any = ask()
    assert result.total
    assert result.understood, "the phrases were not understood"
    return ask


if __name__ == "__main__":
    main()
