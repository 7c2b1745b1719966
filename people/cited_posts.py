"""Who is called by which post, summed up by month, so that tenures are computed from summaries and not from all citations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from articles.rewriting import rewrite

from .models import CitedPost, Person, Role

RULES = "1"
"""Raised when tenures come out otherwise from the same summaries: then all that is settled is computed anew."""


class CitedIn(NamedTuple):
    """An article calls somebody by a post, on a day between `first` and `last` (the same one where the day is known).

    `place` says where, whatever came first into the archive: the page's sha256, the article's and the person's place on it.
    """

    article: int
    qualifier: str
    first: date | None
    last: date | None
    place: tuple[str, int, int] = ("", 0, 0)


Month = tuple[str, bool, str, str]


@lru_cache(maxsize=65536)
def _month(qualifier: str, first: date | None, last: date | None) -> Month:
    """What a citation is summed up with: the same qualifier in the same month, days apart from vaguer dates."""
    if first is not None and first == last:
        return (qualifier, True, f"{first.year:04}-{first.month:02}", "")
    return (qualifier, False, str(first or ""), str(last or ""))


def summed_up(cited: Sequence[CitedIn]) -> list[list[Any]]:
    """The months of CitedPost from citations in natural order.

    >>> days = (date(2016, 6, 20), date(2016, 6, 12))
    >>> summed_up([CitedIn(article, "代", day, day) for article, day in zip((4, 3), days)])
    [['代', '2016-06-12', '2016-06-20', 2, True, 3, 4]]
    """
    months: dict[Month, list[CitedIn]] = defaultdict(list)
    for one in cited:
        months[_month(one.qualifier, one.first, one.last)].append(one)
    found = []
    for (qualifier, exact, _, _), items in sorted(months.items()):
        opening = min(items, key=lambda one: one.first or date.min)
        closing = max(items, key=lambda one: one.last or date.min)
        found.append([qualifier, opening.first and opening.first.isoformat(), closing.last and closing.last.isoformat(),
                      len(items), exact, opening.article, closing.article])
    return found


def write_cited_posts(people: set[int], cited: Mapping[tuple[int, int], Sequence[CitedIn]]) -> set[tuple[int, int]]:
    """Make the summaries of these people what is cited by (person, role); the pairs whose tenures that concerns."""
    known = {(row.person_id, row.role_id): row for row in CitedPost.objects.filter(person__in=people)}
    gone = known.keys() - cited.keys()
    CitedPost.objects.filter(pk__in=[known[key].pk for key in gone]).delete()
    names = {identifier: f"{name}|{withheld}" for identifier, name, withheld in Person.objects.filter(
        pk__in={person for person, _ in cited}).values_list("id", "name", "withheld")}
    exclusive = dict(Role.objects.filter(pk__in={role for _, role in cited}).values_list("id", "exclusive"))
    changed: list[CitedPost] = []
    made: list[CitedPost] = []
    for key, items in cited.items():
        months, basis = summed_up(items), f"{RULES}|{exclusive[key[1]]}|{names[key[0]]}"
        sha256, reading_order, referent = min(item.place for item in items)
        place = f"{sha256}:{reading_order:06}:{referent:06}"
        row = known.get(key) or CitedPost(person_id=key[0], role_id=key[1])
        if (row.months, row.basis, row.place) != (months, basis, place):
            row.months, row.basis, row.place = months, basis, place
            (changed if row.pk else made).append(row)
    rewrite(changed, ["months", "basis", "place"])
    CitedPost.objects.bulk_create(made, batch_size=2000)
    return gone | {(row.person_id, row.role_id) for row in (*changed, *made)}
