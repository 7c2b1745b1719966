"""Evidence of names page by page, as the identity stage takes it: queries, and nothing decided."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from articles.chunking import chunks
from articles.models import DateCertainty, DatePrecision, EventReport, Mention
from articles.reading.names import LEADERS
from articles.reading.types import Mention as ReadMention
from articles.reading.types import PrintedRole, roles_of

from .clusters import Sighting
from .packing import Dated, Shown
from .posts import NATION, POST, RANK, posts_of
from .rows import Neighbours, neighbours
from .standing import tie

WORK = re.compile(r"(?:教师|老师|教授|讲师|医师|医生|护士长?|民警|干警|辅警|编辑|学生|同学|村民|居民|农民|职工|工人|战士|司机"
                  r"|村官|总监|工程师|作家|诗人|画家|艺人|传承人|经营者|志愿者|老板|店主|户主|[^委]员)$")
KIN = re.compile(r"(?:弟弟?|哥哥?|姐姐?|妹妹?|妻子?|丈夫|老伴|爱人|儿子|女儿|儿媳|女婿|父亲?|母亲?|爸爸?|妈妈?|孙子|孙女"
                 r"|侄子|侄女|外甥女?|叔叔|伯父|舅舅|兄弟|姐妹|亲属|家属|之子|之女|之妻)$")
FIELDS = ("id", "article_id", "referent", "name_as_printed", "prefix", "suffix", "roles", "raw_start", "raw_end",
          "article__page_id", "article__page__sha256", "article__page__name", "article__page__home_area",
          "article__reading_order", "article__date_first", "article__date_last", "article__date_precision",
          "article__date_certainty")
Row = Mapping[str, object]
"""A mention by FIELDS."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sighting with the database's side of it: its page, the ids of its mentions and where these end on the raw page."""

    sighting: Sighting
    page: int
    dated: Dated
    mentions: tuple[int, ...]
    ends: tuple[int, ...]
    shown: Shown


def seen_on(pages: Iterable[int]) -> list[Evidence]:
    """All sightings on these pages, in articles that count; where mentions of one person have unlike posts, in parts."""
    rows = Mention.objects.filter(article__page_id__in=list(pages), article__live=True, article__withheld=False)
    grouped: dict[tuple[int, int], list[Row]] = defaultdict(list)
    for row in rows.order_by("article_id", "-field", "start").values(*FIELDS):
        grouped[row["article_id"], row["referent"]].append(row)
    articles = {article for article, _ in grouped}
    winners, beside = _prizewinners(articles), _neighbours(articles)
    return [evidence for key, found in grouped.items()
            for evidence in _parts_of(found, key in winners, beside.get(key, ((), ())))]


def _neighbours(articles: set[int]) -> dict[tuple[int, int], Neighbours]:
    """(article, referent) → the names beside it in the longest list that it stands in."""
    found = {}
    for some in chunks(articles):
        rows = Mention.objects.filter(article_id__in=some, field="body").order_by("article_id", "start")
        by_article: dict[int, list[tuple[int, int, int, str, str]]] = defaultdict(list)
        for article, *row in rows.values_list("article_id", "start", "end", "referent", "name_as_printed", "suffix"):
            by_article[article].append(tuple(row))  # type: ignore[arg-type]
        for article, printed in by_article.items():
            found.update({(article, referent): beside for referent, beside in neighbours(printed).items()})
    return found


def _prizewinners(articles: set[int]) -> set[tuple[int, int]]:
    """(article, referent) of those who only took a prize."""
    capacities: dict[tuple[int, int], set[str]] = defaultdict(set)
    for some in chunks(articles):
        reports = EventReport.objects.filter(article_id__in=some).values_list("article_id", "participants")
        for article, participants in reports:
            for participant in participants:
                capacities[article, participant["referent"]].add(participant["capacity"])
    return {key for key, found in capacities.items() if found == {"award"}}


