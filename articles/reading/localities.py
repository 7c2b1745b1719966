"""In the paper of a prefecture: the county that 县委, 镇党委 and the like stand for at a place of the text."""

from __future__ import annotations

import re
from functools import lru_cache

from articles.reading.areas import areas_named, listed_names, parse_area
from articles.reading.tables import any_of
from articles.reading.towns import county_of_post
from articles.reading.types import Area

_BELOW_COUNTY = re.compile("[县区旗镇乡村](?![域])|社区|街道|[\u4e00-\u9fff]{1,5}?(?:[镇乡村]|街道|社区)")


class Localities:
    """The counties that one text names, in order, asked for the last one before a post."""

    def __init__(self, text: str, headline: str, home: Area | None) -> None:
        """`text` holds the posts, `headline` stands above it; without a prefecture as `home` nothing is looked for."""
        self._home = home
        self._found: list[tuple[int, str]] = []
        pattern = _inside(home.path) if home is not None and home.level == "city" else None
        if pattern is not None:
            above = pattern.search(headline)
            self._found = [(-1, above.group())] if above else []
            self._found += [(match.start(), match.group()) for match in pattern.finditer(text)]

    def home_at(self, post: str, at: int) -> Area | None:
        """Whose 县 or 镇 the post `post` at offset `at` means: the county named last before it, else the paper's home."""
        if not self._found or not _BELOW_COUNTY.match(post):
            return county_of_post(post, self._home) if self._home and self._home.level == "county" else self._home
        named = [name for start, name in self._found if start < at]
        return _below(named[-1], self._home) if named else self._home


@lru_cache(maxsize=64)
def _inside(path: str) -> re.Pattern[str] | None:
    """Any of the listed counties right below the area of that path, None where no list has it."""
    names = frozenset(name for name in listed_names() if any(path in area.parents for area in areas_named(name)))
    return re.compile(any_of(names)) if names else None


def _below(name: str, home: Area | None) -> Area | None:
    return parse_area(home.path + name) if home is not None else None
