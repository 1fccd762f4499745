"""Look after the search index."""

import os
import signal
from argparse import ArgumentTypeError
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from tqdm import tqdm

from search import search_log
from search.changelog import log
from search.changelog.scheduled import record_daily_changes
from search.editorial import editorial_at
from search.engines import current_engine, has_server, local_engine, server_engine
from search.engines.base import Engine, IndexBroken, IndexBusy, IndexUnwritable, Searcher
from search.explanation import describe
from search.indexing import verification
from search.indexing.follower import Follower
from search.indexing.health import index_ready, server_lag
from search.indexing.indexer import rebuild, update_index
from search.indexing.verification import Differences, public_object_count
from search.query import SearchQuery

MAX_NAMES = 5
EMBEDDED, SERVER = "embedded", "server"


class Command(BaseCommand):
    help = "Build, update and check the search index."

    def add_arguments(self, parser: CommandParser) -> None:
        actions = parser.add_subparsers(dest="action", required=True)
        building = actions.add_parser("rebuild", help="build a new index beside the old one, then serve it")
        building.add_argument("--afresh", action="store_true", help="do not continue an interrupted build")
        updating = actions.add_parser("update", help="apply what changed; build the index if there is none")
        actions.add_parser("follow", help="keep the index on the server up to date until told to end")
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
        for parser in (building, updating, checking, explaining):
            parser.add_argument("--only", choices=(EMBEDDED, SERVER), default="", help="only this index")
        actions.add_parser("status", help="say what is served and what is being built")

    def handle(self, *args: Any, action: str, **options: Any) -> None:
        actions: dict[str, Callable[..., None]] = {
            "rebuild": self.rebuild,
            "update": self.update,
            "follow": self.follow,
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

    def rebuild(self, *, afresh: bool, only: str = "", **options: Any) -> None:
        """Build beside the served index and swap."""
        for _, engine in self._chosen(only):
            with self._progress(public_object_count(), options) as report:
                rebuild(afresh=afresh, report=report, engine=engine)
        self.status()

    def update(self, *, only: str = "", **options: Any) -> None:
        """Apply the rest of the change log and what the day changes, and let go of old counts."""
        search_log.delete_old_counts()
        record_daily_changes()
        behind = []
        for name, engine in self._chosen(only):
            with self._progress(None, options) as report:
                if not update_index(seconds=None, report=report, engine=engine):
                    behind.append(name)
        if behind:
            raise CommandError(f"The {' and the '.join(behind)} is not up to date; the reason is in the log above.")
        self.status()

    def follow(self, **options: Any) -> None:
        """Keep the server's index up to date until told to end."""
        if not has_server():
            # It has its place in the Procfile. So that it costs nothing there, it becomes a process that only waits.
            os.execvp("sleep", ("sleep", "infinity"))  # noqa: S606, S607  ends when it is told to end
        follower = Follower()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: follower.stop())
        follower.run()

    def verify(self, *, repair: bool, only: str = "", **options: Any) -> None:
        """Compare, and write what differs if asked to."""
        left = 0
        for name, engine in self._chosen(only):
            update_index(seconds=None, engine=engine)
            with self._progress(public_object_count(), options) as report:
                differences = verification.compare(report, engine)
            self._describe(differences, name)
            if differences.count and repair:
                verification.repair(differences, engine)
                self.stdout.write(self.style.SUCCESS(f"Repaired {differences.count} documents."))
            else:
                left += differences.count
        if left:
            raise CommandError(f"{left} documents differ. Run with --repair to write them.")

    def explain(
        self,
        *,
        text: str,
        kind: list[str],
        preferred: list[tuple[str, str]],
        expected: list[tuple[str, str]],
        limit: int,
        only: str = "",
        **options: Any,
    ) -> None:
        """The score of the first results, part by part."""
        update_index(seconds=None)
        asked: Searcher = self._chosen(only)[0][1] if only else current_engine()
        query = SearchQuery(
            text=text, kinds=tuple(kind), preferred=_by_facet(preferred), expected=_by_facet(expected), limit=limit
        )
        explanation = asked.explain(query, editorial_at(log.head()).thesaurus)
        for line in describe(explanation):
            self.stdout.write(line)

    def status(self, **options: Any) -> None:
        """One line on each index, one on the change log."""
        for name, engine in self._chosen():
            ready, message = index_ready(engine)
            style = self.style.SUCCESS if ready else self.style.WARNING
            self.stdout.write(style(f"{name.capitalize()}: {message}"))
            upcoming = engine.upcoming() if ready else None
            if upcoming is not None:
                self.stdout.write(f"Being built: {upcoming.count()} documents so far")
        self.stdout.write(f"Change log: change {log.head().sequence} is the newest")
        self._tell_lag()

    def _tell_lag(self) -> None:
        lag = server_lag()
        if lag is not None and not lag.is_known:
            self.stdout.write(self.style.WARNING("The server does not answer: how far it has come is not known"))
        elif lag is not None and lag.since is not None:
            seconds = (timezone.now() - lag.since).total_seconds()
            self.stdout.write(
                self.style.WARNING(f"The server has yet to apply {lag.count} changes of {seconds:.0f} s")
            )

    def _chosen(self, only: str = "") -> list[tuple[str, Engine]]:
        """The engines with what their indexes are called: one without a server, else both or the one that is meant."""
        server = server_engine()
        if server is None:
            if only == SERVER:
                raise CommandError("SEARCH_URL names no server.")
            return [("index", local_engine())]
        both = {EMBEDDED: ("embedded index", local_engine()), SERVER: ("server index", server)}
        return [both[only]] if only else list(both.values())

    def _describe(self, differences: Differences, index: str) -> None:
        if index != "index":
            self.stdout.write(f"{index.capitalize()}:")
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
