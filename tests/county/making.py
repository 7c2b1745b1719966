"""A county's years on paper: people, meetings and issues of two papers, with the truth of every page."""

from __future__ import annotations

import csv
import random
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from tests.county.articles import (
    tell_appointments,
    tell_bureau,
    tell_conference,
    tell_guests,
    tell_meeting,
    tell_visit,
)
from tests.county.bodies import Seat, seats_of
from tests.county.careers import Careers, Person, Tenure
from tests.county.meetings import Meeting, meetings_of, series_of
from tests.county.names import new_names
from tests.county.plan import FIRST, SECOND, Home, Plan
from tests.county.printing import Press, TruePage
from tests.county.scene import Draft, Scene

TOLD_TWICE = 0.08
SECOND_IDS = 3000
SECOND_YEARS = 0.4
"""The second paper covers so much of the years, from a third of them on."""
LEAST_ARTICLES, MOST_ARTICLES = 2, 8


@dataclass(slots=True)
class Side:
    """One county behind its paper."""

    home: Home
    plan: Plan
    careers: Careers
    meetings: list[Meeting]
    pages: int
    articles: int


@dataclass(frozen=True, slots=True)
class County:
    """What was made: the pages of both papers in no order of time, everybody's name, the succession in every exclusive seat."""

    plan: Plan
    pages: tuple[TruePage, ...]
    names: dict[int, str]
    tenures: tuple[Tenure, ...]


