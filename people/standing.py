"""How high a post stands, and whether it fills its holder's days: what tells a career from two namesakes. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from articles.places import area_at

from .posts import NATION, Post

HONORARY = re.compile(r"(?:常委|委员|代表|成员|组长|指挥长?|总指挥|会长|执行主席|主编|河长|林长|团长)$")
"""Posts held beside another; whoever has one may have any other too."""
FORMER = ("原", "前", "时任", "拟任")
BESIDE = ("兼", "挂职")
FULL_TIME_KINDS = frozenset({"党委", "人大", "政府", "政协", "纪委监委", "法院", "检察院", "部门", "乡镇", "军队"})
MANY_HOLDERS = frozenset({"党委", "人大", "政府", "政协"})
"""Bodies in which several people hold several posts at once."""
HEADS = {"党委": 8.0, "政府": 7.5, "人大": 7.5, "政协": 7.5, "纪委监委": 6.0, "法院": 6.0, "检察院": 6.0, "军队": 6.0,
         "部门": 5.0, "乡镇": 5.0}
DEPUTIES = {"党委": 7.0, "政府": 6.0, "人大": 6.0, "政协": 6.0, "纪委监委": 5.0, "法院": 5.0, "检察院": 5.0, "军队": 5.0,
            "部门": 4.0, "乡镇": 4.0}
ABOVE_COUNTY = {"city": 2.0, "province": 4.0, "nation": 6.0}
Tie = tuple[str, ...]
LEADER = 6.0
"""From here on somebody stands on a county's list of leaders (县领导)."""


def honorary(post: Post) -> bool:
    """Whether the post is held beside others."""
    return _honorary(post.post) or _honorary(post.label)


@lru_cache(maxsize=16384)
def _honorary(title: str) -> bool:
    return bool(HONORARY.search(title))


def present(post: Post) -> bool:
    """Whether the post is held at the time: not 原, 前, 拟任."""
    return not post.qualifier or not any(word in post.qualifier for word in FORMER)


def full_time(post: Post) -> bool:
    """Whether nobody could hold another such post in another body without its being printed beside it."""
    return (post.kind in FULL_TIME_KINDS and not honorary(post)
            and (not post.qualifier or (present(post) and not any(word in post.qualifier for word in BESIDE))))


def tie(post: Post) -> Tie | None:
    """What one person alone holds, so that sightings which share it are one career; None for honorary posts.

    A department, town or office has few people in the papers: any post in it ties. In the four leading bodies the post does.
    """
    if honorary(post) or post.kind not in FULL_TIME_KINDS:
        return None
    return (post.organization, post.post) if post.kind in MANY_HOLDERS else (post.organization,)


class Told(NamedTuple):
    """What posts that are printed together tell of their holder's career: what ties it (`tie`), the bodies of full-time posts,
    whether one of these has one holder, and the highest rung."""

    ties: tuple[Tie, ...]
    bodies: frozenset[str]
    exclusive: bool
    rung: float


@lru_cache(maxsize=16384)
def told_by(posts: Sequence[Post]) -> Told:
    """What a tuple of posts tells: they repeat from article to article, so it is worked out once."""
    held = [post for post in posts if full_time(post)]
    return Told(
        tuple(dict.fromkeys(key for post in posts if (key := tie(post)))), frozenset(post.organization for post in held),
        any(post.exclusive for post in held), max((standing(post) for post in posts if present(post)), default=0.0))


@lru_cache(maxsize=4096)
def standing(post: Post) -> float:
    """The rung of a post: 8 the party secretary of a county, 6 its vice-magistrates, 5 heads of offices and towns; two
    more for a city, four for a province.

    >>> standing(Post("副县长", "副县长", "白石县人民政府", "湖东省澄江市白石县", "政府"))
    6.0
    """
    bare = re.sub(r"^党[组委工]+", "", post.post)
    if bare.startswith("副"):
        rung = DEPUTIES.get(post.kind, 3.0)
    elif post.kind == "党委" and bare != "书记":
        rung = LEADER
    elif post.exclusive or bare in ("政委", "政治委员"):
        rung = HEADS.get(post.kind, 3.0)
    else:
        rung = 3.0
    if post.kind == "部门" and post.organization.startswith("中国共产党") and post.exclusive:
        rung += 1.0 if "部长" in bare or "政法" in post.organization else 0.5
    return rung + _above_county(post.area)


def _above_county(path: str) -> float:
    if path == NATION:
        return ABOVE_COUNTY["nation"]
    area = area_at(path)
    return ABOVE_COUNTY.get(area.level, 0.0) if area else 0.0
