"""Lines of headlines that stand away from their article, until an article without a headline is found for them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from articles.reading.drafts import Draft
from articles.reading.layout import Kind, is_closed
from articles.reading.sheet import Sheet

_STRAYED = 0.3
"""Agreement (0–1) from which lines over another headline belong to an article that has none."""


class Strays:
    """`aside` are the lines over a headline that are none of it; others are kept for the lead that they agree with."""

    def __init__(self, sheet: Sheet) -> None:
        """Of the page `sheet`."""
        self.sheet = sheet
        self.aside: list[list[int]] = []
        self._kept: dict[int, list[int]] = {}

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
        self._kept.setdefault(lead, []).append(at)
        return True

    def _keep_with_above(self, at: int) -> bool:
        """Whether the line above is kept and the line `at` goes on with it, down to an empty line."""
        above = next((lines for lines in self._kept.values() if lines[-1] == at - 1), None)
        if above is None or self.sheet.runs_into(at + 1):
            return False
        above.append(at)
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
        found = max(self.aside, key=lambda lines: self.sheet.likeness(lines, draft.body[0]), default=[])
        if not found or self.sheet.likeness(found, draft.body[0]) < _STRAYED:
            return []
        self.aside.remove(found)
        return found


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
