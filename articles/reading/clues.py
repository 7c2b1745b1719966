"""What a page says about its year: printed years, plans, anniversaries, dated public events."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from articles.reading.datelines import number
from articles.reading.tables import any_of, lexicon_rows
from articles.reading.types import Area, Span, Text, TimeClue

_Y = r"((?:19|20)\d{2}|二[〇零○][〇零○一二三四五六七八九]{2}|一九[〇零○一二三四五六七八九]{2})"
_YEAR = re.compile(
    rf"(?<![—~-]){_Y}年(度)?(?:(\d{{1,2}}|[一二三四五六七八九十]{{1,3}})月(?:(\d{{1,2}}|[一二三四五六七八九十]{{1,3}})日)?)?"
)
_FUTURE_BEFORE = re.compile(r"(?:到|至|力争|确保|预计|计划|将于|拟于|截至|—|-|~)$")
_FUTURE_AFTER = re.compile(r"^(?:[底末前]|年底|远景|规划|目标|以前|之前|[^,。]{0,6}(?:建成|完成|实现|达到))")
_FIRST_PAPER = 1950
_AS_OF = re.compile("截[至止]")
_FRESH_MONTHS = 9
"""How long after its last day a count (截至2022年6月底) is news."""
_SESSION = re.compile(
    "第?(七|八|九|十[一二三四五]?)届全国(?:人大|人民代表大会|政协)第?([一二三四五])次(?:会议)?"
    "|全国政协第?(七|八|九|十[一二三四五]?)届(?:全国委员会)?第?([一二三四五])次会议"
)
_FIRST_TERM, _LAST_TERM, _TERM_BEGAN = 7, 15, 1988
"""The earliest term of the national congress that is counted and its first year; later ones follow every five years."""
_NUMERIC_DATE = re.compile(r"((?:19|20)\d\d)[-./](\d{1,2})[-./](\d{1,2})(?!\d)")
_OF_PLAN = r"([^。,]{0,6}(?:开局之年|开局|第一年|收官之年|最后一年|编制|建议|谋划))?"
_PLAN = re.compile(
    rf'["“]?(十[一二三四五六]五)["”]?(?:时期|期间|规划|开局|收官|末)?{_OF_PLAN}'
    rf'|(?:["“]([六七八九十]五)["”]|(?<![一二三四五六七八九十第])([六七八九十]五)(?=计划|规划|期间|时期))(?:时期|期间|计划|规划|末)?{_OF_PLAN}'
)
_PLAN_START = {
    "六五": 1981, "七五": 1986, "八五": 1991, "九五": 1996, "十五": 2001, "十一五": 2006, "十二五": 2011, "十三五": 2016,
    "十四五": 2021, "十五五": 2026, "十六五": 2031,
}  # fmt: skip
_COUNTED = {name: int(year) for name, kind, year in lexicon_rows("anniversaries") if kind == "counted"}
_REGIONS = {"内蒙古": 1947, "新疆": 1955, "广西": 1958, "宁夏": 1958, "西藏": 1965}
"""The years in which autonomous regions were founded: where the paper's home is unknown, the page as a whole tells which."""
_REGION_ANNIVERSARY = re.compile(r"自治区成立(\d{1,3}|[一二三四五六七八九十]{1,4})周年")
_HEAD_WEEKDAY = re.compile(
    r"(?<![\d年])(\d{1,2}|[一二三四五六七八九十]{1,3})月(\d{1,2}|[一二三四五六七八九十]{1,3})日"
    r"[ (]*(?:星期|周)([一二三四五六日天])"
)
_ANNIVERSARY = re.compile(
    f"({any_of(frozenset(_COUNTED))})"
    + r"(?:出国作战)?(\d{1,3}|[一二三四五六七八九十百]{1,4})(?:周年|(?<=[三四]十)年|(?<=[34]0)年)"
)
_NUMBERED_DAYS = {name: int(year) for name, kind, year in lexicon_rows("anniversaries") if kind == "numbered"}
_NUMBERED = re.compile(r"第(\d{1,3}|[一二三四五六七八九十]{1,3})个" + f"({any_of(frozenset(_NUMBERED_DAYS))})")


@dataclass(frozen=True, slots=True)
class PublicEvent:
    """A row of the lexicon: from `first` on it can be talked of, until `last` it usually is (None: for ever)."""

    first: date
    event: date | None
    last: date | None
    weight: float


