"""What somebody asks to be compiled, checked against what is there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from articles.models import Page
from articles.places import area_at
from people.models import Area

YEARS = re.compile(r"^(?:(?P<first>\d{4})?-(?P<last>\d{4})?|(?P<only>\d{4}))$")
SORTINGS = {"printed": "", "strokes": "strokes", "pinyin": "name_key"}
FIRST_YEAR, LAST_YEAR = 1, 9999
MOST_NAMED = 20


class CannotCompile(ValueError):
    """It can't be compiled as asked; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Commission:
    """What to compile.

    `area`: a name or full path, "" for the only county there is. Years inclusive. `only`: chosen, candidate, or "" for
    both. `sorting`: printed, strokes or pinyin. `person`: a name or an id. `articles`, `events`: ids, for cards.
    `more_bodies`: departments and towns too.
    """

    area: str = ""
    first_year: int = FIRST_YEAR
    last_year: int = LAST_YEAR
    only: str = ""
    sorting: str = "printed"
    person: str = ""
    articles: tuple[int, ...] = ()
    events: tuple[int, ...] = ()
    more_bodies: bool = False

    @property
    def sort_column(self) -> str:
        """The column of Person that names are sorted by, "" for the order in which they are printed."""
        return SORTINGS[self.sorting]

    @property
    def all_years(self) -> bool:
        """Whether no years were named."""
        return (self.first_year, self.last_year) == (FIRST_YEAR, LAST_YEAR)

    def dated_within(self, prefix: str = "") -> Q:
        """Condition under which a dated record (reached by `prefix`) may lie in these years; all of them: no condition."""
        if self.all_years:
            return Q()
        first, last = date(self.first_year, 1, 1), date(self.last_year, 12, 31)
        return Q((f"{prefix}date_last__gte", first), (f"{prefix}date_first__lte", last))


def years_asked(written: str) -> tuple[int, int]:
    """(first, last) of 2020, 2020-2022, 2020-, -2022 or nothing. Raises CannotCompile.

    >>> years_asked("2020-")
    (2020, 9999)
    """
    found = YEARS.match(written.strip()) if written.strip() else None
    if written.strip() and (not found or written.strip() == "-"):
        raise CannotCompile(_("“{years}” are no years: write 2020, 2020-2022, 2020- or -2022").format(years=written))
    if not found:
        return FIRST_YEAR, LAST_YEAR
    first, last = found["only"] or found["first"], found["only"] or found["last"]
    years = int(first or FIRST_YEAR), int(last or LAST_YEAR)
    if not FIRST_YEAR <= years[0] <= years[1]:
        raise CannotCompile(_("the years {years} run backwards: the earlier one comes first").format(years=written))
    return years


def area_of(commission: Commission) -> str:
    """The full path of the area that is meant; "" only where no page tells of any. Raises CannotCompile for none or several."""
    homes = home_areas()
    if not commission.area:
        if len(homes) > 1:
            raise CannotCompile(_("there are papers of several areas here, say which one is meant: {areas}").format(
                areas=_several(homes)))
        return homes[0] if homes else ""
    named = Area.objects.filter(Q(name=commission.area) | Q(path=commission.area)).values_list("path", flat=True)
    fitting = {path for path in homes if path == commission.area or area_name(path) == commission.area}
    found = sorted(fitting | set(named))
    if len(found) == 1:
        return found[0]
    if found:
        raise CannotCompile(_("“{area}” may be any of these, write one of them in full: {areas}").format(
            area=commission.area, areas=_several(found)))
    raise CannotCompile(_("nothing here is of “{area}”; there are papers of: {areas}").format(
        area=commission.area, areas=_several(homes) or "—"))


def home_areas() -> list[str]:
    """The full paths of the areas that the pages' papers serve."""
    return list(Page.objects.exclude(home_area="").order_by("home_area").values_list("home_area", flat=True).distinct())


def area_name(path: str) -> str:
    """The short name of a path's area: 山西省运城市绛县 → 绛县; the path itself where its parts can't be told."""
    area = area_at(path)
    return area.name if area else path


def _several(paths: Sequence[str]) -> str:
    shown = "、".join(paths[:MOST_NAMED])
    return f"{shown}…" if len(paths) > MOST_NAMED else shown
