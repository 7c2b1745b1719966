"""Holders of a post who are likelier misprints of another holder's name. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta

from .lines import Line
from .lookalikes import character_apart

SELDOM, OFTEN, MUCH_OFTENER = 2, 2, 20
"""Citations at most of a slip whose holder has twice as many; more are one where the holder has twenty times as many."""
NEAR = timedelta(days=366)


def slips(lines: Sequence[Line], names: Mapping[int, str]) -> set[tuple[int, int]]:
    """(person, sequence) of those lines of a post with one holder at a time that stand by a slip; `names` by person.

    A name seldom cited with the post, one character apart from that of a holder who is cited at the time (or whose own time
    is unknown), more often: no such two people follow each other. What documents state is none. The list of holders leaves
    them out; they stay in the queue.
    """
    found = set()
    for line in lines:
        if not line.documents and any(_slip(line, other, names) for other in lines if other is not line):
            found.add((line.person, line.sequence))
    return found


def _slip(line: Line, other: Line, names: Mapping[int, str]) -> bool:
    count, others = (sum(cited.count for cited in one.cited) for one in (line, other))
    seldom = others >= count * (OFTEN if count <= SELDOM else MUCH_OFTENER)
    if not (seldom and other.first and other.last and character_apart(names.get(line.person, ""), names.get(other.person, ""))):
        return False
    if line.first is None or line.last is None:
        return True
    return other.first - NEAR <= line.first and line.last <= other.last + NEAR
