"""Who is who among the people that pages name: sightings become clusters, one per person. Pure.

A sighting is one person of one article. Certain is: the same name, the same area, posts that one career can have
(`careers`), or a misprint of somebody whose post stands beside it (`misprints`). Everything else stays apart and may become
a suggestion (`matching`); editors' judgements are applied last and win.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import groupby

from .careers import careers, continues, gap_parts, ties
from .clusters import Anchor, Cluster, Sighting, Verdict, united
from .judging import Bench
from .misprints import join_misprints, unite_in_articles
from .parting import part_namesakes
from .standing import LEADER
from .stretches import Stretch
from .unposted import ambiguous, assign

LINKER_VERSION = "3"


def identify(sightings: Iterable[Sighting], verdicts: Sequence[Verdict] = ()) -> list[Cluster]:
    """Clusters of one or more name blocks under the active judgements, in natural order.

    The result depends on the sightings and judgements alone, not on their order (judgements: oldest first).
    """
    by_name: dict[str, list[Sighting]] = defaultdict(list)
    for sighting in _whole(sorted(sightings, key=lambda sighting: sighting.order)):
        by_name[sighting.name].append(sighting)
    unite_in_articles(by_name, verdicts)
    machine = {name: _by_machine(by_name[name]) for name in sorted(by_name)}
    join_misprints(machine, verdicts)
    bench = Bench([cluster for clusters in machine.values() for cluster in clusters])
    for verdict in verdicts:
        bench.apply(verdict)
    clusters = [cluster for cluster in bench.clusters if cluster.sightings]
    for cluster in clusters:
        cluster.sightings.sort(key=lambda sighting: sighting.order)
    return sorted(clusters, key=lambda cluster: cluster.sightings[0].order)


def _whole(ordered: Sequence[Sighting]) -> Iterable[Sighting]:
    """The sightings with the parts of each united."""
    if not any(sighting.part for sighting in ordered):
        return ordered
    return (united(list(parts)) for _, parts in groupby(ordered, key=lambda sighting: sighting.order[:4]))


def _by_machine(sightings: list[Sighting]) -> list[Cluster]:
    """Clusters of one name: careers by area, each private post its own, names without a post by whom they can mean."""
    posted: dict[str, list[Sighting]] = defaultdict(list)
    private: dict[tuple[str, ...], list[Cluster]] = {}
    titled, bare = [], []
    for sighting in sightings:
        if sighting.official and ties(sighting):
            posted[sighting.area].append(sighting)
        elif sighting.official:
            titled.append(sighting)
        elif sighting.posts:
            _add(private.setdefault((sighting.area, *sighting.career), []), sighting)
        else:
            bare.append(sighting)
    active = sorted({sighting.day for sighting in sightings if sighting.day})
    found = {area: careers(posted[area], active) for area in sorted(posted)}
    _promote(found)
    part_namesakes(found)
    over = assign(titled, found)
    doubtful = [sighting for sighting in over if ambiguous(sighting, found)]
    for area, stretches in _titled_only([sighting for sighting in over if sighting not in doubtful]).items():
        found[area] = [*found.get(area, ()), *stretches]
    alone = [Cluster([one], one.official, articles={one.article}) for one in (*doubtful, *assign(bare, found))]
    public = [Cluster(one.sightings, official=True, articles=one.articles) for people in found.values() for one in people]
    return [*public, *(cluster for namesakes in private.values() for cluster in namesakes), *alone]


def _promote(found: dict[str, list[Stretch]]) -> None:
    """One who led a county and then has a post in what it lies in, or the other way round, when nobody else of the name fits."""
    for area in list(found):
        for above in [other for other in found if other != area and area.startswith(other)]:
            pairs = [(one, other) for one in found[area] for other in found[above] if _moved(one, other) or _moved(other, one)]
            if len(pairs) == 1:
                one, other = pairs[0]
                for sighting in other.sightings:
                    one.add(sighting)
                one.parts += other.parts
                found[above].remove(other)


def _moved(one: Stretch, other: Stretch) -> bool:
    return (bool(one.days and other.days) and one.days[-1] < other.days[0] and min(one.rung, other.rung) >= LEADER
            and continues(one, other, ()))


def _titled_only(sightings: Sequence[Sighting]) -> dict[str, list[Stretch]]:
    """People who are known by list titles and honorary posts alone: one in each area, two where a gap or article parts them."""
    found: dict[str, list[Stretch]] = defaultdict(list)
    for sighting in sorted(sightings, key=lambda one: (one.day is None, one.day.toordinal() if one.day else 0, one.order)):
        fitting = [stretch for stretch in found[sighting.area] if sighting.article not in stretch.articles and not (
            sighting.day and stretch.days and gap_parts(stretch.days[-1], sighting.day, stretch.interval, ()))]
        if not fitting or (not sighting.day and len(fitting) > 1):
            fitting = [Stretch()]
            found[sighting.area] += fitting
        fitting[-1].add(sighting)
    return found


def _add(namesakes: list[Cluster], sighting: Sighting) -> None:
    """Add a sighting to the first cluster that has none of its article: two of one name in one article are two people."""
    cluster = next((cluster for cluster in namesakes if sighting.article not in cluster.articles), None)
    if cluster is None:
        cluster = Cluster(official=sighting.official)
        namesakes.append(cluster)
    cluster.add(sighting)


def printed_name(cluster: Cluster, kept: frozenset[Anchor] = frozenset()) -> str:
    """The form printed oftenest (of the side that a merge kept, where `kept` names it), the first in order on a tie."""
    own = [sighting for sighting in cluster.sightings if kept.intersection(sighting.anchors)] or cluster.sightings
    counted = Counter(sighting.name for sighting in sorted(own, key=lambda sighting: sighting.order))
    return max(counted, key=lambda name: counted[name])
