"""Namesakes in time: what one person can have been, one office after the other, and what not."""

from __future__ import annotations

import itertools
import random
from collections import Counter, defaultdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from people.clusters import Cluster, Sighting
from people.identity import identify
from people.lookalikes import name_keys, variants
from people.matching import match
from people.posts import normalise
from people.profiles import Profile, profile_of
from people.standing import standing
from tests.people.county import HOME, OTHER, County, county
from tests.people.sighted import CITY, groups, seen

BUREAU, TOWN, DEPUTY, HEAD = "县财政局局长", "柳湾镇镇长", "副县长", "县委宣传部部长"


def monthly(first: int, year: int, *posts: str, months: int = 12) -> list[Sighting]:
    return [seen(first + at, f"{year + at // 12}-{at % 12 + 1:02}-10", *posts) for at in range(months)]


def leader(first: int, year: int) -> list[Sighting]:
    return monthly(first, year, "县委常委", "县委宣传部部长")


CAREERS = {
    "a move up": ([seen(1, "2018-01-01", BUREAU), seen(2, "2019-01-01", DEPUTY)], [[1, 2]]),
    "posts printed together": (
        [seen(1, "2018-01-01", BUREAU), seen(2, "2018-03-01", DEPUTY, BUREAU), seen(3, "2018-06-01", DEPUTY),
         seen(4, "2018-08-01", BUREAU)], [[1, 2, 3, 4]]),
    "two offices in turn, never together": (
        [seen(1, "2018-01-01", BUREAU), seen(2, "2018-06-01", TOWN), seen(3, "2019-01-01", BUREAU), seen(4, "2019-06-01", TOWN)],
        [[1, 3], [2, 4]]),
    "the old post once more in the days of the handover": (
        [seen(1, "2018-01-01", BUREAU), seen(2, "2018-06-01", TOWN), seen(3, "2018-06-20", BUREAU), seen(4, "2019-06-01", TOWN)],
        [[1, 2, 3, 4]]),
    "the standing committee beside anything": (
        [seen(1, "2018-01-01", BUREAU), seen(2, "2018-06-01", "县委常委"), seen(3, "2019-01-01", BUREAU)],
        [[1, 2, 3]]),
    "a former post is no office": (
        [seen(1, "2018-01-01", DEPUTY), seen(2, "2018-06-01", "原" + BUREAU, DEPUTY), seen(3, "2019-01-01", DEPUTY)],
        [[1, 2, 3]]),
    "a fall from the county to a town": ([seen(1, "2018-01-01", DEPUTY), seen(2, "2019-01-01", TOWN)], [[1], [2]]),
    "a leap from a town to the head": ([seen(1, "2018-01-01", TOWN), seen(2, "2019-01-01", "县委书记")], [[1], [2]]),
    "thirteen years of nothing": ([seen(1, "2001-01-01", BUREAU), seen(2, "2014-06-01", DEPUTY)], [[1], [2]]),
    "thirteen years in which the name is printed": (
        [seen(1, "2001-01-01", BUREAU), seen(2, "2007-01-01"), seen(3, "2014-06-01", DEPUTY)], [[1, 2, 3]]),
    "three years of nothing for one who was cited monthly": (
        [*monthly(1, 2010, BUREAU), seen(20, "2014-01-01", DEPUTY)], [[*range(1, 13)], [20]]),
    "three years of nothing for one who was cited once": (
        [seen(1, "2010-12-01", BUREAU), seen(20, "2014-01-01", DEPUTY)], [[1, 20]]),
    "a leader of the county goes up to the city": (
        [seen(1, "2018-01-01", "县委书记"), seen(2, "2019-01-01", "市人大常委会副主任")], [[1, 2]]),
    "both at once": (
        [seen(1, "2018-01-01", "县委书记"), seen(2, "2019-01-01", "市人大常委会副主任"), seen(3, "2020-01-01", "县委书记")],
        [[1, 3], [2]]),
    "an office of the city after one of the county": (
        [seen(1, "2018-01-01", BUREAU), seen(2, "2019-01-01", "市财政局副局长")], [[1], [2]]),
    "an undated citation": ([seen(1, "2018-01-01", BUREAU), seen(2, "", DEPUTY)], [[1, 2]]),
    "a bare name between two people, in the one's days": (
        [*monthly(1, 2010, BUREAU), *monthly(21, 2018, DEPUTY), seen(40, "2010-06-20")],
        [[*range(1, 13), 40], [*range(21, 33)]]),
    "a bare name in nobody's days": ([*monthly(1, 2010, BUREAU), seen(40, "2017-06-20")], [[*range(1, 13)], [40]]),
    "a bare name that two may have": (
        [*monthly(1, 2010, BUREAU), *monthly(21, 2010, TOWN), seen(40, "2010-06-20")],
        [[*range(1, 13)], [*range(21, 33)], [40]]),
    "a list of leaders means the leader": (
        [*leader(1, 2010), *monthly(21, 2010, TOWN), seen(40, "2010-06-20", listed=True)],
        [[*range(1, 13), 40], [*range(21, 33)]]),
    "two lists of leaders without more": (
        [seen(1, "2010-06-20", listed=True), seen(2, "2010-07-20", listed=True)], [[1, 2]]),
    "a teacher is not the magistrate": (
        [seen(1, "2010-06-20", DEPUTY), seen(2, "2010-07-20", occupation="历史教师")], [[1], [2]]),
    "short names don't reach beyond a year": (
        [seen(1, "2010-06-20", DEPUTY, name="沈秋"), seen(2, "2011-05-20", name="沈秋"), seen(3, "2013-06-20", name="沈秋")],
        [[1, 2], [3]]),
    "a career that two namesakes may continue": (
        [*monthly(100, 2010, "县财政局副局长", months=60), *monthly(200, 2015, "柳湾镇党委书记", months=24),
         *monthly(300, 2015, "青石镇党委书记", months=24)],
        [[*range(100, 160)], [*range(200, 224)], [*range(300, 324)]]),
    "the place in the list tells two leaders apart": (
        [*monthly(100, 2008, "县委常委", "县委宣传部部长", months=36), *monthly(200, 2010, DEPUTY, months=36),
         seen(300, "2009-01-05", listed=True, before=("葛川",), after=("方圆", "石磊")),
         seen(301, "2011-12-20", listed=True, before=("石磊", "方圆"), after=("马川",)),
         seen(302, "2010-06-20", listed=True, before=("石磊", "方圆"), after=("马川",)),
         seen(303, "2010-07-20", listed=True, before=("葛川",), after=("方圆", "石磊")),
         seen(304, "2010-08-20", listed=True, before=("葛川",), after=("马川",))],
        [[*range(100, 136), 300, 303], [*range(200, 236), 301, 302], [304]]),
}  # fmt: skip


