"""Numbers of a series: which are there, which are missing, and where counting began anew. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar


class Numbered(Protocol):
    """Something that bears a number."""

    @property
    def number(self) -> int:
        """Its number."""


OneOf = TypeVar("OneOf", bound=Numbered)


def missing(numbers: Iterable[int], after: int = 0) -> list[tuple[int, int]]:
    """Runs of numbers above `after` and below the highest that are not among these.

    >>> missing([4, 6, 10], after=3)
    [(5, 5), (7, 9)]
    """
    found: list[tuple[int, int]] = []
    last = after
    for number in sorted(set(numbers)):
        if number > last + 1:
            found.append((last + 1, number - 1))
        last = max(last, number)
    return found


def runs_in_words(runs: Sequence[tuple[int, int]]) -> str:
    """Runs as a table of sessions shows them.

    >>> runs_in_words([(5, 5), (7, 9)])
    '5、7–9'
    """
    return "、".join(str(first) if first == last else f"{first}–{last}" for first, last in runs)


def counted_anew(sessions: Sequence[OneOf]) -> list[list[OneOf]]:
    """Sessions in order of time, parted where a number falls: there a new term began to count.

    A single number out of order is no new beginning: it needs a fall to at most half of what was reached.
    """
    found: list[list[OneOf]] = []
    highest = 0
    for session in sessions:
        if not found or (session.number <= highest and 2 * session.number <= highest):
            found.append([])
            highest = 0
        found[-1].append(session)
        highest = max(highest, session.number)
    return found
