"""How well each fact printed on a page fits a year, and which facts tell one year from the others."""

from __future__ import annotations

import calendar
import math
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from articles.reading.types import PrintedDate, TimeClue

FIRST_YEAR, LAST_YEAR = 1949, 2049
_ISSUE_DAYS = 45
_NEIGHBOUR_DAYS = 60
_WRONG_WEEKDAY = 0.02
_TOLD_FROM = 6
"""Years to either side from which reasons have to tell a year."""
_WEEKDAYS = "一二三四五六日"


@lru_cache(maxsize=65536)
def calendar_day(year: int, month: int, day: int) -> date | None:
    """That day, None where the calendar has none (30 February) or the year lies outside what is weighed."""
    if not FIRST_YEAR - 1 <= year <= LAST_YEAR + 1 or not 1 <= month <= 12:
        return None
    return date(year, month, day) if 1 <= day <= calendar.monthrange(year, month)[1] else None


def known_day(
    articles: Sequence[PrintedDate | None], edited: Sequence[date], clues: Sequence[Mapping[str, Any]], issue_date: date | None
) -> date | None:
    """The day of a page that tells it by itself: its issue, as known or as its head prints it, or the latest of its whole dates.

    `edited` are the days that editors set, `clues` as `Page.clues` keeps them.
    """
    heads = {str(clue["not_after"]) for clue in clues if clue["rule"] == "page_head" and clue["not_after"]}
    if issue_date or len(heads) == 1:
        return issue_date or date.fromisoformat(heads.pop())
    return max([*edited, *stated_days(articles)], default=None)


def stated_days(articles: Sequence[PrintedDate | None]) -> list[date]:
    """The whole dates that articles print, each once, in order."""
    days = {
        day
        for printed in articles
        if printed and printed.year and printed.month and (day := calendar_day(printed.year, printed.month, printed.day or 1))
    }
    return sorted(days)


def reason(rule: str, years: Sequence[int], weight: float, detail: str) -> dict[str, Any]:
    """A reason as the API shows it; `weight` 0–1, `detail` in Chinese first."""
    return {"rule": rule, "years": list(years), "weight": round(weight, 2), "detail": detail}


def distinct(clues: Sequence[TimeClue]) -> list[TimeClue]:
    """One clue of each kind of saying, the weightiest: what is printed twice is not surer for it."""
    kept: dict[tuple[str, str], TimeClue] = {}
    for clue in clues:
        name = clue.text if clue.rule in ("public_event", "period") else str(clue.years)
        same = kept.get((clue.rule, name))
        if same is None or clue.weight > same.weight:
            kept[clue.rule, name] = clue
    return list(kept.values())


Factor = tuple[str, float, str]
"""Rule, how well a fact fits (0–1), and the fact in words."""
_STATED = {
    "page_date": "同版另一稿印有{} (year printed on the same page)",
    "editor_date": "同版另一稿由编辑定为{} (set by an editor)",
}


def weigh(
    reference: date,
    articles: Sequence[PrintedDate | None],
    days: Sequence[tuple[int, int]],
    clues: Sequence[TimeClue],
    stated: Sequence[tuple[str, date]],
    issue_date: date | None,
) -> list[Factor]:
    """How well each fact fits the page's being printed shortly after `reference`: (rule, factor 0–1, Chinese detail)."""
    factors: list[Factor] = []
    for rule, other in stated:
        near = abs((reference - other).days) <= _NEIGHBOUR_DAYS
        factors.append((rule, 1.0 if near else 0.0005, _STATED[rule].format(f"{other.year}年{other.month}月{other.day}日")))
    if issue_date:
        behind = (issue_date - reference).days
        fits = 1.0 if 0 <= behind <= _ISSUE_DAYS else 0.05 if -3 <= behind <= 2 * _ISSUE_DAYS else 0.0005
        factors.append(("issue_date", fits, f"出版日期为{issue_date.isoformat()} (date of the issue)"))
    for printed in articles:
        if printed and printed.weekday is not None and not printed.year and printed.month and printed.day:
            day = calendar_day(reference.year - (printed.month >= 11 and reference.month <= 2), printed.month, printed.day)
            fits = 1.0 if day and day.weekday() == printed.weekday else 0.02
            factors.append(
                ("weekday", fits, f"{printed.month}月{printed.day}日印作星期{_WEEKDAYS[printed.weekday]} (weekday printed)")
            )
    factors.extend((clue.rule, _fit(clue, reference), _detail(clue)) for clue in clues)
    return factors


def _fit(clue: TimeClue, at: date) -> float:
    """How well a clue fits the day `at`: 1 fits, near 0 contradicts."""
    first = date.fromisoformat(clue.not_before) if clue.not_before else None
    last = date.fromisoformat(clue.not_after) if clue.not_after else None
    if clue.rule == "page_head" and first and last:
        return 1.0 if first <= at <= last else 0.002
    if first and at < first:
        return max(0.005, (1 - clue.weight) * 0.1) * 0.5 ** (first.year - at.year)
    if last and at > last:
        return max(0.03, (1 - clue.weight) * 0.4) * 0.5 ** (at.year - last.year)
    return _fit_inside(clue, at, first, last)


def _fit_inside(clue: TimeClue, at: date, first: date | None, last: date | None) -> float:
    """How well a clue fits a day within its bounds: fresh events and years close to the printed one best."""
    if clue.rule == "public_event" and first and last:
        return max(0.05, math.exp(-3 * (at - first).days / max((last - first).days, 1)))
    if clue.rule == "head_weekday":
        return 1.0 if at.year in clue.years or (at.month >= 11 and at.year + 1 in clue.years) else _WRONG_WEEKDAY
    years_off = min(abs(at.year - year) for year in clue.years) if clue.years else 0
    if clue.rule in ("printed_year", "printed_date"):
        return max(float(0.5**years_off), 0.1)
    if clue.rule == "plan_year" and years_off and len(clue.years) == 1:
        return 1 - clue.weight
    return 0.03 if clue.rule == "anniversary" and years_off else 1.0


def _detail(clue: TimeClue) -> str:
    bounds = [f"不早于{clue.not_before}" if clue.not_before else "", f"一般不晚于{clue.not_after}" if clue.not_after else ""]
    return f"版面印有“{clue.text}”，{'，'.join(filter(None, bounds))} (printed on the page)"


def near(best: int, years: Iterable[int]) -> list[int]:
    """The best year and those that it is told from."""
    return [year for year in years if abs(year - best) <= _TOLD_FROM]


def telling_reasons(best: int, candidates: dict[int, list[Factor]]) -> tuple[dict[str, Any], ...]:
    """The facts that tell the best year from the others, the most telling first, at most six.

    A fact's weight is how far it sets the best year apart from the average of the others.
    """
    out = []
    others = [year for year in near(best, candidates) if year != best]
    for at, (rule, factor, detail) in enumerate(candidates[best]):
        average = sum(candidates[year][at][1] for year in others) / max(len(others), 1)
        weight = factor * (1 - average)
        if weight >= 0.15:
            out.append(reason(rule, [best], weight, detail))
    return tuple(sorted(out, key=lambda reason: (-reason["weight"], reason["detail"]))[:6])
