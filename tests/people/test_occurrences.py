"""Which reports tell of one event."""

from __future__ import annotations

import random
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from people.clusters import Verdict
from people.occurrences import Report, likeness, unite

SERIES = "series|湖东省澄江市白石县|春耕专题会议||12"
DAY = "day|湖东省澄江市白石县|2021-03-05|inspection"
FIRST = date(2021, 3, 5)


def told(
    at: int, key: str, day: date | None = FIRST, name: str = "春耕督导", chair: str = "沈知秋", article: int | None = None
) -> Report:
    return Report(
        (f"{at:03}", f"sha{at}", 1, at),
        at if article is None else article,
        (f"sha{at}", at),
        key,
        name,
        day,
        frozenset({chair} - {""}),
    )


def groups(occurrences) -> list[list[int]]:
    return [[report.order[3] for report in occurrence.reports] for occurrence in occurrences]


def test_a_number_of_a_series_is_one_event_within_days():
    reports = [told(1, SERIES), told(2, SERIES, FIRST + timedelta(3)), told(3, SERIES, FIRST + timedelta(20))]
    assert groups(unite(reports)) == [[1, 2], [3]]
    assert groups(unite([told(1, SERIES), told(2, SERIES, None)])) == [[1, 2]]
    assert groups(unite([*reports, told(4, SERIES, None)])) == [[1, 2], [3], [4]]
    assert groups(unite([told(1, SERIES, None), told(2, SERIES, None)])) == [[1], [2]]


def test_a_day_s_events_are_one_with_the_same_principals_and_a_like_name():
    assert groups(unite([told(1, DAY), told(2, DAY)])) == [[1, 2]]
    assert groups(unite([told(1, DAY), told(2, DAY, chair="陆远山")])) == [[1], [2]]
    assert groups(unite([told(1, DAY), told(2, DAY, chair="")])) == [[1], [2]]
    assert groups(unite([told(1, DAY), told(2, DAY, name="医院门诊楼开诊")])) == [[1], [2]]
    assert groups(unite([told(1, DAY, article=5), told(2, DAY, article=5)])) == [[1], [2]]


def test_judgements_join_and_part_and_the_later_wins():
    a, b = told(1, DAY), told(2, "alone|sha2|2")
    same = Verdict("same", frozenset({a.anchor}), frozenset({b.anchor}), 10, 20)
    differ = Verdict("differ", frozenset({a.anchor}), frozenset({b.anchor}), 10, 20)
    assert groups(unite([a, b], [same])) == [[1, 2]]
    assert groups(unite([a, b], [same, differ])) == [[1], [2]]
    assert groups(unite([a, b], [differ, same])) == [[1, 2]]


def test_names_are_like_by_their_pairs_of_characters():
    assert likeness("我县春耕督导", "春耕督导工作") == 1.0
    assert likeness("", "") == 1.0
    assert likeness("会议", "活动") == 0.0
    assert likeness("会议", "会议") == 1.0


REPORTS = st.lists(
    st.tuples(
        st.sampled_from([SERIES, DAY, "alone|x|1"]),
        st.none() | st.integers(0, 12),
        st.sampled_from(["春耕督导", "春耕督导会", "植树"]),
        st.sampled_from(["", "沈知秋", "陆远山"]),
        st.integers(1, 6),
    ),
    max_size=10,
).map(
    lambda drawn: [
        told(at, key, None if days is None else FIRST + timedelta(days), name, chair, article)
        for at, (key, days, name, chair, article) in enumerate(drawn)
    ]
)


@given(REPORTS, st.integers())
def test_nothing_depends_on_the_order_of_reports(reports, seed):
    shuffled = random.Random(seed).sample(reports, len(reports))
    assert groups(unite(shuffled)) == groups(unite(reports))
    assert sorted(at for group in groups(unite(reports)) for at in group) == list(range(len(reports)))
