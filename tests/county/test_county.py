"""The synthetic county is the same for the same seed, is what its plan says, and its truth is true."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest

from tests.county.bodies import seats_of
from tests.county.making import SECOND_IDS, County, make_county
from tests.county.names import LOOK_ALIKES
from tests.county.plan import FIRST, Plan, plan_for
from tests.county.printing import TrueArticle

YEAR = re.compile(r"[12][0-9]{3}(?=年)")
LIST = re.compile(r"县领导([^，。]*)出席会议")


@pytest.fixture(scope="module")
def full() -> County:
    return make_county(Plan())


@pytest.fixture(scope="module")
def articles(full) -> list[TrueArticle]:
    return [article for page in full.pages for article in page.articles]


def test_the_same_seed_makes_the_same_county_and_another_one_another():
    plan = plan_for(60)
    assert make_county(plan) == make_county(plan)
    assert make_county(plan).pages != make_county(replace(plan, seed=2)).pages


def test_other_rates_print_the_same_county():
    plan = plan_for(60)
    clean = make_county(replace(plan, look_alikes=0.0, any_letters=0.0, yearless_pages=0.0, yearless_datelines=0.0))
    assert [[article.day for article in page.articles] for page in clean.pages] == [
        [article.day for article in page.articles] for page in make_county(plan).pages]
    assert clean.names == make_county(plan).names
    assert all(article.year_printed and not name.misprinted
               for page in clean.pages for article in page.articles for name in article.names)


def test_sizes_are_those_of_the_plan(full, articles):
    names = Counter(name for person, name in full.names.items() if person < SECOND_IDS)
    assert len(full.pages) == 1200
    assert sum(names.values()) == 300
    assert sum(number for number in names.values() if number > 1) == 18
    assert len(articles) == pytest.approx(5000, rel=0.02)
    assert {len({name.person for name in article.names}) for article in articles} == set(range(1, 15))
    assert len(full.plan.openings()) == 6
    bodies = {seat.town or seat.organization for seat in seats_of(FIRST, full.plan.bureaus, full.plan.towns)}
    assert len(bodies) == 40
    assert {page.issue_day.year for page in full.pages} == set(range(1993, 2023))


def test_a_second_paper_is_mixed_in_with_people_of_the_same_names(full):
    papers = Counter(page.newspaper for page in full.pages)
    own = {name for person, name in full.names.items() if person < SECOND_IDS}
    assert papers == {"岚浦报": 1000, "芷田报": 200}
    assert sum(name in own for person, name in full.names.items() if person >= SECOND_IDS) == full.plan.shared_names
    assert [page.issue_day for page in full.pages] != sorted(page.issue_day for page in full.pages)


def test_years_are_stripped_at_the_rates_of_the_plan(full, articles):
    yearless = [page for page in full.pages if page.yearless]
    assert len(yearless) / len(full.pages) == pytest.approx(0.4, abs=0.03)
    assert sum(not article.year_printed for article in articles) / len(articles) == pytest.approx(0.7, abs=0.02)
    assert [page.name for page in yearless if YEAR.search(page.text.replace("\n", ""))] == []


def test_names_are_misprinted_at_the_rates_of_the_plan(full, articles):
    names = [name for article in articles for name in article.names]
    wrong = [name for name in names if name.misprinted]
    alike = [name for name in wrong if any(LOOK_ALIKES.get(meant) == printed for meant, printed in zip(
        full.names[name.person], name.printed, strict=True) if meant != printed)]
    assert len(wrong) / len(names) == pytest.approx(0.025, abs=0.004)
    assert len(alike) / len(names) == pytest.approx(0.02, abs=0.003)
    assert all(meant != printed for meant, printed in LOOK_ALIKES.items())


def _inversions(county: County) -> tuple[int, int]:
    """(neighbours in lists of 县领导 that stand against protocol order, all neighbours)."""
    order = {seat.key: at for at, seat in enumerate(seats_of(FIRST, county.plan.bureaus, county.plan.towns))}
    tenures = defaultdict(list)
    for tenure in county.tenures:
        tenures[tenure.person.id].append(tenure)
    wrong = every = 0
    for page in county.pages:
        for article in page.articles:
            for found in LIST.finditer(page.text, article.start, article.end):
                listed = [name.person for name in article.names if found.start(1) <= name.start < found.end(1)]
                places = [order[tenure.seat.key] for person in listed for tenure in tenures[person]
                          if tenure.start <= article.day < tenure.end]
                every += len(places) - 1
                wrong += sum(one > other for one, other in pairwise(places))
    return wrong, every


def test_lists_keep_protocol_order_but_for_the_swaps_of_the_plan(full):
    wrong, every = _inversions(full)
    assert wrong / every == pytest.approx(0.03, abs=0.01)
    assert _inversions(make_county(replace(plan_for(200), swaps=0.0)))[0] == 0


def test_a_fifth_of_the_issues_is_missing(full):
    days = sorted({page.issue_day for page in full.pages if page.newspaper == FIRST.newspaper})
    step = min((later - earlier).days for earlier, later in pairwise(days))
    printed = round((days[-1] - days[0]).days / (step + 0.5)) + 1
    assert len(days) / printed == pytest.approx(0.8, abs=0.05)


def test_every_name_stands_where_the_truth_has_it(full):
    for page in full.pages:
        assert list(page.articles) == sorted(page.articles, key=lambda article: article.start)
        for article in page.articles:
            for name in article.names:
                assert page.text[name.start:name.end].replace("\n", "") == name.printed
                assert name.misprinted == (name.printed != full.names[name.person])
                assert article.start <= name.start < name.end <= article.end


def test_posts_are_printed_of_those_who_held_them_on_the_day(full, articles):
    held = defaultdict(list)
    for tenure in full.tenures:
        held[tenure.seat.organization, tenure.seat.post, tenure.person.id].append(tenure)
    assert [(article.day, post) for article in articles for post in article.posts
            if not any(tenure.start <= article.day < tenure.end
                       for tenure in held[post.organization, post.post, post.person])] == []


def test_nobody_sits_in_two_seats_and_nobody_follows_a_namesake(full):
    people, seats = defaultdict(list), defaultdict(list)
    for tenure in full.tenures:
        people[tenure.person.id].append(tenure)
        seats[tenure.seat.organization, tenure.seat.key].append(tenure)
    for tenures in (*people.values(), *seats.values()):
        ordered = sorted(tenures, key=lambda tenure: tenure.start)
        assert all(one.end <= other.start for one, other in pairwise(ordered))
    assert all(len({tenure.person.name for tenure in tenures}) == len(tenures) for tenures in seats.values())
    assert max(len(tenures) for tenures in people.values()) >= 4


def test_numbers_of_series_rise_and_half_of_them_begin_anew_with_each_term(full, articles):
    told = defaultdict(list)
    for page in full.pages:
        for article in page.articles:
            if article.meeting:
                told[page.area, article.meeting.series].append(article.meeting)
    own = [meetings for (area, _), meetings in told.items() if area == FIRST.path]
    assert len(own) == 60
    assert sum(meetings[0].series.restarts for meetings in own) == 30
    for meetings in own:
        ordered = sorted(meetings, key=lambda meeting: meeting.day)
        assert all((one.term or 0, one.number) <= (other.term or 0, other.number) for one, other in pairwise(ordered))
        assert all(one.number < other.number or one == other or one.term != other.term for one, other in pairwise(ordered))
        for one in ordered:
            assert one.term == (full.plan.term_on(one.day) if one.series.restarts else None)


def test_posts_change_hands_at_new_terms_and_between_them(full):
    openings = full.plan.openings()[1:]
    handed = [tenure.start for tenure in full.tenures if tenure.start > full.plan.first_day and tenure.person.id < SECOND_IDS]
    near = sum(any(abs(day - opening) <= timedelta(days=60) for opening in openings) for day in handed)
    assert 0.5 < near / len(handed) < 0.9
