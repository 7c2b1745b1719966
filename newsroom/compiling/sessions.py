"""会议届次表: the numbered meetings of each series, with the numbers that are missing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from .commission import Commission, area_name, area_of
from .coverage import coverage
from .dates import Dating, with_certainty
from .documents import Block, Compilation, Heading, Line, Table
from .entries import people
from .happenings import Account, accounts, events_of
from .numbers import counted_anew, missing, runs_in_words
from .ranks import body_rank, term_in_words
from .texts import typeset, with_county

COLUMNS = ("次", "日期", "地点", "主持", "名称", "出处")
WIDTHS = (13, 18, 14, 22, 30, 26)
NO_SERIES = "已收录的报纸未载有次数的会议。"


@dataclass(frozen=True, slots=True)
class Session:
    """A numbered meeting."""

    number: int
    when: Dating
    place: str
    chair: str
    name: str
    source: str


@dataclass(slots=True)
class Series:
    """One organizer's meetings of one name in one area and term, as far as they were counted on."""

    name: str
    body: str
    area: str
    term: int | None
    sessions: list[Session]
    one_of_several: bool = False

    @property
    def heading(self) -> str:
        """Name, term, and whose it is; the years where counting began anew and no term says so."""
        term = term_in_words(self.term) if self.term else ""
        whose = self.body or self.area
        years = sorted({session.when.first.year for session in self.sessions if session.when.first})
        span = f"{years[0]}年" if len(years) == 1 else f"{years[0]}年至{years[-1]}年" if years else ""
        parts = [term, whose, span if self.one_of_several else ""]
        return f"{self.name}（{'，'.join(part for part in parts if part)}）" if any(parts) else self.name


def compile_sessions(commission: Commission) -> Compilation:
    """Every series that the area's papers report, with what is missing of it."""
    area = area_of(commission)
    events = events_of(commission, area).exclude(number=None).exclude(series="")
    found = _series(accounts(events, commission.sort_column), area)
    return Compilation(
        f"{area_name(area)}会议届次表", ("会议", "机构", "届", *COLUMNS), lambda: _blocks(found), lambda: _rows(found),
        [*coverage(area)[:-1], "缺：已收录的报纸未见报道的次数，不等于没有召开。"], landscape=True)


def _series(told: Iterator[Account], home: str) -> list[Series]:
    """The area's own series first, by body; of one series those that were counted anew one after the other."""
    grouped: dict[tuple[Any, ...], list[Session]] = defaultdict(list)
    for account in told:
        event = account.event
        body = event.organization
        place = event.area.name if event.area else ""
        key = (bool(event.area and event.area.path != home), body_rank(body.kind if body else ""), body.name if body else "",
               place, account.shown(event.series), event.term or 0)
        grouped[key].append(_session(account))
    found = []
    for (_away, _rank, body, area, series, term), sessions in sorted(grouped.items()):
        sessions.sort(key=lambda session: (session.when.first or date.max, session.number, session.source))
        runs = counted_anew(sessions)
        found += [Series(series, body, area, term or None, sorted(run, key=lambda session: session.number), len(runs) > 1)
                  for run in runs]
    return found


def _session(account: Account) -> Session:
    event = account.event
    chairs = [taker for taker in account.takers if taker.capacity == "chair"]
    place, name = (with_county(typeset(account.shown(text)), account.county) for text in (event.place, event.name))
    return Session(event.number or 0, account.dating, place, people(chairs), name, account.source)


def _with_gaps(series: Series) -> Iterator[tuple[str, ...]]:
    """The rows of a series, a row for each run of missing numbers where it belongs."""
    gaps = missing(session.number for session in series.sessions)
    for session in series.sessions:
        while gaps and gaps[0][1] < session.number:
            yield f"缺第{runs_in_words(gaps[:1])}次", "", "", "", "", ""
            gaps = gaps[1:]
        yield (f"第{session.number}次", with_certainty(session.when), session.place, session.chair, session.name, session.source)


def _blocks(found: list[Series]) -> Iterator[Block]:
    for series in found:
        yield Heading(1, series.heading)
        gaps = missing(session.number for session in series.sessions)
        if len(gaps) > 1:
            yield Line(f"缺第{runs_in_words(gaps)}次。", quiet=True)
        yield Table(COLUMNS, list(_with_gaps(series)), WIDTHS)
    if not found:
        yield Line(NO_SERIES)


def _rows(found: list[Series]) -> Iterator[tuple[str, ...]]:
    for series in found:
        for row in _with_gaps(series):
            yield series.name, series.body or series.area, term_in_words(series.term) if series.term else "", *row
