"""The raw page → lines without layout blanks, each character tied to where it stands on the page.

Nothing is repaired here: characters are left out (blanks, marks that print nothing) or kept. What the blanks told (an
indent, a gap between two names, empty lines) stays beside the text, because the splitter reads the layout from it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from articles.reading.folding import fold
from articles.reading.refusals import Refusal, _
from articles.reading.types import Correction, Run, Span, Text

_BLANK = " \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_UNPRINTED = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e0fff"
)
_BREAK = "\n\r\x0b\x0c\x85\u2028\u2029"
_LINE = re.compile(f"\r\n|[{_BREAK}]|[^{_BREAK}]+")
_DROPPED = re.compile(f"[{_BLANK}{_UNPRINTED}]+")
_UNPRINTED_ONLY = re.compile(f"[{_UNPRINTED}]+")
_LATIN = re.compile(r"[A-Za-zÀ-ɏＡ-Ｚａ-ｚ]")
_LATIN_OR_DIGIT = re.compile(r"[A-Za-zÀ-ɏＡ-Ｚａ-ｚ0-9０-９]")


class Line(NamedTuple):
    """One line that prints something: `start`–`end` of the page's clean text.

    `indent` and the gap widths count half-width blanks; a gap (`at`, `width`) says that a blank which was left out stood
    before the character `at`. `empty_before` counts the empty lines above, `width` is the printed width in half widths.
    """

    start: int
    end: int
    indent: int
    gaps: tuple[tuple[int, int], ...]
    empty_before: int
    width: int
    raw: Span


@dataclass(frozen=True)
class CleanPage:
    """The page's printed characters (`text`, lines following each other without a break between) and its lines."""

    text: Text
    lines: tuple[Line, ...]

    @cached_property
    def plain(self) -> str:
        """The page written out again with its layout made regular; cleaning that gives the same lines.

        >>> clean("\\ufeff本报讯 县　 委\\r\\n").plain
        '本报讯 县　 委\\n'
        """
        out: list[str] = []
        for line in self.lines:
            out.append("\n" * line.empty_before + _blank(line.indent))
            at = line.start
            for gap, width in line.gaps:
                out.append(self.text.printed[at:gap] + _blank(width))
                at = gap
            out.append(self.text.printed[at : line.end] + "\n")
        return "".join(out)

    def line_at(self, raw_offset: int) -> int:
        """Index of the first line that ends after `raw_offset` (characters of the raw page); len(lines) if none does."""
        return bisect_left(self.lines, raw_offset + 1, key=lambda line: line.raw.end)


def clean(text: str, corrections: Sequence[Correction] = ()) -> CleanPage:
    """The raw page `text` as clean lines, with the editors' "text" corrections in place.

    Raises ValueError where a correction lies outside the page or two of them overlap.

    >>> page = clean("　　本报讯 2022年 12月26日,县 委\\r\\n")
    >>> page.text.printed, page.lines[0].indent, page.text.raw_span(3, 5)
    ('本报讯2022年12月26日,县委', 4, Span(start=6, end=8))
    """
    source, patches = _corrected(text, corrections)
    kept: list[str] = []
    runs: list[Run] = []
    lines: list[Line] = []
    length = empty = 0
    for found in _LINE.finditer(source):
        stretch = found.group()
        if stretch[0] in _BREAK:
            empty += 1
            continue
        first, pieces = len(runs), len(kept)
        gaps, indent = _keep(stretch, found.start(), kept, runs, length)
        end = runs[-1].start + runs[-1].length if runs else 0
        if end > length:
            width = indent + sum(blank for _, blank in gaps) + _width(kept[pieces:])
            raw = Span(runs[first].raw_start, runs[-1].raw_start + runs[-1].raw_length)
            lines.append(Line(length, end, indent, gaps, max(empty - bool(lines), 0), width, raw))
            length, empty = end, 0
    printed = "".join(kept)
    cleaned = Text(printed, fold(printed), tuple(_back(runs, patches)))
    if patches:
        lines = [line._replace(raw=cleaned.raw_span(line.start, line.end)) for line in lines]
    return CleanPage(cleaned, tuple(lines))


