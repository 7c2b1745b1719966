"""Appearances and what is counted from them: posts in articles, tenures, first and last citation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache

from articles.chunking import chunks
from articles.places import area_at
from articles.rewriting import rewrite

from .attaching import attach_documents
from .cited_posts import CitedIn, write_cited_posts
from .gathering import Seen
from .models import Appearance, AppearancePost, Person, PersonName
from .posts import Post
from .registry import RoleKey, role_key, roles_for
from .succeeding import settle_successions
from .touching import Named, Touched

APPEARANCE_FIELDS = ["order", "name_as_printed", "roles_as_printed", "area", "posts"]
Pair = tuple[int, int]
"""(person, article)"""


def write_appearances(people: Sequence[Named], touched: Touched, names: Iterable[str] = ()) -> None:
    """Make the appearances that are `touched`, and the tenures of these people and of those who lost all evidence, what the
    sightings say.

    `names` are those that are settled: documents of them find whom they mean, also where no page has the name.
    """
    seen = {(person.person, article): found for person in people for article, found in _by_article(person.seen).items()}
    posts = {key: _of_each_role(tuple(post for item in found for post in item.sighting.posts)) for key, found in seen.items()}
    roles = roles_for({post for found in _sets_of_posts(seen.values()) for post in found})
    pairs = touched.pairs & seen.keys()
    ids = _write_rows({key: _values(seen[key], posts[key]) for key in sorted(pairs)}, touched.pairs)
    _write_posts(ids, {key: posts[key] for key in pairs}, roles)
    cited = _cite_posts(seen, touched.people, posts, roles)
    named = PersonName.objects.filter(person__in=touched.people).values_list("name", flat=True)
    cited |= attach_documents({*names, *named})
    settle_successions({person for person, _ in cited}, {role for _, role in cited})


def _sets_of_posts(seen: Iterable[Sequence[Seen]]) -> Iterable[tuple[Post, ...]]:
    """The posts of each sighting, each set of them once: those of one career repeat."""
    return {id(item.sighting.posts): item.sighting.posts for found in seen for item in found}.values()


def _by_article(seen: Sequence[Seen]) -> dict[int, list[Seen]]:
    found: dict[int, list[Seen]] = defaultdict(list)
    for item in seen:  # in natural order, as a cluster's sightings are
        found[item.sighting.article].append(item)
    return found


@lru_cache(maxsize=16384)
def _of_each_role(posts: tuple[Post, ...]) -> tuple[Post, ...]:
    """The posts of one person in one article, one of each role."""
    found: dict[RoleKey, Post] = {}
    for post in posts:
        found.setdefault(role_key(post), post)
    return tuple(found.values())


def _values(found: Sequence[Seen], posts: Sequence[Post]) -> dict[str, object]:
    """The fields of an appearance; `found` are the person's sightings in one article, mostly one."""
    return {
        "order": found[0].sighting.order[3],
        "name_as_printed": found[0].sighting.name,
        "roles_as_printed": list(dict.fromkeys(text for item in found for text in item.shown.printed)),
        "area": next((item.shown.area for item in found if item.shown.area), ""),
        "posts": [{"label": post.label, "organization": post.organization, "area": _area_name(post.area)} for post in posts],
    }


def _area_name(path: str) -> str | None:
    area = area_at(path)
    return area.name if area else path or None


def _write_rows(wanted: dict[Pair, dict[str, object]], pairs: set[Pair]) -> dict[Pair, int]:
    known = _known(pairs)
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


def _known(pairs: set[Pair]) -> dict[Pair, Appearance]:
    found: dict[Pair, Appearance] = {}
    people = {person for person, _ in pairs}
    for some in chunks({article for _, article in pairs}):
        for row in Appearance.objects.filter(article_id__in=some):
            if row.person_id in people and (row.person_id, row.article_id) in pairs:
                found[row.person_id, row.article_id] = row
    return found


def _write_posts(ids: dict[Pair, int], posts: Mapping[Pair, Sequence[Post]], roles: dict[RoleKey, int]) -> None:
    wanted = {(ids[key], roles[role_key(post)]): post.qualifier for key, found in posts.items() for post in found}
    known = {}
    for some in chunks(ids.values()):
        for row in AppearancePost.objects.filter(appearance_id__in=some):
            known[row.appearance_id, row.role_id] = row
    stale = [row.pk for key, row in known.items() if wanted.get(key) != row.qualifier]
    AppearancePost.objects.filter(pk__in=stale).delete()
    AppearancePost.objects.bulk_create(
        (AppearancePost(appearance_id=appearance, role_id=role, qualifier=qualifier)
         for (appearance, role), qualifier in wanted.items()
         if (appearance, role) not in known or known[appearance, role].qualifier != qualifier), batch_size=2000)


def _cite_posts(seen: Mapping[Pair, list[Seen]], concerned: set[int], posts: Mapping[Pair, Sequence[Post]],
                roles: dict[RoleKey, int]) -> set[tuple[int, int]]:
    """Sum up who is called by which post when; the (person, role) of which that changed. Of each person in natural order."""
    cited: dict[tuple[int, int], list[CitedIn]] = defaultdict(list)
    seen_on: dict[int, list[date | None]] = defaultdict(list)
    for (person, article), found in seen.items():
        first, last = found[0].dated.cited
        seen_on[person].append(first if first == last else None)
        for post in posts[person, article]:
            place = found[0].sighting.order[1:4]
            cited[person, roles[role_key(post)]].append(CitedIn(article, post.qualifier, first, last, place))
    _write_counts(seen_on)
    return write_cited_posts(concerned, cited)


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
