"""The table of tenures that an office already holds (组织史资料, 任免文件): CSV text in, lines or faults out. Pure."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from articles.reading.datelines import number
from articles.reading.refusals import Refusal, _
from articles.storable import one_line

from .lines import Stated

HEADINGS: dict[str, tuple[str, ...]] = {
    "name": ("姓名", "name"),
    "post": ("职务", "职位", "post", "role"),
    "organization": ("单位", "机构", "部门", "organization"),
    "area": ("地区", "区划", "area"),
    "start": ("任职起", "任职时间", "start", "from"),
    "end": ("任职止", "离任时间", "免职时间", "end", "until"),
    "how": ("任职方式", "how"),
    "term": ("届", "届次", "term"),
    "remark": ("备注", "remark", "note"),
    "source": ("出处", "来源", "source"),
}
REQUIRED = ("name", "post", "source")
LONGEST = {"name": 50, "post": 200, "organization": 200, "area": 100, "start": 30, "end": 30, "how": 20, "term": 20,
           "remark": 300, "source": 300}
FIRST_YEAR, LAST_YEAR = 1800, 2200
DATE = re.compile(r"(?P<year>\d{4})(?:[-/.年](?P<month>\d{1,2})(?:[-/.月](?P<day>\d{1,2})日?)?月?)?年?")
STILL = frozenset({"", "今", "至今", "现在", "在任", "-", "—"})
TERM = re.compile(r"第?(?P<number>[0-9]+|[一二三四五六七八九十]+)届?")
LAST_TERM = 99
Value = TypeVar("Value")


class BadCell(Refusal):
    """A cell, or the head of the table, that can't be used; the message says what to write."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in which line (from 1) and column ("" for the whole line)."""

    line: int
    column: str
    refusal: Refusal


@dataclass(frozen=True, slots=True)
class TableLine:
    """One line of the table. `start` and `end` as far as they are known; `line` counts the file's lines from 1."""

    line: int
    name: str
    post: str
    organization: str
    area: str
    start: Stated | None
    end: Stated | None
    how: str
    term: int | None
    remark: str
    source: str


def read_table(text: str) -> tuple[list[TableLine], list[Fault], list[str]]:
    """The lines of the table, what is wrong with it, and the columns that are not read.

    >>> lines, faults, unread = read_table("姓名,职务,任职起,出处\\n沈知秋,县长,2016-06,县委〔2016〕12号\\n")
    >>> lines[0].name, lines[0].start, faults
    ('沈知秋', Stated(day=datetime.date(2016, 6, 1), precision='month'), [])
    """
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    lines: list[TableLine] = []
    faults: list[Fault] = []
    columns: list[str] | None = None
    unread: list[str] = []
    for at, cells in _rows(reader, faults):
        if columns is None:
            columns, unread = _columns(cells)
            faults += [Fault(at, "", fault) for fault in _head_faults(columns, cells)]
            if faults:
                return [], faults, unread
        elif any(cell.strip() for cell in cells):
            made = _line(at, columns, cells, faults)
            lines += [made] if made else []
    if columns is None and not faults:
        faults.append(Fault(1, "", BadCell(_("the table is empty: its first line has to name the columns"))))
    return lines, faults, unread


def _rows(reader: Iterator[list[str]], faults: list[Fault]) -> Iterator[tuple[int, list[str]]]:
    at = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            faults.append(Fault(at, "", BadCell(_("no CSV table: close every quotation mark, double one inside a cell"))))
            return
        if cells:
            yield at, cells
        at = reader.line_num + 1  # type: ignore[attr-defined]


def _columns(cells: list[str]) -> tuple[list[str], list[str]]:
    """The field that each column holds ("" for one that isn't read), and the headings not read."""
    known = {heading: field for field, headings in HEADINGS.items() for heading in headings}
    columns = [known.get(cell.strip().lower(), "") for cell in cells]
    return columns, [cell.strip() for cell, column in zip(cells, columns, strict=True) if not column and cell.strip()]


