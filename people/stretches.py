"""Sightings that are one person's, with what careers are made and told apart by: days, posts, and neighbours in lists. Pure."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from .clusters import Sighting
from .posts import Post
from .rows import Beside, Lists
from .standing import told_by

LONGEST_GAP = 12 * 365
"""Days beyond which a gap parts a career whatever the posts are."""
MONTHS_KNOWN = 6
TOGETHER = 0.1
"""The share of the citations of the seldomer post in which both have to be printed."""


@dataclass(slots=True, eq=False)
class Stretch:
    """Sightings that are one person's without doubt, or a career of such `parts`.

    `days` are sorted; `called` counts the posts printed together; `listed_in` are the years of lists that it stands in.
    """

    sightings: list[Sighting] = field(default_factory=list)
    days: list[date] = field(default_factory=list)
    articles: set[int] = field(default_factory=set)
    months: set[tuple[int, int]] = field(default_factory=set)
    called: Counter[tuple[Post, ...]] = field(default_factory=Counter)
    listed_in: set[int] = field(default_factory=set)
    parts: list[Stretch] = field(default_factory=list)
    lists: Lists = field(default_factory=Lists)

    def add(self, sighting: Sighting) -> None:
        """One more sighting."""
        self.sightings.append(sighting)
        self.articles.add(sighting.article)
        self.called[sighting.own_posts] += 1
        if sighting.day:
            insort(self.days, sighting.day)
            self.months.add((sighting.day.year, sighting.day.month))
            if sighting.before or sighting.after:
                self.listed_in.add(sighting.day.year)

    def absorb(self, other: Stretch) -> None:
        """The sightings of another stretch, which stays a part of this one."""
        self.sightings += other.sightings
        self.days = sorted((*self.days, *other.days))
        self.articles |= other.articles
        self.months |= other.months
        self.called.update(other.called)
        self.listed_in |= other.listed_in
        self.parts.append(other)

    def replace(self, at: int, sighting: Sighting) -> None:
        """Put another sighting of the same article in the place of one."""
        self.called[self.sightings[at].own_posts] -= 1
        self.called[sighting.own_posts] += 1
        self.called = +self.called
        self.sightings[at] = sighting

    @property
    def bodies(self) -> set[str]:
        """Where the full-time posts are, but for slips."""
        counted: Counter[str] = Counter()
        for posts, times in self.called.items():
            for body in told_by(posts).bodies:
                counted[body] += times
        least = TOGETHER * max(counted.values(), default=0)
        return {body for body, times in counted.items() if times >= least}

    @property
    def exclusive(self) -> bool:
        """Whether a full-time post of one holder is among the posts."""
        return any(told_by(posts).exclusive for posts in self.called)

    @property
    def rung(self) -> float:
        """The highest post held."""
        return max((told_by(posts).rung for posts in self.called), default=0.0)

    @property
    def beside(self) -> Beside:
        """The names beside it in lists with the year: how much oftener before than after."""
        return self.lists.beside(self.sightings)

    def rung_on(self, day: date | None) -> float:
        """The highest post held around that day; of all where no day is known."""
        dated = [part for part in self.parts if part.days]
        if not day or not dated:
            return self.rung
        return min(dated, key=lambda part: max(0, (part.days[0] - day).days, (day - part.days[-1]).days)).rung

    @property
    def interval(self) -> float:
        """Days from one month with citations to the next, on average; endless where too little is known."""
        return self._interval(len(self.months))

    def interval_among(self, active: Sequence[date]) -> float:
        """The same, counting all days on which the name is printed from the first citation to the last."""
        inner = active[bisect_left(active, self.days[0]):bisect_right(active, self.days[-1])]
        return self._interval(len({(day.year, day.month) for day in inner}))

    def _interval(self, months: int) -> float:
        return (self.days[-1] - self.days[0]).days / (months - 1) if months >= MONTHS_KNOWN else float(LONGEST_GAP)
