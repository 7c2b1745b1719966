"""Names that are misprints of somebody without doubt: seldom printed, one character from a well-known name, and explained by
that person: by an article that names both, by the posts, or by the place in a list. Pure.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from .clusters import Cluster, Sighting, Verdict, with_misprint
from .explained import Established, established, explains, introduced
from .lookalikes import Likeness, likeness_of, uncut
from .name_ties import near_names

SELDOM = 2
SHARE = 12
"""A name is seldom when it is in a twelfth of the other's articles at most, or in two where it looks like it."""
SHARE_CUT = 3
"""Names are cut short wherever a word begins with their last letter (王立刚到…)."""
ESTABLISHED = 4


def could_misprint(seldom: int, often: int, likeness: Likeness) -> bool:
    """Whether a name of so many articles could be a misprint of one of so many. The linker gathers such names together."""
    share = SHARE_CUT if likeness is Likeness.CUT else SHARE
    return often >= ESTABLISHED and seldom <= max(0 if likeness is Likeness.ANY else SELDOM, often // share)


def join_misprints(by_name: Mapping[str, list[Cluster]], verdicts: Sequence[Verdict]) -> None:
    """Move what is explained by somebody else to whom it means; emptied clusters stay in the lists. Decided ones stay put."""
    decided = _decided([cluster for clusters in by_name.values() for cluster in clusters], verdicts)
    counted = articles_by_form(cluster for clusters in by_name.values() for cluster in clusters)
    known: dict[int, Established] = {}
    moves = []
    near = _near(by_name)
    for name, clusters in by_name.items():
        others = [(cluster, likeness) for other, likeness in sorted(near[name].items())
                  if could_misprint(counted[name], counted[other], likeness) for cluster in by_name[other]]
        for cluster in clusters if others else ():
            if id(cluster) not in decided:
                for other, _ in others:
                    if id(other) not in known:
                        known[id(other)] = established(other)
                moves += _explained(cluster, [(known[id(other)], likeness) for other, likeness in others])
    emptied = {id(cluster) for cluster, _, _ in moves}
    for cluster, sightings, target in moves:
        if id(target) not in emptied:
            _move(cluster, sightings, target)


def _near(by_name: Mapping[str, Sequence[Cluster]]) -> Mapping[str, dict[str, Likeness]]:
    """The names that each may be a misprint of."""
    apart = near_names(by_name)
    found: dict[str, dict[str, Likeness]] = {}
    for name, clusters in by_name.items():
        followed = {letter for cluster in clusters for sighting in cluster.sightings for letter in sighting.followed}
        found[name] = {other: likeness_of(name, other) for other in apart.get(name, ())}
        found[name] |= dict.fromkeys(uncut(name, followed) & by_name.keys(), Likeness.CUT)
    return found


def unite_in_articles(by_name: Mapping[str, list[Sighting]], verdicts: Sequence[Verdict]) -> None:
    """Unite what one article prints as two names one character apart, where it presents one of them only: with its post, or in
    a list. Papers present whom they speak of. What editors decided on stays put.
    """
    decided = {anchor for verdict in verdicts for anchor in verdict.left | verdict.right}
    counted = {name: len({sighting.article for sighting in sightings}) for name, sightings in by_name.items()}
    for name, others in sorted(near_names(by_name).items()):
        well_known = [other for other in sorted(others)
                      if could_misprint(counted[name], counted[other], likeness_of(name, other))]
        for sighting in list(by_name[name]) if well_known else ():
            beside = [(other, at) for other in well_known
                      for at, one in enumerate(by_name[other]) if one.article == sighting.article]
            if len(beside) == 1 and decided.isdisjoint(sighting.anchors):
                other, at = beside[0]
                if not (introduced(sighting) and introduced(by_name[other][at])):
                    by_name[name].remove(sighting)
                    by_name[other][at] = with_misprint(by_name[other][at], sighting)


def _explained(cluster: Cluster, people: Sequence[tuple[Established, Likeness]]) -> list[tuple[Cluster, list[Sighting], Cluster]]:
    """What of the cluster goes to whom: all of it where most is explained by one and nothing speaks against it."""
    told = {sighting.order: [(person, explains(person, sighting, likeness)) for person, likeness in people
                             if likeness is not Likeness.CUT or _cut_there(sighting, person)]
            for sighting in cluster.sightings}
    meant: dict[int, list[Sighting]] = {}
    for sighting in cluster.sightings:
        only = [person for person, says in told[sighting.order] if says]
        if len(only) == 1:
            meant.setdefault(id(only[0]), []).append(sighting)
    moves = []
    for person, likeness in people:
        sightings = meant.get(id(person), [])
        against = any(says is False for found in told.values() for one, says in found if one is person)
        if against and likeness is Likeness.ANY:
            continue
        if sightings and len(meant) == 1 and not against and 2 * len(sightings) >= len(cluster.sightings):
            sightings = list(cluster.sightings)
        if sightings:
            moves.append((cluster, sightings, person.cluster))
    return moves


def _cut_there(sighting: Sighting, person: Established) -> bool:
    """Whether what follows the name there is the rest of the person's: others of the name may be cut, and this one not."""
    return person.cluster.sightings[0].name in uncut(sighting.name, sighting.followed)


def _move(cluster: Cluster, sightings: Sequence[Sighting], target: Cluster) -> None:
    moving = {sighting.order for sighting in sightings}
    cluster.sightings = [sighting for sighting in cluster.sightings if sighting.order not in moving]
    cluster.articles = {sighting.article for sighting in cluster.sightings}
    for sighting in sightings:
        target.add(sighting)


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
    found: dict[str, set[int]] = defaultdict(set)
    for cluster in clusters:
        for sighting in cluster.sightings:
            found[sighting.name].add(sighting.article)
            for form in sighting.forms:
                found[form].add(sighting.article)
    return Counter({form: len(articles) for form, articles in found.items()})
