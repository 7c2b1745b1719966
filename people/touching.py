"""What one computation of the identity stage concerns: the sightings, people and articles whose records may have to change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .clusters import Cluster, Verdict
from .gathering import Seen
from .storing_sightings import GONE
from .verdicts import Ruling


@dataclass(slots=True)
class Named:
    """A cluster on its way to being a person."""

    cluster: Cluster
    seen: list[Seen]
    person: int = 0


@dataclass(frozen=True, slots=True)
class Touched:
    """`rows`: sightings to be cited anew, each with its person (None: the sighting is gone); `people`: ids, of now and before,
    whose records rest on them; `pairs`: (person, article) of which the appearance may be another."""

    rows: list[tuple[Seen, int | None]]
    people: set[int]
    pairs: set[tuple[int, int]]


def touched_by(people: Sequence[Named], seen: Iterable[Seen], old: set[int], verdicts: Sequence[Verdict],
               rulings: Sequence[Ruling], anew: bool) -> Touched:
    """What changed against what is stored; all of it where everything is computed `anew`."""
    rows: list[tuple[Seen, int | None]] = [(item, None) for item in seen if item.state == GONE]
    rows += [(item, person.person) for person in people for item in person.seen
             if anew or item.state or item.person != person.person]
    pairs = {(person, item.sighting.article) for item, now in rows
             for person in item.stood_for() | ({now} if now else set())}
    concerned = {person for person, _ in pairs} | (old - {person.person for person in people})
    concerned |= old if anew else set()
    if verdicts or rulings:
        concerned |= _judged(people, verdicts, rulings)
    return Touched(rows, concerned, pairs)


def _judged(people: Iterable[Named], verdicts: Sequence[Verdict], rulings: Sequence[Ruling]) -> set[int]:
    """The people whom judgements are about, by id or evidence: how these count may change with anybody's evidence."""
    ids = {identifier for verdict in verdicts for identifier in (verdict.left_id, verdict.right_id)}
    ids.update(ruling.left_id for ruling in rulings)
    anchors = {anchor for verdict in verdicts for anchor in verdict.left | verdict.right}
    anchors.update(anchor for ruling in rulings for anchor in ruling.anchors)
    return {person.person for person in people
            if person.person in ids or any(not anchors.isdisjoint(item.sighting.anchors) for item in person.seen)}
