"""Looking for pieces in strings."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise


def offsets_of(piece: str, text: str) -> Iterator[int]:
    """Every offset of `text` at which `piece` (not empty) stands, also where two of them overlap.

    >>> list(offsets_of("天天", "天天天来"))
    [0, 1]
    """
    at = text.find(piece)
    while at >= 0:
        yield at
        at = text.find(piece, at + 1)


def pieces_between(start: int, end: int, blanks: Sequence[int]) -> list[tuple[int, int]]:
    """What `blanks` (offsets behind blanks, ascending) divide `start`–`end` into, single characters side by side as one: 汪 泉.

    >>> pieces_between(0, 7, (1, 2, 5))
    [(0, 2), (2, 5), (5, 7)]
    """
    inside = blanks[bisect_right(blanks, start) : bisect_left(blanks, end)]
    pieces: list[tuple[int, int]] = []
    for left, right in pairwise((start, *inside, end)):
        if right - left == 1 and pieces and pieces[-1][1] - pieces[-1][0] == 1:
            pieces[-1] = (pieces[-1][0], right)
        else:
            pieces.append((left, right))
    return pieces


def holds_pair(text: str, pairs: Container[str]) -> bool:
    """Whether two characters that stand side by side in `text` are one of `pairs`.

    >>> holds_pair("开会议事", {"会议"}), holds_pair("王小川", {"会议"})
    (True, False)
    """
    return any(text[at : at + 2] in pairs for at in range(len(text) - 1))
