"""From citations and documents of one post to its succession: who held it, from when to when, and the gaps between. Pure.

Pages attest days on which somebody is called by the post (`Cited`, summed up by month); documents state when it was taken up
and left (`Documented`). Last cited is not left office: what pages attest and what documents state stay apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from .lines import Cited, Documented, Gap, Line, Stated, Step
from .qualifiers import COMING, FORMER, PASSING, holds, parts

LINKED_DAYS = 62
"""Two documented stretches of one person that lie no further apart are one tenure (届 after 届)."""

PRESUMED_DAYS = 731
"""In a gap of at most so many days between two holders it was one of the two; of a longer one nothing is said."""

ORDER = ("常务", "挂职", "兼", "代", "主持工作", "拟任")


def lines_of(cited: Iterable[Cited], documents: Iterable[Documented] = (), ranks: Mapping[int, str] | None = None) -> list[Line]:
    """The tenures of one post in order of time, one a person, more only where documents tell of stretches apart.

    `ranks`: what decides between people of the same days, by person.

    >>> first, later = date(2016, 6, 12), date(2018, 3, 19)
    >>> line, = lines_of([Cited(1, "代", first, first), Cited(1, "", later, later)])
    >>> line.qualifier, line.first, [step.qualifier for step in line.steps]
    ('', datetime.date(2016, 6, 12), ['代', ''])
    """
    said: dict[int, list[Cited]] = defaultdict(list)
    stated: dict[int, list[Documented]] = defaultdict(list)
    for one in cited:
        said[one.person].append(one)
    for document in documents:
        stated[document.person].append(document)
    lines = [line for person in said.keys() | stated.keys() for line in _lines_of_one(person, said[person], stated[person])]
    for line in lines:
        line.rank = (ranks or {}).get(line.person, "")
    return sorted(lines, key=line_order)


def line_order(line: Line) -> tuple[bool, date, date, str, int, int]:
    """What lines sort by: when they begin, unknown last; who leaves first stands first."""
    return (line.begins is None, line.begins or date.max, line.last or date.max, line.rank, line.person, line.sequence)


def _lines_of_one(person: int, cited: Sequence[Cited], documents: Sequence[Documented]) -> list[Line]:
    holding = [one for one in cited if holds(one.qualifier)]
    former = tuple(one for one in cited if FORMER in parts(one.qualifier))
    proposed = [one for one in cited if one not in holding and one not in former]
    if not holding and not documents:
        return [_line(person, proposed, former, (), 1, COMING)] if proposed else []
    spells = _spells(documents) or [()]
    shares: list[list[Cited]] = [[] for _ in spells]
    for one in holding:
        shares[min(range(len(spells)), key=lambda at: (_apart(one, spells[at]), at))].append(one)
    return [_line(person, share, former, spell, at, _qualifier(share, spell))
            for at, (share, spell) in enumerate(zip(shares, spells, strict=True), 1)]


def _line(person: int, cited: Sequence[Cited], former: tuple[Cited, ...], spell: tuple[Documented, ...], sequence: int,
          qualifier: str) -> Line:
    line = Line(person, qualifier, tuple(cited), former, spell, sequence, steps=_steps(cited))
    line.begins = line.start.day if line.start else line.first
    return line


def _spells(documents: Sequence[Documented]) -> list[tuple[Documented, ...]]:
    """Documents of one person that lie together in time; what has no beginning lies with the first."""
    spells: list[list[Documented]] = []
    until = date.min
    for document in sorted(documents, key=lambda one: (one.bounds, one.key)):
        first, last = document.bounds
        if spells and (first - until).days <= LINKED_DAYS:
            spells[-1].append(document)
        else:
            spells.append([document])
        until = max(until, last)
    return [tuple(spell) for spell in spells]


def _apart(cited: Cited, spell: Sequence[Documented]) -> int:
    """How many days a citation lies from documented stretches; 0 within one, or where either is unknown."""
    if not spell or cited.first is None or cited.last is None:
        return 0
    return min(max((first - cited.last).days, (cited.first - last).days, 0) for first, last in (one.bounds for one in spell))


def _qualifier(cited: Sequence[Cited], spell: Sequence[Documented]) -> str:
    """常务, 挂职 and 兼 stay with a tenure once they are said of it; 代 and 主持工作 only until the post is held in full."""
    said = [parts(one.qualifier) for one in cited] + [parts(one.qualifier) for one in spell]
    passing = frozenset().union(*said) & PASSING if said and all(one & PASSING for one in said) else frozenset()
    kept = frozenset().union(*(one - PASSING for one in said)) | passing
    return "、".join(name for name in ORDER if name in kept)


def _steps(cited: Sequence[Cited]) -> tuple[Step, ...]:
    by_qualifier: dict[str, list[Cited]] = defaultdict(list)
    for one in cited:
        by_qualifier[one.qualifier].append(one)
    steps = [Step(qualifier, min((one.first for one in found if one.exact and one.first), default=None),
                  max((one.last for one in found if one.exact and one.last), default=None), sum(one.count for one in found))
             for qualifier, found in by_qualifier.items()]
    return tuple(sorted(steps, key=lambda step: (step.first or date.max, step.qualifier == "", step.qualifier)))


def known_until(line: Line) -> date | None:
    """The last day on which the post is known to be held: documented, else last cited."""
    return line.end.latest if line.end else line.last


def gaps_of(lines: Sequence[Line]) -> list[Gap]:
    """Where nobody is known to hold a post that has one holder at a time; `lines` in order.

    >>> one, other = (Cited(person, "", date(year, 5, 1), date(year, 5, 1)) for person, year in ((1, 2014), (2, 2016)))
    >>> [(gap.first.isoformat(), gap.last.isoformat()) for gap in gaps_of(lines_of([one, other]))]
    [('2014-05-02', '2016-04-30')]
    """
    found: list[Gap] = []
    until: date | None = None
    holder: Line | None = None
    for line in (line for line in lines if line.begins and not line.proposed):
        if holder and until and line.begins and line.person != holder.person and (line.begins - until).days > 1:
            found.append(Gap(holder.person, line.person, until + timedelta(1), line.begins - timedelta(1)))
        ends = date.max if line.documents and line.end is None and line.last is None else known_until(line)
        if ends and (until is None or ends > until):
            until, holder = ends, line
    return found


def presumed(lines: Sequence[Line]) -> dict[tuple[int, int], tuple[date | None, date | None]]:
    """The day from which, and that until which, a tenure may reach beyond what is known of it, by (person, sequence).

    Only into a gap of PRESUMED_DAYS at most between two holders, and never past what a document states. Who took up the post
    by a document that doesn't say until when may have held it until the next holder.
    """
    gaps = [gap for gap in gaps_of(lines) if (gap.last - gap.first).days < PRESUMED_DAYS]
    found = {}
    for line in lines:
        until = next((gap.last for gap in gaps if gap.before == line.person and not line.end and line.last
                      and gap.first == line.last + timedelta(1)), None) or _until_successor(line, lines)
        since = next((gap.first for gap in gaps if gap.after == line.person and not line.start and line.begins
                      and gap.last == line.begins - timedelta(1)), None)
        found[line.person, line.sequence] = (since, until)
    return found


def _until_successor(line: Line, lines: Sequence[Line]) -> date | None:
    if line.start is None or line.end is not None:
        return None
    day = max(line.start.latest, line.last or date.min)
    later = [other.begins for other in lines if other.person != line.person and not other.proposed and other.begins]
    return min((begins - timedelta(1) for begins in later if begins > day), default=None)


Attested = tuple[date | None, date | None]
"""The first and the last day that a document allows; None: it doesn't say."""

