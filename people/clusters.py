"""The shapes of the identity stage: who was seen where, what editors judged, and who is one person. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field

from .posts import Post

OFFICIAL_KINDS = frozenset({"党委", "人大", "政府", "政协", "纪委监委", "法院", "检察院", "部门", "乡镇", "军队", "临时机构"})
Anchor = tuple[str, int]
"""Where a mention stands for ever: (the page's sha256, raw offset)."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """One person of one article. `order` sorts naturally: (page name, sha256, reading order, referent)."""

    order: tuple[str, str, int, int]
    article: int
    name: str
    home: str
    anchors: tuple[Anchor, ...]
    posts: tuple[Post, ...] = ()
    listed: bool = False
    prizewinner: bool = False
    national: bool = False

    @property
    def official(self) -> bool:
        """Whether a public post or a list title (县领导) stands by the name."""
        return self.listed or self.national or any(post.kind in OFFICIAL_KINDS for post in self.posts)


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
    def first(self) -> tuple[str, str, int, int]:
        """The first sighting's place; clusters sort by it."""
        return min(sighting.order for sighting in self.sightings)

    def add(self, sighting: Sighting) -> None:
        """One more sighting."""
        self.sightings.append(sighting)
        self.articles.add(sighting.article)

    def anchors(self) -> set[Anchor]:
        """All anchors of the cluster."""
        return {anchor for sighting in self.sightings for anchor in sighting.anchors}
