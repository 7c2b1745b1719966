"""Rows of names: who stands before and after whom in the lists of one article. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from .clusters import Sighting

WINDOW = 4
"""So many names to either side are kept."""
LONGEST_BREAK = 2
"""A mark and a blank at most stand between two names of one list."""
MARKS = frozenset("、,，;；\u3000 \n")
Neighbours = tuple[tuple[str, ...], tuple[str, ...]]
"""The names before and after, the nearest first."""
Beside = Counter[tuple[str, int]]
"""(name, year) → how much oftener somebody's lists of that year have the name before than after."""


def neighbours(printed: Iterable[tuple[int, int, int, str, str]]) -> dict[int, Neighbours]:
    """Each person's neighbours in the longest list that the person stands in.

    `printed`: (start, end, referent, name, what follows it) of the names of one text, in order.

    >>> neighbours([(0, 2, 0, "葛川", "、方圆"), (3, 5, 1, "方圆", "等"), (9, 11, 2, "石磊", "说")])
    {0: ((), ('方圆',)), 1: (('葛川',), ())}
    """
    lists: list[list[tuple[int, str]]] = []
    last_end, following = -LONGEST_BREAK - 1, ""
    for start, end, referent, name, suffix in printed:
        between = following[:start - last_end]
        if 0 < start - last_end <= LONGEST_BREAK and MARKS.issuperset(between) and len(between) == start - last_end:
            lists[-1].append((referent, name))
        else:
            lists.append([(referent, name)])
        last_end, following = end, suffix
    found: dict[int, Neighbours] = {}
    for row in sorted((row for row in lists if len(row) > 1), key=len, reverse=True):
        names = [name for _, name in row]
        for at, (referent, _) in enumerate(row):
            found.setdefault(referent, (tuple(names[max(0, at - WINDOW):at][::-1]), tuple(names[at + 1:at + 1 + WINDOW])))
    return found


class Lists:
    """Somebody's neighbours in all lists, counted when they are asked for: of most people they never are."""

    def __init__(self) -> None:
        """None counted yet."""
        self._beside: Beside = Counter()
        self._counted = 0

    def beside(self, sightings: Sequence[Sighting]) -> Beside:
        """The neighbours in the lists of these sightings; of a list that only grew since, what is new is added."""
        counted = self._beside
        for sighting in sightings[self._counted:]:
            if sighting.day:
                year = sighting.day.year
                for name in sighting.before:
                    counted[name, year] += 1
                for name in sighting.after:
                    counted[name, year] -= 1
        self._counted = len(sightings)
        return counted


def sides(beside: Beside, before: Iterable[str], after: Iterable[str], year: int) -> list[int]:
    """For each neighbour in a list how well its side goes with somebody's lists of that year and those next to it.

    Above 0: on the side where it stands oftener; below: on the other; 0: it is in none of these lists.

    >>> sides(Counter({("葛川", 2020): 2, ("方圆", 2021): -1}), ["葛川"], ["石磊", "方圆"], 2021)
    [2, 0, 1]
    """
    return [side * sum(beside.get((name, near), 0) for near in (year - 1, year, year + 1))
            for side, names in ((1, before), (-1, after)) for name in names]
