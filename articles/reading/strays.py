"""Lines of headlines that stand away from their article, until an article without a headline is found for them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from articles.reading.drafts import Draft
from articles.reading.layout import Kind, is_closed
from articles.reading.sheet import Sheet

_STRAYED = 0.3
"""Agreement (0–1) from which lines over another headline belong to an article that has none."""
_NEAR = 8
"""How many of such lines up and down a page are looked at."""


class Strays:
    """`aside` are the lines over a headline that are none of it; others are kept for the lead that they agree with."""

    def __init__(self, sheet: Sheet) -> None:
        """Of the page `sheet`."""
        self.sheet = sheet
        self.aside: list[list[int]] = []
        self._kept: dict[int, list[int]] = {}
        self._last: list[int] = []
        self._taken: set[int] = set()

    def keep(self, at: int, current: Draft | None) -> bool:
        """Whether the line `at`, in the middle of `current`, is a piece of another article's headline; it is kept then."""
        if current is None or not current.body:
            return False
        if self.sheet.adjacent(at):
            return self._keep_with_above(at)
        closed = is_closed(self.sheet.words[current.body[-1]])
        lead = self.sheet.lead_elsewhere(at, at + 1) if closed else self.sheet.lead_of_piece(at)
        if lead is None:
            return False
        self._last = self._kept.setdefault(lead, [])
        self._last.append(at)
        return True

    def _keep_with_above(self, at: int) -> bool:
        """Whether the line above is kept and the line `at` goes on with it, down to an empty line."""
        if self._last[-1:] != [at - 1] or self.sheet.runs_into(at + 1):
            return False
        self._last.append(at)
        return True

    def wait_for(self, at: int) -> bool:
        """Whether a piece is kept for the lead at the line `at`."""
        return at in self._kept

    def house(self, drafts: Sequence[Draft], furniture: set[int]) -> None:
        """Give articles without a headline the lines that are theirs; what is left becomes furniture."""
        for above, draft in zip([None, *drafts], drafts, strict=False):
            if not draft.title and draft.body:
                draft.title = self._kept.pop(draft.body[0], []) or intruders(self.sheet, above) or self._likest(draft)
                furniture.difference_update(draft.title)
        furniture.update(at for pieces in self._kept.values() for at in pieces)

    def _likest(self, draft: Draft) -> list[int]:
        """The lines set aside that agree best with an article, [] if none does."""
        nearest = bisect_left(self.aside, draft.body[:1])
        near = range(max(nearest - _NEAR, 0), min(nearest + _NEAR, len(self.aside)))
        likeness = {at: self.sheet.likeness(self.aside[at], draft.body[0]) for at in near if at not in self._taken}
        best = max(likeness, key=lambda at: likeness[at], default=0)
        if likeness.get(best, 0.0) < _STRAYED:
            return []
        self._taken.add(best)
        return self.aside[best]


def intruders(sheet: Sheet, draft: Draft | None) -> list[int]:
    """Takes the one headline out of a body that it stands in, set apart in the middle of a sentence; [] if there is none."""
    body = draft.body if draft else []
    found: list[list[int]] = []
    for above, at in pairwise(body):
        if sheet.kinds[at] is not Kind.TITLE or above != at - 1:
            continue
        if found and found[-1][-1] == above and sheet.adjacent(at):
            found[-1].append(at)
        elif not sheet.adjacent(at) and not is_closed(sheet.words[above]):
            found.append([at])
    apart = [run for run in found if run[-1] != body[-1] and not sheet.adjacent(run[-1] + 1)]
    if len(apart) != 1:
        return []
    body[:] = [at for at in body if at not in apart[0]]
    return apart[0]