Holding = tuple[str, str, str, str]
"""(name, post, organization, area)"""


def ranges_attested(stated: Iterable[tuple[Holding, Stated | None, Stated | None]]) -> Mapping[Holding, tuple[Attested, ...]]:
    """The stretches of days for which documents attest that somebody of a name held a post, in order, overlapping ones united.

    >>> held = ("沈知秋", "县长", "白石县人民政府", "湖东省澄江市白石县")
    >>> ranges_attested([(held, Stated(date(2016, 1, 1), "year"), None)])[held]
    ((datetime.date(2016, 1, 1), None),)
    """
    bounds: dict[Holding, list[tuple[date, date]]] = defaultdict(list)
    for holding, start, end in stated:
        bounds[holding].append((start.day if start else date.min, end.latest if end else date.max))
    return {holding: tuple((None if first == date.min else first, None if last == date.max else last)
                           for first, last in _united(sorted(found))) for holding, found in bounds.items()}


def _united(stretches: Sequence[tuple[date, date]]) -> list[tuple[date, date]]:
    united: list[tuple[date, date]] = []
    for first, last in stretches:
        if united and (united[-1][1] == date.max or first <= united[-1][1] + timedelta(1)):
            united[-1] = (united[-1][0], max(united[-1][1], last))
        else:
            united.append((first, last))
    return united
