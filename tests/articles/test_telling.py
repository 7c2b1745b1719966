"""Pages that print their year date pages that don't: by posts, by numbered series, and not through what is hidden."""

from __future__ import annotations

import pytest

from articles import corrections
from articles.models import Article, AttestedQuarter, DatingMark, Page
from newsroom.intake import settle
from people import curation
from people.models import Person

MEETING = """白石县防汛抗旱第{number}次专题会议召开

本报讯 {day},白石县防汛抗旱第{number}次专题会议召开。县委书记{secretary}主持会议,
县长{magistrate}出席会议并讲话,县水利局局长{bureau}汇报工作。

陶然
"""
EARLY, LATE = ("顾长河", "沈知秋", "陆远山"), ("韩书远", "程雪松", "贺兰亭")


def meeting(number: int, day: str, names: tuple[str, str, str]) -> str:
    return MEETING.format(number=number, day=day, secretary=names[0], magistrate=names[1], bureau=names[2])


@pytest.fixture
def archive(import_paths, tmp_path):
    """Meetings of known years under two leaderships, one in each half year, and a page that prints no year."""
    days = [(2016 + at // 2, (3, 20) if at % 2 == 0 else (9, 20)) for at in range(8)]
    for at, (year, (month, day)) in enumerate(days):
        text = meeting(1 + 6 * at, f"{year}年{month}月{day}日", EARLY if year < 2018 else LATE)
        (tmp_path / f"known{at}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "open.txt").write_text(meeting(27, "6月20日", LATE), encoding="utf-8")
    import_paths(tmp_path)
    return tmp_path


def dated(name: str = "open") -> Article:
    return Article.objects.get(page__name=name, live=True)


def test_posts_and_series_date_a_page_and_say_so(archive):
    article = dated()
    assert (article.date, article.date_basis) == ("2018-06-20", "inferred")
    assert {reason["rule"] for reason in article.date_reasons} == {"holder", "series"}
    details = "".join(reason["detail"] for reason in article.date_reasons)
    assert "县委书记韩书远见于2018年1至3月—2019年7至9月" in details
    assert "第25次印于2018-03-20" in details
    assert "第31次印于2018-09-20" in details


def test_no_concluded_year_dates_another_page(archive, import_paths):
    assert not DatingMark.objects.filter(page__name="open").exclude(day=None).exists()
    (archive / "other.txt").write_text(meeting(28, "6月30日", ("韩书远", "程雪松", "白小舟")), encoding="utf-8")
    import_paths(archive / "other.txt")
    assert dated("other").date == "2018-06-30"
    assert not any("白小舟" in reason["detail"] for name in ("open", "other") for reason in dated(name).date_reasons)


def test_an_editors_date_dates_other_pages(import_paths, tmp_path, editor):
    (tmp_path / "one.txt").write_text(meeting(26, "6月10日", LATE), encoding="utf-8")
    (tmp_path / "two.txt").write_text(meeting(27, "6月20日", LATE), encoding="utf-8")
    import_paths(tmp_path)
    assert dated("two").date is None
    decision = corrections.set_date(dated("one"), "2018-06-10", by=editor)
    settle()
    assert dated("two").date == "2018-06-20"
    corrections.undo(decision, by=editor)
    settle()
    assert dated("two").date is None
    assert not AttestedQuarter.objects.exists()


def test_withheld_articles_date_no_other_page(archive, editor):
    known = Article.objects.filter(page__name__startswith="known")
    decisions = [corrections.withhold_article(article, by=editor) for article in known]
    settle()
    assert (dated().date, dated().date_reasons) == (None, [])
    assert not AttestedQuarter.objects.exists()
    for decision in decisions:
        corrections.undo(decision, by=editor)
    settle()
    assert dated().date == "2018-06-20"


def test_a_withheld_persons_name_gives_no_reason(archive, editor):
    before = dated().date_reasons
    decision = curation.withhold(Person.objects.get(name="韩书远"), by=editor)
    settle()
    assert dated().date == "2018-06-20"
    assert not any("韩书远" in reason["detail"] for reason in dated().date_reasons)
    curation.undo(decision, by=editor)
    settle()
    assert dated().date_reasons == before


def test_another_reading_of_a_page_takes_its_marks_back(archive, editor):
    marks = set(DatingMark.objects.values_list("page__name", "key", "number", "day"))
    attested = set(AttestedQuarter.objects.values_list("key", "quarter", "pages"))
    page = Page.objects.get(name="known3")
    decision = corrections.correct_text(page, page.text.index("沈知秋"), page.text.index("沈知秋") + 3, "甘棠梨", by=editor)
    settle()
    assert set(AttestedQuarter.objects.values_list("key", "quarter", "pages")) != attested
    corrections.undo(decision, by=editor)
    settle()
    assert set(DatingMark.objects.values_list("page__name", "key", "number", "day")) == marks
    assert set(AttestedQuarter.objects.values_list("key", "quarter", "pages")) == attested
