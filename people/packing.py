"""Sightings as compact text and back, so that thousands of one name load in one query with little parsing. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

import orjson

from .clusters import Sighting
from .posts import Post

FORMAT = 2
"""Raised when what is packed, or what identity makes of it, becomes another: then all sightings and people are computed anew."""
LISTED, PRIZEWINNER, NATIONAL, DOUBTFUL, TO_THE_DAY = 1, 2, 4, 8, 16


class Dated(NamedTuple):
    """The bounds of an article's date; whether the date is known to the day; whether its year is a guess."""

    first: date | None
    last: date | None
    to_the_day: bool
    doubtful: bool

    @property
    def cited(self) -> tuple[date | None, date | None]:
        """The first and last day that the date may mean; the same day where it is known to the day."""
        return (self.first, self.first if self.to_the_day else self.last)

    @property
    def telling(self) -> tuple[date | None, date | None]:
        """The bounds as far as they may tell who somebody is: none of a guessed year."""
        return (None, None) if self.doubtful else (self.first, self.last)


class Shown(NamedTuple):
    """What an appearance shows besides: the posts as printed, and the area of the first."""

    printed: tuple[str, ...]
    area: str


def pack(sighting: Sighting, ends: tuple[int, ...], dated: Dated, shown: Shown, ties: Sequence[str] = ()) -> str:
    """A sighting as text, with the raw offsets at which its mentions end and its ties to other names (people.name_ties).

    Name, article, referent and part are kept beside it.
    """
    flags = (LISTED * sighting.listed + PRIZEWINNER * sighting.prizewinner + NATIONAL * sighting.national
             + DOUBTFUL * dated.doubtful + TO_THE_DAY * dated.to_the_day)
    posts = orjson.dumps(list(map(tuple, sighting.posts))).decode() if sighting.posts else ""
    page, sha256, reading_order, *_ = sighting.order
    return orjson.dumps([
        page, sha256, reading_order, sighting.home, [start for _, start in sighting.anchors], ends,
        posts, flags, _ordinal(dated.first), _ordinal(dated.last),
        sighting.before, sighting.after, sighting.forms, sighting.occupation, sighting.followed,
        shown.printed, shown.area, ties]).decode()


def unpack(packed: str, article: int, name: str, referent: int, part: int) -> tuple[
        Sighting, tuple[int, ...], Dated, Shown, list[str]]:
    """What `pack` was given."""
    (page, sha256, reading_order, home, starts, ends, posts, flags, first, last, before, after, forms,
     occupation, followed, printed, area, ties) = orjson.loads(packed)
    dated = Dated(date.fromordinal(first) if first else None, date.fromordinal(last) if last else None,
                  bool(flags & TO_THE_DAY), bool(flags & DOUBTFUL))
    since, until = dated.telling
    place = (page, sha256, reading_order, referent)
    sighting = Sighting(
        (*place, part) if part else place, article, name, home, tuple([(sha256, start) for start in starts]),
        _posts(posts) if posts else (),
        bool(flags & LISTED), bool(flags & PRIZEWINNER), bool(flags & NATIONAL), since, until, tuple(before), tuple(after),
        tuple(forms), occupation, tuple(followed))
    return sighting, tuple(ends), dated, Shown(tuple(printed), area), ties


def _ordinal(day: date | None) -> int | None:
    return day.toordinal() if day else None


@lru_cache(maxsize=16384)
def _posts(packed: str) -> tuple[Post, ...]:
    """Posts repeat from article to article: each set of them is made once."""
    return tuple(_post(tuple(post)) for post in orjson.loads(packed))


@lru_cache(maxsize=16384)
def _post(values: tuple[str, str, str, str, str, str, bool, str]) -> Post:
    return Post(*values)
