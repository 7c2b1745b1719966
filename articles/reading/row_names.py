"""The names of a roll's rows: a name, a blank and a post (汪 泉　县水厂厂长); a label and names divided by blanks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from articles.reading.after_names import right_side
from articles.reading.overlaps import NameSpan
from articles.reading.posts import STARTS_BODY, head_length
from articles.reading.searching import pieces_between

_ROW = re.compile("[^\n。;!?]{4,60}")
_NAME = re.compile("[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{1,8}·[\u4e00-\u9fff·]{1,10}")
_BRACKET = re.compile("\\([^()\n]{1,14}\\)")
_LABEL = re.compile("[^\n:,。;、]{2,20}:")
_VERBS = frozenset("任为当被获兼到在赴")
_NO_LAST = frozenset("奖组名镇乡村校学院局队")
_LONG_RUN = 4
"""How many names in a row prove each other by being divided by blanks only."""
_FEWEST = 2
"""The fewest names behind a label that prove each other."""


def row_names(text: str, blanks: frozenset[int]) -> list[NameSpan]:
    """The names of rows that stand in paragraphs of their own; `blanks` are the offsets of characters behind blanks.

    >>> [text_of[span.start : span.end] for text_of in ["汪泉水厂厂长"] for span in row_names(text_of, frozenset({1, 2}))]
    ['汪泉']
    """
    if not blanks:
        return []
    edges = sorted(blanks)
    found = _divided_by_blanks(text, edges)
    return found + [span for row in _rows(text) for span in (_before_post(text, *row, edges) or _behind_label(text, *row, edges))]


def _divided_by_blanks(text: str, edges: Sequence[int]) -> list[NameSpan]:
    """Several names in a row that only blanks divide: 刘 锐 赵士杰 亓 伟 石敬业."""
    found: list[NameSpan] = []
    run: list[NameSpan] = []
    for left, right in pieces_between(0, len(text), edges):
        if left and right < len(text) and _NAME.fullmatch(text, left, right) and text[right - 1] not in _NO_LAST:
            run.append(NameSpan(left, right, "list", 0.85))
            continue
        found += run if len(run) >= _LONG_RUN else []
        run = []
    return found


def post_of_row(text: str, name: NameSpan) -> tuple[int, int] | None:
    """The post that fills the rest of the row which the name begins, None where there is none."""
    if name.start and text[name.start - 1] != "\n":
        return None
    bracket = _BRACKET.match(text, name.end)
    start = bracket.end() if bracket else name.end
    if not bracket and (text[start : start + 1] in _VERBS or (right_side(text, start) and not STARTS_BODY.match(text, start))):
        return None
    end = text.find("\n", start)
    end = len(text) if end < 0 else end
    plain = _ROW.fullmatch(text, start, end)
    return (start, end) if plain and "," not in plain.group() and head_length(text, end) else None


def _rows(text: str) -> Iterator[tuple[int, int]]:
    """The paragraphs without a full stop."""
    for match in _ROW.finditer(text):
        if (not match.start() or text[match.start() - 1] == "\n") and text[match.end() : match.end() + 1] in ("", "\n"):
            yield match.span()


def _before_post(text: str, start: int, end: int, edges: Sequence[int]) -> list[NameSpan]:
    first = pieces_between(start, end, edges)[0][1]
    bracket = text.find("(", start, first)
    name_end = bracket if bracket > 0 else first
    if name_end >= end or not _NAME.fullmatch(text, start, name_end):
        return []
    name = NameSpan(start, name_end, "list", 0.9)
    return [name] if post_of_row(text, name) else []


def _behind_label(text: str, start: int, end: int, edges: Sequence[int]) -> list[NameSpan]:
    label = _LABEL.match(text, start, end)
    if label is None:
        return []
    pieces = pieces_between(label.end(), end, edges)
    if len(pieces) < _FEWEST or not all(_NAME.fullmatch(text, left, right) for left, right in pieces):
        return []
    return [NameSpan(left, right, "list", 0.85) for left, right in pieces]
