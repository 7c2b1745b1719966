"""The shapes of the identity stage: who was seen where, what editors judged, and who is one person. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

from .posts import NATION, Post

OFFICIAL_KINDS = frozenset({"党委", "人大", "政府", "政协", "纪委监委", "法院", "检察院", "部门", "乡镇", "军队", "临时机构"})
CLEAR_DAYS = 31
"""A date that is vaguer than a month orders nobody's career."""


@lru_cache(maxsize=16384)
def public(posts: tuple[Post, ...]) -> bool:
    """Whether a public post is among these."""
    return any(post.kind in OFFICIAL_KINDS for post in posts)


@lru_cache(maxsize=16384)
def first_area(posts: tuple[Post, ...]) -> str:
    """Where the first post that has an area is."""
    return next((post.area for post in posts if post.area), "")


Order = tuple[str, str, int, int] | tuple[str, str, int, int, int]
Anchor = tuple[str, int]
"""Where a mention stands for ever: (the page's sha256, raw offset)."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """One person of one article. `order` sorts naturally: (page name, sha256, reading order, referent).

    `since`–`until` bound the article's date. `before` and `after` are the names beside this one in the list that it stands
    in, the nearest first. `forms`: other forms of the name in the article. `occupation`: the work (历史教师) or kinship printed
    beside a name without a post. `followed`: the letter after each mention, as a name may have been cut. `parts`: what
    mentions with unlike posts tell each, the first ones first: an article that names two namesakes is read as naming one. A
    later part has its number as fifth in `order`.
    """

    order: Order
    article: int
    name: str
    home: str
    anchors: tuple[Anchor, ...]
    posts: tuple[Post, ...] = ()
    listed: bool = False
    prizewinner: bool = False
    national: bool = False
    since: date | None = None
    until: date | None = None
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    occupation: str = ""
    followed: tuple[str, ...] = ()
    parts: tuple[Sighting, ...] = ()
    day: date | None = field(init=False, compare=False)
    """When it was, known to the month at least; else None."""

    def __post_init__(self) -> None:
        """Asked for again and again: worked out once."""
        clear = self.since and self.until and (self.until - self.since).days <= CLEAR_DAYS
        object.__setattr__(self, "day", self.since if clear else None)

    @property
    def official(self) -> bool:
        """Whether a public post or a list title (县领导) stands by the name."""
        return self.listed or self.national or public(self.posts)

    @property
    def part(self) -> int:
        """0, or the number of the part that it is."""
        return self.order[4] if len(self.order) > 4 else 0

    @property
    def own_posts(self) -> tuple[Post, ...]:
        """The posts beside the first mention that has any."""
        return self.parts[0].posts if self.parts else self.posts

    @property
    def posts_by_mention(self) -> tuple[tuple[Post, ...], ...]:
        """The posts that are printed together."""
        return tuple(part.posts for part in self.parts) if self.parts else (self.posts,)

    @property
    def area(self) -> str:
        """Where the first public post is, else the paper's home; a page of unknown home is an area of its own."""
        if self.national:
            return NATION
        return first_area(self.posts) or self.home or f"page {self.order[1]}"

    @property
    def career(self) -> tuple[str, ...]:
        """What keeps namesakes of one area apart: public posts are one, a firm, school or village each its own."""
        if self.official or not self.posts:
            return ("public",)
        return (self.posts[0].kind, self.posts[0].organization)


def united(parts: Sequence[Sighting]) -> Sighting:
    """One sighting of parts of one article and referent, in order."""
    if len(parts) == 1:
        return parts[0]
    return replace(parts[0], anchors=tuple(anchor for part in parts for anchor in part.anchors), parts=tuple(parts),
                   posts=tuple(dict.fromkeys(post for part in parts for post in part.posts)),
                   followed=tuple(letter for part in parts for letter in part.followed))


def with_misprint(sighting: Sighting, misprint: Sighting) -> Sighting:
    """A sighting with another of its article that means the same person; one of the two at most tells who that is."""
    told = misprint if misprint.posts or misprint.listed or misprint.before or misprint.after else sighting
    rest = sighting if told is misprint else misprint
    return replace(sighting, anchors=(*sighting.anchors, *misprint.anchors), followed=(*sighting.followed, *misprint.followed),
                   posts=told.posts, listed=told.listed, national=told.national, occupation=told.occupation,
                   before=told.before, after=told.after, forms=(*sighting.forms, misprint.name, *misprint.forms),
                   parts=(*(told.parts or (told,)), *(rest.parts or (rest,))))


@dataclass(frozen=True, slots=True)
class Verdict:
    """An active judgement on identity, by the anchors that stood for each side when it was made."""

    kind: str
    left: frozenset[Anchor]
    right: frozenset[Anchor] = frozenset()
    left_id: int = 0
    right_id: int = 0


@dataclass(slots=True, eq=False)
class Cluster:
    """The sightings of one person. `keep` is the id that a merge decided for it, `absorbed` the ids that it
    swallowed; `fresh` marks what a judgement split off."""

    sightings: list[Sighting] = field(default_factory=list)
    official: bool = False
    keep: int | None = None
    absorbed: set[int] = field(default_factory=set)
    fresh: bool = False
    articles: set[int] = field(default_factory=set)

    @property
    def first(self) -> Order:
        """The first sighting's place; clusters sort by it."""
        return min(sighting.order for sighting in self.sightings)

    def add(self, sighting: Sighting) -> None:
        """One more sighting."""
        self.sightings.append(sighting)
        self.articles.add(sighting.article)

    def anchors(self) -> set[Anchor]:
        """All anchors of the cluster."""
        return {anchor for sighting in self.sightings for anchor in sighting.anchors}


def judged_apart(one: Cluster, other: Cluster, verdicts: Iterable[Verdict]) -> bool:
    """Whether one of the `differ` verdicts among these is about the two."""
    differing = [verdict for verdict in verdicts if verdict.kind == "differ"]
    if not differing:
        return False
    left, right = one.anchors(), other.anchors()
    return any((verdict.left & left and verdict.right & right) or (verdict.left & right and verdict.right & left)
               for verdict in differing)
