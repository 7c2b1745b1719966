"""What two people are compared by: a summary of a cluster whose size doesn't grow with its sightings. Pure.

It is stored beside the person, so that comparing costs the same however much the archive holds of either.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from .clusters import Cluster, Sighting
from .posts import NATION, Post
from .standing import full_time, present

MOST_NAMES, MOST_AREAS, MOST_POSTS, MOST_BESIDE = 12, 4, 40, 12
"""Forms, areas, posts, and neighbours a year that are kept: those printed oftenest."""


@dataclass(frozen=True, slots=True)
class Held:
    """A post with the days (ISO, "" for unknown) on which it is first and last cited, and how often."""

    area: str
    organization: str
    post: str
    label: str
    exclusive: bool
    full_time: bool
    first: str
    last: str
    count: int


@dataclass(frozen=True, slots=True)
class Profile:
    """A person in short. `beside`: year ("" for unknown) → name → (times before, times after) in lists."""

    names: tuple[tuple[str, int], ...]
    areas: tuple[str, ...] = ()
    careers: tuple[tuple[str, ...], ...] = ()
    held: tuple[Held, ...] = ()
    first: str = ""
    last: str = ""
    sightings: int = 0
    titled: bool = False
    national: bool = False
    beside: Mapping[str, Mapping[str, tuple[int, int]]] | None = None

    @property
    def name(self) -> str:
        """The form printed oftenest."""
        return self.names[0][0]

    @property
    def telling(self) -> bool:
        """Whether there is more to compare than the name: a post, a list title, a place in a list."""
        return bool(self.held or self.titled or self.beside)


def profile_of(cluster: Cluster) -> Profile:
    """The summary of a cluster; the same for the same sightings in any order."""
    sightings = cluster.sightings
    days = [sighting.day for sighting in sightings if sighting.day]
    return Profile(
        names=tuple(_oftenest(Counter(sighting.name for sighting in sightings), MOST_NAMES)),
        areas=_areas(sightings),
        careers=tuple(sorted({sighting.career for sighting in sightings if sighting.posts or sighting.official})),
        held=_held(sightings),
        first=min(days).isoformat() if days else "", last=max(days).isoformat() if days else "", sightings=len(sightings),
        titled=any(sighting.listed for sighting in sightings), national=any(sighting.national for sighting in sightings),
        beside=_beside(sightings))


def _oftenest(counted: Counter[Any], most: int) -> list[tuple[Any, int]]:
    return sorted(counted.items(), key=lambda item: (-item[1], item[0]))[:most]


def _areas(sightings: list[Sighting]) -> tuple[str, ...]:
    """Where the public posts are; the homes of the papers where no post tells."""
    counted: Counter[str] = Counter()
    for (posts, national), times in Counter((one.posts, one.national) for one in sightings).items():
        for area in {*(post.area for post in posts), NATION if national else ""} - {""}:
            counted[area] += times
    counted = counted or Counter(one.home for one in sightings if one.home)
    return tuple(area for area, _ in _oftenest(counted, MOST_AREAS))


def _held(sightings: list[Sighting]) -> tuple[Held, ...]:
    called: dict[tuple[Post, ...], list[date | None]] = defaultdict(list)
    for sighting in sightings:
        called[sighting.posts].append(sighting.day)
    days: dict[tuple[str, str, str], list[date | None]] = defaultdict(list)
    held: dict[tuple[str, str, str], list[Post]] = defaultdict(list)
    for posts, cited in called.items():
        for post in filter(present, posts):
            key = (post.area, post.organization, post.post)
            days[key] += cited
            held[key].append(post)
    kept = sorted(days, key=lambda key: (-len(days[key]), key))[:MOST_POSTS]
    found = []
    for key in sorted(kept):
        known, printed = [day for day in days[key] if day], held[key]
        found.append(Held(*key, label=min(post.label for post in printed), exclusive=any(post.exclusive for post in printed),
                          full_time=any(map(full_time, printed)), first=min(known).isoformat() if known else "",
                          last=max(known).isoformat() if known else "", count=len(days[key])))
    return tuple(found)


def _beside(sightings: list[Sighting]) -> dict[str, dict[str, tuple[int, int]]]:
    before: dict[str, list[str]] = defaultdict(list)
    after: dict[str, list[str]] = defaultdict(list)
    for sighting in sightings:
        if sighting.before or sighting.after:
            year = str(sighting.day.year) if sighting.day else ""
            before[year] += sighting.before
            after[year] += sighting.after
    found = {}
    for year in sorted(before):
        first, then = Counter(before[year]), Counter(after[year])
        names = [name for name, _ in _oftenest(first + then, MOST_BESIDE)]
        found[year] = {name: (first[name], then[name]) for name in sorted(names)}
    return found


def to_json(profile: Profile) -> dict[str, Any]:
    """The profile as it is stored; what is empty is left out."""
    stored: dict[str, Any] = {
        "names": [list(name) for name in profile.names], "areas": list(profile.areas),
        "careers": [list(career) for career in profile.careers],
        "held": [[getattr(held, name) for name in Held.__slots__] for held in profile.held],
        "days": [profile.first, profile.last], "sightings": profile.sightings, "titled": profile.titled,
        "national": profile.national,
        "beside": {year: {name: list(times) for name, times in names.items()} for year, names in (profile.beside or {}).items()}}
    return {key: value for key, value in stored.items() if value}


def from_json(stored: Mapping[str, Any]) -> Profile:
    """What `to_json` stored."""
    first, last = stored.get("days", ("", ""))
    return Profile(
        tuple((name, count) for name, count in stored["names"]), tuple(stored.get("areas", ())),
        tuple(tuple(career) for career in stored.get("careers", ())), tuple(Held(*held) for held in stored.get("held", ())),
        first, last, stored.get("sightings", 0), stored.get("titled", False), stored.get("national", False),
        {year: {name: (times[0], times[1]) for name, times in names.items()} for year, names in stored.get("beside", {}).items()})
