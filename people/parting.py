"""Articles that name two namesakes and were read as naming one: the mentions of each go to whose posts they have. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from .clusters import Sighting, united
from .standing import Tie, told_by
from .stretches import Stretch

Held = Mapping[Tie, list[date]]
"""What ties a career (standing.tie) → the days on which it is printed."""

NEAR = 3 * 365
"""Days within which somebody has to be called by the post elsewhere."""


def part_namesakes(found: Mapping[str, list[Stretch]]) -> None:
    """Divide the sightings that tell of two of these careers (by area); a part has its own posts and mentions only."""
    everybody = [career for area in sorted(found) for career in found[area]]
    if len(everybody) < 2:
        return
    held = {id(career): _held(career) for career in everybody}
    for career in everybody:
        for at, sighting in enumerate(career.sightings):
            if sighting.parts:
                others = [other for other in everybody if other is not career and sighting.article not in other.articles]
                meant = [_whose(part, held[id(career)], [(other, held[id(other)]) for other in others])
                         for part in sighting.parts]
                strangers = {id(other): other for other in meant if other}
                if len(strangers) == 1 and None in meant:
                    stays, goes = ([part for part, other in zip(sighting.parts, meant, strict=True) if (other is None) is kept]
                                   for kept in (True, False))
                    career.replace(at, united(stays))
                    next(iter(strangers.values())).add(united(goes))


def _held(career: Stretch) -> Held:
    days: dict[Tie, list[date]] = defaultdict(list)
    for sighting in career.sightings:
        for key in told_by(sighting.own_posts).ties:
            if sighting.day:
                days[key].append(sighting.day)
    return days


def _whose(part: Sighting, own: Held, others: Sequence[tuple[Stretch, Held]]) -> Stretch | None:
    """The one other career that had these posts near that day, where the sighting's own is called by them nowhere else."""
    keys = told_by(part.posts).ties
    if not keys or any(set(own.get(key, ())) - {part.day} for key in keys):
        return None
    fitting = [other for other, held in others if any(_near(held.get(key, ()), part.day) for key in keys)]
    return fitting[0] if len(fitting) == 1 else None


def _near(days: Sequence[date], day: date | None) -> bool:
    return any(day is None or abs((other - day).days) <= NEAR for other in days)
