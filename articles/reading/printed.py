"""How often a page prints a name, and whether it prints it as that of a place."""

from __future__ import annotations

import re
from functools import cached_property

from articles.reading.searching import offsets_of

_MOST_LOOKUPS = 4000  # counting a name costs a walk through the page: what a normal page needs, many times over
_PLACE_ENDING = re.compile(
    "(?=[镇乡村](?![长党委民支妇两])|社区|嘎查|苏木|口岸|景区|风景区|派出所|管理局|管理处|水库|林场|草原|生态(?:旅游|示范)?区|旅游区|度假区|工业区|大街|大道|街道|开发区|园区)"
)
_PLACE_AFTER = re.compile(f"[\u4e00-\u9fff]?{_PLACE_ENDING.pattern}")
"""What goes on after the name of a place."""


class Printed:
    """The whole text of a page, asked how often a name stands in it."""

    def __init__(self, text: str) -> None:
        """`text`: all texts of the page, divided by newlines."""
        self._text = text
        self._counts: dict[str, int] = {}
        self._places: dict[str, bool] = {}

    def count(self, name: str) -> int:
        """How often `name` is printed; 0 as well when the page has asked for too many names already."""
        known = self._counts.get(name)
        if known is None:
            if len(self._counts) >= _MOST_LOOKUPS:
                return 0
            known = self._counts[name] = self._text.count(name)
        return known

    def names_place(self, name: str) -> bool:
        """Whether the page prints `name` as that of a place or as the beginning of one: 周庄镇, 白云山管理局."""
        if name[-2:] not in self._place_ends:
            return False
        known = self._places.get(name)
        if known is None:
            ends = (at + len(name) for at in offsets_of(name, self._text)) if self.count(name) else ()
            known = self._places[name] = any(_PLACE_AFTER.match(self._text, end) for end in ends)
        return known

    @cached_property
    def _place_ends(self) -> frozenset[str]:
        """The pairs of characters that the name of a place may end in."""
        text = self._text
        ends = [match.start() for match in _PLACE_ENDING.finditer(text)]
        return frozenset(text[end - 2 : end] for place in ends for end in (place, place - 1))
