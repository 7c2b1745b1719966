"""Which old row a new one continues: the one it shares most raw text with. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

Stretch = tuple[int, int]
"""Start and end, in characters of the raw page."""


def match_by_overlap(new: Sequence[Stretch], old: Sequence[Stretch]) -> list[int | None]:
    """For each new span the index of the old span it overlaps most (each old one used once, largest overlaps first).

    >>> match_by_overlap([(0, 10), (10, 30)], [(12, 30), (0, 9)])
    [1, 0]
    """
    matched: list[int | None] = [None] * len(new)
    used: set[int] = set()
    for _, new_at, old_at in sorted(_shared(new, old)):
        if matched[new_at] is None and old_at not in used:
            matched[new_at] = old_at
            used.add(old_at)
    return matched


def _shared(new: Sequence[Stretch], old: Sequence[Stretch]) -> Iterator[tuple[int, int, int]]:
    """(minus the number of shared characters, index in `new`, index in `old`); one walk along the page."""
    waiting = sorted(range(len(old)), key=lambda at: old[at], reverse=True)
    begun: list[int] = []
    for new_at in sorted(range(len(new)), key=lambda at: new[at]):
        start, end = new[new_at]
        while waiting and old[waiting[-1]][0] < end:
            begun.append(waiting.pop())
        begun = [old_at for old_at in begun if old[old_at][1] > start]
        for old_at in begun:
            overlap = min(end, old[old_at][1]) - max(start, old[old_at][0])
            if overlap > 0:
                yield -overlap, new_at, old_at


def holding(spans: Sequence[Stretch], wanted: Stretch) -> int | None:
    """The index of the span that the start of `wanted` stands in, else of the one that shares most with it; None for none.

    >>> holding([(0, 10), (12, 30)], (10, 20)), holding([(0, 10)], (40, 50))
    (1, None)
    """
    start, end = wanted
    for at, (first, last) in enumerate(spans):
        if first <= start < max(last, first + 1):
            return at
    shared = [(min(end, last) - max(start, first), -at) for at, (first, last) in enumerate(spans)]
    best = max(shared, default=(0, 0))
    return -best[1] if best[0] > 0 else None