@cache
def public_events() -> dict[str, PublicEvent]:
    """The lexicon of dated public events by phrase."""
    events = {}
    for phrase, first, event, months, weight in lexicon_rows("public_events"):
        begin = date.fromisoformat(first)
        day = date.fromisoformat(event) if event else None
        last = _months_after(day or begin, int(months)) if months else None
        events[phrase] = PublicEvent(begin, day, last, float(weight))
    return events


@cache
def _phrases() -> re.Pattern[str]:
    return re.compile(any_of(frozenset(public_events())))


def read_clues(page: Text, furniture: Sequence[Span] = (), home: Area | None = None) -> tuple[TimeClue, ...]:
    """Everything printed on the page that bounds its year, in printed order; a public event counts once.

    `furniture` are the raw stretches that are no text: a full date there is the page's own (第三版 2019年11月8日).
    `home` tells which region's anniversaries are meant.

    >>> from articles.reading.clean import clean
    >>> read_clues(clean("学习贯彻党的二十大精神").text)[0].not_before
    '2022-10-16'
    """
    heads = [*_years(page, furniture), *_numeric_heads(page, furniture), *_head_weekdays(page, furniture)]
    found = [*heads, *_plans(page), *_anniversaries(page), *_regions(page, home), *_sessions(page), *_events(page)]
    return tuple(sorted(found, key=lambda clue: (clue.raw, clue.rule)))


def _years(page: Text, furniture: Sequence[Span]) -> Iterator[TimeClue]:
    folded = page.folded
    for found in _YEAR.finditer(folded):
        year = number(found[1].replace("○", "〇"))
        if year is None or not 1949 <= year <= 2049:
            continue
        if _AS_OF.search(folded, max(found.start() - 2, 0), found.start()):
            yield _as_of(page, found, year)
            continue
        before, after = folded[max(found.start() - 4, 0) : found.start()], folded[found.end() : found.end() + 14]
        if _FUTURE_BEFORE.search(before) or _FUTURE_AFTER.match(after):
            continue
        raw = page.raw_span(*found.span())
        if found[4] and any(span.start <= raw.start and raw.end <= span.end for span in furniture):
            yield from _page_head(found, raw, year)
            continue
        month, day = number(found[3] or ""), number(found[4] or "")
        if found[2]:
            yield TimeClue("report_year", found[0], raw, (year, year + 1), f"{year}-06-01", f"{year + 1}-06-30", 0.7)
        elif month and 1 <= month <= 12:
            last = calendar.monthrange(year, month)[1]
            yield TimeClue("printed_date", found[0], raw, (year,), f"{year}-{month:02d}-{min(day or 1, last):02d}", None, 0.4)
        else:
            yield TimeClue("printed_year", found[0], raw, (year,), f"{year}-01-01", None, 0.3)


def _as_of(page: Text, found: re.Match[str], year: int) -> TimeClue:
    """截至2022年6月底: printed in the months that follow."""
    month = min(max(number(found[3] or "") or 12, 1), 12)
    first = date(year, month, 1)
    last = _months_after(first, _FRESH_MONTHS)
    return TimeClue("as_of", f"截至{found[0]}", page.raw_span(*found.span()), (year,), first.isoformat(), last.isoformat(), 0.93)


def _sessions(page: Text) -> Iterator[TimeClue]:
    """The yearly sessions of the National People's Congress and of the national conference: 十三届全国人大三次会议 is of 2020."""
    for found in _SESSION.finditer(page.folded):
        term, session = number(found[1] or found[3]), number(found[2] or found[4])
        if term and session and _FIRST_TERM <= term <= _LAST_TERM:
            year = _TERM_BEGAN + 5 * (term - _FIRST_TERM) + session - 1
            raw = page.raw_span(*found.span())
            yield TimeClue("public_event", found[0], raw, (year,), f"{year}-02-25", f"{year}-12-31", 0.93)


def _numeric_heads(page: Text, furniture: Sequence[Span]) -> Iterator[TimeClue]:
    """2024-08-09 in the page's head."""
    for found in _NUMERIC_DATE.finditer(page.folded):
        raw = page.raw_span(*found.span())
        if any(span.start <= raw.start and raw.end <= span.end for span in furniture):
            yield from _day_of_page(found[0], raw, int(found[1]), int(found[2]), int(found[3]))


