"""Rolls: lines that list people below an announcement (名单如下:) or a headline (…名单), each with a label or a post."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from articles.reading.credits import has_label
from articles.reading.layout import Kind
from articles.reading.searching import pieces_between

if TYPE_CHECKING:
    from articles.reading.sheet import Sheet

_ANNOUNCED = re.compile("(?:名单|如下|(?:分别|依次)[是为]|公布|获奖者|人员):$|(?:名单|光荣榜|表彰名册)(?:公布|公示|如下)?$")
_HEADED = re.compile(
    '(?:[一二三四五六七八九十]{1,3}[、.]|\\([一二三四五六七八九十\\d]{1,2}\\)|\\d{1,2}[、.])[\u4e00-\u9fff"“”]{2,20}(?:\\([共\\d一二三四五六七八九十]{1,4}[名人个位]\\))?:?$'
)
_LABELLED = re.compile('[\u4e00-\u9fff"“”()\\d]{2,18}:(?=[\u4e00-\u9fff])')
_NAME = re.compile("[\u4e00-\u9fff·]{2,12}(?:\\([^()]{1,12}\\))?")
_LONGEST_NAME, _FEWEST_ROWS, _ALONE = 4, 2, 2
"""The longest name without a dot, the fewest rows of a roll, and how many names by themselves are rather a byline."""


def take_rolls(sheet: Sheet) -> None:
    """Take the rows of a roll for text, though each by itself looks like a headline, a byline or furniture."""
    at = 0
    while at < len(sheet):
        at += 1
        if sheet.kinds[at - 1] not in (Kind.TITLE, Kind.TEXT, Kind.LEAD) or not _ANNOUNCED.search(sheet.words[at - 1]):
            continue
        rows = _rows_from(sheet, at)
        if len(rows) >= _FEWEST_ROWS:
            for row in rows:
                sheet.kinds[row] = Kind.TEXT
            sheet.rows.update(row for row in rows if not _goes_on(sheet, row))
            at = rows[-1] + 1


def _rows_from(sheet: Sheet, start: int) -> list[int]:
    """The lines from `start` on that are rows, up to the first that is none; a byline at the end is none."""
    rows: list[int] = []
    for at in range(start, len(sheet)):
        if sheet.kinds[at] in (Kind.LEAD, Kind.DATED, Kind.SECTION) or not _is_row(sheet, at):
            break
        rows.append(at)
    while rows and _pieces(sheet, rows[-1]) and (has_label(sheet.words[rows[-1]]) or _may_sign(sheet, rows)):
        rows.pop()
    return rows


def _goes_on(sheet: Sheet, at: int) -> bool:
    """Whether the names of a full row go on in the line below."""
    return bool(sheet.measures[at].full) and sheet.adjacent(at + 1) and bool(_pieces(sheet, at + 1))


def _may_sign(sheet: Sheet, rows: list[int]) -> bool:
    """Whether the last row can be the byline: one or two names set apart, where no other row is only names."""
    others = sum(1 for at in rows[:-1] if _pieces(sheet, at))
    return len(_pieces(sheet, rows[-1])) <= _ALONE and not sheet.adjacent(rows[-1]) and not others


def _is_row(sheet: Sheet, at: int) -> bool:
    words, line = sheet.words[at], sheet.lines[at]
    if _HEADED.match(words) or _LABELLED.match(words) or _pieces(sheet, at):
        return True
    first = next((gap - line.start for gap, _ in line.gaps if gap - line.start > 1), 0)
    return bool(first) and _NAME.fullmatch(words[:first]) is not None and (first <= _LONGEST_NAME or "(" in words[:first])


def _pieces(sheet: Sheet, at: int) -> list[str]:
    """The names of a line that is nothing else, divided by blanks; none if it is anything else."""
    words, line = sheet.words[at], sheet.lines[at]
    gaps = [gap - line.start for gap, _ in line.gaps]
    found = [words[start:end] for start, end in pieces_between(0, len(words), gaps)]
    names = all(_NAME.fullmatch(piece) and (len(piece) <= _LONGEST_NAME or "·" in piece) for piece in found)
    return found if names else []
