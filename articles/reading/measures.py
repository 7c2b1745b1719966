"""How wide each line of a page is set against its column: what fills it, and what is indented."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from articles.reading.clean import CleanPage, Line
from articles.reading.layout import is_closed

RAGGED, _NARROWEST = 4, 20
"""Half widths by which the lines of a column differ, and of the narrowest column."""


class Measure(NamedTuple):
    """How a line stands in its column: `full` reaches the right edge (None where no edge can be told)."""

    full: bool | None
    indented: bool


def measure(page: CleanPage) -> tuple[list[Measure], bool]:
    """For each line whether it fills its column and is indented; and whether the page indents its paragraphs.

    Columns are runs of lines without an empty line between; the edge is where the widest quarter of the lines ends.
    """
    lines = page.lines
    blocks: list[list[int]] = []
    for at, line in enumerate(lines):
        if not at or line.empty_before:
            blocks.append([])
        blocks[-1].append(at)
    edges = [_edge([lines[at] for at in block]) for block in blocks]
    known = Counter({edge: len(block) for edge, block in zip(edges, blocks, strict=True) if edge})
    common = known.most_common(1)[0][0] if known else None
    measures: list[Measure] = []
    for block, edge in zip(blocks, edges, strict=True):
        right = edge or (common if len(block) > 1 or common else None)
        for at in block:
            full = None if right is None else lines[at].width >= right - _ragged(page, at) or _like_neighbours(page, at)
            measures.append(Measure(full, 2 <= lines[at].indent <= 8))
    indented = sum(1 for line in lines if 2 <= line.indent <= 8)
    return measures, indented >= 2


def _ragged(page: CleanPage, at: int) -> int:
    """Half widths by which a full line may fall short of its column's edge: figures are set wider than they are read."""
    line = page.lines[at]
    return RAGGED + sum(map(str.isdigit, page.text.printed[line.start : line.end])) // 2


def _like_neighbours(page: CleanPage, at: int) -> bool:
    """Whether a line that text goes on below is as wide as a neighbour in its paragraph, whatever its block's edge is."""
    lines = page.lines
    last = at + 1 >= len(lines) or lines[at + 1].empty_before or lines[at + 1].indent or _is_closed(page, at)
    if last or lines[at].width < _NARROWEST:
        return False
    beside = [lines[at + 1].width]
    if at and not lines[at].empty_before and not lines[at].indent and not _is_closed(page, at - 1):
        beside.append(lines[at - 1].width)
    return any(abs(lines[at].width - width) <= RAGGED for width in beside)


def _is_closed(page: CleanPage, at: int) -> bool:
    return is_closed(page.text.folded[page.lines[at].start : page.lines[at].end])


def _edge(block: list[Line]) -> int | None:
    if len(block) < 3:
        return None
    widths = sorted(line.width for line in block)
    return widths[len(widths) * 3 // 4]
