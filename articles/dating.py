"""Which year a date without one belongs to, page by page, with reasons; pure: printed facts in, conclusions out.

A page is printed on one day, so its dates lie close together: every clue of the page and every printed year speaks for
all of them. Each candidate year is weighed by how well it fits each clue, and what pages of known year print of the same
posts and series; only a year far ahead of all others is concluded. Reasons name printed facts, never another conclusion.
"""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Literal

from articles.attested import Elsewhere
from articles.page_year import Certainty, PageYear, page_year
from articles.reading.types import PrintedDate, TimeClue
from articles.year_evidence import calendar_day, reason, stated_days

Precision = Literal["day", "month", "year"]
Basis = Literal["stated", "inferred", "unknown"]

_DAYS_BACK = {"今": 0, "昨": 1, "前": 2}
_WEEKS_BACK = {"本周": 0, "上周": 1}


@dataclass(frozen=True, slots=True)
class DateConclusion:
    """When the news of an article happened: between `first` and `last` (the same day where the day is known).

    `end` is the last day of news that took several days. `reasons` are as the API shows them: rule, years, weight
    (0–1), detail. `candidates` are the years that were weighed for a date without one, with their shares, the likeliest first.
    """

    first: date | None
    last: date | None
    precision: Precision
    end: date | None
    basis: Basis
    certainty: Certainty | None
    reasons: tuple[dict[str, Any], ...] = ()
    candidates: tuple[tuple[int, float], ...] = ()


UNKNOWN = DateConclusion(None, None, "day", None, "unknown", None)


def settle_page(
    articles: Sequence[PrintedDate | None],
    clues: Sequence[TimeClue],
    issue_date: date | None,
    elsewhere: Sequence[Elsewhere] = (),
    edited: Sequence[date] = (),
) -> list[DateConclusion]:
    """The date of each article of one page, from the page's own `clues` and its `issue_date` (if known).

    `elsewhere` is what pages of known year tell of each article, `edited` the days that editors set for articles of the page.

    >>> from articles.reading.types import Span
    >>> lead = PrintedDate("10月26日", Span(0, 6), month=10, day=26)
    >>> stated = PrintedDate("2022年10月24日", Span(9, 20), 2022, 10, 24)
    >>> [conclusion.first for conclusion in settle_page([lead, stated], [], None)]
    [datetime.date(2022, 10, 26), datetime.date(2022, 10, 24)]
    """
    issue_date = issue_date or _printed_issue(clues)
    stated = [("page_date", day) for day in stated_days(articles)] + [("editor_date", day) for day in sorted(set(edited))]
    months = _months(articles, issue_date)
    numbers = [month.month if month else None for month in months]
    year = page_year(articles, numbers, clues, stated, issue_date, elsewhere)
    return [_conclude(at, printed, months[at], year, issue_date) for at, printed in enumerate(articles)]


def _printed_issue(clues: Sequence[TimeClue]) -> date | None:
    """The day that the page's own head prints as its issue, where it prints one only."""
    days = {clue.not_after for clue in clues if clue.rule == "page_head" and clue.not_after}
    return date.fromisoformat(days.pop()) if len(days) == 1 else None


@dataclass(frozen=True, slots=True)
class _Month:
    """The month of a date: printed, or supplied with a reason."""

    month: int
    reason: dict[str, Any] | None = None


def _months(articles: Sequence[PrintedDate | None], issue_date: date | None) -> list[_Month | None]:
    """The month of each article's date: as printed, or that of the nearest such day before the issue or by the neighbours."""
    printed_days = [(printed.month, printed.day) for printed in articles if printed and printed.month and printed.day]
    out: list[_Month | None] = []
    for printed in articles:
        if printed is None or (printed.month is None and printed.day is None):
            out.append(None)
        elif printed.month:
            out.append(_Month(printed.month))
        elif issue_date and printed.day:
            out.append(_month_before(printed.day, issue_date))
        elif printed.day:
            out.append(_month_beside(printed.day, printed_days))
        else:
            out.append(None)
    return out


def _month_before(day: int, issue: date) -> _Month | None:
    at = issue
    for _ in range(62):
        if at.day == day:
            detail = f"出版日期{issue.isoformat()}之前最近的{day}日 (last such day before the issue)"
            return _Month(at.month, reason("issue_month", [at.year], 0.9, detail))
        at -= timedelta(days=1)
    return None


