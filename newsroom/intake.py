"""The way in: store, read, date, link. The only place that sequences the rooms.

Pages are stored and read one transaction each; then one writer at a time recomputes what became stale, batch by batch,
each batch one transaction. A run that is killed leaves whole pages and stale marks; the next `settle` finishes.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate

from django.db import connection
from django.db.models import Count

from articles.locking import writing
from articles.models import Mention, StaleGroup
from articles.redating import settle_dates
from people.happening import settle_events
from people.linking import settle_names

__all__ = ["settle", "writing"]

STAGES: tuple[tuple[str, Callable[[set[str]], None], int], ...] = (
    ("dates", settle_dates, 100),
    ("name", settle_names, 200),
    ("event", settle_events, 500),
)
MENTIONS_AT_ONCE = 20_000
"""Bounds what the name stage holds in memory; a name that has more by itself is computed alone."""


def settle(progress: Callable[[str, int], None] | None = None) -> int:
    """Recompute all that is stale: dates, then identity, then events. Returns how many groups were computed.

    `progress` is told the stage and how many groups of it are done.
    """
    done = 0
    for kind, stage, size in STAGES:
        while batch := _settle_batch(kind, stage, size):
            done += batch
            if progress:
                progress(kind, batch)
    return done


def refresh_statistics() -> None:
    """Let the database count its rows anew: without, SQLite joins articles and pages in the wrong order."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _settle_batch(kind: str, stage: Callable[[set[str]], None], size: int) -> int:
    with writing(alone=True):
        keys = list(StaleGroup.objects.filter(kind=kind).values_list("key", flat=True).distinct().order_by("key")[:size])
        if not keys:
            return 0
        if kind == "name":
            keys = _at_once(keys)
        marks = list(StaleGroup.objects.filter(kind=kind, key__in=keys).values_list("id", flat=True))
        stage(set(keys))
        _remove(marks)
    return len(keys)


def _at_once(names: list[str]) -> list[str]:
    """As many of the names, from the first on, as have MENTIONS_AT_ONCE between them; one at least."""
    counted = dict(Mention.objects.filter(name_as_printed__in=names).values_list("name_as_printed").annotate(number=Count("id")))
    sums = accumulate(counted.get(name, 0) for name in names)
    return [name for name, total in zip(names, sums, strict=True) if total <= MENTIONS_AT_ONCE] or names[:1]


def _remove(marks: list[int]) -> None:
    for at in range(0, len(marks), 5000):
        StaleGroup.objects.filter(pk__in=marks[at:at + 5000]).delete()
