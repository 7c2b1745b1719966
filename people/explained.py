"""Whether somebody who is well known explains a sighting of a name one character apart: it is a misprint, or it isn't. Pure."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from .clusters import Cluster, Sighting
from .lookalikes import Likeness
from .posts import Post
from .rows import Lists, sides
from .standing import present, told_by

AROUND = 60
HELD = 2
"""How often the established person has to be cited with the posts."""
SOON = 200
"""Days from one citation in a post of one holder within which a name that looks alike is the same."""
NEIGHBOURS = 3
CROSSED = 0.25
"""Of the neighbours that a list shares with somebody's lists, at most this share may stand on the other side."""

PostKey = tuple[str, str]
"""(organization, post)"""


@dataclass(slots=True)
class Established:
    """Somebody who is printed often, by what a misprint would have in common: articles, posts with their days, neighbours.

    `held` has the sorted days by all posts of a citation, `alone` those by each post of one holder; `lists` the neighbours;
    `ties` what one person alone holds (standing.tie).
    """

    cluster: Cluster
    days: list[date] = field(default_factory=list)
    held: Mapping[frozenset[PostKey], list[date]] = field(default_factory=dict)
    alone: Mapping[PostKey, list[date]] = field(default_factory=dict)
    here: Mapping[int, list[Sighting]] = field(default_factory=dict)
    lists: Lists = field(default_factory=Lists)
    ties: set[tuple[str, ...]] = field(default_factory=set)


def established(cluster: Cluster) -> Established:
    """What is known of a cluster."""
    held: dict[frozenset[PostKey], list[date]] = defaultdict(list)
    alone: dict[PostKey, list[date]] = defaultdict(list)
    here: dict[int, list[Sighting]] = defaultdict(list)
    for sighting in cluster.sightings:
        here[sighting.article].append(sighting)
        if not sighting.day:
            continue
        if posts := _posts(sighting):
            held[_keys(posts)].append(sighting.day)
            for place in _alone(posts):
                alone[place].append(sighting.day)
    for days in (*held.values(), *alone.values()):
        days.sort()
    ties = {key for posts in {_posts(sighting) for sighting in cluster.sightings} for key in told_by(posts).ties}
    return Established(cluster, sorted(one.day for one in cluster.sightings if one.day), held, alone, here, Lists(), ties)


def explains(person: Established, sighting: Sighting, likeness: Likeness) -> bool | None:
    """Whether the sighting is a misprint of the person; None where nothing tells.

    Of names that don't look alike only an article that names both, or a post of one holder, says so.
    """
    same = person.here.get(sighting.article)
    if same:
        return not _both_introduced(sighting, same)
    if posts := _posts(sighting):
        known = likeness is Likeness.CUT and not person.ties.isdisjoint(told_by(posts).ties)
        return known or _held(person, sighting, posts, likeness is not Likeness.ANY)
    if likeness is Likeness.CUT and sighting.day and surround(person.days, sighting.day):
        return True
    if likeness is Likeness.ALIKE and sighting.day and surround(person.days, sighting.day):
        return True if _in_its_place(person, sighting, sighting.day.year) else None
    return None


def _both_introduced(sighting: Sighting, others: Sequence[Sighting]) -> bool:
    """Whether an article presents both, by a post or in a list: then they are two. Papers present whom they speak of."""
    return introduced(sighting) and any(map(introduced, others))


def introduced(sighting: Sighting) -> bool:
    """Whether the article says who that is."""
    in_list = sighting.listed or sighting.before or sighting.after
    return bool(sighting.posts or in_list or sighting.occupation or sighting.national)


def _held(person: Established, sighting: Sighting, posts: tuple[Post, ...], alike: bool) -> bool | None:
    """Whether the person held the posts on days around that of the sighting; None where the day or the posts tell nothing.

    A name that looks otherwise has to lie between two of them: a successor may be called nearly like his predecessor.
    """
    day = sighting.day
    if not day or not told_by(posts).ties:
        return None
    alone = [person.alone.get((post.organization, post.post), []) for post in posts if post.exclusive]
    if not alike:
        return any(days and days[0] < day < days[-1] for days in alone)
    if any(abs((day - other).days) <= SOON for days in alone for other in days):
        return True
    return any(surround(days, day) for days in (*alone, person.held.get(_keys(posts), [])))


def _in_its_place(person: Established, sighting: Sighting, year: int) -> bool:
    """Whether the names before and after it stand before and after the person in lists of those years."""
    found = sides(person.lists.beside(person.cluster.sightings), sighting.before, sighting.after, year)
    agree, crossed = sum(side > 0 for side in found), sum(side < 0 for side in found)
    return agree >= NEIGHBOURS and crossed <= CROSSED * (agree + crossed)


def _posts(sighting: Sighting) -> tuple[Post, ...]:
    return _present(sighting.posts) if sighting.posts else ()


@lru_cache(maxsize=4096)
def _present(posts: tuple[Post, ...]) -> tuple[Post, ...]:
    return tuple(post for post in posts if present(post))


@lru_cache(maxsize=4096)
def _keys(posts: tuple[Post, ...]) -> frozenset[PostKey]:
    return frozenset((post.organization, post.post) for post in posts)


@lru_cache(maxsize=4096)
def _alone(posts: tuple[Post, ...]) -> frozenset[PostKey]:
    return frozenset((post.organization, post.post) for post in posts if post.exclusive)


def surround(days: Sequence[date], day: date) -> bool:
    """Whether the sorted days lie before and after that day, or one of several within two months of it."""
    if len(days) < HELD:
        return False
    at = bisect_left(days, day)
    near = min(abs((day - other).days) for other in days[max(0, at - 1):at + 1])
    return (0 < at < len(days)) or near <= AROUND
