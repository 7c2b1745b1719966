"""Sightings of an invented county for the pure tests of identity."""

from __future__ import annotations

from datetime import date

from people.clusters import Sighting, Verdict
from people.identity import identify
from people.posts import normalise
from tests.people.county import HOME

CITY = "湖东省澄江市"


def seen(at: int, day: str, *posts: str, name: str = "沈知秋", home: str = HOME, article: int | None = None, **more) -> Sighting:
    """A sighting on that day ("" for unknown); `at` is its number everywhere."""
    on = date.fromisoformat(day) if day else None
    where = {"市": CITY}.get((posts or (" ",))[0][0], home)
    made = [post for text in posts if (post := normalise(text, "", where[-3:], home))]
    assert len(made) == len(posts)
    order = (f"{at:03}", f"sha{at}", 1, at)
    article = at if article is None else article
    return Sighting(order, article, name, home, ((f"sha{at}", at),), tuple(made), since=on, until=on, **more)


def groups(sightings: list[Sighting], verdicts: tuple[Verdict, ...] = ()) -> list[list[int]]:
    """The numbers of the sightings of each person, the same from behind."""
    found = [[one.order[3] for one in cluster.sightings] for cluster in identify(sightings, verdicts)]
    assert [[one.order[3] for one in cluster.sightings] for cluster in identify(sightings[::-1], verdicts)] == found
    return found
