"""Look after the search index."""

from argparse import ArgumentTypeError
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from search import search_log
from search.changelog import log
from search.changelog.scheduled import record_daily_changes
from search.editorial import editorial_at
from search.engines import current_engine
from search.engines.base import IndexBroken, IndexBusy, IndexUnwritable
from search.explanation import describe
from search.indexing import verification
from search.indexing.health import index_ready
from search.indexing.indexer import rebuild, update_index
from search.indexing.verification import Differences, public_object_count
from search.query import SearchQuery

MAX_NAMES = 5


class Command(BaseCommand):
    help = "Build, update and check the search index."

    def add_arguments(self, parser: CommandParser) -> None:
        actions = parser.add_subparsers(dest="action", required=True)
        building = actions.add_parser("rebuild", help="build a new index beside the old one, then serve it")
        building.add_argument("--afresh", action="store_true", help="do not continue an interrupted build")
        actions.add_parser("update", help="apply what changed; build the index if there is none")
        checking = actions.add_parser("verify", help="compare the index with the database")
        checking.add_argument("--repair", action="store_true", help="write what differs")
        explaining = actions.add_parser("explain", help="say why the first results are first")
        explaining.add_argument("text")
        explaining.add_argument("--kind", action="append", default=[], help="only this kind; can be repeated")
        for name, effect in (("--preferred", "first what has this"), ("--expected", "last what lacks this")):
            explaining.add_argument(
                name,
                action="append",
                default=[],
                type=_facet_value,
                metavar="FACET=VALUE",
                help=effect,
            )
        explaining.add_argument("--limit", type=int, default=5, help="how many results (5)")
        actions.add_parser("status", help="say what is served and what is being built")

    def handle(self, *args: Any, action: str, **options: Any) -> None:
        actions: dict[str, Callable[..., None]] = {
            "rebuild": self.rebuild,
            "update": self.update,
            "verify": self.verify,
            "explain": self.explain,
            "status": self.status,
        }
        try:
            actions[action](**options)
        except IndexBusy as busy:
            raise CommandError("Another process is writing the index. Try again when it has finished.") from busy
        except (IndexBroken, IndexUnwritable) as fault:
            raise CommandError(f"The search index: {fault}") from fault

    def rebuild(self, *, afresh: bool, **options: Any) -> None:
        """Build beside the served index and swap."""
        with self._progress(public_object_count(), options) as report:
            rebuild(afresh=afresh, report=report)
        self.status()

    def update(self, **options: Any) -> None:
        """Apply the rest of the change log and what the day changes, and let go of old counts."""
        search_log.delete_old_counts()
        record_daily_changes()
        with self._progress(None, options) as report:
            current = update_index(seconds=None, report=report)
        if not current:
            raise CommandError("The index is not up to date; the reason is in the log above.")
        self.status()

    def verify(self, *, repair: bool, **options: Any) -> None:
        """Compare, and write what differs if asked to."""
        update_index(seconds=None)
        with self._progress(public_object_count(), options) as report:
            differences = verification.compare(report)
        self._describe(differences)
        if differences.count and not repair:
            raise CommandError(f"{differences.count} documents differ. Run with --repair to write them.")
        if differences.count:
            verification.repair(differences)
            self.stdout.write(self.style.SUCCESS(f"Repaired {differences.count} documents."))

    def explain(
        self,
        *,
        text: str,
        kind: list[str],
        preferred: list[tuple[str, str]],
        expected: list[tuple[str, str]],
        limit: int,
        **options: Any,
    ) -> None:
        """The score of the first results, part by part."""
        update_index(seconds=None)
        query = SearchQuery(
            text=text, kinds=tuple(kind), preferred=_by_facet(preferred), expected=_by_facet(expected), limit=limit
        )
        explanation = current_engine().explain(query, editorial_at(log.head()).thesaurus)
        for line in describe(explanation):
            self.stdout.write(line)

    def status(self, **options: Any) -> None:
        """One line on the index, one on the change log."""
        ready, message = index_ready()
        style = self.style.SUCCESS if ready else self.style.WARNING
        self.stdout.write(style(f"Index: {message}"))
        self.stdout.write(f"Change log: change {log.head().sequence} is the newest")
        upcoming = current_engine().upcoming()
        if ready and upcoming is not None:
            self.stdout.write(f"Being built: {upcoming.count()} documents so far")

    def _describe(self, differences: Differences) -> None:
        described = {
            "missing": differences.missing,
            "outdated": differences.outdated,
            "surplus": differences.surplus,
        }
        for word, names in described.items():
            examples = f" ({', '.join(names[:MAX_NAMES])}{', …' if len(names) > MAX_NAMES else ''})" if names else ""
            self.stdout.write(f"{len(names)} {word}{examples}")

    @contextmanager
    def _progress(self, total: int | None, options: dict[str, Any]) -> Iterator[Callable[[int], object]]:
        quiet = int(options.get("verbosity", 1)) == 0
        with tqdm(total=total, unit=" objects", disable=quiet, file=self.stderr) as bar:
            yield bar.update


def _facet_value(text: str) -> tuple[str, str]:
    facet, _, value = text.partition("=")
    if not facet.strip() or not value.strip():
        raise ArgumentTypeError(f"“{text}” is not of the form FACET=VALUE, such as kind=guide")
    return facet.strip(), value.strip()


def _by_facet(chosen: list[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    facets = dict.fromkeys(facet for facet, _ in chosen)
    return {facet: tuple(value for name, value in chosen if name == facet) for facet in facets}
