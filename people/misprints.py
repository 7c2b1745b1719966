"""Names that are misprints of somebody without doubt: seen once or twice, one confusable character from a well-known name,
with that person's own posts, between two days on which that person held them. Pure.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from .clusters import Cluster, Sighting, Verdict
from .lookalikes import variants
from .posts import Post
from .standing import present, tie

SELDOM = 2
SHARE = 20
"""A name is seldom when it is in two articles at most, or in a twentieth of the other's."""
ESTABLISHED = 4
AROUND = 60
HELD = 2
"""How often the established person has to be cited with the posts."""


def could_misprint(seldom: int, often: int) -> bool:
    """Whether a name of so many articles could be a misprint of one of so many. The linker gathers such names together."""
    return often >= ESTABLISHED and seldom <= max(SELDOM, often // SHARE)


def join_misprints(by_name: Mapping[str, list[Cluster]], verdicts: Sequence[Verdict]) -> None:
    """Move the clusters of such names to whom they mean; emptied ones stay in the lists. What editors decided on stays put."""
    decided = _decided([cluster for clusters in by_name.values() for cluster in clusters], verdicts)
    counted = articles_by_form(cluster for clusters in by_name.values() for cluster in clusters)
    moves = []
    for name, clusters in by_name.items():
        others = [cluster for other in sorted(variants(name) & by_name.keys())
                  if could_misprint(counted[name], counted[other]) for cluster in by_name[other]]
        for cluster in clusters if others else ():
            if id(cluster) in decided:
                continue
            meant = [other for other in others if cluster.articles.isdisjoint(other.articles) and means(cluster, other)]
            if len(meant) == 1:
                moves.append((cluster, meant[0]))
    moving = {id(cluster) for cluster, _ in moves}
    for cluster, target in moves:
        if id(target) not in moving and cluster.articles.isdisjoint(target.articles):
            for sighting in cluster.sightings:
                target.add(sighting)
            cluster.sightings, cluster.articles = [], set()


def _decided(clusters: Sequence[Cluster], verdicts: Sequence[Verdict]) -> set[int]:
    """The clusters (by `id`) that verdicts are about: those that hold most of a side's anchors."""
    where = {anchor: cluster for cluster in clusters for anchor in cluster.anchors()} if verdicts else {}
    found = set()
    for verdict in verdicts:
        for side in (verdict.right,) if verdict.kind == "assign" else (verdict.left, verdict.right):
            held = Counter(id(where[anchor]) for anchor in side if anchor in where)
            most = max(held.values(), default=0)
            found |= {cluster for cluster, count in held.items() if count == most}
    return found


def articles_by_form(clusters: Iterable[Cluster]) -> Counter[str]:
    """In how many articles each form of a name is printed."""
    found = {(form, sighting.article) for cluster in clusters for sighting in cluster.sightings
             for form in (sighting.name, *sighting.forms)}
    return Counter(form for form, _ in found)


def means(cluster: Cluster, other: Cluster) -> bool:
    """Whether the cluster's posts are what the other held before and after those days, and its days within the other's."""
    held: dict[frozenset[tuple[str, str]], list[date]] = {}
    exclusive: dict[tuple[str, str], list[date]] = {}
    for sighting in other.sightings:
        if sighting.day and (posts := _posts(sighting)):
            held.setdefault(_keys(posts), []).append(sighting.day)
            for post in posts:
                if post.exclusive:
                    exclusive.setdefault((post.organization, post.post), []).append(sighting.day)
    days = sorted(sighting.day for sighting in other.sightings if sighting.day)
    posted = [sighting for sighting in cluster.sightings if sighting.posts]
    bare = [sighting for sighting in cluster.sightings if not sighting.posts]
    if len(cluster.sightings) > SELDOM:
        held = {}  # what several may hold at once is no proof for a name that comes again and again
    return (bool(posted) and all(_means(sighting, held, exclusive) for sighting in posted)
            and all(sighting.day and _surround(days, sighting.day) for sighting in bare))


def _means(sighting: Sighting, held: Mapping[frozenset[tuple[str, str]], list[date]],
           exclusive: Mapping[tuple[str, str], list[date]]) -> bool:
    posts = _posts(sighting)
    if not sighting.day or not any(tie(post) for post in posts):
        return False
    days = [exclusive.get((post.organization, post.post), []) for post in posts if post.exclusive]
    return any(_surround(sorted(found), sighting.day) for found in (*days, held.get(_keys(posts), [])))


def _posts(sighting: Sighting) -> list[Post]:
    return [post for post in sighting.posts if present(post)]


def _keys(posts: Sequence[Post]) -> frozenset[tuple[str, str]]:
    return frozenset((post.organization, post.post) for post in posts)


def _surround(days: Sequence[date], day: date) -> bool:
    """Whether the days lie before and after that day, or one of several within two months of it."""
    if len(days) < HELD:
        return False
    at = bisect_left(days, day)
    near = min(abs((day - other).days) for other in days[max(0, at - 1):at + 1])
    return (0 < at < len(days)) or near <= AROUND
