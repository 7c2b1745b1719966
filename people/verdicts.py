"""Active judgements as the pure stages take them, led to where their evidence stands today."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .anchors import Places
from .blocks import PAIRING
from .clusters import Anchor, Verdict
from .models import Judgement


@dataclass(frozen=True, slots=True)
class Ruling:
    """A judgement on one record: confirm, withhold, or a field's value; `anchors` are the evidence it was made on."""

    kind: str
    anchors: frozenset[Anchor]
    field: str = ""
    after: object = None
    left_id: int = 0


def judged(identifiers: Iterable[int], places: Places[str]) -> tuple[list[Verdict], list[Ruling]]:
    """Of these judgements, oldest first, those of same, differ and assign, and those on single records."""
    verdicts, rulings = [], []
    for row in Judgement.objects.filter(pk__in=sorted(identifiers)).order_by("id"):
        left, right = _side(row, "left", places), _side(row, "right", places)
        if row.kind in PAIRING:
            verdicts.append(Verdict(row.kind, left, right, row.left, row.right or 0))
        elif row.kind in ("confirm", "withhold", "field"):
            rulings.append(Ruling(row.kind, left, row.field, row.after, row.left))
    return verdicts, rulings


def _side(row: Judgement, side: str, places: Places[str]) -> frozenset[Anchor]:
    found = set()
    for sha256, offset in row.anchors.get(side, ()):
        now = places.now(sha256, offset)
        found.add((sha256, offset if now is None else now))
    return frozenset(found)
