"""Judgements laid over what machines made of the evidence. Pure."""

from __future__ import annotations

from collections import Counter

from .clusters import Anchor, Cluster, Sighting, Verdict


class Bench:
    """Clusters while judgements are applied to them, one after the other, so that a later one wins."""

    def __init__(self, clusters: list[Cluster]) -> None:
        """`clusters` are changed; what they end as stands in `self.clusters`, empty ones among them."""
        self.clusters = clusters
        self.where = {anchor: cluster for cluster in clusters for anchor in cluster.anchors()}

    def apply(self, verdict: Verdict) -> None:
        """Unite, part or move what the verdict is about; nothing where its evidence is gone."""
        if verdict.kind == "same":
            self._unite(verdict)
        elif verdict.kind == "differ":
            one, other = self._holding(verdict.left), self._holding(verdict.right)
            if one is not None and one is other:
                self._move(self._at(verdict.right, one), None)
        elif verdict.kind == "assign":
            self._move(self._at(verdict.right), self._holding(verdict.left - verdict.right))

    def _holding(self, anchors: frozenset[Anchor]) -> Cluster | None:
        """The cluster that holds most of the anchors, the first in natural order on a tie."""
        counted = Counter(id(self.where[anchor]) for anchor in anchors if anchor in self.where)
        most = max(counted.values(), default=0)
        held = {id(self.where[anchor]): self.where[anchor] for anchor in anchors if anchor in self.where}
        holders = (held[key] for key, count in counted.items() if count == most)
        return min(holders, key=lambda cluster: cluster.first, default=None)

    def _at(self, anchors: frozenset[Anchor], only: Cluster | None = None) -> list[Sighting]:
        """The sightings at these anchors, of one cluster only where it is given."""
        holders = {id(self.where[anchor]): self.where[anchor] for anchor in anchors if anchor in self.where}
        return [sighting for cluster in holders.values() if only is None or cluster is only
                for sighting in cluster.sightings if not anchors.isdisjoint(sighting.anchors)]

    def _move(self, sightings: list[Sighting], target: Cluster | None) -> None:
        """Move sightings to a cluster; None: to one of their own."""
        if not sightings:
            return
        if target is None:
            target = Cluster(official=any(sighting.official for sighting in sightings), fresh=True)
            self.clusters.append(target)
        moving = {sighting.order for sighting in sightings}
        for cluster in {id(self.where[sighting.anchors[0]]): self.where[sighting.anchors[0]] for sighting in sightings}.values():
            cluster.sightings = [sighting for sighting in cluster.sightings if sighting.order not in moving]
            cluster.articles = {sighting.article for sighting in cluster.sightings}
        for sighting in sightings:
            target.add(sighting)
            self.where.update(dict.fromkeys(sighting.anchors, target))

    def _unite(self, verdict: Verdict) -> None:
        stays, goes = self._holding(verdict.left), self._holding(verdict.right)
        if stays is None or goes is None:
            return
        stays.keep = stays.keep or verdict.left_id
        stays.absorbed |= {verdict.right_id}
        if stays is not goes:
            self._move(goes.sightings, stays)
            stays.official = stays.official or goes.official
            stays.fresh = stays.fresh and goes.fresh
            stays.absorbed |= goes.absorbed | ({goes.keep} if goes.keep else set())
        stays.absorbed -= {stays.keep}
