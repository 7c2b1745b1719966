"""The way in: store, read, date, link. The only place that sequences the rooms.

Pages are stored and read one transaction each; then one writer at a time recomputes what became stale, batch by batch,
each batch one transaction. A run that is killed leaves whole pages and stale marks; the next `settle` finishes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate

from django.db import connection
from django.db.models import Count, Model

from articles.chunking import chunks
from articles.collecting import collected_later
from articles.facts import settle_facts
from articles.locking import writing
from articles.models import Article, EventReport, Mention, StaleGroup
from articles.redating import settle_dates
from articles.rereading import reread_pending
from people.happening import settle_events
from people.linking import settle_changed, settle_names
from people.models import StoredSighting
from people.storing_sightings import mark_outdated, settle_sightings

__all__ = ["settle", "writing"]


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of the way: `settle` computes groups of one kind, `groups` at once, by the key that `column` holds.

    `rows` of evidence at once bound what it holds in memory; a group that has more by itself is computed alone.
    """

    kind: str
    settle: Callable[[set[str]], None]
    groups: int
    evidence: type[Model]
    column: str
    rows: int


STAGES = (
    Stage("facts", settle_facts, 100, Article, "page__sha256", 2_000),
    Stage("dates", settle_dates, 100, Article, "page__sha256", 2_000),
    Stage("sightings", settle_sightings, 100, Mention, "article__page__sha256", 5_000),
    Stage("name", settle_names, 200, Mention, "name_as_printed", 20_000),
    Stage("changed", settle_changed, 200, StoredSighting, "name", 20_000),
    Stage("event", settle_events, 500, EventReport, "group_key", 500),
)
ROUNDS = 3
"""How often all stages run at most: names that become hidden count no longer for years, and years for identity."""
FIRST_STATISTICS = 100
"""New pages after which the database counts its rows for the first time in a run."""


def settle(progress: Callable[[str, int], None] | None = None) -> int:
    """Recompute all that is stale: pages to be read again, dates, identity, events. Returns how many groups were computed.

    `progress` is told the stage and how many groups of it are done.
    """
    reread_pending()
    with writing(alone=False):
        mark_outdated()
    done = 0
    for _ in range(ROUNDS):
        before = done
        for stage in STAGES:
            while batch := _settle_batch(stage):
                done += batch
                if progress:
                    progress(stage.kind, batch)
        if done == before:
            break
    return done


def refresh_statistics() -> None:
    """Let the database count its rows anew (a sample of them): without, it plans joins and key checks for empty tables."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA analysis_limit = 1000")
        cursor.execute("ANALYZE")


def refresh_when_due(new: int, due: int) -> int:
    """Refresh the statistics when `new` pages have reached `due`; when it is due next: whenever they doubled."""
    if new < due:
        return due
    refresh_statistics()
    return due * 2


def _settle_batch(stage: Stage) -> int:
    with writing(alone=True):
        stale = StaleGroup.objects.filter(kind=stage.kind)
        keys = _at_once(stage, list(stale.values_list("key", flat=True).distinct().order_by("key")[:stage.groups]))
        if not keys:
            return 0
        marks = list(stale.filter(key__in=keys).values_list("id", flat=True))
        with collected_later():
            stage.settle(set(keys))
        _remove(marks)
    return len(keys)


def _at_once(stage: Stage, keys: list[str]) -> list[str]:
    """As many of the keys, from the first on, as have `stage.rows` of evidence between them; one at least."""
    rows = stage.evidence._default_manager.filter(**{f"{stage.column}__in": keys})
    counted = dict(rows.values_list(stage.column).annotate(number=Count("id")))
    sums = accumulate(counted.get(key, 0) for key in keys)
    return [key for key, total in zip(keys, sums, strict=True) if total <= stage.rows] or keys[:1]


def _remove(marks: list[int]) -> None:
    for some in chunks(marks):
        StaleGroup.objects.filter(pk__in=some).delete()
