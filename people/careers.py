"""Which public posts of one name in one area are one career, and which are two people's. Pure.

Posts printed together are one person's. Posts held one after the other may be. Two offices whose holders are cited in turn,
never together, are two people's; so are posts between which many years, or a fall from high to low, lie.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations, pairwise

from .clusters import Sighting
from .posts import Post
from .rows import Beside, count_neighbours
from .standing import full_time, present, standing, tie

HANDOVER = 30
"""Days for which papers may still print the old post."""
LONGEST_GAP = 12 * 365
SHORTEST_GAP = 3 * 365
"""A gap below this is none; one above `LONGEST_GAP` parts whatever the posts are."""
LONG_GAP = 4 * 365
"""The same for one who comes back to the same post."""
MONTHS_KNOWN = 6
TOGETHER = 0.1
"""The share of the citations of the seldomer post in which both have to be printed."""
SPARSE = 8
"""So many times as long as the days from one citation to the next, on average, is a gap."""
LOWEST_FALL, HIGHEST_RISE = -0.6, 2.1
CITED_OFTEN = 2


@dataclass(slots=True, eq=False)
class Stretch:
    """Sightings that are one person's without doubt, or a career of such `parts`.

    `days` are sorted; `beside` are the names beside it in lists with the year: how much oftener before than after.
    `listed_in` are the years of these lists.
    """

    sightings: list[Sighting] = field(default_factory=list)
    days: list[date] = field(default_factory=list)
    articles: set[int] = field(default_factory=set)
    months: set[tuple[int, int]] = field(default_factory=set)
    beside: Beside = field(default_factory=Counter)
    listed_in: set[int] = field(default_factory=set)
    parts: list[Stretch] = field(default_factory=list)

    def add(self, sighting: Sighting) -> None:
        """One more sighting."""
        self.sightings.append(sighting)
        self.articles.add(sighting.article)
        if sighting.day:
            insort(self.days, sighting.day)
            self.months.add((sighting.day.year, sighting.day.month))
            count_neighbours(self.beside, sighting.before, sighting.after, sighting.day.year)
            if sighting.before or sighting.after:
                self.listed_in.add(sighting.day.year)

    def absorb(self, other: Stretch) -> None:
        """The sightings of another stretch, which stays a part of this one."""
        self.sightings += other.sightings
        self.days = sorted((*self.days, *other.days))
        self.articles |= other.articles
        self.months |= other.months
        self.beside.update(other.beside)
        self.listed_in |= other.listed_in
        self.parts.append(other)

    @property
    def bodies(self) -> set[str]:
        """Where the full-time posts are, but for slips."""
        counted = Counter(body for sighting in self.sightings
                          for body in {post.organization for post in sighting.own_posts if full_time(post)})
        least = TOGETHER * max(counted.values(), default=0)
        return {body for body, times in counted.items() if times >= least}

    @property
    def exclusive(self) -> bool:
        """Whether a full-time post of one holder is among the posts."""
        return any(post.exclusive and full_time(post) for sighting in self.sightings for post in sighting.own_posts)

    @property
    def rung(self) -> float:
        """The highest post held."""
        return max((standing(post) for sighting in self.sightings for post in sighting.own_posts if present(post)), default=0.0)

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


def careers(sightings: Iterable[Sighting], active: Sequence[date]) -> list[Stretch]:
    """The people behind these sightings (of one name, in one area, each with a public post), sorted by when they begin.

    `active`: the sorted days on which the name is printed in any way; they fill gaps.
    """
    stretches = [part for tied in _tied(sightings) for part in _without_gaps(tied, active)]
    dated = sorted((one for one in stretches if one.days), key=lambda one: (one.days[0], one.sightings[0].order))
    chains: list[Stretch] = []
    for stretch in dated:
        _join(stretch, chains, dated, active)
    for stretch in (one for one in stretches if not one.days):
        fitting = [chain for chain in chains if chain.articles.isdisjoint(stretch.articles)]
        if len(fitting) == 1 and len(chains) == 1:
            fitting[0].absorb(stretch)
        else:
            chains.append(_begun(stretch))
    return chains


def _tied(sightings: Iterable[Sighting]) -> list[list[Sighting]]:
    """Sightings in groups that share posts, one with another or over others between them.

    Posts of two bodies, printed apart a dozen times and together once, aren't one person's: the article may name two namesakes.
    """
    leader: dict[tuple[str, ...], tuple[str, ...]] = {}

    def led(key: tuple[str, ...]) -> tuple[str, ...]:
        while leader.setdefault(key, key) != key:
            key = leader[key]
        return key

    keyed = [(ties(sighting), sighting) for sighting in sightings]
    alone = Counter(key for keys, _ in keyed for key in keys)
    by_mention = [_keys(posts) for _, sighting in keyed
                  for posts in ([part.posts for part in sighting.parts] or [sighting.posts])]
    together = Counter(pair for keys in by_mention for pair in combinations(sorted(keys), 2))
    for (one, other), times in sorted(together.items()):
        if times >= TOGETHER * min(alone[one], alone[other]):
            leader[led(other)] = led(one)
    groups: dict[tuple[str, ...], list[Sighting]] = defaultdict(list)
    for keys, sighting in keyed:
        groups[led(keys[0])].append(sighting)
    return list(groups.values())


def ties(sighting: Sighting) -> list[tuple[str, ...]]:
    """What of the sighting's posts ties it to a career, that of the first mention first."""
    return _keys((*sighting.own_posts, *sighting.posts))


