"""What a synthetic county is made of: sizes and rates, all with the defaults that the figures are kept for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

FULL_PAGES = 1200
OPENING = (4, 15)
"""Month and day on which a new term begins."""


@dataclass(frozen=True, slots=True)
class Home:
    """A county by its full path, with its paper's name and its towns."""

    province_city: str
    county: str
    newspaper: str
    towns: tuple[str, ...]

    @property
    def path(self) -> str:
        """As manifests have it: 岭东省汀阳市岚浦县."""
        return self.province_city + self.county


FIRST = Home("岭东省汀阳市", "岚浦县", "岚浦报",
             ("望云镇", "双桥镇", "石塔镇", "白鹭镇", "枫树镇", "龙潭镇", "古井镇", "沙洲镇", "云台镇", "竹溪镇"))
SECOND = Home("岭东省汀阳市", "芷田县", "芷田报", ("上塘镇", "红石镇", "大桥镇", "杏园镇", "麻岭镇"))


@dataclass(frozen=True, slots=True)
class Plan:
    """`pages` counts both papers; rates are shares between 0 and 1.

    `yearless_pages` have no year at all; on the others as many datelines lose theirs as make `yearless_datelines` of all.
    `look_alikes` and `any_letters` are shares of printed names with one character replaced.
    """

    seed: int = 1
    pages: int = FULL_PAGES
    articles: int = 5000
    first_year: int = 1993
    years: int = 30
    years_of_a_term: int = 5
    earlier_terms: int = 0
    officials: int = 300
    namesakes: int = 18
    bureaus: int = 16
    towns: int = 10
    series: int = 60
    missing_issues: float = 0.2
    yearless_datelines: float = 0.7
    yearless_pages: float = 0.4
    look_alikes: float = 0.02
    any_letters: float = 0.005
    swaps: float = 0.03
    second_paper: float = 1 / 6
    second_officials: int = 90
    shared_names: int = 12

    @property
    def first_day(self) -> date:
        return date(self.first_year, 1, 1)

    @property
    def last_day(self) -> date:
        return date(self.first_year + self.years - 1, 12, 31)

    def openings(self) -> list[date]:
        """The days on which terms begin; the first of them before the first paper."""
        begun = range(self.first_year, self.first_year + self.years, self.years_of_a_term)
        return [self.first_day - timedelta(days=60), *(date(year, *OPENING) for year in list(begun)[1:])]

    def term_on(self, day: date) -> int:
        """The number of the term, from 0 on, that a day lies in."""
        return sum(opening <= day for opening in self.openings()) - 1


def plan_for(pages: int, seed: int = 1) -> Plan:
    """A plan of so many pages. Fewer than all are fewer years and people, so that a year has as many pages as in the full one.

    >>> plan_for(1200) == Plan(), plan_for(80).years, plan_for(80).namesakes
    (True, 6, 4)
    """
    if pages >= FULL_PAGES:
        return replace(Plan(seed=seed, pages=pages), articles=pages * 25 // 6)
    share = pages / FULL_PAGES
    years = max(6, round(30 * share))
    people = years / 30 * 0.8 + 0.2
    return Plan(seed=seed, pages=pages, articles=pages * 25 // 6, years=years, years_of_a_term=5 if years > 10 else 3,
                officials=round(300 * people * 0.5), namesakes=max(4, round(18 * share)), bureaus=8, towns=4, series=24,
                second_officials=45, shared_names=6)
