"""Blanks inside lines: which of them tell that something begins, a name in a list above all."""

from __future__ import annotations

import re
from bisect import bisect_left

from articles.reading.clean import CleanPage, Line

_FEW_BLANKS = 4  # so many tell even on the shortest page
_LETTERS_PER_BLANK = 40  # fewer letters than that to a blank: blanks stand everywhere and tell nothing
_SHORT, _SEVERAL, _LISTED = 3, 3, 4
"""The most characters of a piece between blanks that may be a name; how many wide blanks tell a line of names, and how long
its pieces are on average at most."""
_NO_LETTERS = re.compile("[^\u4e00-\u9fff·]+")
_MARKED = re.compile("[,。]")  # what running text has on most lines


def telling_blanks(page: CleanPage) -> frozenset[int]:
    """Raw offsets of the characters before which a blank stood inside a line, or which begin a line of names that wide
    blanks divide.

    Where blanks stand everywhere, in running text too, only those count that are wide, or have two or three characters on
    either side up to a mark or another blank.

    >>> from articles.reading.clean import clean
    >>> sorted(telling_blanks(clean("县领导 王小川 李明")))
    [4, 8]
    """
    running = [line for line in page.lines if _MARKED.search(page.text.folded, line.start, line.end)]
    within = sum(len(line.gaps) for line in running)
    everywhere = within > _FEW_BLANKS and within * _LETTERS_PER_BLANK > sum(line.end - line.start for line in running)
    gaps: list[int] = []
    for line in page.lines:
        wide = sum(width > 1 for _, width in line.gaps)
        listed = wide >= _SEVERAL and line.end - line.start <= _LISTED * (wide + 1)
        gaps += [line.start] if listed else []
        gaps += _dividing(page, line, listed) if everywhere else [gap for gap, _ in line.gaps]
    return frozenset(page.text.raw_span(gap, gap + 1).start for gap in gaps)


def _dividing(page: CleanPage, line: Line, listed: bool) -> list[int]:
    """The gaps of a line that tell something where others don't; in a line of `listed` names all wide ones do."""
    marks = (at for found in _NO_LETTERS.finditer(page.text.folded, line.start, line.end) for at in found.span())
    edges = sorted({line.start, line.end, *marks, *(gap for gap, _ in line.gaps)})
    told = []
    for gap, width in line.gaps:
        at = bisect_left(edges, gap)
        beside = (gap - edges[at - 1], edges[at + 1] - gap)
        if (listed and width > 1) or (min(beside) > 1 and (width > 1 or max(beside) <= _SHORT)):
            told.append(gap)
    return told
