"""Evidence of names, as the identity stage takes it: queries, and nothing decided."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Count, F, Min

from articles.models import DateCertainty, EventReport, Mention
from articles.reading.names import LEADERS
from articles.reading.types import Mention as ReadMention
from articles.reading.types import PrintedRole, roles_of

from .clusters import Sighting
from .lookalikes import variants
from .misprints import could_misprint
from .posts import NATION, POST, RANK, Post, posts_of
from .rows import Neighbours, neighbours

WORK = re.compile(r"(?:教师|老师|教授|讲师|医师|医生|护士长?|民警|干警|辅警|编辑|学生|同学|村民|居民|农民|职工|工人|战士|司机"
                  r"|村官|总监|工程师|作家|诗人|画家|艺人|传承人|经营者|志愿者|老板|店主|户主|[^委]员)$")
FIELDS = ("id", "article_id", "referent", "name_as_printed", "roles", "raw_start", "raw_end", "article__page_id",
          "article__page__sha256",
          "article__page__name", "article__page__home_area", "article__reading_order", "article__date_first",
          "article__date_last", "article__date_certainty")
CHUNK = 5000


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
    articles = {article for article, _ in grouped}
    winners, beside = _prizewinners(articles), _neighbours(articles)
    return [_seen(found, key in winners, beside.get(key, ((), ()))) for key, found in grouped.items()]


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


def with_misprints(names: set[str]) -> set[str]:
    """Names that are, by letters and numbers alone, misprints of these, or of which these are misprints."""
    counted = _articles_of(names.union(*map(variants, names)))
    found = set()
    for name in names:
        for other in variants(name) & counted.keys():
            few, many = sorted((counted.get(name, 0), counted[other]))
            if few and could_misprint(few, many):
                found.add(other)
    return found


def _articles_of(names: Iterable[str]) -> dict[str, int]:
    """In how many articles that count each of these names is printed."""
    found: dict[str, int] = {}
    chosen = sorted(names)
    for at in range(0, len(chosen), CHUNK):
        rows = Mention.objects.filter(name_as_printed__in=chosen[at:at + CHUNK], article__live=True, article__withheld=False)
        found.update(rows.order_by().values_list("name_as_printed").annotate(number=Count("article", distinct=True)))
    return found


def _neighbours(articles: set[int]) -> dict[tuple[int, int], Neighbours]:
    """(article, referent) → the names beside it in the longest list that it stands in."""
    found = {}
    chosen = sorted(articles)
    for at in range(0, len(chosen), CHUNK):
        rows = Mention.objects.filter(article_id__in=chosen[at:at + CHUNK], field="body").order_by("article_id", "start")
        by_article: dict[int, list[tuple[int, int, int, str, str]]] = defaultdict(list)
        for article, *row in rows.values_list("article_id", "start", "end", "referent", "name_as_printed", "suffix"):
            by_article[article].append(tuple(row))  # type: ignore[arg-type]
        for article, printed in by_article.items():
            found.update({(article, referent): beside for referent, beside in neighbours(printed).items()})
    return found


def _prizewinners(articles: set[int]) -> set[tuple[int, int]]:
    """(article, referent) of those who only took a prize."""
    capacities: dict[tuple[int, int], set[str]] = defaultdict(set)
    chosen = sorted(articles)
    for at in range(0, len(chosen), CHUNK):
        reports = EventReport.objects.filter(article_id__in=chosen[at:at + CHUNK]).values_list("article_id", "participants")
        for article, participants in reports:
            for participant in participants:
                capacities[article, participant["referent"]].add(participant["capacity"])
    return {key for key, found in capacities.items() if found == {"award"}}


def _seen(rows: list[Mapping[str, object]], prizewinner: bool, beside: Neighbours) -> Seen:
    first = rows[0]
    roles = _roles(rows)
    home = str(first["article__page__home_area"])
    posts = tuple(posts_of(roles, home))
    name = str(first["name_as_printed"])
    national = any(role["area"] == NATION for role in roles) or (not roles and name in LEADERS)
    forms = tuple(dict.fromkeys(str(row["name_as_printed"]) for row in rows))
    doubtful = first["article__date_certainty"] == DateCertainty.DOUBTFUL
    sighting = Sighting(
        order=(first["article__page__name"], first["article__page__sha256"], first["article__reading_order"], first["referent"]),  # type: ignore[arg-type]
        article=first["article_id"], name=name, home=home,  # type: ignore[arg-type]
        anchors=tuple((row["article__page__sha256"], row["raw_start"]) for row in rows),  # type: ignore[misc]
        posts=posts, listed=any(role["generic"] for role in roles), prizewinner=prizewinner, national=national,
        since=None if doubtful else first["article__date_first"], until=None if doubtful else first["article__date_last"],  # type: ignore[arg-type]
        before=beside[0], after=beside[1], forms=forms[1:], groups=_groups(rows, home),
        occupation="" if posts else _occupation(roles))
    area = next((str(role["area"]) for role in roles if role["area"]), "")
    return Seen(sighting, tuple(row["id"] for row in rows),  # type: ignore[misc]
                tuple((row["article__page_id"], row["raw_start"]) for row in rows),  # type: ignore[misc]
                tuple(str(role["text"]) for role in roles), area, first["referent"],  # type: ignore[arg-type]
                tuple(row["raw_end"] for row in rows),  # type: ignore[misc]
                forms)


def _groups(rows: list[Mapping[str, object]], home: str) -> tuple[tuple[Post, ...], ...]:
    """The posts by each mention, the article's first ones first, where several mentions have some."""
    found = [tuple(posts_of(row["roles"], home)) for row in rows if row["roles"]]  # type: ignore[arg-type]
    found = [posts for posts in found if posts]
    return tuple(found) if len(found) > 1 else ()


def _occupation(roles: list[dict[str, object]]) -> str:
    """The first printed role that is somebody's work, and no post (历史教师); a bare 副主任 may be anybody's post."""
    texts = ("".join(str(role["text"]).split()) for role in roles if not role["generic"])
    return next((text for text in texts if WORK.search(text) and not POST.search(text) and not RANK.search(text)), "")


def _roles(rows: list[Mapping[str, object]]) -> list[dict[str, object]]:
    """The posts of one person of an article, list titles only where nothing better is (reading.types.roles_of)."""
    mentions = tuple(
        ReadMention("body", 0, 1, "", 0, tuple(PrintedRole(**role | {"qualifiers": tuple(role["qualifiers"])})
                                               for role in row["roles"]))  # type: ignore[attr-defined]
        for row in rows)
    return [{"text": role.text, "organization": role.organization, "area": role.area, "generic": role.generic,
             "qualifiers": role.qualifiers} for role in roles_of(mentions, 0)]
