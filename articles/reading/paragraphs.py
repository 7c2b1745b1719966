"""The lines of one article → its headline and its body, wraps joined, paragraphs kept."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace

from articles.reading.agreement import agreement
from articles.reading.clean import CleanPage
from articles.reading.layout import is_closed
from articles.reading.measures import Measure
from articles.reading.texts import concatenate, cut, line_break
from articles.reading.types import Span, Text

_CONTINUED = re.compile(
    r"[\(\[【<]?(?:紧)?((?:下转|上接|转|接)第?[\dA-Z一二三四五六七八九十]{1,3}[版页])[^\)\]】>]{0,12}[\)\]】>]?"
)
_OPEN_ENDS = 16
"""How many articles of one page may wait for their second piece."""
_SUBHEAD = re.compile(r"^(?:[一二三四五六七八九十]{1,3}、|[\(][一二三四五六七八九十]{1,3}[\)]|\d{1,2}[.、])")

_NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Block:
    """One article cut out of the page: its headline's lines, its body still with 本报讯 and byline.

    `breaks` are the offsets of `body` before which a blank or a line's end stood on the page; `signed`: its last paragraph is
    a name that only its place tells to be the byline.
    """

    titles: tuple[Text, ...]
    body: Text
    breaks: tuple[int, ...] = ()
    section: str | None = None
    continues: str | None = None
    raw: Span = _NOWHERE
    signed: bool = False

    @property
    def headline(self) -> Text:
        """The headline's lines in one."""
        return concatenate(self.titles)


def assemble(
    page: CleanPage,
    title: Sequence[int],
    body: Sequence[int],
    section: str | None,
    measures: Sequence[Measure],
    alone: Container[int],
) -> Block:
    """The block made of the page's lines `title` and `body` (indices in reading order); lines `alone` are paragraphs."""
    lines = page.lines
    titles = tuple(cut(page.text, lines[at].start, lines[at].end) for at in title)
    pieces: list[Text] = []
    breaks: list[int] = []
    length = 0
    continues: str | None = None
    previous: int | None = None
    pending: list[tuple[int, int]] = []
    for at in body:
        line = lines[at]
        stretches, note = _without_note(page, line.start, line.end)
        continues = continues or note
        if not stretches:
            continue
        if previous is not None:
            if previous in alone or at in alone or _breaks(page, previous, at, measures):
                pieces.extend(cut(page.text, start, end) for start, end in pending)
                pieces.append(line_break(lines[previous].raw.end, line.raw.start))
                pending = []
                length += 1
            breaks.append(length)
        for start, end in stretches:
            breaks.extend(length + gap - start for gap, _ in line.gaps if start < gap < end)
            if pending and pending[-1][1] == start:
                pending[-1] = (pending[-1][0], end)
            else:
                pending.append((start, end))
            length += end - start
        previous = at
    pieces.extend(cut(page.text, start, end) for start, end in pending)
    raws = [lines[at].raw for at in (*title, *body)]
    raw = Span(min(span.start for span in raws), max(span.end for span in raws))
    return Block(titles, concatenate(pieces), tuple(breaks), section, continues, raw)


def _without_note(page: CleanPage, start: int, end: int) -> tuple[list[tuple[int, int]], str | None]:
    """What is left of a line without (下转第三版) or (上接第一版), and that note's words."""
    if "第" not in (words := page.text.folded[start:end]) and "转" not in words:
        return [(start, end)], None
    found = _CONTINUED.search(words)
    if not found:
        return [(start, end)], None
    stretches = [(start, start + found.start()), (start + found.end(), end)]
    return [stretch for stretch in stretches if stretch[0] < stretch[1]], found[1]


def _breaks(page: CleanPage, above: int, below: int, measures: Sequence[Measure]) -> bool:
    """Whether a paragraph ends between two lines that follow each other in a body."""
    folded, lines = page.text.folded, page.lines
    upper = folded[lines[above].start : lines[above].end]
    closed = is_closed(upper)
    full = measures[above].full
    adjacent = below == above + 1 and not lines[below].empty_before
    if measures[below].indented:
        return closed or full is not True or upper[-1] in ":;"
    if not closed:
        return full is False and adjacent and _SUBHEAD.match(upper) is not None
    if full is None:
        return True
    if not full:
        return True
    return not adjacent and not measures[below].indented and not _indents_near(measures, above)


def _indents_near(measures: Sequence[Measure], at: int) -> bool:
    """Whether paragraphs are indented in this part of the page (twelve lines up and down)."""
    return any(measure.indented for measure in measures[max(at - 12, 0) : at + 12])


def rejoin(blocks: Sequence[Block]) -> list[Block]:
    """Blocks with a piece (上接…) joined to the article of the same page that ends with (下转…)."""
    out: list[Block] = []
    open_ends: list[int] = []
    for block in blocks:
        note = block.continues or ""
        origin = _origin(out, open_ends, block) if "接" in note and open_ends else None
        if origin is not None:
            out[origin] = _joined(out[origin], block)
            open_ends.remove(origin)
            continue
        if "转" in note:
            open_ends = [*open_ends[1 - _OPEN_ENDS :], len(out)]
        out.append(block)
    return out


def _origin(blocks: Sequence[Block], open_ends: Sequence[int], piece: Block) -> int | None:
    """Which earlier block `piece` goes on with: the one that agrees best with its repeated headline, else the only one."""
    words = piece.headline.folded
    if not words:
        return open_ends[0] if len(open_ends) == 1 else None
    best = max(open_ends, key=lambda at: agreement(words, blocks[at].headline.folded + blocks[at].body.folded[:100]))
    likeness = agreement(words, blocks[best].headline.folded + blocks[best].body.folded[:100])
    return best if likeness >= 0.5 or len(open_ends) == 1 else None


def _joined(first: Block, second: Block) -> Block:
    between = [line_break(first.raw.end, first.raw.end)] if is_closed(first.body.folded) else []
    body = concatenate([first.body, *between, second.body])
    shift = len(body) - len(second.body)
    breaks = (*first.breaks, shift, *(at + shift for at in second.breaks))
    return replace(first, body=body, breaks=breaks, continues=None, signed=second.signed)