def _keep(stretch: str, offset: int, kept: list[str], runs: list[Run], length: int) -> tuple[tuple[tuple[int, int], ...], int]:
    """Append what a line prints to `kept` and `runs`; return the gaps inside it and its indent."""
    gaps: list[tuple[int, int]] = []
    indent = at = 0
    last = len(stretch)
    first = length
    for found in _DROPPED.finditer(stretch):
        start, end = found.span()
        if start > at:
            kept.append(stretch[at:start])
            runs.append(Run(length, start - at, offset + at, start - at))
            length += start - at
        at = end
        width = _blank_width(found.group())
        if length == first:
            indent += width
        elif width and end < last:
            if _keeps_blank(stretch, start, end):
                blank = start + _first_blank(found.group())
                kept.append(stretch[blank])
                runs.append(Run(length, 1, offset + blank, 1))
                length += 1
            else:
                gaps.append((length, width))
    if at < last:
        kept.append(stretch[at:])
        runs.append(Run(length, last - at, offset + at, last - at))
    return tuple(gaps), indent


def _keeps_blank(stretch: str, start: int, end: int) -> bool:
    """A blank between Latin words is text, one between a Latin word and a number too; any other is layout."""
    before, after = stretch[start - 1], stretch[end]
    if _LATIN.match(before):
        return bool(_LATIN_OR_DIGIT.match(after))
    return bool(_LATIN.match(after) and _LATIN_OR_DIGIT.match(before))


def _first_blank(dropped: str) -> int:
    found = _UNPRINTED_ONLY.match(dropped)
    return found.end() if found else 0


def _blank_width(dropped: str) -> int:
    """The width of left-out characters in half-width blanks: a tab counts four, what prints nothing counts nothing."""
    plain = _UNPRINTED_ONLY.sub("", dropped)
    return len(plain) + plain.count("\u3000") + 3 * plain.count("\t")


def _blank(width: int) -> str:
    return "\u3000" * (width // 2) + " " * (width % 2)


def _width(pieces: Sequence[str]) -> int:
    """How wide characters are printed, in half widths."""
    return sum(2 * len(piece) - len(_NARROW.findall(piece)) for piece in pieces)


_NARROW = re.compile("[\x00-\u00ff]")


def _corrected(text: str, corrections: Sequence[Correction]) -> tuple[str, list[Run]]:
    """The page with its "text" corrections, and the runs that lead from it back to the raw page (none if unchanged)."""
    wanted = sorted((c.start, c.end, c.replacement) for c in corrections if c.kind == "text")
    if not wanted:
        return text, []
    out: list[str] = []
    patches: list[Run] = []
    at = length = 0
    for start, end, replacement in wanted:
        if not at <= start <= end <= len(text):
            raise Refusal(
                _("text correction {start}–{end}: outside the page of {length} characters, or over another one; withdraw it"),
                start=start,
                end=end,
                length=len(text),
            )
        for piece, raw_start, raw_length in ((text[at:start], at, start - at), (replacement, start, end - start)):
            if piece:
                patches.append(Run(length, len(piece), raw_start, raw_length))
                out.append(piece)
                length += len(piece)
        at = end
    if at < len(text):
        patches.append(Run(length, len(text) - at, at, len(text) - at))
        out.append(text[at:])
    return "".join(out), patches


def _back(runs: list[Run], patches: list[Run]) -> list[Run]:
    """`runs` into the corrected page, led back to the raw page through `patches` (both in ascending order)."""
    if not patches:
        return runs
    out: list[Run] = []
    at = 0
    for run in runs:
        start, source, left = run.start, run.raw_start, run.length
        while left:
            while patches[at].start + patches[at].length <= source:
                at += 1
            patch = patches[at]
            length = min(left, patch.start + patch.length - source)
            exact = patch.length == patch.raw_length
            raw_start = patch.raw_start + source - patch.start if exact else patch.raw_start
            out.append(Run(start, length, raw_start, length if exact else patch.raw_length))
            start, source, left = start + length, source + length, left - length
    return out