@pytest.mark.parametrize(("sightings", "wanted"), [pytest.param(*row, id=name) for name, row in CAREERS.items()])
def test_a_career_is_what_one_person_can_have_had(sightings, wanted):
    assert groups(sightings) == wanted


RUNGS = {"县委书记": 8, "县长": 7.5, "县委常委": 6, "副县长": 6, BUREAU: 5, TOWN: 5, HEAD: 6, "县财政局副局长": 4,
         "市财政局局长": 7}  # fmt: skip


@pytest.mark.parametrize(("post", "rung"), RUNGS.items())
def test_posts_have_their_rung(post, rung):
    assert standing(normalise(post, "", CITY[-3:] if post[0] == "市" else HOME[-3:], HOME)) == rung


def told(clusters: list[Cluster]) -> list[list[tuple[str, str, int, int]]]:
    return [[sighting.order for sighting in cluster.sightings] for cluster in clusters]


@settings(max_examples=20)
@given(st.integers(0, 10**6))
def test_the_order_of_sightings_changes_nothing(seed):
    some = county(seed % 7, articles=150, people=40, shared=20)
    clusters = identify(some.sightings)
    shuffled = random.Random(seed).sample(some.sightings, len(some.sightings))
    assert told(identify(shuffled)) == told(clusters)
    assert sum(len(cluster.sightings) for cluster in clusters) == len(some.sightings)
    assert all(len(cluster.articles) == len(cluster.sightings) for cluster in clusters)


@pytest.mark.parametrize("seed", [1, 6])
def test_a_county_of_thirty_years(seed):
    """Pairs of citations: of those taken for one person's how many are, of those that are how many are found, or suggested."""
    precision, recall, with_suggestions = figures(both_counties(seed))
    assert precision >= 0.995
    assert recall >= 0.95
    assert with_suggestions >= 0.99


def both_counties(seed: int) -> County:
    one, other = county(seed), county(seed + 1000, articles=800, people=60, shared=4, home=OTHER, start=10000)
    truth = {order: -1 - number for order, number in other.truth.items()}
    return County(one.sightings + other.sightings, one.truth | truth)


def figures(made: County) -> tuple[float, float, float]:
    clusters = identify(made.sightings)
    counted = [Counter(made.truth[sighting.order] for sighting in cluster.sightings) for cluster in clusters]
    right = sum(pairs_among(number) for people in counted for number in people.values())
    taken = sum(pairs_among(len(cluster.sightings)) for cluster in clusters)
    true = sum(pairs_among(number) for number in Counter(made.truth.values()).values())
    found = sum(counted[one][person] * counted[other][person]
                for one, other in suggested(clusters) for person in counted[one])  # fmt: skip
    return right / taken, right / true, (right + found) / true


def pairs_among(number: int) -> int:
    return number * (number - 1) // 2


def suggested(clusters: list[Cluster]) -> list[tuple[int, int]]:
    profiles = [profile_of(cluster) for cluster in clusters]
    return [(one, other) for one, other in sorted(compared(profiles))
            if match(profiles[one], profiles[other]) and clusters[one].articles.isdisjoint(clusters[other].articles)]  # fmt: skip


def compared(profiles: list[Profile]) -> set[tuple[int, int]]:
    """Pairs as the linker looks them up: of one name, one letter apart in an area, one look-alike letter apart."""
    groups: dict[str, set[int]] = defaultdict(set)
    for at, profile in enumerate(profiles):
        names = [name for name, _ in profile.names]
        for name in names:
            groups[name].add(at)
            for variant in variants(name):
                groups[min(name, variant) + "/" + max(name, variant)].add(at)
        if profile.telling:
            for key in name_keys(names):
                groups[key].add(at)
    return {pair for group in groups.values() for pair in itertools.combinations(sorted(group), 2)}
