"""The one place that decides between names that overlap."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class NameSpan(NamedTuple):
    """A stretch that one rule takes for a name. `rule` names the rule, `confidence` is 0–1."""

    start: int
    end: int
    rule: str
    confidence: float


def without_overlaps(spans: Iterable[NameSpan]) -> list[NameSpan]:
    """The spans that stay, in order of appearance: of two that overlap the surer one, then the longer, then the earlier.

    >>> without_overlaps([NameSpan(0, 2, "known", 0.9), NameSpan(0, 3, "post", 0.95), NameSpan(4, 6, "known", 0.9)])[0].end
    3
    """
    taken: set[int] = set()
    kept: list[NameSpan] = []
    for span in sorted(spans, key=lambda one: (-one.confidence, one.start - one.end, one.start)):
        places = range(span.start, span.end)
        if not any(place in taken for place in places):
            taken.update(places)
            kept.append(span)
    return sorted(kept, key=lambda one: one.start)
