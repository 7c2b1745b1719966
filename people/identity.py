"""Who is who among the people that pages name alike: sightings become clusters, one per person. Pure.

A sighting is one person of one article. Certain is only: the same name, the same area, careers that one person can have.
Everything else stays apart and becomes a suggestion with its reasons; editors' judgements are applied last and win.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from .clusters import Anchor, Cluster, Sighting, Verdict
from .judging import Bench
from .posts import NATION

LINKER_VERSION = "1"

@dataclass(frozen=True, slots=True)
class Likeness:
    """Two clusters (by index) that may be one person, with reasons in words."""

    left: int
    right: int
    score: float
    reasons: tuple[str, ...]


def identify(sightings: Iterable[Sighting], verdicts: Sequence[Verdict] = ()) -> list[Cluster]:
    """Clusters of one or more name blocks under the active judgements, in natural order.

    The result depends on the sightings and judgements alone, not on their order (judgements: oldest first).
    """
    by_name: dict[str, list[Sighting]] = defaultdict(list)
    for sighting in sorted(sightings, key=lambda sighting: sighting.order):
        by_name[sighting.name].append(sighting)
    bench = Bench([cluster for name in sorted(by_name) for cluster in _by_machine(by_name[name])])
    for verdict in verdicts:
        bench.apply(verdict)
    clusters = [cluster for cluster in bench.clusters if cluster.sightings]
    for cluster in clusters:
        cluster.sightings.sort(key=lambda sighting: sighting.order)
    return sorted(clusters, key=lambda cluster: cluster.first)


def career(sighting: Sighting) -> tuple[str, ...]:
    """What keeps namesakes of one area apart: all public posts are one career, a firm, school or village each its own."""
    if sighting.official or not sighting.posts:
        return ("public",)
    post = sighting.posts[0]
    return (post.kind, post.organization)


def _area(sighting: Sighting) -> str:
    if sighting.national:
        return NATION
    public = [post.area for post in sighting.posts if post.area]
    return public[0] if public else sighting.home or f"page {sighting.order[1]}"


def _by_machine(sightings: list[Sighting]) -> list[Cluster]:
    """Clusters of one name: by area and career; bare names join the only official that they can mean."""
    clusters: dict[tuple[str, ...], list[Cluster]] = {}
    bare = []
    for sighting in sightings:
        if sighting.posts or sighting.official:
            _add(clusters.setdefault((_area(sighting), *career(sighting)), []), sighting)
        else:
            bare.append(sighting)
    officials: dict[str, list[Cluster]] = defaultdict(list)
    for (area, *_), namesakes in clusters.items():
        officials[area] += [cluster for cluster in namesakes if cluster.official]
    alone = []
    for sighting in bare:
        meant = None if sighting.prizewinner else _meant(sighting, officials)
        if meant:
            meant.add(sighting)
        else:
            alone.append(Cluster([sighting], articles={sighting.article}))
    return [*(cluster for namesakes in clusters.values() for cluster in namesakes), *alone]


def _add(namesakes: list[Cluster], sighting: Sighting) -> None:
    """Add a sighting to the first cluster that has none of its article: two of one name in one article are two people."""
    cluster = next((cluster for cluster in namesakes if sighting.article not in cluster.articles), None)
    if cluster is None:
        cluster = Cluster(official=sighting.official)
        namesakes.append(cluster)
    cluster.add(sighting)


def _meant(sighting: Sighting, officials: Mapping[str, Sequence[Cluster]]) -> Cluster | None:
    """The only official of the name in the paper's own area, its city and province, or the nation."""
    own = _area(sighting)
    areas = (area for area in officials if area in {NATION, own} or sighting.home.startswith(area))
    fitting = [cluster for area in areas for cluster in officials[area] if sighting.article not in cluster.articles]
    return fitting[0] if len(fitting) == 1 else None


def printed_name(cluster: Cluster, kept: frozenset[Anchor] = frozenset()) -> str:
    """The form printed oftenest (of the side that a merge kept, where `kept` names it), the first in order on a tie."""
    own = [sighting for sighting in cluster.sightings if kept.intersection(sighting.anchors)] or cluster.sightings
    counted = Counter(sighting.name for sighting in sorted(own, key=lambda sighting: sighting.order))
    return max(counted, key=lambda name: counted[name])


def likenesses(clusters: Sequence[Cluster], verdicts: Sequence[Verdict]) -> list[Likeness]:
    """Pairs of one name that machines can't decide, each cluster with the next: none that editors know to differ."""
    found = []
    apart = [verdict for verdict in verdicts if verdict.kind == "differ"]
    last: dict[str, int] = {}
    for at, cluster in enumerate(clusters):
        for name in sorted({sighting.name for sighting in cluster.sightings}):
            if name in last and not _known_apart(clusters[last[name]], cluster, apart):
                found.append(_likeness(last[name], at, clusters))
            last[name] = at
    return found


def _known_apart(one: Cluster, other: Cluster, apart: Sequence[Verdict]) -> bool:
    """Whether they stand in one article, or an editor said that they differ."""
    if not one.articles.isdisjoint(other.articles):
        return True
    if not apart:
        return False
    left, right = one.anchors(), other.anchors()
    return any((verdict.left & left and verdict.right & right) or (verdict.left & right and verdict.right & left)
               for verdict in apart)


def _likeness(left: int, right: int, clusters: Sequence[Cluster]) -> Likeness:
    one, other = clusters[left].sightings[0], clusters[right].sightings[0]
    reasons = ["姓名相同"]
    score = 0.3
    if _area(one) == _area(other):
        reasons.append(f"地区相同：{_area(one)}" if not _area(one).startswith("page ") else "地区未知")
        score += 0.2
    else:
        reasons.append(f"地区不同：{_area(one)}、{_area(other)}".replace("page ", "版面"))
    if career(one) == career(other):
        score += 0.1
    else:
        reasons.append("身份不同")
    return Likeness(left, right, round(score, 2), tuple(reasons))