def _head_faults(columns: list[str], cells: list[str]) -> Iterator[BadCell]:
    for field in REQUIRED:
        if field not in columns:
            yield BadCell(_("the first line has to name the column {column}; it reads {header}"),
                          column=HEADINGS[field][0], header=", ".join(cell.strip() for cell in cells)[:200])
    for field in HEADINGS:
        if columns.count(field) > 1:
            yield BadCell(_("the first line names the column {column} twice"), column=HEADINGS[field][0])


def _line(at: int, columns: list[str], cells: list[str], faults: list[Fault]) -> TableLine | None:
    before = len(faults)
    if len(cells) > len(columns):
        faults.append(Fault(at, "", BadCell(_("more cells than the first line names columns"))))
        return None
    given = _given(at, columns, cells, faults)
    start = _read(at, "start", stated, given, faults)
    end = _read(at, "end", stated, given, faults)
    in_term = _read(at, "term", term, given, faults)
    if start and end and end.latest < start.day:
        faults.append(Fault(at, HEADINGS["end"][0], BadCell(_("the end lies before the beginning"))))
    if len(faults) > before:
        return None
    name = "".join(given["name"].split())
    return TableLine(at, name, given["post"], given["organization"], given["area"], start, end, given["how"], in_term,
                     given["remark"], given["source"])


def _given(at: int, columns: list[str], cells: list[str], faults: list[Fault]) -> dict[str, str]:
    """The cells by field, without blanks around them, "" for what the line doesn't have."""
    given = dict.fromkeys(HEADINGS, "")
    for column, cell in zip(columns, cells, strict=False):
        if column:
            try:
                given[column] = one_line(cell, LONGEST[column])
            except Refusal as refusal:
                faults.append(Fault(at, HEADINGS[column][0], refusal))
                given[column] = "?"
    faults += [Fault(at, HEADINGS[column][0], BadCell(_MISSING[column])) for column in REQUIRED if not given[column]]
    return given


def _read(at: int, column: str, read: Callable[[str], Value], given: dict[str, str], faults: list[Fault]) -> Value | None:
    try:
        return read("" if given[column] == "?" else given[column])
    except Refusal as refusal:
        faults.append(Fault(at, HEADINGS[column][0], refusal))
        return None


_MISSING = {
    "name": _("no name is given"),
    "post": _("no post is given: write it as it stands in the document, such as 县长 or 党组书记、局长"),
    "source": _("no source is given: name the document or book and its page, such as 白任〔2016〕12号"),
}


def stated(written: str) -> Stated | None:
    """2021-07-30, 2021年7月, 2021.7, 2021; "" and 至今 are None. Raises BadCell.

    >>> stated("2021年7月"), stated("至今")
    (Stated(day=datetime.date(2021, 7, 1), precision='month'), None)
    """
    plain = "".join(written.split())
    if plain in STILL:
        return None
    found = DATE.fullmatch(plain)
    try:
        if not found or not FIRST_YEAR <= int(found["year"]) <= LAST_YEAR:
            raise ValueError(written)
        day = date(int(found["year"]), int(found["month"] or 1), int(found["day"] or 1))
    except ValueError as error:
        words = _("“{given}” is no date: write 2021-07-30, 2021-07 or 2021, as far as it is known")
        raise BadCell(words, given=written) from error
    return Stated(day, "day" if found["day"] else "month" if found["month"] else "year")


def term(written: str) -> int | None:
    """第十七届, 十七 or 17; "" is None. Raises BadCell.

    >>> term("第十七届"), term("16"), term("二十")
    (17, 16, 20)
    """
    plain = "".join(written.split())
    if not plain:
        return None
    found = TERM.fullmatch(plain)
    value = number(found["number"]) if found else None
    if value is None or value > LAST_TERM:
        raise BadCell(_("“{given}” is no term: write 17 or 第十七届"), given=written)
    return value