def _parts_of(rows: list[Row], prizewinner: bool, beside: Neighbours) -> Iterator[Evidence]:
    """The sighting of these mentions, first those of the first posts and those without; then those of each unlike post."""
    home = str(rows[0]["article__page__home_area"])
    parts: list[tuple[set[tuple[str, ...]], list[Row]]] = []
    bare: list[Row] = []
    for row in rows:
        ties = {key for post in posts_of(row["roles"], home) if (key := tie(post))} if row["roles"] else set()  # type: ignore[arg-type]
        like = next((part for part in parts if not part[0].isdisjoint(ties)), None)
        if not ties:
            bare.append(row)
        elif like:
            like[0].update(ties)
            like[1].append(row)
        else:
            parts.append((ties, [row]))
    first = [*bare, *(parts[0][1] if parts else ())]
    yield _seen(sorted(first, key=rows.index), prizewinner, beside, 0)
    for number, (_, own) in enumerate(parts[1:], 1):
        yield _seen(own, prizewinner, ((), ()), number)


def _seen(rows: list[Row], prizewinner: bool, beside: Neighbours, part: int) -> Evidence:
    first = rows[0]
    roles = _roles(rows)
    home = str(first["article__page__home_area"])
    posts = tuple(posts_of(roles, home))
    name = str(first["name_as_printed"])
    national = any(role["area"] == NATION for role in roles) or (not roles and name in LEADERS)
    forms = tuple(dict.fromkeys(str(row["name_as_printed"]) for row in rows))
    dated = Dated(first["article__date_first"], first["article__date_last"],  # type: ignore[arg-type]
                  first["article__date_precision"] == DatePrecision.DAY,
                  first["article__date_certainty"] == DateCertainty.DOUBTFUL)
    since, until = dated.telling
    place = (first["article__page__name"], first["article__page__sha256"], first["article__reading_order"], first["referent"])
    sighting = Sighting(
        order=(*place, part) if part else place,  # type: ignore[arg-type]
        article=first["article_id"], name=name, home=home,  # type: ignore[arg-type]
        anchors=tuple((row["article__page__sha256"], row["raw_start"]) for row in rows),  # type: ignore[misc]
        posts=posts, listed=any(role["generic"] for role in roles), prizewinner=prizewinner, national=national,
        since=since, until=until, before=beside[0], after=beside[1], forms=forms[1:],
        occupation="" if posts else _occupation(roles) or _kin(rows), followed=tuple(str(row["suffix"])[:1] for row in rows))
    area = next((str(role["area"]) for role in roles if role["area"]), "")
    return Evidence(sighting, first["article__page_id"], dated, tuple(row["id"] for row in rows),  # type: ignore[arg-type, misc]
                    tuple(row["raw_end"] for row in rows),  # type: ignore[misc]
                    Shown(tuple(str(role["text"]) for role in roles), area))


def _occupation(roles: list[dict[str, object]]) -> str:
    """The first printed role that is somebody's work, and no post (历史教师); a bare 副主任 may be anybody's post."""
    texts = ("".join(str(role["text"]).split()) for role in roles if not role["generic"])
    return next((text for text in texts if WORK.search(text) and not POST.search(text) and not RANK.search(text)), "")


def _kin(rows: list[Row]) -> str:
    """The word for a relative before one of the mentions (妻子某某): the article says who that is."""
    found = (KIN.search(str(row["prefix"])) for row in rows)
    return next((match[0] for match in found if match), "")


def _roles(rows: list[Row]) -> list[dict[str, object]]:
    """The posts of one person of an article, list titles only where nothing better is (reading.types.roles_of)."""
    mentions = tuple(
        ReadMention("body", 0, 1, "", 0, tuple(PrintedRole(**role | {"qualifiers": tuple(role["qualifiers"])})
                                               for role in row["roles"]))  # type: ignore[attr-defined]
        for row in rows)
    return [{"text": role.text, "organization": role.organization, "area": role.area, "generic": role.generic,
             "qualifiers": role.qualifiers} for role in roles_of(mentions, 0)]