def _month_beside(day: int, neighbours: Sequence[tuple[int, int]]) -> _Month | None:
    """The month that puts `day` closest to the dates printed on the page; none where those are far apart."""
    if not neighbours:
        return None
    places = [31 * month + at for month, at in neighbours]
    if max(places) - min(places) > 40:
        return None
    middle = sorted(places)[len(places) // 2]
    month = min(range(0, 14), key=lambda month: abs(31 * month + day - middle))
    if abs(31 * month + day - middle) > 12:
        return None
    month = (month - 1) % 12 + 1
    names = "、".join(f"{m}月{d}日" for m, d in sorted(set(neighbours)))
    return _Month(month, reason("neighbour_month", [], 0.8, f"同版其他稿件为{names} (dates printed on the same page)"))


def _conclude(
    at: int, printed: PrintedDate | None, month: _Month | None, year: PageYear | None, issue_date: date | None
) -> DateConclusion:
    if printed is None:
        return UNKNOWN
    if printed.relative and printed.day is None:
        return _relative(printed.relative, issue_date)
    if printed.year:
        return _with_year(printed, month, printed.year, "stated", "certain", ())
    if month is None or year is None:
        return UNKNOWN
    before = month.month >= 11 and year.reference.month <= 2
    candidates = tuple((candidate - before, share) for candidate, share in year.candidates)
    if year.certainty is None:
        return replace(UNKNOWN, candidates=candidates)
    reasons = (*([month.reason] if month.reason else []), *year.reasons_of(at))
    certainty = "probable" if month.reason and year.certainty == "certain" else year.certainty
    concluded = _with_year(printed, month, year.reference.year - before, "inferred", certainty, reasons)
    return replace(concluded, candidates=candidates)


def _with_year(
    printed: PrintedDate, month: _Month | None, year: int, basis: Basis, certainty: Certainty, reasons: tuple[dict[str, Any], ...]
) -> DateConclusion:
    if month is None:
        first, last = calendar_day(year, 1, 1), calendar_day(year, 12, 31)
        return DateConclusion(first, last, "year", None, basis, certainty, reasons) if first else UNKNOWN
    if printed.day is None:
        first = calendar_day(year, month.month, 1)
        last = calendar_day(year, month.month, calendar.monthrange(year, month.month)[1]) if first else None
        return DateConclusion(first, last, "month", None, basis, certainty, reasons) if first else UNKNOWN
    day = calendar_day(year, month.month, printed.day)
    if day is None:
        return UNKNOWN
    return DateConclusion(day, day, "day", _end(printed, day), basis, certainty, reasons)


def _end(printed: PrintedDate, day: date) -> date | None:
    if printed.end_day is None:
        return None
    month = printed.end_month or day.month
    end = calendar_day(printed.end_year or day.year + (month < day.month), month, printed.end_day)
    return end if end and end >= day else None


def _relative(words: str, issue_date: date | None) -> DateConclusion:
    """昨天, 今天, 前天 from the date of the issue; 近日 and the like within the ten days before it."""
    if issue_date is None:
        return UNKNOWN
    detail = f"出版日期为{issue_date.isoformat()}，稿中称“{words}” (counted from the issue)"
    back = _DAYS_BACK.get(words[0])
    if back is not None and words[1:2] in ("天", "日", "晚", "晨"):
        day = issue_date - timedelta(days=back)
        return DateConclusion(day, day, "day", None, "inferred", "probable", (reason("issue_date", [day.year], 0.9, detail),))
    weeks, weekday = _WEEKS_BACK.get(words[:2]), "一二三四五六日".find(words[2:3] or " ")
    if weeks is not None and weekday >= 0:
        day = issue_date - timedelta(days=issue_date.weekday() - weekday + 7 * weeks)
        return DateConclusion(day, day, "day", None, "inferred", "probable", (reason("issue_date", [day.year], 0.8, detail),))
    first = issue_date - timedelta(days=10)
    if (first.year, first.month) != (issue_date.year, issue_date.month):
        return UNKNOWN
    within = reason("issue_date", [issue_date.year], 0.6, detail)
    return DateConclusion(first, issue_date, "month", None, "inferred", "probable", (within,))
