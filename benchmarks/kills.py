"""Kill writers again and again, at any moment, and compare the index with the database after each round.

Run with `python -m benchmarks.kills`, or with another number of kills: `python -m benchmarks.kills 8`. Each round
starts a few processes at once that save, delete, catch up and rebuild without end, and kills each at a random moment.
"""

import os
import random
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any

KILLS = 100
MOST_AT_ONCE = 3
TAGS = 1_500
LONGEST_SECONDS = 1.2
# So small that a rebuild commits several times.
COMMIT_AFTER = 300
SCRATCH_VARIABLE = "BENCHMARK_SCRATCH"


def main(kills: int) -> None:
    """Kill so many writers, repair by catching up, compare; fail on the first difference."""
    prepare()
    from django.core.management import call_command
    from taggit.models import Tag

    from benchmarks.settings import SCRATCH
    from search.changelog import log
    from search.indexing import verification
    from search.indexing.indexer import rebuild, update_index

    call_command("migrate", run_syncdb=True, verbosity=0)
    with findable_tags():
        Tag.objects.bulk_create([Tag(name=f"Tag {number}", slug=f"first-{number}") for number in range(TAGS)])
        log.record_changes("tag", Tag.objects.values_list("pk", flat=True))
        chance, taken, killed, rebuilt = random.Random(), [], 0, 0
        while killed < kills:
            writers = min(chance.randint(1, MOST_AT_ONCE), kills - killed)
            kill_writers(SCRATCH, writers, chance)
            killed += writers
            start = time.perf_counter()
            assert update_index(seconds=None), f"kill {killed}: the index is not up to date"
            taken.append(time.perf_counter() - start)
            check(verification.compare(), killed)
            if chance.random() < 0.2:
                # Goes on with whatever a killed process was building.
                rebuild()
                rebuilt += 1
                check(verification.compare(), killed)
    print(f"{kills} kills, {rebuilt} rebuilds resumed; index equals database after each")
    print(f"Catching up took {max(taken):.1f} s at most")


def check(differences: Any, number: int) -> None:
    """Nothing may be missing, outdated or surplus."""
    assert differences.count == 0, f"kill {number}: {differences}"


def kill_writers(scratch: Path, number: int, chance: random.Random) -> None:
    """Start so many writers, wait until all work, kill one after the other."""
    command = [sys.executable, "-m", "benchmarks.kills", "write"]
    environment = {**os.environ, SCRATCH_VARIABLE: str(scratch)}
    with ExitStack() as running:
        writers = [
            running.enter_context(subprocess.Popen(command, env=environment, stdout=subprocess.PIPE))  # noqa: S603  this interpreter
            for _ in range(number)
        ]
        for writer in writers:
            assert writer.stdout is not None
            assert writer.stdout.readline(), "a writer did not start"
        for writer in writers:
            time.sleep(chance.uniform(0.0, LONGEST_SECONDS))
            writer.kill()
    assert all(writer.returncode == -9 for writer in writers), "a writer ended by itself"


def write() -> None:
    """Change tags and the index until somebody kills this process."""
    prepare()
    from search.indexing import indexer

    indexer.COMMIT_AFTER = COMMIT_AFTER
    chance = random.Random()
    with findable_tags():
        print("started", flush=True)
        while True:
            chance.choice((save_some, save_some, delete_some, load_many, rebuild_all))(chance)


def save_some(chance: random.Random) -> None:
    """Save a few tags, each in a transaction of its own."""
    from django.db import transaction
    from taggit.models import Tag

    for tag in Tag.objects.order_by("?")[: chance.randrange(1, 8)]:
        tag.name = f"Tag {tag.pk} as of {chance.randrange(10**9)}"
        with transaction.atomic():
            tag.save()


def delete_some(chance: random.Random) -> None:
    """Delete a few tags and add as many, each together with its change, as `docs/search-using.md` asks."""
    from django.db import transaction
    from taggit.models import Tag

    for tag in Tag.objects.order_by("?")[: chance.randrange(1, 4)]:
        with transaction.atomic():
            tag.delete()
            Tag.objects.create(name=f"New {chance.randrange(10**12)}", slug=f"new-{chance.randrange(10**12)}")


def load_many(chance: random.Random) -> None:
    """Write past `save()`, as a loader does."""
    from django.db import transaction
    from django.db.models import CharField, Value
    from django.db.models.functions import Cast, Concat
    from taggit.models import Tag

    from search.changelog.log import record_changes

    with transaction.atomic():
        chosen = Tag.objects.filter(pk__in=list(Tag.objects.order_by("?").values_list("pk", flat=True)[:700]))
        keys = list(chosen.values_list("pk", flat=True))
        chosen.update(name=Concat(Value(f"Loaded {chance.randrange(10**9)} as "), Cast("pk", CharField())))
        record_changes("tag", keys)


def rebuild_all(chance: random.Random) -> None:
    """Build the index anew, or go on with what was being built, unless another writer does."""
    from search.engines.base import IndexBusy
    from search.indexing.indexer import rebuild

    with suppress(IndexBusy):
        rebuild(afresh=chance.random() < 0.5)


@contextmanager
def findable_tags() -> Iterator[None]:
    """Tags are found."""
    from taggit.models import Tag

    from search.registry import registered

    def keys() -> list[int]:
        return list(Tag.objects.values_list("pk", flat=True))

    with registered("tag", model=Tag, documents=tag_documents, all_keys=keys):
        yield


def tag_documents(keys: Iterable[Any]) -> Iterator[Any]:
    """One document for each tag."""
    from taggit.models import Tag

    from search.document import Document

    for tag in Tag.objects.filter(pk__in=list(keys)):
        yield Document(kind="tag", key=str(tag.pk), title=tag.name, url=f"/tags/{tag.slug}/", body="words " * 50)


def prepare() -> None:
    """Set Django up."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "benchmarks.settings"
    import django

    django.setup()


if __name__ == "__main__":
    if sys.argv[1:] == ["write"]:
        write()
    else:
        main(int(sys.argv[1]) if sys.argv[1:] else KILLS)
