"""Which public posts of one name in one area are one career, and which are two people's. Pure.

Posts printed together are one person's. Posts held one after the other may be. Two offices whose holders are cited in turn,
never together, are two people's; so are posts between which many years, or a fall from high to low, lie.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import combinations, pairwise

from .clusters import Sighting
from .standing import Tie, told_by
from .stretches import LONGEST_GAP, TOGETHER, Stretch

HANDOVER = 30
"""Days for which papers may still print the old post."""
SHORTEST_GAP = 3 * 365
"""A gap below this is none."""
LONG_GAP = 4 * 365
"""The same for one who comes back to the same post."""
SPARSE = 8
"""So many times as long as the days from one citation to the next, on average, is a gap."""
LOWEST_FALL, HIGHEST_RISE = -0.6, 2.1
CITED_OFTEN = 2


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
    leader: dict[Tie, Tie] = {}

    def led(key: Tie) -> Tie:
        while leader.setdefault(key, key) != key:
            key = leader[key]
        return key

    keyed = [(ties(sighting), sighting) for sighting in sightings]
    alone, together = Counter[Tie](), Counter[tuple[Tie, Tie]]()
    for keys, times in Counter(keys for keys, _ in keyed).items():
        alone.update(dict.fromkeys(keys, times))
    for posts, times in Counter(posts for _, sighting in keyed for posts in sighting.posts_by_mention).items():
        together.update(dict.fromkeys(combinations(sorted(told_by(posts).ties), 2), times))
    for (one, other), times in sorted(together.items()):
        if times >= TOGETHER * min(alone[one], alone[other]):
            leader[led(other)] = led(one)
    groups: dict[Tie, list[Sighting]] = defaultdict(list)
    for keys, sighting in keyed:
        groups[led(keys[0])].append(sighting)
    return list(groups.values())


def ties(sighting: Sighting) -> tuple[Tie, ...]:
    """What of the sighting's posts ties it to a career, that of the first mention first."""
    return told_by((*sighting.own_posts, *sighting.posts) if sighting.parts else sighting.posts).ties


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
    bodies, others = one.bodies, other.bodies
    if not bodies or not others or bodies & others:
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
    if (following - last).days <= least:
        return False
    inner = [last, *active[bisect_left(active, last):bisect_left(active, following)], following]
    longest = max((later - sooner).days for sooner, later in pairwise(inner))
    return longest > LONGEST_GAP or (longest > least and longest > SPARSE * interval)
