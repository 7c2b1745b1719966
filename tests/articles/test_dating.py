"""Which year a page's dates belong to."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from articles.dating import UNKNOWN, settle_page
from articles.reading.clean import clean
from articles.reading.clues import read_clues
from articles.reading.types import PrintedDate, Span, TimeClue


def printed(month: int | None = None, day: int | None = None, year: int | None = None, **parts: int | str | None) -> PrintedDate:
    return PrintedDate("", Span(0, 1), year, month, day, **parts)  # type: ignore[arg-type]


def clues_of(raw: str) -> tuple[TimeClue, ...]:
    return read_clues(clean(raw).text)


def test_a_printed_year_is_stated() -> None:
    (found,) = settle_page([printed(12, 26, 2022)], [], None)
    assert (found.first, found.basis, found.certainty, found.reasons) == (date(2022, 12, 26), "stated", "certain", ())


def test_nothing_printed_settles_nothing() -> None:
    assert settle_page([printed(3, 29), None], [], None) == [UNKNOWN, UNKNOWN]


def test_what_fits_several_years_settles_nothing() -> None:
    (found,) = settle_page([printed(3, 29)], clues_of("疫情防控会议,核酸检测"), None)
    assert (found.first, found.basis, found.reasons) == (None, "unknown", ())
    assert {year for year, _ in found.candidates} == {2020, 2021, 2022}
    assert 0.8 < sum(share for _, share in found.candidates) <= 1


def test_public_events_settle_a_year() -> None:
    (found,) = settle_page([printed(12, 10)], clues_of("学习党的十九届五中全会精神,审议2020年度报告"), None)
    assert (found.first, found.basis) == (date(2020, 12, 10), "inferred")
    assert {reason["rule"] for reason in found.reasons} >= {"report_year"}
    assert all(set(reason) == {"rule", "years", "weight", "detail"} for reason in found.reasons)


def test_a_neighbours_printed_year_counts_across_new_year() -> None:
    found = settle_page([printed(12, 30), printed(1, 3, 2022)], [], None)
    assert found[0].first == date(2021, 12, 30)


def test_the_issue_date_gives_year_and_month() -> None:
    found = settle_page([printed(12, 30), printed(None, 29), printed(relative="昨天")], [], date(2022, 1, 4))
    assert [one.first for one in found] == [date(2021, 12, 30), date(2021, 12, 29), date(2022, 1, 3)]
    assert {one.basis for one in found} == {"inferred"}


def test_neighbours_give_the_month() -> None:
    found = settle_page([printed(None, 24), printed(10, 26, 2022), printed(10, 29, 2022)], [], None)
    assert found[0].first == date(2022, 10, 24)
    assert {"neighbour_month", "page_date"} == {reason["rule"] for reason in found[0].reasons}


def test_weekdays_tell_years_apart() -> None:
    clues = clues_of("新冠肺炎疫情防控")
    (found,) = settle_page([printed(6, 20, weekday=0)], clues, None)
    assert found.first == date(2022, 6, 20)


def test_ranges_end() -> None:
    (found,) = settle_page([printed(12, 30, 2021, end_month=1, end_day=2)], [], None)
    assert found.end == date(2022, 1, 2)


def test_impossible_days_are_unknown() -> None:
    assert settle_page([printed(2, 30, 2022)], [], None) == [UNKNOWN]


PART = st.one_of(st.none(), st.integers(1, 31))
PRINTED = st.builds(
    PrintedDate, st.just(""), st.just(Span(0, 1)), st.one_of(st.none(), st.integers(1900, 2100)),
    st.one_of(st.none(), st.integers(1, 12)), PART, st.none(), st.none(), PART,
)  # fmt: skip


@given(st.lists(st.one_of(st.none(), PRINTED), max_size=6), st.one_of(st.none(), st.dates(date(1950, 1, 1), date(2045, 1, 1))))
def test_any_dates_are_concluded_without_failing(articles: list[PrintedDate | None], issue: date | None) -> None:
    for found in settle_page(articles, clues_of("党的二十大精神"), issue):
        assert (found.basis == "unknown") == (found.first is None)
        assert found.basis != "unknown" or found.reasons == ()
