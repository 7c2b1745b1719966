"""How numbered series run in time: which day fits a number, by those that pages of known day print. Pure."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from statistics import median
from typing import NamedTuple

_SAME_DAYS = 5
_RESTARTED, _OUT_OF_ORDER, _SAME_NUMBER_ELSEWHEN = 0.08, 0.001, 0.03
_AT_LEAST, _ODD_PACE = 0.02, 0.02
_SLOWEST_DAYS, _FASTEST_DAYS, _SLACK_DAYS = 45, 1, 60
_STEP = 1.2
_SPREAD, _PACE_SPREAD = 0.5, 0.3
"""How far a number strays from where a steady pace puts it: its variance at least, and the share by which the pace is off."""

Meeting = tuple[date, int]
"""The day and the number of a meeting."""


class Series:
    """The meetings of a series that pages of known day print, in order, and what they tell together."""

    def __init__(self, meetings: Sequence[Meeting]) -> None:
        """`meetings` in order of their days."""
        self.meetings = tuple(meetings)
        self.days = [day for day, _ in self.meetings]
        self.held: dict[int, list[date]] = defaultdict(list)
        for day, number in self.meetings:
            self.held[number].append(day)
        self.began_anew = not _rise(self.meetings)
        self.pace = _in_steps(pace(self.meetings))

    def rises(self, first: Meeting, last: Meeting) -> bool:
        """Whether numbers never fall from one of its meetings to another."""
        return _rise(self.meetings[bisect_left(self.meetings, first):bisect_right(self.meetings, last)])


def _rise(meetings: Sequence[Meeting]) -> bool:
    """Whether the numbers of meetings never fall."""
    return all(earlier <= later for (_, earlier), (_, later) in pairwise(meetings))


@dataclass(frozen=True, slots=True)
class Numbered:
    """The meeting `number` of a series as printed here, and what else is known of the series."""

    label: str
    number: int
    series: Series


def series_fit(day: date, one: Numbered) -> float:
    """How well the number fits a meeting of that `day`, by those before and after it in time: 1 fits, near 0 contradicts.

    A series may begin anew (with each term, say); then numbers fall once between two meetings.

    >>> known = Series([(date(2022, 3, 31), 67), (date(2022, 12, 26), 118)])
    >>> series_fit(date(2022, 10, 29), Numbered("第111次", 111, known)) > 0.3
    True
    >>> series_fit(date(2023, 10, 29), Numbered("第111次", 111, known)) < 0.1
    True
    """
    series = one.series
    same = series.held.get(one.number, ())
    if any(abs((other - day).days) <= _SAME_DAYS for other in same):
        return 1.0
    after = bisect_right(series.days, day)
    before = series.meetings[after - 1] if after else None
    behind = series.meetings[after] if after < len(series.days) else None
    if before and behind:
        fit = _between(day, one.number, before, behind, series.pace)
    else:
        fit = _beyond(day, one.number, before or behind, series.pace)
    return min(fit, _SAME_NUMBER_ELSEWHEN) if same and not series.began_anew else fit


class Window(NamedTuple):
    """Numbers from `low` to `high` and days from `first` to `last` for which a series tells something new."""

    low: int
    high: int
    first: date
    last: date


def told_anew(before: Series, after: Series) -> list[Window] | None:
    """For what a series tells something new now that other meetings are known; None: perhaps for everything.

    Between two meetings known as before, among which numbers rise, a number that isn't between theirs fits no day anyway.

    >>> known = Series([(date(2020, 1, 6), 1), (date(2021, 1, 5), 12), (date(2022, 1, 5), 24)])
    >>> more = Series([*known.meetings[:2], (date(2021, 6, 1), 17), known.meetings[2]])
    >>> told_anew(known, more)
    [Window(low=12, high=24, first=datetime.date(2021, 1, 5), last=datetime.date(2022, 1, 5))]
    """
    if (before.began_anew, before.pace) != (after.began_anew, after.pace):
        return None
    kept = sorted(set(before.meetings) & set(after.meetings))
    found = set()
    for meeting in set(before.meetings) ^ set(after.meetings):
        at = bisect_left(kept, meeting)
        if not 0 < at < len(kept) or not all(series.rises(*kept[at - 1:at + 1]) for series in (before, after)):
            return None
        (first, low), (last, high) = kept[at - 1:at + 1]
        found.add(Window(low, high, first, last))
    return sorted(found)


def _between(day: date, number: int, before: Meeting, behind: Meeting, usual: float | None) -> float:
    (first, low), (last, high) = before, behind
    if low > high:  # begun anew between the two
        fits = [_pace_fit((day - first).days, number - low, usual)] if number > low else []
        fits += [_pace_fit((last - day).days, high - number, usual)] if number < high else []
        return max(fits, default=_OUT_OF_ORDER)
    if not low <= number <= high:
        return _OUT_OF_ORDER
    whole, passed = max((last - first).days, 1), (day - first).days
    off = number - low - passed / whole * (high - low)
    spread = _SPREAD + passed * (whole - passed) / whole * (high - low) / whole
    return max(math.exp(-off * off / 2 / spread), _AT_LEAST)


def _beyond(day: date, number: int, other: Meeting | None, usual: float | None) -> float:
    if other is None:
        return 1.0
    passed, counted = (day - other[0]).days, number - other[1]
    if passed * counted > 0:
        return _pace_fit(abs(passed), abs(counted), usual)
    return _RESTARTED


def _pace_fit(days: int, counted: int, usual: float | None) -> float:
    """How well it fits that the series counted on by so many in so many days."""
    each = max(days, 0.5) / max(counted, 1)
    if usual:
        off = counted - days / usual
        spread = _SPREAD + counted + (_PACE_SPREAD * counted) ** 2
        return max(math.exp(-off * off / 2 / spread), _ODD_PACE)
    if each < _FASTEST_DAYS:
        return _AT_LEAST
    return 1.0 if each <= _SLOWEST_DAYS else max(math.exp((_SLOWEST_DAYS - each) / _SLACK_DAYS), _ODD_PACE)


def pace(others: Sequence[Meeting]) -> float | None:
    """Days from one meeting to the next, as most of a series' intervals have it; None where too few are known."""
    steps = [(later - earlier).days / (high - low)
             for (earlier, low), (later, high) in pairwise(others) if high > low]
    return max(float(median(steps)), 0.5) if len(steps) > 1 else None


def _in_steps(days: float | None) -> float | None:
    """A pace in steps of a fifth, so that one meeting more changes it seldom."""
    return days and _STEP ** round(math.log(days, _STEP))


def neighbours(day: date, one: Numbered) -> list[Meeting]:
    """The meetings of known day right before and after `day`."""
    at = bisect_left(one.series.days, day)
    return list(one.series.meetings[max(at - 1, 0):at + 1])
