"""The lines of one page with what each is by itself and how it stands among its neighbours."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from itertools import takewhile

from articles.reading.after_names import COMMON
from articles.reading.agreement import agreement
from articles.reading.clean import CleanPage
from articles.reading.credits import has_label
from articles.reading.layout import (
    Kind,
    classify,
    has_day,
    is_closed,
    is_sentence_piece,
)
from articles.reading.measures import RAGGED, measure
from articles.reading.second_look import SKIPPED, second_look

_NEAR = 8
"""How many articles up and down a page a piece of a headline may have strayed."""
_LIKE = 0.4
"""Agreement (0–1) from which a piece of a headline belongs to a lead."""
_UNLIKE = 0.2
"""Agreement (0–1) below which a line as wide as its column is the first of a paragraph rather than a headline."""
_LEAD_LINES = 12
_TOGETHER, _APART = 4, 2
"""How many paragraphs must stand right below each other, and how many times as many as stand apart."""
_COLUMN_LINES = 3
"""Lines below that tell how wide a column is."""
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
    """A page's lines: `words` (folded), `kinds`, `measures`, and whether the page indents its paragraphs.

    `asked` are the names that the whole page was searched for, `rows` the lines of rolls that are paragraphs by themselves,
    `signing` the lines of names that only their place tells to be bylines.
    """

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
        self.asked: set[str] = set()
        self.rows: set[int] = set()
        self.signing: set[int] = set()
        second_look(self)

    def __len__(self) -> int:
        return len(self.kinds)

    def is_kind(self, at: int, *kinds: Kind) -> bool:
        """Whether there is a line `at` and it is one of `kinds`."""
        return at < len(self.kinds) and self.kinds[at] in kinds

    def adjacent(self, at: int) -> bool:
        """Whether no empty line stands between the line `at` and the one above it."""
        return 0 < at < len(self.lines) and not self.lines[at].empty_before

    def are_credits(self, at: int) -> bool:
        """Whether the line `at` stands right below another one and says who wrote what: 本报记者李明."""
        return self.is_kind(at, Kind.BYLINE) and self.adjacent(at) and has_label(self.words[at])

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
        if below >= len(self.kinds) or not self.adjacent(below) or not self.measures[at].full or self.words[at][0] == "—":
            return False
        if self.measures[below].indented:
            return False
        if self.kinds[below] is Kind.LEAD or (self.kinds[below] is Kind.BYLINE and not self.runs_into(below + 1)):
            return False
        if cuts_word(self.words[at], self.words[below]) or (is_sentence_piece(self.words[at]) and ":" not in self.words[at]):
            return True
        if self.measures[at].indented or (self.adjacent(at) and self.kinds[at - 1] not in SKIPPED):
            return True
        return self.likeness([at], below) < (_LIKE if self._as_wide_as_column(at) else _UNLIKE)

    def _as_wide_as_column(self, at: int) -> bool:
        """Whether the line is as wide as those that follow it in one paragraph, and no section head announces it."""
        above = next((line for line in range(at - 1, -1, -1) if self.kinds[line] is not Kind.STRAY), at)
        if self.kinds[above] is Kind.SECTION:
            return False
        below = takewhile(self.runs_into, range(at + 1, min(at + 1 + _COLUMN_LINES, len(self.kinds))))
        widths = [self.lines[line].width for line in below]
        return len(widths) == _COLUMN_LINES and all(abs(self.lines[at].width - width) <= RAGGED for width in widths)

    def opens_column(self, at: int) -> bool:
        """Whether the line is the first of a paragraph set apart from what stands above it: full, as wide as the next, with
        a line of text close below."""
        below = list(takewhile(self.runs_into, range(at + 1, min(at + 1 + _COLUMN_LINES, len(self.kinds)))))
        if self.adjacent(at) or not self.measures[at].full or len(below) < 2 or self.kinds[at + 1] is Kind.LEAD:
            return False
        shorter = self.lines[at].width - self.lines[below[0]].width
        wide = abs(shorter) <= RAGGED or (shorter > 0 and is_closed(self.words[below[0]]))
        return wide and any(self.kinds[line] is Kind.TEXT for line in below)

    def likeness(self, titles: Sequence[int], follower: int) -> float:
        """How far the lines `titles` agree with the text that begins at the line `follower` (0–1)."""
        return agreement("".join(self.words[title] for title in titles), self.opening(follower))

    def opening(self, at: int) -> str:
        """The words from the line `at` on, as far as a lead goes and no other one begins."""
        last = next((line for line in range(at + 1, at + _LEAD_LINES) if self.is_kind(line, Kind.LEAD)), at + _LEAD_LINES)
        return "".join(self.words[at:last])

    @cached_property
    def parts_articles_only(self) -> bool:
        """Whether the paragraphs of an article stand right below each other, so that an empty line tells something."""
        ends = [at + 1 for at in range(len(self) - 1) if is_closed(self.words[at]) and not self.measures[at].full]
        inside = [at for at in ends if self.kinds[at] in (Kind.TEXT, Kind.DATED) or self.runs_into(at + 1)]
        together = sum(map(self.adjacent, inside))
        return together >= _TOGETHER and _APART * (len(inside) - together) < together

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
