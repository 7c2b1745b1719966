"""What a compilation rests on: which issues were taken in, and which months have none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count

from articles.models import Page

from .numbers import missing, runs_in_words

NOT_THERE = "未见报不等于不在任，末见不等于离任：首见、末见只说明已收录的报纸何时提到，任职起止以文件或编辑所定为准。"


@dataclass(slots=True)
class Issues:
    """What of one newspaper is here: pages by issue date (None: not known), and the issue numbers that are known."""

    paper: str
    pages: dict[date | None, int] = field(default_factory=lambda: defaultdict(int))
    numbers: set[int] = field(default_factory=set)


def issues_of(area: str) -> list[Issues]:
    """The newspapers whose pages are read for the area ("" for all), in one question."""
    rows = Page.objects.filter(home_area=area) if area else Page.objects.all()
    found: dict[str, Issues] = {}
    counted = rows.values("newspaper__name", "issue_date", "issue_number").annotate(pages=Count("pk"))
    for paper, day, number, pages in counted.order_by("newspaper__name", "issue_date", "issue_number").values_list(
            "newspaper__name", "issue_date", "issue_number", "pages"):
        issues = found.setdefault(paper or "", Issues(paper or ""))
        issues.pages[day] += pages
        if number.isdecimal():
            issues.numbers.add(int(number))
    return list(found.values())


def coverage(area: str) -> list[str]:
    """In words: 据已收录报纸 …, which months are here, which are missing, and what that means."""
    notes = [note for issues in issues_of(area) for note in told(issues)]
    return [*(notes or ["据已收录报纸：尚未收录任何版面。"]), NOT_THERE]


def told(issues: Issues) -> list[str]:
    """One newspaper's lines.

    >>> told(Issues("甲报", {date(2020, 1, 3): 2, date(2020, 3, 6): 1, None: 4}, {10, 12}))[0]
    '据已收录报纸：《甲报》共7版，其中3版出版日期可考，计2期；4版出版日期待考。'
    """
    days = sorted(day for day in issues.pages if day)
    known = sum(issues.pages[day] for day in days)
    total = sum(issues.pages.values())
    name = f"《{issues.paper}》" if issues.paper else "报名待考的版面"
    dated = f"，其中{known}版出版日期可考，计{len(days)}期" if known else ""
    undated = f"；{total - known}版出版日期待考" if total > known else ""
    notes = [f"据已收录报纸：{name}共{total}版{dated}{undated}。"]
    if days:
        months = sorted({(day.year, day.month) for day in days})
        notes.append(f"{name}已收录：{_months(months)}。")
        if gaps := absent(months):
            notes.append(f"{name}缺：{_months(gaps)}。")
    if len(issues.numbers) > 1 and (runs := missing(issues.numbers, after=min(issues.numbers) - 1)):
        lost = sum(last - first + 1 for first, last in runs)
        notes.append(f"{name}期号{min(issues.numbers)}至{max(issues.numbers)}之间缺{lost}期：第{runs_in_words(runs)}期。")
    return notes


def absent(months: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The months between the first and the last of these, in order, that are not among them.

    >>> absent([(2019, 11), (2020, 2)])
    [(2019, 12), (2020, 1)]
    """
    have = {year * 12 + month - 1 for year, month in months}
    return [(at // 12, at % 12 + 1) for at in range(min(have), max(have)) if at not in have]


def _months(months: Iterable[tuple[int, int]]) -> str:
    """Months in runs: 2018年3月、2018年5月至2019年4月."""
    runs: list[list[tuple[int, int]]] = []
    for year, month in months:
        before = runs[-1][-1] if runs else None
        if before and (year * 12 + month) - (before[0] * 12 + before[1]) == 1:
            runs[-1].append((year, month))
        else:
            runs.append([(year, month)])
    words = [(f"{run[0][0]}年{run[0][1]}月", f"{run[-1][0]}年{run[-1][1]}月") for run in runs]
    return "、".join(first if first == last else f"{first}至{last}" for first, last in words)
