"""Whom a document means that says somebody of a name held a post: exactly one who fits, nobody, or several. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from .lines import Cited, Stated

NEAR_DAYS = 3653
"""Citations so far from what a document states may still be of the same person: officials serve for decades."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a document says, as far as it tells whom it means: the post's id, its area (a path), from when to when."""

    role: int
    area: str
    start: Stated | None = None
    end: Stated | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody of that name: the areas of public posts, and the citations by post."""

    person: int
    areas: frozenset[str]
    cited: tuple[tuple[int, Cited], ...] = ()


def fitting(wanted: Wanted, candidates: Sequence[Candidate]) -> tuple[int, ...]:
    """The people of that name whom the document may mean, by id: those called by that very post near that time; where there
    are none, those with other public posts of the same area near that time.

    >>> day = date(2016, 6, 12)
    >>> one = Candidate(1, frozenset({"湖东省澄江市白石县"}), ((7, Cited(1, "", day, day)),))
    >>> fitting(Wanted(7, "湖东省澄江市白石县", Stated(date(2015, 1, 1), "year")), [one])
    (1,)
    """
    in_post = [one for one in candidates if _near(wanted, [cited for role, cited in one.cited if role == wanted.role])]
    if not in_post and wanted.area:
        in_post = [one for one in candidates if wanted.area in one.areas and _near(wanted, [cited for _, cited in one.cited])]
    return tuple(sorted(one.person for one in in_post))


def _near(wanted: Wanted, cited: Sequence[Cited]) -> bool:
    first = wanted.start.day if wanted.start else wanted.end.day if wanted.end else date.min
    last = wanted.end.latest if wanted.end else date.max
    return any(one.first is None or one.last is None
               or ((first - one.last).days <= NEAR_DAYS and (one.first - last).days <= NEAR_DAYS) for one in cited)
