"""The lines of one page with what each is by itself and how it stands among its neighbours."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from itertools import takewhile

from articles.reading.agreement import agreement
from articles.reading.candidates import COMMON
from articles.reading.clean import CleanPage
from articles.reading.credits import has_label
from articles.reading.layout import (
    Kind,
    classify,
    has_day,
    holds_briefs,
    is_closed,
    is_sentence_piece,
    item_mark,
    may_be_title,
)
from articles.reading.measures import measure

SKIPPED = (Kind.FURNITURE, Kind.SECTION, Kind.CAPTION, Kind.STRAY)
"""Kinds of lines that are no text of an article."""
_NEAR = 8
"""How many articles up and down a page a piece of a headline may have strayed."""
_LIKE = 0.4
"""Agreement (0–1) from which a piece of a headline belongs to a lead."""
_UNLIKE = 0.2
"""Agreement (0–1) below which a line as wide as its column is the first of a paragraph rather than a headline."""
_LEAD_LINES = 12
_ITEM_REACH = 8
_SHORTEST_ITEM = 18
"""The most lines that one item of short news has."""
_COLUMN_LINES = 3
"""Lines below that tell how wide a column is."""
_LETTER = re.compile("[\u4e00-\u9fff]$")
_LISTED = re.compile("[\u4e00-\u9fff]、[\u4e00-\u9fff]")
_MOST_SIGNING = 8
"""The longest byline (characters) without a label that a column's line below may follow."""
_GOES_ON = re.compile("、|[\u4e00-\u9fff]{0,4}等|[\u4e00-\u9fff]{1,4}、")
_LAST_AFTER = 8
"""The shortest line (characters) whose last one may stand on a line of its own."""
_NO_BEGINNING = frozenset(",，.。、;；:：!?！？)）”’》】的了着")


def cuts_word(above: str, below: str) -> bool:
    """Whether the end of a line cuts what belongs together: a word, a number from its unit, or words from their mark.

    >>> cuts_word("局长接待", "日共接待群众"), cuts_word("7月", "9日凌晨"), cuts_word("我县召开春耕会", "县长王小川出席")
    (False, True, False)
    """
    first, last = below[0], above[-1]
    if first in _NO_BEGINNING or last.isdigit():
        return True
    return last + first in COMMON or (last in "月年" and first.isdigit())


def clean_offset(page: CleanPage, raw: int) -> int | None:
    """The clean offset of the first character that stands at or after `raw` on the page; None past the end."""
    at = page.line_at(raw)
    if at == len(page.lines):
        return None
    line = page.lines[at]
    low, high = line.start, line.end
    while low < high:
        middle = (low + high) // 2
        if page.text.raw_span(middle, middle + 1).end <= raw:
            low = middle + 1
        else:
            high = middle
    return low


