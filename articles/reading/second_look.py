"""A second look at the lines of a page: what each is once its neighbours are seen."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from articles.reading.bare_names import take_bare_names
from articles.reading.bylines import is_byline_line
from articles.reading.credits import has_label, waits_for_name
from articles.reading.layout import (
    Kind,
    has_day,
    holds_briefs,
    is_closed,
    is_column_head,
    item_mark,
    may_be_title,
)
from articles.reading.rolls import take_rolls

if TYPE_CHECKING:
    from articles.reading.sheet import Sheet

SKIPPED = (Kind.FURNITURE, Kind.SECTION, Kind.CAPTION, Kind.STRAY)
"""Kinds of lines that are no text of an article."""
_ITEM_REACH, _SHORTEST_ITEM = 8, 18
"""The most lines that one item of short news has, and its fewest characters on the first."""
_LETTER = re.compile("[\u4e00-\u9fff]$")
_LISTED = re.compile("[\u4e00-\u9fff]、[\u4e00-\u9fff]")
_STOPS = frozenset("。!?,;:、")
_MOST_SIGNING = 8
"""The longest byline (characters) without a label that a column's line below may follow."""
_LAST_NAME = 4
"""The longest line (characters) that can be the last name of the credits above it."""
_GOES_ON = re.compile("、|[\u4e00-\u9fff]{0,4}等|[\u4e00-\u9fff]{1,4}、")
_LAST_AFTER = 8
"""The shortest line (characters) whose last one may stand on a line of its own."""
_PLACE_ENDS = tuple("镇乡村道县市区局校")
_ADDITION, _BEGUN, _COLUMN = 8, 3, 6
_SALUTATION, _KICKER, _LEAD_NEAR = 4, 24, 5
"""The longest line (characters) with a colon that speaks to somebody, that is part of a headline, and how near its lead is."""


def second_look(sheet: Sheet) -> None:
    """Correct the kinds of lines by what stands above and below them."""
    for look in _LOOKS:
        look(sheet)


def _column_heads(sheet: Sheet) -> None:
    """Take the name of a column for what it is where a headline stands below it."""
    for at, words in enumerate(sheet.words):
        if sheet.kinds[at] is Kind.TITLE and sheet.is_kind(at + 1, Kind.TITLE) and is_column_head(words):
            sheet.kinds[at] = Kind.SECTION


def _kickers(sheet: Sheet) -> None:
    """Take a line that ends with a colon for the first of a headline where more of it and a lead follow."""
    for at, words in enumerate(sheet.words):
        long = len(words) > _SALUTATION or words[-2:-1] in _PLACE_ENDS
        ends = sheet.kinds[at] is Kind.TEXT and words[-1] == ":" and long and len(words) <= _KICKER
        if not ends or not sheet.is_kind(at + 1, Kind.TITLE) or is_closed(sheet.words[at + 1]):
            continue
        free = not sheet.adjacent(at) or sheet.is_kind(at - 1, Kind.TITLE, *SKIPPED)
        rest = takewhile(lambda line: sheet.is_kind(line, Kind.TITLE) and sheet.adjacent(line), range(at + 1, at + _LEAD_NEAR))
        last = max(rest, default=at) + 1
        if free and (sheet.is_kind(last, Kind.LEAD, Kind.DATED) or (last < len(sheet) and sheet.opens_column(last))):
            sheet.kinds[at] = Kind.TITLE


def _credited_heads(sheet: Sheet) -> None:
    """Take a short line below an empty one for a headline where a line of credits stands right below it (村里:果子红了)."""
    for at, words in enumerate(sheet.words):
        short = sheet.kinds[at] is Kind.TEXT and not sheet.adjacent(at) and len(words) <= _KICKER and words[-1] not in _STOPS
        if short and sheet.are_credits(at + 1):
            sheet.kinds[at] = Kind.TITLE


def _additions(sheet: Sheet) -> None:
    """Take a short bracket right below a headline for its last line: (摘登), (第三批)."""
    for at, words in enumerate(sheet.words):
        bracketed = words[0] == "(" and words[-1] == ")" and len(words) <= _ADDITION
        if bracketed and at and sheet.adjacent(at) and sheet.kinds[at - 1] is Kind.TITLE and not sheet.adjacent(at + 1):
            sheet.kinds[at] = Kind.TITLE


def _cut_credits(sheet: Sheet) -> None:
    """Take a byline that the end of a full line cut for text, with the line above it: …。◆吴德 / 利 郑重, …苗青青 孔令 / 旗."""
    for at in range(1, len(sheet)):
        above = sheet.words[at - 1]
        waits = sheet.kinds[at - 1] is Kind.LEAD or (len(sheet.words[at]) <= _LAST_NAME and waits_for_name(above))
        if waits and sheet.adjacent(at) and is_byline_line(above + sheet.words[at]):
            sheet.kinds[at - 1] = sheet.kinds[at] = Kind.TEXT
        if not sheet.runs_into(at) or not sheet.measures[at - 1].full or is_closed(above):
            continue
        tail = above[max(map(above.rfind, "。!?")) + 1 :]
        begun = len(tail) < len(above) and (0 < len(tail.strip("◆■●□○(")) <= _BEGUN or has_label(tail))
        if sheet.kinds[at] is Kind.BYLINE and begun and not has_label(sheet.words[at]):
            sheet.kinds[at] = Kind.TEXT
        elif sheet.kinds[at] is Kind.STRAY and sheet.kinds[at - 1] is Kind.BYLINE and _LETTER.match(sheet.words[at]):
            sheet.kinds[at - 1] = sheet.kinds[at] = Kind.TEXT


