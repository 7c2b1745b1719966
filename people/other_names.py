"""The other names of an official body: its short forms, and names before and after a reorganisation, with dates. Pure.

`lexicons/renamed_bodies.tsv` holds the reorganisations, `lexicons/bodies.tsv` the short forms.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from articles.places import area_at

from .posts import BODIES, lexicon

PARTY = "委"


@dataclass(frozen=True, slots=True, order=True)
class OtherName:
    """A name that a body is printed under; the bounds are days, None where unknown."""

    name: str
    used_from: date | None = None
    used_until: date | None = None


def _month(written: str) -> date | None:
    return date.fromisoformat(f"{written}-01") if written else None


def _short_forms() -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for printed, body in BODIES.items():
        found[body.official].append(printed)
    return found


SHORT = _short_forms()
RENAMED = [(row["official"], row["earlier"], _month(row["since"])) for row in lexicon("renamed_bodies.tsv")]


@lru_cache(maxsize=4096)
def other_names(official: str, path: str) -> tuple[OtherName, ...]:
    """What else the body of that official name in the area at `path` is called, by name.

    >>> [one.name for one in other_names("白石县人民武装部", "湖东省澄江市白石县")]
    ['白石县人武部', '白石县武装部']
    """
    area = area_at(path)
    if area is None or area.name not in official:
        return ()
    form = official.replace(area.name, "{area}")
    found = {}
    for printed in SHORT.get(form, ()):
        for name in (area.name + printed, *([area.name + area.name[-1] + printed] if printed.startswith(PARTY) else ())):
            found[name] = OtherName(name)
    for later, earlier, since in RENAMED:
        if form == later:
            name = earlier.format(area=area.name)
            found[name] = OtherName(name, None, since)
        elif form == earlier:
            name = later.format(area=area.name)
            found[name] = OtherName(name, since, None)
    found.pop(official, None)
    return tuple(found[name] for name in sorted(found))
