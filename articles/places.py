"""A printed area name, as the paper of a home area means it. Pure."""

from __future__ import annotations

from functools import lru_cache

from .reading.areas import areas_named, parse_area
from .reading.types import Area


def area_at(path: str) -> Area | None:
    """The area of a stored path, None for an empty one or one that ends like no area."""
    try:
        return parse_area(path) if path else None
    except ValueError:
        return None


@lru_cache(maxsize=8192)
def resolve(name: str, home_path: str) -> str:
    """The full path of the area that a paper of `home_path` calls `name`; the name itself where nothing tells more.

    >>> resolve("夏县", "山西省运城市绛县"), resolve("运城市", "山西省运城市绛县")
    ('山西省运城市夏县', '山西省运城市')
    """
    home = area_at(home_path)
    if not name or not home:
        listed = areas_named(name) if name else ()
        return listed[0].path if len(listed) == 1 else name
    for path in (home.path, *home.parents):
        if path == name or (path.endswith(name) and area_at(path) and area_at(path).name == name):  # type: ignore[union-attr]
            return path
    listed = areas_named(name)
    near = max(listed, key=lambda area: (_shared(area.path, home.path), -len(area.path), area.path), default=None)
    if near and (len(listed) == 1 or _shared(near.path, home.path)):
        return near.path
    if not listed and name[-1] in "县区旗" and home.level == "county" and home.parents:
        return home.parents[0] + name
    return name


def _shared(path: str, other: str) -> int:
    """How many leading characters two paths share."""
    for at, (one, two) in enumerate(zip(path, other, strict=False)):
        if one != two:
            return at
    return min(len(path), len(other))