def _keys(posts: Iterable[Post]) -> list[tuple[str, ...]]:
    return list(dict.fromkeys(key for post in posts if (key := tie(post))))


def _without_gaps(tied: list[Sighting], active: Sequence[date]) -> list[Stretch]:
    """One stretch, or several where a gap parts them or one article names two; undated ones go to the only stretch."""
    found: list[Stretch] = []
    ordered = sorted(tied, key=lambda one: (one.day is None, one.day or date.min, one.order))
    for sighting in ordered:
        fitting = [one for one in found if sighting.article not in one.articles]
        if sighting.day:
            fitting = [one for one in fitting if not one.days
                       or not gap_parts(one.days[-1], sighting.day, one.interval, active, LONG_GAP)]
        if fitting and (sighting.day or len(found) == 1):
            fitting[-1].add(sighting)
        else:
            found.append(Stretch())
            found[-1].add(sighting)
    return found


def _join(stretch: Stretch, chains: list[Stretch], dated: Sequence[Stretch], active: Sequence[date]) -> None:
    """Let the stretch continue the one career that ended last before it; or begin one, also where a namesake may continue it."""
    fitting = [chain for chain in chains if continues(chain, stretch, active)]
    nearest = sorted(fitting, key=lambda chain: abs((stretch.days[0] - chain.days[-1]).days))
    rivals = [other for other in dated if abs((other.days[0] - stretch.days[0]).days) <= 365 and at_once(other, stretch)]
    contested = any(continues(chain, other, active) for chain in nearest[:1] for other in rivals)
    if nearest and not contested and (len(nearest) == 1 or not _as_near(nearest[0], nearest[1], stretch)):
        nearest[0].absorb(stretch)
    else:
        chains.append(_begun(stretch))


def _begun(stretch: Stretch) -> Stretch:
    (chain := Stretch()).absorb(stretch)
    return chain


def _as_near(one: Stretch, other: Stretch, stretch: Stretch) -> bool:
    """Whether two careers are equally fit to be continued: both end within a year of the new post's beginning."""
    return abs((stretch.days[0] - other.days[-1]).days) <= 365


def continues(chain: Stretch, stretch: Stretch, active: Sequence[date]) -> bool:
    """Whether one person can have had both: nothing in one article, no two offices at once, no gap, no fall."""
    if not chain.articles.isdisjoint(stretch.articles) or any(at_once(part, stretch) for part in chain.parts):
        return False
    earlier = max((part for part in chain.parts if part.days), key=lambda part: (part.days[-1], part.rung))
    if earlier.days[-1] >= stretch.days[0]:
        return True
    often = min(one.interval_among(active) for one in (chain, stretch))
    if gap_parts(chain.days[-1], stretch.days[0], often, active):
        return False
    years = (stretch.days[0] - earlier.days[-1]).days / 365
    if not earlier.rung or not stretch.rung:
        return True
    return LOWEST_FALL <= stretch.rung - earlier.rung <= HIGHEST_RISE + years / 5


def at_once(one: Stretch, other: Stretch) -> bool:
    """Whether two full-time offices in two bodies were held at one time, as cited in turn and never together."""
    if not one.bodies or not other.bodies or one.bodies & other.bodies:
        return False
    start, end = max(one.days[0], other.days[0]), min(one.days[-1], other.days[-1])
    if (end - start).days <= HANDOVER and not _within(one, other) and not _within(other, one):
        return False
    if one.exclusive and other.exclusive:
        return True
    return all(_cited(days, start, end) >= CITED_OFTEN for days in (one.days, other.days))


def _within(one: Stretch, other: Stretch) -> bool:
    """Whether all of one stretch lies well within the other."""
    return (one.days[0] - other.days[0]).days > HANDOVER and (other.days[-1] - one.days[-1]).days > HANDOVER


def _cited(days: Sequence[date], start: date, end: date) -> int:
    return bisect_right(days, end) - bisect_left(days, start)


def gap_parts(last: date, following: date, interval: float, active: Sequence[date], least: int = SHORTEST_GAP) -> bool:
    """Whether the time between two citations is too long for one person who is cited once in `interval` days.

    `active`: days on which the name is printed in any way. Gaps of less than `least` days are none.
    """
    inner = [last, *active[bisect_left(active, last):bisect_left(active, following)], following]
    longest = max((later - sooner).days for sooner, later in pairwise(inner))
    return longest > LONGEST_GAP or (longest > least and longest > SPARSE * interval)
