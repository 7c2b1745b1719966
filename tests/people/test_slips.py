"""Who stands in the list of a post's holders only by a misprint."""

from __future__ import annotations

from datetime import date

import pytest

from people.lines import Cited, Documented, Stated
from people.slips import slips
from people.tenures import lines_of

NAMES = {1: "王小川", 2: "王小州", 3: "李大山", 4: "王大川", 5: "王小川"}


def cited(person: int, *days: tuple[int, int]) -> list[Cited]:
    return [Cited(person, "", date(year, month, 5), date(year, month, 5)) for year, month in days]


HOLDER = cited(1, (2014, 1), (2014, 6), (2015, 2), (2016, 3))
DOCUMENT = Documented(2, Stated(date(2014, 1, 1), "year"), None)


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ([*HOLDER, *cited(2, (2015, 1))], {2}),
        ([*HOLDER, *cited(2, (2016, 9))], {2}),  # the last print of all is the slip
        ([*HOLDER, *cited(2, (2015, 1)), *cited(4, (2014, 3), (2014, 4))], {2, 4}),
        ([*HOLDER, *cited(2, (2019, 1))], {2}),  # years later, but nobody between
        ([*HOLDER, *cited(3, (2017, 9)), *cited(2, (2019, 1))], set()),  # years and a holder later: another man, perhaps
        ([*HOLDER, *cited(3, (2015, 1))], set()),  # another name altogether stays to be looked at
        ([*HOLDER, *cited(2, (2015, 1), (2015, 2), (2015, 3))], set()),  # three times is no slip
        ([*cited(1, (2014, 1)), *cited(2, (2014, 2))], set()),  # which of the two is the slip?
        ([*HOLDER, Cited(2, "")], {2}),  # on a page of unknown day
        ([*HOLDER, Cited(3, "")], set()),
        ([*HOLDER, Cited(5, "")], {5}),  # a namesake of unknown day
        ([*HOLDER, *cited(5, (2015, 1))], set()),  # a namesake cited for himself
        ([*HOLDER * 20, *cited(2, (2015, 1), (2015, 2), (2015, 3))], {2}),  # three against eighty
    ],
)
def test_slips_are_told_from_holders(lines, found):
    assert {person for person, _ in slips(lines_of(lines), NAMES)} == found


def test_what_a_document_states_is_no_slip():
    assert slips(lines_of([*HOLDER, *cited(2, (2015, 1))], [DOCUMENT]), NAMES) == set()
