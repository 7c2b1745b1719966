"""Dates of articles and of the events that they report; what ties reports together."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles import corrections
from articles.given_dates import bounds
from articles.grouping import group_key, series_key
from articles.models import Article, EventReport, Page
from newsroom.intake import settle
from people.models import Person

HOME = "湖东省澄江市白石县"


@pytest.mark.parametrize(
    ("given_date", "first", "last", "precision"),
    [
        ("2022", date(2022, 1, 1), date(2022, 12, 31), "year"),
        ("2022-02", date(2022, 2, 1), date(2022, 2, 28), "month"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "month"),
        ("2022-12", date(2022, 12, 1), date(2022, 12, 31), "month"),
        ("2022-10-26", date(2022, 10, 26), date(2022, 10, 26), "day"),
    ],
)
def test_bounds_of_what_an_editor_gives(given_date, first, last, precision):
    assert bounds(given_date) == (first, last, precision)


@pytest.mark.parametrize(
    "given_date",
    ["", "22", "2022-1", "2022-00", "2022-13", "2022-02-30", "2022/02/03", "２０２２", "0000", "9999-12", "去年", "2022-01-01 "],
)
def test_anything_else_is_refused(given_date):
    with pytest.raises(ValueError, match=r"."):
        bounds(given_date)


@given(st.text(st.sampled_from("0123456789-年 "), max_size=11))
def test_bounds_hold_any_string(text):
    try:
        first, last, precision = bounds(text)
    except ValueError:
        return
    assert first <= last
    assert precision in {"day", "month", "year"}


def test_a_series_is_one_whosever_name_is_printed_before_it():
    names = ["县春耕专题会议", "我县春耕专题会议", "全县春耕专题会议", "白石县春耕专题会议", "春耕专题会议"]
    assert {series_key(name, HOME) for name in names} == {"春耕专题会议"}
    assert series_key("市春耕专题会议", "湖东省澄江市") == series_key("澄江市春耕专题会议", "湖东省澄江市")
    assert series_key("县", HOME)


def report(**told) -> EventReport:
    return EventReport(**{"raw_start": 7, "kind": "meeting", "name": "会", "area": "白石县"} | told)


def test_what_ties_reports_together():
    page = Page(sha256="ab", home_area=HOME)
    day = {"date_first": date(2021, 3, 5), "date_last": date(2021, 3, 5)}
    assert group_key(report(series="县春耕会", number=12), page) == f"series|{HOME}|春耕会||12"
    assert group_key(report(series="县春耕会", number=12, area="澄江市"), page) != group_key(
        report(series="县春耕会", number=12), page
    )
    assert group_key(report(series="常委会", number=35, term=13), page) != group_key(
        report(series="常委会", number=35, term=12), page
    )
    assert group_key(report(date_precision="day", **day), page) == f"day|{HOME}|2021-03-05|meeting"
    assert group_key(report(date_precision="month", **day), page) == "alone|ab|7"
    assert group_key(report(date_precision="day", area="", **day), page) == "alone|ab|7"
    assert len(group_key(report(series="长" * 200, number=1, area="区" * 90), page)) <= 300


def test_an_edited_year_dates_events_people_and_what_they_hold(archive, editor):
    article = Article.objects.get(headline__contains="植树")
    corrections.set_date(article, "2019-03-12", by=editor)
    settle()
    article.refresh_from_db()
    assert (article.date, article.date_basis, article.date_reasons[0]["rule"]) == ("2019-03-12", "edited", "editor")
    assert article.event_reports.get().date == "2019-03-12"
    person = Person.objects.get(name="顾长河")
    assert str(person.first_cited) == "2019-03-12"
    assert str(person.tenures.get().first_cited) == "2019-03-12"


def test_a_date_known_to_the_month_attests_no_day(archive, editor):
    for article in Article.objects.all():
        corrections.set_date(article, "2019-03", by=editor)
    settle()
    person = Person.objects.get(name="顾长河")
    assert (person.first_cited, person.last_cited, person.article_count) == (None, None, 3)


def test_a_withheld_article_lends_its_neighbours_no_year(import_paths, tmp_path, editor):
    (tmp_path / "page.txt").write_text(
        "白石县召开春耕会\n\n本报讯 2021年3月5日,白石县召开春耕会。县长沈知秋出席会议。\n\n陶然\n\n"
        "白石县召开防汛会\n\n本报讯 3月6日,白石县召开防汛会。县委书记顾长河出席会议。\n\n孟白\n",
        encoding="utf-8",
    )
    import_paths(tmp_path / "page.txt")
    with_year, without = Article.objects.order_by("reading_order")
    inferred = without.date
    decision = corrections.withhold_article(with_year, by=editor)
    settle()
    without.refresh_from_db()
    assert without.date is None or inferred is None
    assert "2021" not in str(without.date_reasons)
    corrections.undo(decision, by=editor)
    settle()
    without.refresh_from_db()
    assert without.date == inferred
