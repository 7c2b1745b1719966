"""Where a name or report stands now that stood at some offset when it was cited or judged. Pure.

A new reading may begin a name one character sooner or later; what an editor decided about it, and its id, go with it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

PageKey = TypeVar("PageKey", bound=Hashable)


class Places(Generic[PageKey]):
    """Stretches (page, start, end) of raw pages; those of one page don't lie within each other.

    >>> places = Places([("a", 10, 13)], later=1)
    >>> places.now("a", 10), places.now("a", 11), places.now("a", 9), places.now("a", 20)
    (10, 10, 10, None)
    """

    def __init__(self, stretches: Iterable[tuple[PageKey, int, int]], later: int) -> None:
        """`later`: by how many characters a stretch may begin later than it did."""
        self.later = later
        self.spans: dict[PageKey, list[tuple[int, int]]] = defaultdict(list)
        for page, start, end in stretches:
            self.spans[page].append((start, end))
        for spans in self.spans.values():
            spans.sort()

    def now(self, page: PageKey, offset: int) -> int | None:
        """The start of the stretch that begins at `offset`, else holds it, else begins a little later; None for none."""
        spans = self.spans.get(page, [])
        at = bisect_left(spans, (offset, -1))
        if at < len(spans) and spans[at][0] == offset:
            return offset
        if at > 0 and offset < spans[at - 1][1]:
            return spans[at - 1][0]
        if at < len(spans) and spans[at][0] - offset <= self.later:
            return spans[at][0]
        return None