def make_county(plan: Plan) -> County:
    """Everything, the same for the same plan."""
    chance = random.Random(plan.seed)
    names: dict[int, str] = {}
    taken: set[str] = set()
    own = _people(new_names(chance, taken), names, 0, _namesakes(plan, chance))
    second_years = max(2, round(plan.years * SECOND_YEARS))
    later = plan.years // 3
    second_plan = replace(plan, bureaus=5, towns=4, first_year=plan.first_year + later, years=second_years,
                          earlier_terms=later // plan.years_of_a_term)
    others_called = chance.sample(range(5, plan.second_officials * 3 // 4), plan.shared_names)
    shared = dict(zip(others_called, chance.sample(range(plan.officials * 9 // 10), plan.shared_names), strict=True))
    pages = round(plan.pages * plan.second_paper)
    sides = [_side(FIRST, plan, own, plan.officials, plan.series, chance, (plan.pages - pages, plan.articles))]
    others = _people(new_names(chance, taken), names, SECOND_IDS, shared)
    sides.append(_side(SECOND, second_plan, others, plan.second_officials, plan.series // 3, chance, (pages, plan.articles)))
    press = Press(plan, names)
    printed = [page for number in (0, 1) for page in _paper(sides, number, plan, press, chance)]
    chance.shuffle(printed)
    titled = tuple(replace(page, name=f"page{at:05}") for at, page in enumerate(printed))
    tenures = tuple(tenure for side in sides for of_seat in side.careers.tenures.values() for tenure in of_seat)
    return County(plan, titled, names, tenures)


def _namesakes(plan: Plan, chance: random.Random) -> dict[int, int]:
    """The later of two people of one name → the earlier."""
    chosen = chance.sample(range(plan.officials * 9 // 10), plan.namesakes)
    return {max(pair): min(pair) for pair in zip(chosen[::2], chosen[1::2], strict=True)}


def _people(fresh: Iterator[str], names: dict[int, str], first: int, called_as: dict[int, int]
            ) -> Iterator[Person]:
    """People with ids from `first` on; `called_as` gives the n-th of them the name of another one."""
    at = 0
    while True:
        other = called_as.get(at)
        name = names[other] if other is not None and other in names else next(fresh)
        names[first + at] = name
        yield Person(first + at, name)
        at += 1


def _side(home: Home, plan: Plan, people: Iterator[Person], officials: int, series: int, chance: random.Random,
          size: tuple[int, int]) -> Side:
    careers = Careers(seats_of(home, plan.bureaus, plan.towns), plan, people, officials, chance)
    held = meetings_of(series_of(home, plan, series, chance), plan, chance)
    pages, articles = size
    return Side(home, plan, careers, held, pages, round(articles * pages / plan.pages))


def _paper(sides: list[Side], number: int, plan: Plan, press: Press, chance: random.Random) -> Iterator[TruePage]:
    """The pages of one paper: issues of one or two pages over all years, a share of them lost."""
    side, other = sides[number], sides[1 - number]
    issues = _issues(side.pages, side.plan, chance)
    left = side.articles
    pages_left = side.pages
    days = [meeting.day for meeting in side.meetings]
    for before, day, pages in issues:
        window = side.meetings[bisect_left(days, before):bisect_left(days, day)]
        waiting = _worth_telling(window, chance)
        for _ in range(pages):
            many = max(LEAST_ARTICLES, min(MOST_ARTICLES, round(left / pages_left + chance.choice((-2, -1, -1, 0, 0, 1, 1, 2)))))
            drafts = [_draft(side, other, before, day, waiting, plan, chance) for _ in range(many)]
            left, pages_left = left - many, pages_left - 1
            yield press.page("", drafts, day, number)


def _issues(pages: int, plan: Plan, chance: random.Random) -> list[tuple[date, date, int]]:
    """(day of the issue before, day, pages) of the issues that are kept; numbered issues between them are missing."""
    kept = []
    while sum(kept) < pages:
        kept.append(min(chance.choice((1, 1, 2)), pages - sum(kept)))
    everything = round(len(kept) / (1 - plan.missing_issues))
    step = (plan.last_day - plan.first_day).days / (everything + 1)
    days = [plan.first_day + timedelta(days=round(step * (at + 1))) for at in range(everything)]
    chosen = sorted(chance.sample(range(everything), len(kept)))
    span = timedelta(days=min(10, max(3, round(step))))
    return [(days[at] - span, days[at], pages) for at, pages in zip(chosen, kept, strict=True)]


def _worth_telling(window: list[Meeting], chance: random.Random) -> list[Meeting]:
    """The meetings of an issue in the order in which they are taken; some are told twice."""
    found = chance.sample(window, len(window))
    return found + [meeting for meeting in found[:4] if chance.random() < TOLD_TWICE]


def _draft(side: Side, other: Side, before: date, issue: date, waiting: list[Meeting], plan: Plan,
           chance: random.Random) -> Draft:
    drawn = chance.random()
    if drawn < 0.5 and waiting:
        meeting = waiting.pop(0)
        return tell_meeting(_scene(side, meeting.day, plan, chance), meeting)
    day = before + timedelta(days=chance.randrange((issue - before).days))
    if drawn < 0.56 and (appointed := _appointed(side, before, issue)):
        day = max(tenure.start for tenure in appointed)
        return tell_appointments(_scene(side, day, plan, chance), appointed)
    scene = _scene(side, day, plan, chance)
    if drawn < 0.58 and other.plan.first_day <= day <= other.plan.last_day:
        return tell_guests(scene, _scene(other, day, plan, chance))
    if drawn < 0.66:
        return tell_conference(scene)
    return tell_visit(scene) if drawn < 0.82 else tell_bureau(scene)


def _scene(side: Side, day: date, plan: Plan, chance: random.Random) -> Scene:
    return Scene(side.home, side.careers, max(day, side.plan.first_day), chance, plan.swaps)


def _appointed(side: Side, before: date, issue: date) -> list[Tenure]:
    """Who was appointed by the standing committee between two issues, and still is on the last day; at most four."""
    found = []
    for seat in side.careers.seats:
        if _by_committee(seat):
            found += [tenure for tenure in side.careers.tenures[seat.key] if before <= tenure.start < issue <= tenure.end]
    return found[:4]


def _by_committee(seat: Seat) -> bool:
    return seat.key.startswith("副县长") or (bool(seat.bureau) and seat.exclusive)


def write_county(county: County, folder: Path) -> Path:
    """Write every page into `folder`, which is made, and beside it the manifest, whose path is returned. No day is told."""
    folder.mkdir(parents=True)
    manifest = folder.with_suffix(".csv")
    with manifest.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["file", "newspaper", "area"])
        for page in county.pages:
            (folder / f"{page.name}.txt").write_text(page.text, encoding="utf-8")
            writer.writerow([f"{page.name}.txt", page.newspaper, page.area])
    return manifest
