"""Appearances and what is counted from them: posts in articles, tenures, first and last citation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Protocol

from articles.models import Article, DatePrecision
from articles.places import area_at
from articles.rewriting import rewrite

from .attaching import attach_documents
from .cited_posts import CitedIn, write_cited_posts
from .models import Appearance, AppearancePost, Person, PersonName
from .posts import Post
from .registry import RoleKey, role_key, roles_for
from .sightings import Seen
from .succeeding import settle_successions

CHUNK = 5000
APPEARANCE_FIELDS = ["order", "name_as_printed", "roles_as_printed", "area", "posts"]


class HasSightings(Protocol):
    """A person's id and the sightings that are theirs."""

    person: int
    seen: list[Seen]


def write_appearances(people: Sequence[HasSightings], old: Iterable[int], names: Iterable[str] = ()) -> None:
    """Make the appearances and tenures of these people (and of those who lost all evidence) what the sightings say.

    `names` are those that are settled: documents of them find whom they mean, also where no page has the name.
    """
    roles = roles_for(post for person in people for item in person.seen for post in item.sighting.posts)
    wanted = {}
    posts: dict[tuple[int, int], list[Post]] = {}
    for person in people:
        for article, found in _by_article(person.seen).items():
            key = (person.person, article)
            posts[key] = _distinct(post for item in found for post in item.sighting.posts)
            wanted[key] = _values(found, posts[key])
    ids = _write_rows(wanted, set(old) | {person.person for person in people})
    _write_posts(ids, posts, roles)
    concerned = set(old) | {person.person for person in people}
    pairs = _cite_posts(people, concerned, posts, roles)
    named = PersonName.objects.filter(person__in=concerned).values_list("name", flat=True)
    pairs |= attach_documents({*names, *named})
    settle_successions({person for person, _ in pairs}, {role for _, role in pairs})


def _by_article(seen: Sequence[Seen]) -> dict[int, list[Seen]]:
    found: dict[int, list[Seen]] = defaultdict(list)
    for item in sorted(seen, key=lambda item: item.sighting.order):
        found[item.sighting.article].append(item)
    return found


def _distinct(posts: Iterable[Post]) -> list[Post]:
    found: dict[RoleKey, Post] = {}
    for post in posts:
        found.setdefault(role_key(post), post)
    return list(found.values())


def _values(found: Sequence[Seen], posts: Sequence[Post]) -> dict[str, object]:
    """The fields of an appearance; `found` are the person's sightings in one article, mostly one."""
    return {
        "order": found[0].referent,
        "name_as_printed": found[0].sighting.name,
        "roles_as_printed": list(dict.fromkeys(text for item in found for text in item.printed)),
        "area": next((item.area for item in found if item.area), ""),
        "posts": [{"label": post.label, "organization": post.organization, "area": _area_name(post.area)} for post in posts],
    }


def _area_name(path: str) -> str | None:
    area = area_at(path)
    return area.name if area else path or None


def _write_rows(wanted: dict[tuple[int, int], dict[str, object]], people: set[int]) -> dict[tuple[int, int], int]:
    known = {(row.person_id, row.article_id): row for row in Appearance.objects.filter(person_id__in=people)}
    Appearance.objects.filter(pk__in=[row.pk for key, row in known.items() if key not in wanted]).delete()
    changed = []
    for key, values in wanted.items():
        row = known.get(key)
        if row and any(getattr(row, field) != value for field, value in values.items()):
            for field, value in values.items():
                setattr(row, field, value)
            changed.append(row)
    rewrite(changed, APPEARANCE_FIELDS)
    made = Appearance.objects.bulk_create(
        [Appearance(person_id=person, article_id=article, **values) for (person, article), values in wanted.items()
         if (person, article) not in known], batch_size=2000)
    kept = {key: row.pk for key, row in known.items() if key in wanted}
    return kept | {(row.person_id, row.article_id): row.pk for row in made}


def _write_posts(ids: dict[tuple[int, int], int], posts: dict[tuple[int, int], list[Post]], roles: dict[RoleKey, int]) -> None:
    wanted = {(ids[key], roles[role_key(post)]): post.qualifier for key, found in posts.items() for post in found}
    known = {}
    chosen = sorted(ids.values())
    for at in range(0, len(chosen), CHUNK):
        for row in AppearancePost.objects.filter(appearance_id__in=chosen[at:at + CHUNK]):
            known[row.appearance_id, row.role_id] = row
    stale = [row.pk for key, row in known.items() if wanted.get(key) != row.qualifier]
    AppearancePost.objects.filter(pk__in=stale).delete()
    AppearancePost.objects.bulk_create(
        (AppearancePost(appearance_id=appearance, role_id=role, qualifier=qualifier)
         for (appearance, role), qualifier in wanted.items()
         if (appearance, role) not in known or known[appearance, role].qualifier != qualifier), batch_size=2000)


def _cite_posts(people: Sequence[HasSightings], concerned: set[int], posts: dict[tuple[int, int], list[Post]],
                roles: dict[RoleKey, int]) -> set[tuple[int, int]]:
    """Sum up who is called by which post when; the (person, role) of which that changed."""
    days = _days({article for _, article in posts})
    order = {(person.person, item.sighting.article): item.sighting.order for person in people
             for item in sorted(person.seen, key=lambda item: item.sighting.order, reverse=True)}
    cited: dict[tuple[int, int], list[CitedIn]] = defaultdict(list)
    seen_on: dict[int, list[date | None]] = defaultdict(list)
    for (person, article), found in sorted(posts.items(), key=lambda item: order[item[0]]):
        first, last = days.get(article, (None, None))
        seen_on[person].append(first if first == last else None)
        _, sha256, reading_order, referent = order[person, article]
        place = f"{sha256}:{reading_order:06}:{referent:06}"
        for post in found:
            cited[person, roles[role_key(post)]].append(CitedIn(article, post.qualifier, first, last, place))
    _write_counts(seen_on)
    return write_cited_posts(concerned, cited)


def _days(articles: set[int]) -> dict[int, tuple[date | None, date | None]]:
    """The first and last day that the date of each article may mean; the same day where it is known to the day."""
    found: dict[int, tuple[date | None, date | None]] = {}
    chosen = sorted(articles)
    for at in range(0, len(chosen), CHUNK):
        rows = Article.objects.filter(pk__in=chosen[at:at + CHUNK])
        for identifier, first, last, precision in rows.values_list("id", "date_first", "date_last", "date_precision"):
            found[identifier] = (first, first if precision == DatePrecision.DAY else last)
    return found


def _bounds(days: Iterable[date | None]) -> tuple[date | None, date | None]:
    known = [day for day in days if day]
    return (min(known), max(known)) if known else (None, None)


def _write_counts(seen_on: dict[int, list[date | None]]) -> None:
    changed = []
    for row in Person.objects.filter(pk__in=list(seen_on)):
        values = (*_bounds(seen_on[row.pk]), len(seen_on[row.pk]))
        if (row.first_cited, row.last_cited, row.article_count) != values:
            row.first_cited, row.last_cited, row.article_count = values
            changed.append(row)
    rewrite(changed, ["first_cited", "last_cited", "article_count"])