def _last_letters(sheet: Sheet) -> None:
    """Take a line of a few letters for the end of what stands right above it, which the column's edge cut."""
    for at, words in enumerate(sheet.words):
        if sheet.kinds[at] is not Kind.STRAY or not sheet.runs_into(at) or is_closed(sheet.words[at - 1]):
            continue
        above, long = sheet.kinds[at - 1], len(sheet.words[at - 1]) >= _LAST_AFTER
        if is_closed(words) and above in (Kind.TITLE, Kind.TEXT):
            sheet.kinds[at] = Kind.TEXT
        elif long and above is Kind.TITLE and _LETTER.match(words) and not sheet.runs_into(at + 1):
            sheet.kinds[at] = Kind.TITLE


def _broken_lists(sheet: Sheet) -> None:
    """Take a line of names that the line below goes on with for text, though names by themselves are a byline."""
    upwards = range(len(sheet.words) - 2, -1, -1)
    for at in (*upwards, *reversed(upwards)):
        words = sheet.words[at]
        if sheet.kinds[at] is not Kind.BYLINE or not sheet.runs_into(at + 1):
            continue
        listed = _LISTED.search(words) and (_GOES_ON.match(sheet.words[at + 1]) or words[-1] == "、")
        inside = at > 0 and not is_closed(sheet.words[at - 1]) and _may_go_on(sheet, at - 1, "、" in words)
        below_text = sheet.is_kind(at - 1, Kind.TEXT) and sheet.adjacent(at)
        many = inside and not has_label(words) and (below_text or len(words) > _MOST_SIGNING)
        if sheet.kinds[at + 1] in (Kind.TEXT, Kind.TITLE) and (listed or many):
            sheet.kinds[at] = Kind.TEXT


def _may_go_on(sheet: Sheet, at: int, listed: bool) -> bool:
    """Whether the line `at` can be the text above a line of names; a headline's only if it and that line are a list, or if
    text runs into it."""
    above = at
    while above > at - _COLUMN and sheet.is_kind(above, Kind.TITLE) and sheet.runs_into(above):
        above -= 1
        if is_closed(sheet.words[above]):
            return "," in sheet.words[above + 1] and at - above > 1
        if sheet.is_kind(above, Kind.TEXT, Kind.DATED, Kind.LEAD):
            return True
    return sheet.is_kind(at, Kind.TEXT, Kind.BYLINE) or (listed and sheet.is_kind(at, Kind.TITLE) and "、" in sheet.words[at])


def _short_openings(sheet: Sheet) -> None:
    """Take the first line of a paragraph that begins with a day for what it is, however narrow the column is.

    A line that begins with a year right above a lead (2024年…联赛收官) is a headline.
    """
    for at, words in enumerate(sheet.words):
        begins = sheet.measures[at].indented or not sheet.adjacent(at)
        if sheet.kinds[at] is Kind.DATED and begins and may_be_title(words) and sheet.is_kind(at + 1, Kind.LEAD):
            sheet.kinds[at] = Kind.TITLE
        if sheet.kinds[at] is Kind.TITLE and begins and "," in words and has_day(words) and sheet.runs_into(at + 1):
            sheet.kinds[at] = Kind.DATED


def _items(sheet: Sheet) -> None:
    """Take ▲ lines for short news instead of captions where the same mark begins several close by, one of them dated,
    or where they stand below the head of a column of short news."""
    marked: dict[str, list[int]] = {}
    briefs = -_ITEM_REACH
    for at, kind in enumerate(sheet.kinds):
        if kind is Kind.SECTION and holds_briefs(sheet.words[at]):
            briefs = at
        elif kind is Kind.CAPTION and (len(sheet.words[at]) >= _SHORTEST_ITEM or item_mark(sheet.words[at])):
            run = marked.setdefault(sheet.words[at][0], [briefs])
            if at - run[-1] >= _ITEM_REACH:
                _set_items(sheet, run)
                run = marked[sheet.words[at][0]] = [briefs]
            run.append(at)
    for run in marked.values():
        _set_items(sheet, run)


def _set_items(sheet: Sheet, run: list[int]) -> None:
    """`run`: a head of short news, then lines with one mark; items if that head is near or two of them are several."""
    head, *lines = run
    if not lines:
        return
    below_head = lines[0] - head < _ITEM_REACH and head >= 0
    if below_head or (len(lines) > 1 and any(item_mark(sheet.words[at]) for at in lines)):
        for at in lines:
            sheet.kinds[at] = Kind.ITEM


_LOOKS = (
    _column_heads, _kickers, _additions, _cut_credits, _last_letters, _broken_lists, _short_openings, _items,
    take_rolls, take_bare_names, _credited_heads,
)  # fmt: skip
"""In the order in which they build on each other."""