def _page_head(found: re.Match[str], raw: Span, year: int) -> Iterator[TimeClue]:
    """The day on which the page itself was printed: its news are of the weeks before."""
    month, day = number(found[3]), number(found[4])
    if month and day:
        yield from _day_of_page(found[0], raw, year, month, day)


def _day_of_page(text: str, raw: Span, year: int, month: int, day: int) -> Iterator[TimeClue]:
    if 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]:
        printed = date(year, month, day)
        before = (printed - timedelta(days=45)).isoformat()
        yield TimeClue("page_head", text, raw, (year,), before, printed.isoformat(), 0.95)


def _head_weekdays(page: Text, furniture: Sequence[Span]) -> Iterator[TimeClue]:
    """The page's own day without its year, but with its weekday: years in which that day was such a weekday."""
    for found in _HEAD_WEEKDAY.finditer(page.folded):
        raw = page.raw_span(*found.span())
        month, day = number(found[1]), number(found[2])
        if not month or not day or not any(span.start <= raw.start < span.end for span in furniture):
            continue
        weekday = "一二三四五六日".index(found[3].replace("天", "日"))
        years = tuple(
            year
            for year in range(_FIRST_PAPER, 2050)
            if 1 <= month <= 12 and day <= calendar.monthrange(year, month)[1] and date(year, month, day).weekday() == weekday
        )
        if years:
            yield TimeClue("head_weekday", found[0], raw, years, weight=0.9)


def _regions(page: Text, home: Area | None) -> Iterator[TimeClue]:
    own = [year for region, year in _REGIONS.items() if home and home.path.startswith(region)]
    founded = sorted(set(own or _REGIONS.values()))
    for found in _REGION_ANNIVERSARY.finditer(page.folded):
        count = number(found[1])
        if count:
            years = tuple(base + count for base in founded)
            bounds = f"{years[0] - 1}-07-01", f"{years[-1] + 1}-03-31"
            yield TimeClue("anniversary", found[0], page.raw_span(*found.span()), years, *bounds, 0.95)


def _plans(page: Text) -> Iterator[TimeClue]:
    for found in _PLAN.finditer(page.folded):
        start = _PLAN_START[found[1] or found[3] or found[4]]
        words = found[0]
        raw = page.raw_span(*found.span())
        weight = 0.95 if "今年" in page.folded[max(0, found.start() - 10) : found.start()] else 0.8
        if "开局" in words or "第一年" in words:
            yield TimeClue("plan_year", words, raw, (start,), f"{start - 1}-10-01", f"{start + 1}-03-31", weight)
        elif "收官" in words or "最后一年" in words or words.endswith("末"):
            yield TimeClue("plan_year", words, raw, (start + 4,), f"{start + 3}-10-01", f"{start + 5}-03-31", weight)
        elif "编制" in words or "谋划" in words or "建议" in words:
            yield TimeClue("plan_year", words, raw, (start - 1, start), f"{start - 2}-06-01", f"{start}-12-31", 0.7)
        else:
            yield TimeClue(
                "plan_year", words, raw, tuple(range(start - 1, start + 5)), f"{start - 2}-06-01", f"{start + 5}-12-31", 0.5
            )


def _anniversaries(page: Text) -> Iterator[TimeClue]:
    for pattern, bases, order in ((_ANNIVERSARY, _COUNTED, (1, 2)), (_NUMBERED, _NUMBERED_DAYS, (2, 1))):
        for found in pattern.finditer(page.folded):
            count = number(found[order[1]].replace("一百", "100") if found[order[1]] == "一百" else found[order[1]])
            if count:
                year = bases[found[order[0]]] + count
                yield TimeClue(
                    "anniversary", found[0], page.raw_span(*found.span()), (year,), f"{year - 1}-07-01", f"{year + 1}-03-31", 0.95
                )


def _events(page: Text) -> Iterator[TimeClue]:
    known = public_events()
    seen: set[str] = set()
    for found in _phrases().finditer(page.folded):
        phrase = found[0]
        if phrase in seen:
            continue
        seen.add(phrase)
        event = known[phrase]
        if not event.weight:
            continue
        main = event.event or event.first
        last = event.last
        years = tuple(range(main.year, last.year + 1)) if last else ()
        yield TimeClue(
            "public_event" if event.event else "period",
            phrase,
            page.raw_span(*found.span()),
            years,
            event.first.isoformat(),
            last.isoformat() if last else None,
            event.weight,
        )


def _months_after(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
