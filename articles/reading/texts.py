"""Cutting and joining `Text`, so that every piece keeps its way back to the raw page."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Iterable
from itertools import islice

from articles.reading.types import Run, Text


def cut(text: Text, start: int, end: int) -> Text:
    """The stretch `start`–`end` (characters of `text`) as a text of its own.

    >>> cut(Text("甲乙丙", "甲乙丙", (Run(0, 3, 10, 3),)), 1, 3).runs
    (Run(start=0, length=2, raw_start=11, raw_length=2),)
    """
    if start >= end:
        return Text()
    runs: list[Run] = []
    first = bisect_right(text.runs, start, key=_run_start) - 1
    for begin, length, raw_start, raw_length in islice(text.runs, max(first, 0), None):
        if begin >= end:
            break
        left, right = begin if begin > start else start, begin + length if begin + length < end else end
        if left >= right:
            continue
        if length == raw_length:
            runs.append(Run(left - start, right - left, raw_start + left - begin, right - left))
        else:
            runs.append(Run(left - start, right - left, raw_start, raw_length))
    return Text(text.printed[start:end], text.folded[start:end], tuple(runs))


def concatenate(pieces: Iterable[Text]) -> Text:
    """The pieces in one, in the order given; runs that touch on the page become one run.

    >>> concatenate([Text("甲", "甲", (Run(0, 1, 0, 1),)), Text("乙", "乙", (Run(0, 1, 1, 1),))]).runs
    (Run(start=0, length=2, raw_start=0, raw_length=2),)
    """
    printed: list[str] = []
    folded: list[str] = []
    runs: list[Run] = []
    length = 0
    for piece in pieces:
        printed.append(piece.printed)
        folded.append(piece.folded)
        for start, run_length, raw_start, raw_length in piece.runs:
            _append(runs, Run(start + length, run_length, raw_start, raw_length))
        length += len(piece.printed)
    return Text("".join(printed), "".join(folded), tuple(runs))


def after_blanks(text: Text, blanks: Container[int]) -> frozenset[int]:
    """The offsets of `text` before which a blank stood; `blanks` are raw offsets of the characters behind blanks.

    >>> sorted(after_blanks(Text("甲乙丙", "甲乙丙", (Run(0, 1, 10, 1), Run(1, 2, 12, 2))), {12}))
    [1]
    """
    return frozenset(run.start for run in text.runs if run.raw_start in blanks)


def line_break(raw_start: int, raw_end: int) -> Text:
    """A paragraph break, standing for the raw stretch between two paragraphs."""
    return Text("\n", "\n", (Run(0, 1, raw_start, max(raw_end - raw_start, 0)),))


def _run_start(run: Run) -> int:
    return run.start


def _append(runs: list[Run], run: Run) -> None:
    """Add a run, melting it into the last one where both correspond character by character and touch."""
    if runs and run.length == run.raw_length:
        last = runs[-1]
        if last.length == last.raw_length and last.raw_start + last.raw_length == run.raw_start:
            runs[-1] = Run(last.start, last.length + run.length, last.raw_start, last.raw_length + run.raw_length)
            return
    runs.append(run)
