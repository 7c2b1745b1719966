"""What other pages of a paper tell of a page's year: who is printed with which post when, and how numbered series run. Pure.

Only printed facts count: other pages that print their year, are issues of a known day or were dated by an editor. No page's
concluded year speaks for another's.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from articles.numbered import Numbered

_LEAST = math.log(0.003)
"""However long a name is not printed, it is no proof that it cannot be."""
_LEAVING, _NOTICED = 0.12, 0.6
"""By how much (natural logarithms for each quarter) a name gets unlikelier before it is first and after it is last printed: by
itself, and besides if it is printed in every quarter between."""
_UNSURE = 4.5
"""Quarters by which it is held open how often a name is printed."""
RIVALS_WITHIN = 16
"""Quarters beyond a name's own in which somebody else in the post counts."""
FARTHEST = max(RIVALS_WITHIN, math.ceil(-_LEAST / _LEAVING))
"""Quarters beyond a name's own after which how often it is printed tells no more."""
_TAKEN = -2.5
_ALIKE = 0.5
"""The power by which names that begin or end together count less."""


class Stretch(NamedTuple):
    """The quarters (`quarter`) in which pages of known year print a name: the first, the last, about how many (`times_of`)."""

    first: int
    last: int
    times: int


def stretch_of(quarters: Sequence[int]) -> Stretch:
    """The stretch of quarters in order. What fills it up changes it seldom, so that a new page changes few others.

    >>> stretch_of([8090, 8091, 8095, 8096, 8097])
    Stretch(first=8090, last=8097, times=6)
    """
    return Stretch(quarters[0], quarters[-1], times_of(len(quarters)))


def times_of(number: int) -> int:
    """How often, in steps: 1, 2, 3 (3–4), 6 (5–8), 12 (9–16) …"""
    return number if number < 3 else 3 << ((number - 1).bit_length() - 2)


@dataclass(frozen=True, slots=True)
class Attested:
    """A name with its post as printed here (`label`), and when pages of known year print it.

    `weight` is how much it counts, 0–1; `rivals` are others who are printed with a post that one holds at a time.
    """

    label: str
    stretch: Stretch
    weight: float = 1.0
    rivals: tuple[Stretch, ...] = ()

    def log_fit(self, at: int) -> float:
        """How much a quarter outside those in which the name is printed speaks against it, as a natural logarithm."""
        first, last, times = self.stretch
        if first <= at <= last:
            return 0.0
        gap = first - at if at < first else at - last
        taken = gap <= RIVALS_WITHIN and any(one.first <= at <= one.last for one in self.rivals)
        return log_fits(times, last - first, self.weight, taken)[min(gap, FARTHEST)]


@lru_cache(maxsize=16384)
def log_fits(times: int, length: int, weight: float, taken: bool = False) -> tuple[float, ...]:
    """`Attested.log_fit` by quarters from the stretch (0 to `FARTHEST`) that is `length` quarters long; `taken`: a rival has
    the post then."""
    often = (times - 0.5) / (length + _UNSURE)
    return tuple(max((_TAKEN if taken else 0.0) - gap * (_LEAVING + _NOTICED * often), _LEAST) * weight
                 for gap in range(FARTHEST + 1))


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """All that other pages of the paper tell of one page's time."""

    attested: tuple[Attested, ...] = ()
    numbered: tuple[Numbered, ...] = ()


NOTHING = Elsewhere()


def quarter(day: date) -> int:
    """The quarter of a day, counted on from year to year.

    >>> quarter(date(2022, 1, 31)) - quarter(date(2021, 12, 1))
    1
    """
    return day.year * 4 + (day.month - 1) // 3


def months_of(number: int) -> str:
    """A quarter in words.

    >>> months_of(quarter(date(2022, 12, 26)))
    '2022年10至12月'
    """
    year, at = divmod(number, 4)
    return f"{year}年{at * 3 + 1}至{at * 3 + 3}月"


def likelihoods(days: Sequence[date], attested: Sequence[Attested]) -> list[float]:
    """How likely a page that prints these names is of each of `days`, the likeliest day 1.

    Names that begin or end to be printed in one quarter (a new leadership) are not as many independent facts.
    """
    known = sorted({quarter(day) for day in days})
    totals = [0.0] * len(known)
    for edge, is_first in ((0, True), (1, False)):
        together: dict[int, list[Attested]] = defaultdict(list)
        for one in attested:
            together[one.stretch[edge]].append(one)
        for at_edge, group in together.items():
            share = len(group) ** -_ALIKE
            fits = [log_fits(one.stretch.times, one.stretch.last - one.stretch.first, one.weight) for one in group]
            start = bisect_right(known, at_edge - FARTHEST if is_first else at_edge)
            end = bisect_left(known, at_edge if is_first else at_edge + FARTHEST)
            for at in range(start, end):
                totals[at] += share * _fit_together(group, fits, known[at], abs(known[at] - at_edge))
            farthest = share * sum([fit[FARTHEST] for fit in fits])
            for at in range(start) if is_first else range(end, len(known)):
                totals[at] += farthest
    most = max(totals, default=0.0)
    likely = {place: math.exp(max(total - most, -30.0)) for place, total in zip(known, totals, strict=True)}
    return [likely[quarter(day)] for day in days]


def _fit_together(group: Sequence[Attested], fits: Sequence[Sequence[float]], place: int, gap: int) -> float:
    """What names of one edge say together against a quarter that is `gap` beyond it; `fits` without rivals."""
    if gap > RIVALS_WITHIN:
        return sum([fit[gap] for fit in fits])
    return sum([one.log_fit(place) if one.rivals else fit[gap] for one, fit in zip(group, fits, strict=True)])


def telling_names(day: date, others: Iterable[date], attested: Sequence[Attested]) -> list[Attested]:
    """The names that set `day` apart from the other days, the most telling first."""
    at, besides = quarter(day), [quarter(other) for other in others]
    told = [(sum(one.log_fit(other) for other in besides) / max(len(besides), 1) - one.log_fit(at), one)
            for one in attested]
    return [one for against, one in sorted(told, key=lambda pair: (pair[0], pair[1].label)) if against < 0]
