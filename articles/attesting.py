"""When pages of known day print a fact: the sums of their marks by quarter, and what a change of them concerns."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from .attested import RIVALS_WITHIN, Stretch, stretch_of
from .chunking import chunks
from .models import AttestedQuarter

ONE_HOLDER = re.compile(
    "[省市县区州旗]长|(?!.*(?:副|常委$|委员$|小组|大会|指挥部))[^|]+[委局院校镇乡会室府道站所中心检察](?:书记|主任|主席|局长|部长|院长|检察长|校长|镇长|乡长)"
    "|(?!.*副)[^|]{2,}[镇乡](?:长|党委书记)|(?!.*副)[^|]{2,}[局部院校](?:长|党组书记)"
)
"""Posts with one holder at a time, whose body is named with them."""


def attest(before: Counter[tuple[str, int]], after: Counter[tuple[str, int]]) -> set[str]:
    """Take pages from `before` and add them to `after`, by (key, quarter); the keys that this tells something new of.

    A key is concerned where its stretch changes, or that of another holder of the same post near its own.
    """
    change = {place: number for place in sorted(before | after) if (number := after[place] - before[place])}
    keys = sorted({key for key, _ in change})
    rows: dict[tuple[str, int], AttestedQuarter] = {}
    for some in chunks(keys):
        rows |= {(row.key, row.quarter): row for row in AttestedQuarter.objects.filter(key__in=some)}
    old = stretches(rows)
    made: list[AttestedQuarter] = []
    kept: list[AttestedQuarter] = []
    gone: list[int] = []
    for (key, at), number in change.items():
        row = rows.setdefault((key, at), AttestedQuarter(key=key, slot=slot_of(key), quarter=at, pages=0))
        row.pages += number
        if not row.pages:
            gone.append(row.pk)
            del rows[key, at]
        else:
            (kept if row.pk else made).append(row)
    AttestedQuarter.objects.filter(pk__in=gone).delete()
    AttestedQuarter.objects.bulk_update(kept, ["pages"], batch_size=500)
    AttestedQuarter.objects.bulk_create(made, batch_size=2000)
    new = stretches(rows)
    moved = {key for key in keys if old.get(key) != new.get(key)}
    return moved | _rivals({key: (old.get(key), new.get(key)) for key in moved})


def stretches(places: Iterable[tuple[str, int]]) -> dict[str, Stretch]:
    """The stretch of each key, by the quarters that it is printed in."""
    found: dict[str, list[int]] = defaultdict(list)
    for key, at in places:
        found[key].append(at)
    return {key: stretch_of(sorted(quarters)) for key, quarters in found.items()}


def _rivals(moved: Mapping[str, tuple[Stretch | None, Stretch | None]]) -> set[str]:
    """Those who are printed with the same posts near where these stretches changed."""
    found: set[str] = set()
    for key, (old, new) in sorted(moved.items()):
        slot = slot_of(key)
        edges = {(old.first, new.first) if old and new else None, (old.last, new.last) if old and new else None}
        edges |= {(one.first, one.last) for one in (old, new) if one and not (old and new)}
        for edge in filter(None, edges) if slot else ():
            if edge[0] != edge[1] or not (old and new):
                near = (min(edge) - RIVALS_WITHIN, max(edge) + RIVALS_WITHIN)
                rows = AttestedQuarter.objects.filter(slot=slot, quarter__range=near)
                found.update(rows.values_list("key", flat=True).distinct())
    return found


def slot_of(key: str) -> str:
    """The post of a name with its post, where one body has one of it at a time and its name tells which; else nothing.

    >>> slot_of("post|甲县|县委书记|王小川"), slot_of("post|甲县|副县长|王小川"), slot_of("post|甲县|局长|王小川")
    ('post|甲县|县委书记', '', '')
    """
    slot, _, _ = key.rpartition("|")
    return slot if key.startswith("post|") and ONE_HOLDER.fullmatch(slot.rpartition("|")[2]) else ""
