"""Lines → articles: cuts the page where something else begins, collects each article's lines, houses stray headlines."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from articles.reading.agreement import agreement
from articles.reading.clean import CleanPage, Line
from articles.reading.collector import Collector
from articles.reading.drafts import Draft
from articles.reading.layout import has_day
from articles.reading.paragraphs import Block, assemble, rejoin
from articles.reading.sheet import clean_offset
from articles.reading.types import Correction, Span

_NEAR = 8
"""How many articles up and down a page a headline may have strayed."""
_ELSEWHERE, _AT_HOME = 0.15, 0.4
"""Agreement (0–1) below which a headline does not belong to the lead under it, and from which it belongs to another."""
_RUN_IN_AGREEMENT = 0.3
_RUN_IN = re.compile("[^。,;:!?、()]{5,24}")
_FROM_PAGE = re.compile("[\\(\\[【<]?(?:紧)?(?:上|紧)?接第?[\\dA-Z一二三四五六七八九十]{1,3}[版页][\\)\\]】>](?=.)")
_GLUED_LEAD = re.compile(r"本[报台网刊](?:\d{1,2}月\d{1,2}日)?讯")


def split(page: CleanPage, corrections: Sequence[Correction] = ()) -> tuple[tuple[Block, ...], tuple[Span, ...]]:
    """The articles of a page in reading order, and the raw stretches that are furniture.

    `corrections` of the kinds split, join and furniture are obeyed, whatever the layout says.
    """
    page = _divided(page, corrections)
    collector = Collector(page, corrections)
    collector.run()
    blocks = [_block(collector, draft) for draft in collector.drafts]
    blocks = rejoin(_rehoused([block for block in blocks if block.body.printed or block.titles]))
    furniture = tuple(page.lines[at].raw for at in sorted(collector.furniture))
    return tuple(blocks), furniture


def _block(collector: Collector, draft: Draft) -> Block:
    block = assemble(collector.page, draft.title, draft.body, draft.section, collector.measures, collector.alone)
    return replace(block, signed=True) if draft.body and draft.body[-1] in collector.sheet.signing else block


def _divided(page: CleanPage, corrections: Sequence[Correction]) -> CleanPage:
    """The page with a line's start where a lead is glued to what stands before it, and where an editor split."""
    folded = page.text.folded
    forced = sorted({c.start for c in corrections if c.kind in ("split", "join")})
    forced += [edge for c in corrections if c.kind == "furniture" for edge in (c.start, c.end)]
    cuts = sorted({at for raw in forced if (at := clean_offset(page, raw)) is not None})
    lines: list[Line] = []
    for line in page.lines:
        inside = cuts[bisect_right(cuts, line.start) : bisect_left(cuts, line.end)]
        if "讯" in folded[line.start : line.end]:
            inside += _glued(folded, line)
        elif note := _FROM_PAGE.match(folded, line.start, line.end):
            inside.append(note.end())
        elif line.gaps and (at := _run_in_head(folded, line)):
            inside.append(at)
        lines.extend(_pieces(page, line, sorted(set(inside))) if inside else [line])
    return replace(page, lines=tuple(lines))


def _glued(folded: str, line: Line) -> list[int]:
    """Offsets inside a line where 本报讯 begins an article: after a blank, or right after a sentence."""
    gaps = {at for at, _ in line.gaps}
    found = []
    for match in _GLUED_LEAD.finditer(folded, line.start + 1, line.end):
        at = match.start()
        if at in gaps or folded[at - 1] in '。!?"”)】':
            found.append(at)
    return found


def _run_in_head(folded: str, line: Line) -> int:
    """Where behind a short headline on the same line a dated lead begins that repeats its words; 0 if none does."""
    at = line.gaps[0][0]
    words, lead = folded[line.start : at], folded[at : line.end]
    if not _RUN_IN.fullmatch(words) or not has_day(lead) or len(lead) < 2 * len(words):
        return 0
    return at if agreement(words, lead) >= _RUN_IN_AGREEMENT else 0


def _pieces(page: CleanPage, line: Line, cuts: list[int]) -> list[Line]:
    edges = [line.start, *cuts, line.end]
    pieces = []
    for left, right in pairwise(edges):
        gaps = line.gaps[bisect_right(line.gaps, left, key=_offset) : bisect_left(line.gaps, right, key=_offset)]
        first = left == line.start
        indent, empty = (line.indent, line.empty_before) if first else (0, 0)
        pieces.append(Line(left, right, indent, gaps, empty, line.width, page.text.raw_span(left, right)))
    return pieces


def _offset(gap: tuple[int, int]) -> int:
    return gap[0]


def _rehoused(blocks: list[Block]) -> list[Block]:
    """Headline lines that stand over the wrong body, moved to the article without a headline whose lead they agree with."""
    out = list(blocks)
    homeless = [at for at, block in enumerate(out) if not block.titles]
    for at, block in enumerate(blocks):
        for title in block.titles:
            here = agreement(title.folded, block.body.folded)
            if homeless and (here < _ELSEWHERE or len(block.titles) > 1):
                nearest = bisect_left(homeless, at)
                near = homeless[max(nearest - _NEAR, 0) : nearest + _NEAR]
                likeness = [agreement(title.folded, out[other].body.folded) for other in near]
                home = near[likeness.index(max(likeness))]
                if max(likeness) >= (_AT_HOME if here < _ELSEWHERE else here + _AT_HOME):
                    out[home] = replace(out[home], titles=(title,))
                    out[at] = replace(out[at], titles=tuple(other for other in out[at].titles if other is not title))
                    homeless.remove(home)
    return out
