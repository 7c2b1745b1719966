"""Whom a name without a post means: the one official of the name whose citations surround that day. Pure.

Where several fit, the names beside it in the list and the list's title decide; where these don't either, nobody is meant.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from datetime import date

from .careers import gap_parts
from .clusters import Sighting
from .posts import NATION
from .rows import sides
from .standing import LEADER
from .stretches import Stretch

AROUND = 60
NEAR, FAR = 365, 3 * 365
LEAST, MARGIN = 1.0, 1.0
"""What the best of several has to reach, and by how much it has to lead."""
CROSSED, MOST_CROSSED = 0.6, 5
"""What each name on the wrong side takes off: one may be a slip of the paper, two tell."""
SHARED_LENGTH = 2
LIST_TITLE = 1.5

Careers = Mapping[str, Sequence[Stretch]]


def assign(sightings: Sequence[Sighting], careers: Careers) -> list[Sighting]:
    """Add each sighting to the career (by area) that it can only mean; those that stay over, in natural order.

    The nearest in time are added first; what remains is looked at once more, when more is known of everybody's neighbours.
    """
    waiting = list(sightings)
    for _ in range(2):
        by_distance = sorted(waiting, key=lambda one: (distance(one, _open(one, careers)), one.order))
        waiting = []
        for sighting in by_distance:
            meant = _meant(sighting, _open(sighting, careers))
            if meant:
                meant.add(sighting)
            else:
                waiting.append(sighting)
    return sorted(waiting, key=lambda one: one.order)


def ambiguous(sighting: Sighting, careers: Careers) -> bool:
    """Whether it may mean one of several."""
    return sum(_in_time(sighting, career) for career in _open(sighting, careers)) > 1


def _open(sighting: Sighting, careers: Careers) -> list[Stretch]:
    """The careers that it may mean: in its area, in what that lies in, and the nation's; none that its article has already."""
    if sighting.prizewinner or sighting.occupation:
        return []
    areas = (area for area in careers if area in {NATION, sighting.area} or sighting.home.startswith(area))
    return [career for area in areas for career in careers[area] if sighting.article not in career.articles]


def distance(sighting: Sighting, careers: Sequence[Stretch]) -> int:
    """Days to the nearest citation of any of them; the undated come last."""
    return min((_days_off(sighting.day, career.days) for career in careers if sighting.day and career.days),
               default=date.max.toordinal())


def _days_off(day: date, days: Sequence[date]) -> int:
    at = bisect_left(days, day)
    return min(abs((day - other).days) for other in days[max(0, at - 1):at + 1])


def _meant(sighting: Sighting, fitting: Sequence[Stretch]) -> Stretch | None:
    fitting = [career for career in fitting if _in_time(sighting, career)]
    if len(fitting) < 2:
        return fitting[0] if fitting else None
    lists = all(career.listed_in & _years(sighting) for career in fitting)
    scored = sorted(((_fitness(sighting, career, lists), at) for at, career in enumerate(fitting)), reverse=True)
    (best, at), (second, _), *_ = scored
    return fitting[at] if best >= LEAST and best - second >= MARGIN else None


def _in_time(sighting: Sighting, career: Stretch) -> bool:
    """Whether the day is among the career's or near, or no gap parts them.

    Names of two characters are shared by so many that only a list title or shared neighbours lead them beyond a year.
    Where a day isn't known nothing speaks against it.
    """
    if not sighting.day or not career.days or _outside(sighting.day, career.days) <= NEAR:
        return True
    if len(sighting.name) <= SHARED_LENGTH and not sighting.official and not _shared(sighting, career):
        return False
    before = sighting.day < career.days[0]
    ends = (sighting.day, career.days[0]) if before else (career.days[-1], sighting.day)
    return not gap_parts(*ends, career.interval, ())


def _fitness(sighting: Sighting, career: Stretch, lists: bool) -> float:
    """How well day, title and (where `lists` are known of all that fit) the place in the list go with the career."""
    score = 0.0
    if sighting.day and career.days:
        off = _outside(sighting.day, career.days)
        score += 2.0 if off <= AROUND else 1.0 if off <= NEAR else 0.0 if off <= FAR else -2.0
    if lists:
        score -= CROSSED * min(_crossed(sighting, career), MOST_CROSSED)
    if sighting.listed:
        score += LIST_TITLE if career.rung_on(sighting.day) >= LEADER else -LIST_TITLE
    return score


def _shared(sighting: Sighting, career: Stretch) -> int:
    """How many of the names beside it stand beside the career's citations too, in that year or the next to it."""
    return sum(any((name, year) in career.beside for year in _years(sighting)) for name in (*sighting.before, *sighting.after))


def _years(sighting: Sighting) -> set[int]:
    return {sighting.day.year - 1, sighting.day.year, sighting.day.year + 1} if sighting.day else set()


def _crossed(sighting: Sighting, career: Stretch) -> int:
    """How many of the names before and after it stand on the other side of the career's citations."""
    if not sighting.day:
        return 0
    return sum(side < 0 for side in sides(career.beside, sighting.before, sighting.after, sighting.day.year))


def _outside(day: date, days: Sequence[date]) -> int:
    return max(0, (days[0] - day).days, (day - days[-1]).days)
