"""Evidence of names, as the identity stage takes it: queries, and nothing decided."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import F, Min

from articles.models import EventReport, Mention
from articles.reading.tables import lexicon_rows
from articles.reading.types import Mention as ReadMention
from articles.reading.types import PrintedRole, roles_of

from .clusters import Sighting
from .posts import NATION, posts_of

LEADERS = frozenset(name for (name,) in lexicon_rows("leaders"))
FIELDS = ("id", "article_id", "referent", "name_as_printed", "roles", "raw_start", "raw_end", "article__page_id",
          "article__page__sha256",
          "article__page__name", "article__page__home_area", "article__reading_order")


@dataclass(frozen=True, slots=True)
class Seen:
    """A sighting with the database's side of it."""

    sighting: Sighting
    mentions: tuple[int, ...]
    places: tuple[tuple[int, int], ...]
    printed: tuple[str, ...]
    area: str
    referent: int
    ends: tuple[int, ...]
    forms: tuple[str, ...]


def seen_named(names: Iterable[str]) -> list[Seen]:
    """All sightings of these names (closed by `with_other_forms`) in articles that count."""
    rows = Mention.objects.filter(name_as_printed__in=list(names), article__live=True, article__withheld=False)
    grouped: dict[tuple[int, int], list[Mapping[str, object]]] = defaultdict(list)
    for row in rows.order_by("article_id", "-field", "start").values(*FIELDS):
        grouped[row["article_id"], row["referent"]].append(row)
    winners = _prizewinners({article for article, _ in grouped})
    return [_seen(found, (article, referent) in winners) for (article, referent), found in grouped.items()]


def with_other_forms(names: Iterable[str]) -> set[str]:
    """The names, and those that stand for one person with them in some article (a name printed in two ways)."""
    found = set[str]()
    new = set(names)
    while new:
        found |= new
        named = Mention.objects.filter(name_as_printed__in=new).order_by()
        one_each = named.values("article", "referent").annotate(one=Min("id"))
        beside = Mention.objects.filter(article__mentions__in=one_each.values("one"), article__mentions__referent=F("referent"))
        new = set(beside.order_by().values_list("name_as_printed", flat=True).distinct()) - found
    return found


def _prizewinners(articles: set[int]) -> set[tuple[int, int]]:
    """(article, referent) of those who only took a prize."""
    capacities: dict[tuple[int, int], set[str]] = defaultdict(set)
    chosen = sorted(articles)
    for at in range(0, len(chosen), 5000):
        reports = EventReport.objects.filter(article_id__in=chosen[at:at + 5000]).values_list("article_id", "participants")
        for article, participants in reports:
            for participant in participants:
                capacities[article, participant["referent"]].add(participant["capacity"])
    return {key for key, found in capacities.items() if found == {"award"}}


def _seen(rows: list[Mapping[str, object]], prizewinner: bool) -> Seen:
    first = rows[0]
    roles = _roles(rows)
    home = str(first["article__page__home_area"])
    posts = tuple(posts_of(roles, home))
    name = str(first["name_as_printed"])
    national = any(role["area"] == NATION for role in roles) or (not roles and name in LEADERS)
    sighting = Sighting(
        order=(first["article__page__name"], first["article__page__sha256"], first["article__reading_order"], first["referent"]),  # type: ignore[arg-type]
        article=first["article_id"], name=name, home=home,  # type: ignore[arg-type]
        anchors=tuple((row["article__page__sha256"], row["raw_start"]) for row in rows),  # type: ignore[misc]
        posts=posts, listed=any(role["generic"] for role in roles), prizewinner=prizewinner, national=national)
    area = next((str(role["area"]) for role in roles if role["area"]), "")
    return Seen(sighting, tuple(row["id"] for row in rows),  # type: ignore[misc]
                tuple((row["article__page_id"], row["raw_start"]) for row in rows),  # type: ignore[misc]
                tuple(str(role["text"]) for role in roles), area, first["referent"],  # type: ignore[arg-type]
                tuple(row["raw_end"] for row in rows),  # type: ignore[misc]
                tuple(dict.fromkeys(str(row["name_as_printed"]) for row in rows)))


def _roles(rows: list[Mapping[str, object]]) -> list[dict[str, object]]:
    """The posts of one person of an article, list titles only where nothing better is (reading.types.roles_of)."""
    mentions = tuple(
        ReadMention("body", 0, 1, "", 0, tuple(PrintedRole(**role | {"qualifiers": tuple(role["qualifiers"])})
                                               for role in row["roles"]))  # type: ignore[attr-defined]
        for row in rows)
    return [{"text": role.text, "organization": role.organization, "area": role.area, "generic": role.generic,
             "qualifiers": role.qualifiers} for role in roles_of(mentions, 0)]
