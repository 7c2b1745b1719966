"""What pages of known day tell of the pages whose year has to be concluded: queries, and nothing decided."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from django.db.models import Count, Max, Min, QuerySet

from .attested import Attested, Elsewhere, Stretch, times_of
from .attesting import slot_of
from .chunking import chunks
from .facts import SERIES
from .meetings import meetings_of
from .models import AttestedQuarter, DatingMark
from .numbered import Numbered

_WEIGHTS = {"post": 1.0, "name": 0.6, "byline": 0.6}
"""How much a name counts by what is known of it: with its post, alone, as a reporter's."""


class _Undated(NamedTuple):
    """A mark of an article whose year is concluded."""

    key: str
    label: str
    number: int | None


def told_elsewhere(pages: Iterable[int]) -> dict[int, dict[int, Elsewhere]]:
    """Page id → reading order → what pages of known day tell; nothing for pages that tell their day by themselves."""
    marks: dict[tuple[int, int], list[_Undated]] = defaultdict(list)
    undated = DatingMark.objects.filter(page_id__in=list(pages), day=None).order_by("page_id", "reading_order", "key", "number")
    for page, order, key, label, number in undated.values_list("page_id", "reading_order", "key", "label", "number"):
        marks[page, order].append(_Undated(key, label, number))
    keys = {row.key for rows in marks.values() for row in rows}
    known = _stretches(sorted(key for key in keys if not key.startswith(SERIES)))
    holders = _holders(sorted({slot for key in keys if (slot := slot_of(key))}))
    meetings = meetings_of(sorted(key for key in keys if key.startswith(SERIES)))
    found: dict[int, dict[int, Elsewhere]] = defaultdict(dict)
    for (page, order), rows in marks.items():
        numbered = tuple(Numbered(row.label, row.number, meetings[row.key])
                         for row in rows if row.number is not None and row.key in meetings)
        found[page][order] = Elsewhere(_attested(rows, known, holders), numbered)
    return found


def _stretches(keys: Sequence[str]) -> dict[str, Stretch]:
    found: dict[str, Stretch] = {}
    for some in chunks(keys):
        found |= _summed_up(AttestedQuarter.objects.filter(key__in=some))
    return found


def _summed_up(quarters: QuerySet[AttestedQuarter]) -> dict[str, Stretch]:
    """The stretch of each key, summed up by the database: one row a key, however long it is printed."""
    rows = quarters.order_by().values_list("key").annotate(first=Min("quarter"), last=Max("quarter"), number=Count("quarter"))
    return {key: Stretch(first, last, times_of(number)) for key, first, last, number in rows}


def _holders(slots: Sequence[str]) -> dict[str, dict[str, Stretch]]:
    """Post → name's key → stretch, for posts that one holds at a time."""
    found: dict[str, dict[str, Stretch]] = defaultdict(dict)
    for some in chunks(slots):
        for key, stretch in _summed_up(AttestedQuarter.objects.filter(slot__in=some)).items():
            found[slot_of(key)][key] = stretch
    return found


def _attested(
    rows: Sequence[_Undated], known: Mapping[str, Stretch], holders: Mapping[str, Mapping[str, Stretch]]
) -> tuple[Attested, ...]:
    """A name with its post where that is attested, else the name alone."""
    found = []
    posted: set[str] = set()
    for row in sorted(rows, key=lambda row: (not row.key.startswith("post|"), row.key)):
        kind, name = row.key.split("|", 1)[0], row.key.rsplit("|", 1)[-1]
        if row.key not in known or (kind == "name" and name in posted):
            continue
        if kind == "post":
            posted.add(name)
        others = holders.get(slot_of(row.key), {})
        rivals = tuple(stretch for key, stretch in others.items() if key != row.key)
        found.append(Attested(row.label, known[row.key], _WEIGHTS[kind], rivals))
    return tuple(found)
