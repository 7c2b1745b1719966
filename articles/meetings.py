"""The meetings of numbered series that pages of known day print, and the pages that rest on them: queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from .chunking import chunks
from .models import Article, DateBasis, DatingMark
from .numbered import Series, Window, told_anew

YEARS_OFF = 1
"""By how many years the day that stands for a page may lie off the day of one of its articles."""


def meetings_of(keys: Iterable[str]) -> dict[str, Series]:
    """The series behind these keys of marks, where any of its meetings is of known day."""
    found: dict[str, set[tuple[date, int]]] = defaultdict(set)
    for some in chunks(keys):
        rows = DatingMark.objects.filter(key__in=some, day__isnull=False, number__isnull=False).order_by()
        for key, day, number in rows.values_list("key", "day", "number").distinct():
            found[key].add((day, number))  # type: ignore[arg-type]
    return {key: Series(sorted(meetings)) for key, meetings in found.items()}


def resting_on(before: Mapping[str, Series], after: Mapping[str, Series]) -> set[str]:
    """The pages (sha256) whose year is concluded, of which these series tell something new."""
    none = Series(())
    changed = {key: told_anew(before.get(key, none), after.get(key, none)) for key in before.keys() | after.keys()
               if before.get(key, none).meetings != after.get(key, none).meetings}
    found: set[str] = set()
    asked: dict[str, list[Window]] = defaultdict(list)
    for some in chunks(changed):
        undated = DatingMark.objects.filter(key__in=some, day=None, number__isnull=False).order_by()
        for key, sha256, number in undated.values_list("key", "page__sha256", "number"):
            windows = changed[key]
            if windows is None or any(window.low <= (number or 0) <= window.high for window in windows):
                found.add(sha256)
            else:
                asked[sha256].extend(windows)
    years = _years_of(asked.keys() - found)
    return found | {sha256 for sha256, windows in asked.items() if sha256 not in years or _in_one(years[sha256], windows)}


def _in_one(years: set[int], windows: Sequence[Window]) -> bool:
    """Whether a page of these years may lie in one of the windows, so that its reasons name the meetings there."""
    return any(window.first.year - YEARS_OFF <= year <= window.last.year + YEARS_OFF for window in windows for year in years)


def _years_of(pages: Iterable[str]) -> dict[str, set[int]]:
    """The years that are concluded for articles of these pages (sha256)."""
    found: dict[str, set[int]] = defaultdict(set)
    for some in chunks(pages):
        dated = Article.objects.filter(page__sha256__in=some, live=True, date_basis=DateBasis.INFERRED, date_first__isnull=False)
        for sha256, year in dated.order_by().values_list("page__sha256", "date_first__year").distinct():
            found[sha256].add(year)
    return found
