"""Dates as a chronicle writes them: heads of years, months and days, ranges in full, supplied years in brackets. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

UNKNOWN = "时间待考"
CERTAINTIES = {"certain": "确定", "probable": "推定", "doubtful": "存疑"}


@dataclass(frozen=True, slots=True)
class Dating:
    """A date known to the day, month or year, and which of its parts are not the newspaper's own.

    `first` None: nothing is known. `end` closes a range of days. `certainty` (certain, probable, doubtful) tells how sure
    the parts are that were supplied.
    """

    first: date | None = None
    precision: str = "day"
    end: date | None = None
    year_printed: bool = True
    month_printed: bool = True
    certainty: str = ""

    @property
    def ranges(self) -> bool:
        """Whether it runs over several days."""
        return self.end is not None and self.end != self.first


def dating(first: date | None, precision: str, end: date | None, basis: str, certainty: str,
           printed: Mapping[str, Any] | None = None) -> Dating:
    """A dating out of a record's columns; `printed` is the date as printed where the record has it (Article.printed_date)."""
    stated = basis == "stated"
    year = stated or bool(printed and printed.get("year"))
    month = stated or not printed or bool(printed.get("month"))
    return Dating(first, precision or "day", end, year, month, certainty)


def in_full(when: Dating) -> str:
    """The whole date, supplied parts in brackets.

    >>> in_full(Dating(date(2022, 12, 26), year_printed=False))
    '〔2022〕年12月26日'
    >>> in_full(Dating(date(2018, 3, 15), end=date(2018, 3, 16)))
    '2018年3月15日至16日'
    """
    if when.first is None:
        return UNKNOWN
    year = f"{when.first.year}年" if when.year_printed else f"〔{when.first.year}〕年"
    if when.precision == "year":
        return year
    month = f"{when.first.month}月" if when.month_printed else f"〔{when.first.month}〕月"
    if when.precision == "month":
        return year + month
    return f"{year}{month}{when.first.day}日{_until(when)}"


def _until(when: Dating) -> str:
    """The end of a range with what its beginning doesn't say already: 至16日, 至4月2日, 至2019年1月3日."""
    first, end = when.first, when.end
    if not when.ranges or first is None or end is None:
        return ""
    year = "" if end.year == first.year else f"{end.year}年" if when.year_printed else f"〔{end.year}〕年"
    month = "" if (end.year, end.month) == (first.year, first.month) else f"{end.month}月"
    return f"至{year}{month}{end.day}日"


def day_head(when: Dating, before: Dating | None = None) -> str:
    """What an entry begins with below the heads of its year and month; `before` is the entry above it.

    >>> day_head(Dating(date(2022, 12, 26)))
    '26日'
    >>> day_head(Dating(date(2022, 12, 26)), Dating(date(2022, 12, 26)))
    '同日'
    >>> day_head(Dating(date(2022, 9, 29), end=date(2022, 10, 3)))
    '9月29日至10月3日'
    """
    if when.first is None:
        return ""
    if when.precision != "day":
        return "是月" if when.precision == "month" else "是年"
    if when.ranges and when.end is not None:
        if when.end.year != when.first.year:
            return f"{when.first.year}年{when.first.month}月{when.first.day}日{_until(when)}"
        begun = "" if when.end.month == when.first.month else f"{when.first.month}月"
        return f"{begun}{when.first.day}日{_until(when)}"
    same = before is not None and before.precision == "day" and not before.ranges and before.first == when.first
    return "同日" if same else f"{when.first.day}日"


def year_head(year: int, printed: bool) -> str:
    """The head of a year; `printed`: the paper prints that year with one of its entries at least.

    >>> year_head(2022, printed=False)
    '〔2022〕年'
    """
    return f"{year}年" if printed else f"〔{year}〕年"


def supplied(when: Dating) -> str:
    """What is to be said of the parts that the paper doesn't print; "" where it prints all of them.

    >>> supplied(Dating(date(2022, 12, 26), year_printed=False, certainty="probable"))
    '〔2022〕年，推定'
    """
    if when.first is None or (when.year_printed and when.month_printed):
        return ""
    year = "" if when.year_printed else f"〔{when.first.year}〕年"
    month = "" if when.month_printed or when.precision == "year" else f"〔{when.first.month}〕月"
    sure = CERTAINTIES.get(when.certainty, "")
    return "，".join(part for part in (year + month, sure) if part)


def with_certainty(when: Dating) -> str:
    """The whole date with how sure its supplied parts are.

    >>> with_certainty(Dating(date(2014, 10, 15), year_printed=False, certainty="probable"))
    '〔2014〕年10月15日（推定）'
    """
    sure = "" if when.year_printed and when.month_printed else CERTAINTIES.get(when.certainty, "")
    return f"{in_full(when)}（{sure}）" if sure and when.first else in_full(when)


def month_of(when: Dating) -> tuple[int, int] | None:
    """(year, month) that an entry stands under; month 13 for what is known to the year only, None for nothing known."""
    if when.first is None:
        return None
    return when.first.year, 13 if when.precision == "year" else when.first.month
