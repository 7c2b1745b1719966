"""Where the evidence for one post contradicts itself: two holders at once, after the successor, against documents. Pure.

No contradictions are: 代县长 who becomes 县长, a post held beside another (兼), 原 and 拟任 (nobody is said to hold it then),
主持工作 and 挂职 beside a holder. One citation of an old holder in a successor's time is one to look at, no second tenure.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from .lines import Cited, Documented, Line
from .qualifiers import BESIDE, parts
from .tenures import gaps_of

TOGETHER, AFTER, BEFORE, STRAY = "together", "after_successor", "before_predecessor", "stray"
AFTER_FORMER, BEFORE_START, AFTER_END = "after_former", "before_start", "after_end"
DOCUMENTS, OTHERS_DOCUMENT, SEVERAL, GAP = "documents", "others_document", "several", "gap"
FEW = 2
"""So many citations against twice as many look like slips, not like a tenure."""

MARGIN_DAYS = 31
"""Pages lag behind documents, and months are rounded: by so many days they may differ."""

GAP_DAYS = 365
"""Gaps of fewer days are not worth an editor's time: a county paper doesn't print every post every month."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What contradicts what, between which days (None: unknown). `left` and `right` are people, `document` and `other` documents.

    after_successor: `left` is cited after `right` took over. before_predecessor: `right` is cited before `left` was gone.
    stray: `right` is cited amid `left`'s tenure. `left_count`, `right_count`: the citations concerned.
    """

    kind: str
    left: int | None = None
    right: int | None = None
    first: date | None = None
    last: date | None = None
    left_count: int = 0
    right_count: int = 0
    document: int | None = None
    other: int | None = None

    @property
    def key(self) -> tuple[str, int, int, int, int]:
        """What it is told apart by, within one post."""
        return (self.kind, self.left or 0, self.right or 0, self.document or 0, self.other or 0)


def contradictions_of(lines: Sequence[Line], exclusive: bool) -> list[Contradiction]:
    """All that contradicts itself in the evidence of one post (and long gaps where it has one holder at a time)."""
    found = [one for line in lines for one in (*_called_former(line), *_outside_documents(line))]
    if exclusive:
        found += _between_holders(lines)
        found += _between_documents(lines)
        found += _in_others_time(lines)
        found += [Contradiction(GAP, gap.before, gap.after, gap.first, gap.last) for gap in gaps_of(lines)
                  if (gap.last - gap.first).days >= GAP_DAYS]
    return sorted({one.key: one for one in found}.values(), key=lambda one: one.key)


def _sole(line: Line) -> list[Cited]:
    """The citations by which a person alone would hold the post."""
    return [one for one in line.exact if not parts(one.qualifier) & BESIDE]


def _after(cited: Iterable[Cited], day: date) -> list[Cited]:
    return [one for one in cited if one.last and one.last > day]


def _number_after(cited: Iterable[Cited], day: date) -> int:
    """How many citations lie after the day; of a month that the day divides, one at least."""
    return sum(one.count if one.first and one.first > day else 1 for one in _after(cited, day))


def _number_before(cited: Iterable[Cited], day: date) -> int:
    return sum(one.count if one.last and one.last < day else 1 for one in cited if one.first and one.first < day)


def _between_holders(lines: Sequence[Line]) -> list[Contradiction]:
    alone = [((line.rank, line.person), _sole(line)) for line in lines if not line.proposed]
    held = sorted(((cited[0].first or date.max, max(one.last for one in cited if one.last), ranked, cited)
                   for ranked, cited in alone if cited), key=lambda one: one[:3])
    found: list[Contradiction] = []
    late: dict[int, list[tuple[bool, date, Contradiction]]] = defaultdict(list)
    for (_, left_last, (_, left), cited), (right_first, right_last, (_, right), others) in combinations(held, 2):
        if left == right or left_last <= right_first:
            continue
        one = _pair(left, cited, left_last, right, others, right_first, right_last)
        if one.kind == AFTER:
            amid = any(item.first and item.first <= right_last for item in _after(cited, right_first))
            late[left].append((amid, right_first, one))
        else:
            found.append(one)
    for told in late.values():
        within = [one for inside, _, one in told if inside]
        found += within or [max(told, key=lambda item: item[1])[2]]
    return found


def _pair(left: int, cited: Sequence[Cited], left_last: date, right: int, others: Sequence[Cited], right_first: date,
          right_last: date) -> Contradiction:
    """Two holders whose citations overlap; `left` is cited first."""
    late, early = _number_after(cited, right_first), _number_before(others, left_last)
    if late <= FEW and (late * 2 <= early or (early <= FEW and left_last < right_last)):
        days = [one.last if one.first and one.first <= right_first else one.first for one in _after(cited, right_first)]
        return Contradiction(AFTER, left, right, min(day for day in days if day), left_last, late, early)
    if early <= FEW and early * 2 <= late:
        kind = STRAY if right_last <= left_last else BEFORE
        return Contradiction(kind, left, right, right_first, min(right_last, left_last), late, early)
    return Contradiction(TOGETHER, left, right, right_first, min(left_last, right_last), late, early)


def _called_former(line: Line) -> list[Contradiction]:
    """Cited as holding the post after having been called a former holder of it."""
    former = [one for one in line.former if one.exact and one.last]
    if not former:
        return []
    since = min(one.last for one in former if one.last)
    again = _after(line.exact, since)
    if not again:
        return []
    days = [one.first if one.first and one.first > since else one.last for one in again]
    return [Contradiction(AFTER_FORMER, line.person, None, since, max(day for day in days if day),
                          _number_after(line.exact, since), sum(one.count for one in former))]


def _outside_documents(line: Line) -> list[Contradiction]:
    """Cited as holding the post well before or after what documents state of the person."""
    found: dict[tuple[str, int], list[Cited]] = defaultdict(list)
    for one in line.cited:
        if one.first is None or one.last is None or not line.documents:
            continue
        days, side, key = min(_distance(one.first, one.last, document) for document in line.documents)
        passed = any(document.key == key and line.superseded(document) for document in line.documents)
        if days > MARGIN_DAYS and not (passed and side == AFTER_END):
            found[side, key].append(one)
    return [Contradiction(side, line.person, None, min(one.first for one in cited if one.first),
                          max(one.last for one in cited if one.last), sum(one.count for one in cited), 0, key)
            for (side, key), cited in found.items()]


def _distance(first: date, last: date, document: Documented) -> tuple[int, str, int]:
    """How many days lie between a citation and what a document states, on which side."""
    since, until = document.bounds
    if last < since:
        return ((since - last).days, BEFORE_START, document.key)
    return (max((first - until).days, 0), AFTER_END, document.key)


def _certain(document: Documented) -> tuple[date, date] | None:
    """The days on which the document leaves no doubt; None where it states only one end."""
    if document.start is None or document.end is None or parts(document.qualifier) & BESIDE:
        return None
    return (document.start.latest, document.end.day)


def _between_documents(lines: Sequence[Line]) -> list[Contradiction]:
    stated = [(line.person, document, certain) for line in lines for document in line.documents
              if (certain := _certain(document))]
    found = []
    for (left, one, (left_first, left_last)), (right, other, (right_first, right_last)) in combinations(stated, 2):
        first, last = max(left_first, right_first), min(left_last, right_last)
        if left != right and (last - first).days > MARGIN_DAYS:
            found.append(Contradiction(DOCUMENTS, left, right, first, last, 0, 0, one.key, other.key))
    return found


def _in_others_time(lines: Sequence[Line]) -> list[Contradiction]:
    """Cited as holding the post while documents state that somebody else did."""
    found = []
    for line in lines:
        own = [document.bounds for document in line.documents]
        cited = [one for one in _sole(line) if not any(since <= one.first <= until for since, until in own)]  # type: ignore[operator]
        for other in lines:
            for document in other.documents if other.person != line.person else ():
                amid = [one for one in cited if (certain := _certain(document)) and _amid(one, *certain)]
                if amid:
                    found.append(Contradiction(OTHERS_DOCUMENT, line.person, other.person, amid[0].first, amid[-1].last,
                                               sum(one.count for one in amid), 0, document.key))
    return found


def _amid(cited: Cited, first: date, last: date) -> bool:
    if cited.first is None or cited.last is None:
        return False
    return min((cited.first - first).days, (last - cited.last).days) > MARGIN_DAYS
