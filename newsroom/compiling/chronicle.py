"""大事记: what took place, by year and month, as compilers of gazetteers write it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.db.models import QuerySet

from people.models import Event

from .commission import FIRST_YEAR, LAST_YEAR, CannotCompile, Commission, area_name, area_of
from .coverage import coverage
from .dates import CERTAINTIES, UNKNOWN, Dating, day_head, in_full, month_of, supplied, year_head
from .documents import Block, Compilation, Heading, Line
from .entries import entry_text
from .happenings import Account, accounts, events_of, in_order

SELECTIONS = {"chosen": "入选", "candidate": "候选", "rejected": "不选"}
COLUMNS = ("日期", "日期依据", "条目", "取舍", "出处", "事件编号")
BASES = {"stated": "报载", "inferred": "推定", "edited": "编辑所定", "unknown": "待考"}
YEAR_ONLY = 13


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry: when, its sentences, candidate or chosen, where it is printed."""

    when: Dating
    text: str
    selection: str
    source: str
    basis: str
    event: int


def compile_chronicle(commission: Commission) -> Compilation:
    """The chosen events of the area and, marked, the candidates. Raises CannotCompile for an area that isn't there."""
    if commission.only and commission.only not in ("chosen", "candidate"):
        raise CannotCompile(f"{commission.only}: chosen, candidate")
    area = area_of(commission)
    events = events_of(commission, area)
    wanted = [commission.only] if commission.only else ["chosen", "candidate"]
    rows = events.filter(selection__in=wanted)

    def entries() -> Iterator[Entry]:
        return map(_entry, in_order(accounts(rows, commission.sort_column)))

    printed = set(rows.filter(date_basis="stated").order_by().values_list("date_first__year", flat=True).distinct())
    notes = [*coverage(area)[:-1], _marks(commission)]
    return Compilation(
        f"{area_name(area)}大事记", COLUMNS, lambda: _blocks(entries(), printed), lambda: map(_row, entries()),
        notes, _left_out(events, commission, area))


def _marks(commission: Commission) -> str:
    candidates = "" if commission.only == "chosen" else "〔候选〕为尚未取舍的条目；"
    return f"{candidates}〔〕内的年、月为报纸未印、经推定或编辑所定；无出版日期者，出处待补。"


def _left_out(events: QuerySet[Event], commission: Commission, area: str) -> list[str]:
    counted = {selection: events.filter(selection=selection).count() for selection in SELECTIONS}
    taken = {commission.only} if commission.only else {"chosen", "candidate"}
    left = [f"{SELECTIONS[one]}：{number}条未列入" for one, number in counted.items() if number and one not in taken]
    always = replace(commission, first_year=FIRST_YEAR, last_year=LAST_YEAR)
    if not commission.all_years and (undated := events_of(always, area).filter(date_first=None).count()):
        left.append(f"{UNKNOWN}：{undated}条未列入（不限年份时列在最后）")
    return left


def _entry(account: Account) -> Entry:
    event = account.event
    return Entry(account.dating, entry_text(account.happening()), event.selection, account.source,
                 event.date_basis, event.pk)


def _blocks(entries: Iterator[Entry], printed_years: set[int]) -> Iterator[Block]:
    year = month = 0
    before: Dating | None = None
    for entry in entries:
        under = month_of(entry.when) or (0, 0)
        if under != (year, month) or before is None:
            if under[0] != year or before is None:
                yield Heading(1, year_head(under[0], under[0] in printed_years) if under[0] else UNKNOWN)
            if under[1] not in (0, YEAR_ONLY):
                yield Heading(2, f"{under[1]}月")
            (year, month), before = under, None
        yield Line(_line(entry, before))
        before = entry.when


def _line(entry: Entry, before: Dating | None) -> str:
    """The entry in one line: its head, 〔候选〕 where nobody has chosen yet, its sentences and its source."""
    head = day_head(entry.when, before)
    mark = "" if entry.selection == "chosen" else f"〔{SELECTIONS[entry.selection]}〕"
    remark = supplied(entry.when)
    source = f"{remark}；{entry.source}" if remark else entry.source
    return f"{head}　{mark}{entry.text}（{source}）" if head else f"{mark}{entry.text}（{source}）"


def _row(entry: Entry) -> tuple[str, ...]:
    sure = CERTAINTIES.get(entry.when.certainty, "") if entry.basis == "inferred" else ""
    basis = BASES[entry.basis] + (f"（{sure}）" if sure else "")
    return in_full(entry.when), basis, entry.text, SELECTIONS[entry.selection], entry.source, str(entry.event)
