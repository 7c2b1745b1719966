"""What pages of known day tell of another page's year: names in their posts, and numbered series."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.attested import Attested, Stretch, likelihoods, quarter, stretch_of, telling_names
from articles.attesting import slot_of
from articles.numbered import Numbered, Series, pace, series_fit, told_anew

YEARS = range(2008, 2024)
SPRING = [date(year, 3, 20) for year in YEARS]
MONTHLY = tuple((date(2015, 1, 10) + timedelta(days=30 * step), step + 1) for step in range(0, 60, 3))


def held(first: tuple[int, int], last: tuple[int, int], times: int = 6, *rivals: Stretch, weight: float = 1.0) -> Attested:
    return Attested("县长王小川", Stretch(first[0] * 4 + first[1] - 1, last[0] * 4 + last[1] - 1, times), weight, rivals)


def best(*attested: Attested) -> set[int]:
    found = likelihoods(SPRING, attested)
    return {year for year, share in zip(YEARS, found, strict=True) if share > 0.7}


@pytest.mark.parametrize(
    ("attested", "years"),
    [
        ([held((2012, 1), (2014, 4), 12)], {2012, 2013, 2014}),
        ([held((2010, 1), (2013, 4), 12), held((2013, 1), (2016, 4), 12)], {2013}),
        ([held((2014, 2), (2014, 2), 1)], {2014}),
        ([held((2012, 1), (2012, 4), 3), held((2020, 1), (2020, 4), 3, weight=0.1)], {2012, 2013}),
        ([], set(YEARS)),
    ],
)
def test_names_in_their_posts_tell_the_year(attested, years):
    assert best(*attested) == years


def test_another_holder_of_the_post_speaks_against_a_year():
    alone = likelihoods(SPRING, [held((2012, 1), (2013, 4), 3)])
    rival = likelihoods(SPRING, [held((2012, 1), (2013, 4), 3, Stretch(2014 * 4, 2018 * 4, 12))])
    at = SPRING.index(date(2014, 3, 20))
    assert rival[at] < alone[at] / 5
    assert rival[SPRING.index(date(2011, 3, 20))] == alone[SPRING.index(date(2011, 3, 20))]


def test_a_leadership_that_begins_together_is_less_than_as_many_facts():
    one, six = ([held((2016, 1), (2018, 4), 12)] * number for number in (1, 6))
    at = SPRING.index(date(2015, 3, 20))
    single, together = likelihoods(SPRING, one)[at], likelihoods(SPRING, six)[at]
    assert single**6 < together < single


def test_the_names_that_tell_a_year_from_others_come_first():
    wide, narrow = held((2000, 1), (2023, 4), 48), held((2013, 1), (2013, 4), 3)
    assert telling_names(date(2013, 3, 1), [date(2012, 3, 1), date(2014, 3, 1)], [wide, narrow]) == [narrow]


@pytest.mark.parametrize(
    ("number", "day", "fits"),
    [
        (31, date(2017, 7, 1), True),  # one meeting a month
        (31, date(2016, 7, 1), False),  # too early
        (31, date(2018, 7, 1), False),  # too late
        (70, date(2020, 10, 1), True),  # goes on after the last that is known
        (70, date(2012, 10, 1), False),
        (61, date(2030, 1, 1), False),  # one number more in ten years
    ],
)
def test_numbers_of_a_series_run_in_time(number, day, fits):
    found = series_fit(day, Numbered("第31次", number, Series(MONTHLY)))
    assert (found > 0.5) if fits else (found < 0.1)


@pytest.mark.parametrize(
    ("number", "day", "fits"), [(12, date(2016, 12, 25), True), (12, date(2017, 12, 25), True), (12, date(2018, 6, 1), False)]
)
def test_a_series_that_begins_anew_fits_twice(number, day, fits):
    both = tuple((date(year, month, 20), month) for year in (2016, 2017) for month in range(1, 12))
    others = (*both, (date(2018, 1, 20), 1), (date(2018, 11, 20), 11))
    found = series_fit(day, Numbered("第12次", number, Series(others)))
    assert (found > 0.3) if fits else (found < 0.3)


def test_the_same_meeting_on_a_page_of_known_day_fits_that_day_only():
    series = Numbered("第4次", 4, Series(MONTHLY))
    known = next(day for day, number in MONTHLY if number == 4)
    assert series_fit(known, series) == 1.0
    assert series_fit(known.replace(year=known.year + 1), series) < 0.05


def test_pace_is_the_usual_interval():
    assert pace(MONTHLY) == 30
    assert pace(MONTHLY[:1]) is None


@pytest.mark.parametrize(
    ("key", "slot"),
    [
        ("post|甲省乙市丙县|县长|王小川", "post|甲省乙市丙县|县长"),
        ("post|甲省乙市丙县|县委书记|王小川", "post|甲省乙市丙县|县委书记"),
        ("post|甲省乙市丙县|柳湾镇镇长|王小川", "post|甲省乙市丙县|柳湾镇镇长"),
        ("post|甲省乙市丙县|县水利局局长|王小川", "post|甲省乙市丙县|县水利局局长"),
        ("post|甲省乙市丙县|县委副书记|王小川", ""),
        ("post|甲省乙市丙县|副县长|王小川", ""),
        ("post|甲省乙市丙县|局长|王小川", ""),
        ("post|甲省乙市丙县|县委常委|王小川", ""),
        ("post|甲省乙市丙县|领导小组组长|王小川", ""),
        ("name|甲省乙市丙县|王小川", ""),
    ],
)
def test_posts_of_one_holder_are_told_by_their_words(key, slot):
    assert slot_of(key) == slot


MEETINGS = st.lists(st.tuples(st.dates(date(2010, 1, 1), date(2014, 1, 1)), st.integers(1, 30)), max_size=8, unique=True)


@given(MEETINGS, st.data())
def test_numbers_that_a_series_tells_nothing_new_of_fit_every_day_as_before(meetings, data):
    kept = data.draw(st.lists(st.sampled_from(meetings), unique=True)) if meetings else []
    before, after = Series(sorted(kept)), Series(sorted(meetings))
    windows = told_anew(before, after)
    for number in range(1, 31) if windows is not None else ():
        if not any(window.low <= number <= window.high for window in windows):
            for day in (*after.days, *(day + timedelta(40) for day in after.days)):
                assert series_fit(day, Numbered("", number, before)) == series_fit(day, Numbered("", number, after))


QUARTERS = st.lists(st.integers(7800, 8100), min_size=1, max_size=20, unique=True).map(sorted)


@given(st.lists(QUARTERS, max_size=6), st.lists(st.dates(date(1950, 1, 1), date(2049, 1, 1)), min_size=1, max_size=8))
def test_likelihoods_are_shares_whatever_is_attested(attested, days):
    found = likelihoods(days, [Attested("", stretch_of(quarters)) for quarters in attested])
    assert max(found) == 1.0
    assert all(0 < share <= 1 for share in found)
    assert all(quarter(day) >= 7800 for day in days)


@given(
    st.lists(st.tuples(st.dates(date(1990, 1, 1), date(2030, 1, 1)), st.integers(1, 200)), max_size=8, unique=True).map(sorted),
    st.integers(1, 200),
    st.dates(date(1990, 1, 1), date(2030, 1, 1)),
)
def test_any_series_is_weighed_without_failing(others, number, day):
    assert 0 < series_fit(day, Numbered("", number, Series(others))) <= 1