class Sheet:
    """A page's lines: `words` (folded), `kinds`, `measures`, and whether the page indents its paragraphs."""

    def __init__(self, page: CleanPage) -> None:
        """Take each line of `page` for what it is by itself."""
        self.page = page
        self.lines = page.lines
        folded = page.text.folded
        self.words = [folded[line.start : line.end] for line in page.lines]
        self.kinds = [
            classify(words, [at - line.start for at, _ in line.gaps]) for words, line in zip(self.words, page.lines, strict=True)
        ]
        self.measures, self.indents = measure(page)
        self._find_last_letters()
        self._find_broken_lists()
        self._find_short_openings()
        self._find_items()

    def _find_last_letters(self) -> None:
        """Take a line of a few letters for the end of what stands right above it, which the column's edge cut."""
        for at, words in enumerate(self.words):
            if self.kinds[at] is not Kind.STRAY or not self.runs_into(at) or is_closed(self.words[at - 1]):
                continue
            above, long = self.kinds[at - 1], len(self.words[at - 1]) >= _LAST_AFTER
            if is_closed(words) and above in (Kind.TITLE, Kind.TEXT):
                self.kinds[at] = Kind.TEXT
            elif long and above is Kind.TITLE and _LETTER.match(words) and not self.runs_into(at + 1):
                self.kinds[at] = Kind.TITLE

    def _find_broken_lists(self) -> None:
        """Take a line of names that the line below goes on with for text, though names by themselves are a byline."""
        for at in range(len(self.words) - 2, -1, -1):
            words = self.words[at]
            if self.kinds[at] is not Kind.BYLINE or not self.runs_into(at + 1):
                continue
            listed = _LISTED.search(words) and (_GOES_ON.match(self.words[at + 1]) or words[-1] == "、")
            inside = at > 0 and not is_closed(self.words[at - 1]) and self.is_kind(at - 1, Kind.TEXT, Kind.BYLINE)
            many = inside and not has_label(words) and len(words) > _MOST_SIGNING
            if self.kinds[at + 1] in (Kind.TEXT, Kind.TITLE) and (listed or many):
                self.kinds[at] = Kind.TEXT

    def _find_short_openings(self) -> None:
        """Take the first line of a paragraph that begins with a day for what it is, however narrow the column is.

        A line that begins with a year right above a lead (2024年…联赛收官) is a headline.
        """
        for at, words in enumerate(self.words):
            begins = self.measures[at].indented or not self.adjacent(at)
            if self.kinds[at] is Kind.DATED and begins and may_be_title(words) and self.is_kind(at + 1, Kind.LEAD):
                self.kinds[at] = Kind.TITLE
            if self.kinds[at] is Kind.TITLE and begins and "," in words and has_day(words) and self.runs_into(at + 1):
                self.kinds[at] = Kind.DATED

    def _find_items(self) -> None:
        """Take ▲ lines for short news instead of captions where the same mark begins several close by, one of them dated,
        or where they stand below the head of a column of short news."""
        marked: dict[str, list[int]] = {}
        briefs = -_ITEM_REACH
        for at, kind in enumerate(self.kinds):
            if kind is Kind.SECTION and holds_briefs(self.words[at]):
                briefs = at
            elif kind is Kind.CAPTION and (len(self.words[at]) >= _SHORTEST_ITEM or item_mark(self.words[at])):
                run = marked.setdefault(self.words[at][0], [briefs])
                if at - run[-1] >= _ITEM_REACH:
                    self._set_items(run)
                    run = marked[self.words[at][0]] = [briefs]
                run.append(at)
        for run in marked.values():
            self._set_items(run)

    def _set_items(self, run: list[int]) -> None:
        """`run`: a head of short news, then lines with one mark; items if that head is near or two of them are several."""
        head, *lines = run
        if not lines:
            return
        below_head = lines[0] - head < _ITEM_REACH and head >= 0
        if below_head or (len(lines) > 1 and any(item_mark(self.words[at]) for at in lines)):
            for at in lines:
                self.kinds[at] = Kind.ITEM

    def __len__(self) -> int:
        return len(self.kinds)

    def is_kind(self, at: int, *kinds: Kind) -> bool:
        """Whether there is a line `at` and it is one of `kinds`."""
        return at < len(self.kinds) and self.kinds[at] in kinds

    def adjacent(self, at: int) -> bool:
        """Whether no empty line stands between the line `at` and the one above it."""
        return at > 0 and not self.lines[at].empty_before

    def runs_into(self, below: int) -> bool:
        """Whether the line `below` stands right under the one above it, without a new paragraph's indent."""
        return below < len(self.kinds) and self.adjacent(below) and not self.measures[below].indented

    def stands_alone(self, first: int, last: int) -> bool:
        """Whether titles are set off: an empty line above, or the paragraph below indented while they are not."""
        if not self.adjacent(first):
            return True
        below = last + 1
        return below < len(self.kinds) and self.measures[below].indented and not self.measures[last].indented

    def in_column(self, at: int) -> bool:
        """Whether the line stands inside a column of text: it is full and text goes on right below it."""
        below = at + 1
        if below >= len(self.kinds) or not self.adjacent(below) or not self.measures[at].full:
            return False
        if self.measures[below].indented:
            return False
        if self.kinds[below] is Kind.LEAD or (self.kinds[below] is Kind.BYLINE and not self.runs_into(below + 1)):
            return False
        if cuts_word(self.words[at], self.words[below]) or (is_sentence_piece(self.words[at]) and ":" not in self.words[at]):
            return True
        if self.measures[at].indented or self.adjacent(at):
            return True
        return self.likeness([at], below) < (_LIKE if self._as_wide_as_column(at) else _UNLIKE)

    def _as_wide_as_column(self, at: int) -> bool:
        """Whether the line is as wide as those that follow it in one paragraph, and no section head announces it."""
        above = next((line for line in range(at - 1, -1, -1) if self.kinds[line] is not Kind.STRAY), at)
        if self.kinds[above] is Kind.SECTION:
            return False
        below = takewhile(self.runs_into, range(at + 1, min(at + 1 + _COLUMN_LINES, len(self.kinds))))
        widths = [self.lines[line].width for line in below]
        return len(widths) == _COLUMN_LINES and all(abs(self.lines[at].width - width) <= 4 for width in widths)

    def likeness(self, titles: Sequence[int], follower: int) -> float:
        """How far the lines `titles` agree with the text that begins at the line `follower` (0–1)."""
        return agreement("".join(self.words[title] for title in titles), self.opening(follower))

    def opening(self, at: int) -> str:
        """The words from the line `at` on, as far as a lead goes and no other one begins."""
        last = next((line for line in range(at + 1, at + _LEAD_LINES) if self.is_kind(line, Kind.LEAD)), at + _LEAD_LINES)
        return "".join(self.words[at:last])

    @cached_property
    def bare_leads(self) -> list[int]:
        """The leads (本报讯 …, 3月1日, … below an empty line) over which no title-like line stands."""
        bare: list[int] = []
        last = Kind.TEXT
        for at, kind in enumerate(self.kinds):
            dated = kind is Kind.DATED and not self.adjacent(at) and has_day(self.words[at])
            if (kind is Kind.LEAD or dated) and last is not Kind.TITLE:
                bare.append(at)
            if kind not in SKIPPED:
                last = kind
        return bare

    def lead_of_piece(self, at: int) -> int | None:
        """The lead without a headline, close by, that the line `at` agrees with as a piece of its headline."""
        nearest = bisect_left(self.bare_leads, at)
        near = [lead for lead in self.bare_leads[max(nearest - _NEAR, 0) : nearest + _NEAR] if not 0 <= at - lead < _LEAD_LINES]
        likeness = [agreement(self.words[at], self.opening(lead)) for lead in near]
        return near[likeness.index(max(likeness))] if near and max(likeness) >= _LIKE else None

    def lead_elsewhere(self, at: int, follower: int) -> int | None:
        """The lead without a headline that the line `at` agrees with rather than with the text at `follower` below it."""
        lead = self.lead_of_piece(at)
        if lead is None or lead == follower:
            return None
        return lead if self.likeness([at], lead) > 2 * self.likeness([at], follower) else None
