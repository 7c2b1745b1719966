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
    """(person, sequence) of those lines of a post with one holder at a time that stand by a slip.

    `names` by person. A slip is a name seldom cited with the post, one character apart from
    that of a holder who is cited at the time, or next before or after (or whose own time is unknown), more often: no such two
    people follow each other. So is a namesake of a holder of whom no day is known. What documents state is none. The list of
    holders leaves them out; they stay in the queue.
    """
    dated = sorted((line for line in lines if line.first), key=lambda line: (line.first, line.rank, line.person))
    found = set()
    for line in lines:
        near = _next(line, dated)
        if not line.documents and any(_slip(line, other, names, other in near) for other in lines if other is not line):
            found.add((line.person, line.sequence))
    return found


def _next(line: Line, dated: Sequence[Line]) -> list[Line]:
    """The lines before and after this one."""
    at = next((at for at, other in enumerate(dated) if other is line), None)
    return [] if at is None else [*dated[max(0, at - 1):at], *dated[at + 1:at + 2]]


def _slip(line: Line, other: Line, names: Mapping[int, str], beside: bool) -> bool:
    name, others_name = names.get(line.person, ""), names.get(other.person, "")
    if line.person == other.person or not other.first or not other.last:
        return False
    if name == others_name:
        return line.first is None
    if not character_apart(name, others_name):
        return False
    count, others = (sum(cited.count for cited in one.cited) for one in (line, other))
    if others < count * (OFTEN if count <= SELDOM else MUCH_OFTENER):
        return False
    if beside or line.first is None or line.last is None:
        return True
    return other.first - NEAR <= line.first and line.last <= other.last + NEAR
