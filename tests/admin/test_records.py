"""What the pages of records show: marked texts, reasons in words, posts in order, and nothing hostile."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Article, Mention
from newsroom.admin.desk import address
from newsroom.admin.wording import in_words, reason_in_words, shown_date
from people.models import Appearance, Citation, Person, Suggestion

HOSTILE = "<script>alert(1)</script>&amp;<b onclick=\"x\">'"


def shown(desk: Client, record: object) -> str:
    answer = desk.get(address(record))
    assert answer.status_code == 200
    return answer.content.decode()


def test_an_article_shows_its_people_marked(desk: Client, told) -> None:
    page = shown(desk, told.article)
    marks = re.findall(r'<mark class="(person-\d)" title="([^"]*)"><a href="([^"]*)">([^<]*)</a></mark>', page)
    assert [mark[3] for mark in marks] == ["钟离远", "钟离远"]
    assert {mark[2] for mark in marks} == {address(told.person)}
    assert "副县长" in marks[0][1]
    assert "〔2021〕年3月5日" in page
    assert "2021年3月6日第1版" in page
    assert f"{address(told.page)}#article-{told.article.pk}" in page
    assert "要修好水渠" in page
    assert address(told.event) in page


def test_doubtful_and_unlinked_names_are_marked_as_such(desk: Client, told) -> None:
    Citation.objects.all().delete()
    Mention.objects.update(confidence=0.4)
    assert '<mark class="person-0 unsure" title="钟离远' in shown(desk, told.article)
    Mention.objects.update(decided=True)
    assert '<mark class="person-0 decided"' in shown(desk, told.article)


@pytest.mark.parametrize("kind", ["article", "page", "person", "event", "role", "mention"])
def test_hostile_text_stays_text(kind: str, desk: Client, tell) -> None:
    told = tell(1, name=HOSTILE[:45], extra=HOSTILE)
    told.page.text = HOSTILE
    told.page.save()
    Article.objects.update(headline=HOSTILE, byline=HOSTILE, date_reasons=[{"rule": HOSTILE, "detail": HOSTILE}, HOSTILE])
    page = shown(desk, getattr(told, kind))
    assert "<script>alert" not in page
    assert "<b onclick" not in page
    assert "&lt;script&gt;" in page


@pytest.mark.parametrize("kind", ["article", "page", "person", "event", "role"])
def test_the_size_of_a_record_costs_no_queries(kind: str, desk: Client, tell) -> None:
    told = tell(1)
    record = getattr(told, kind)
    shown(desk, record)

    def queries() -> int:
        with CaptureQueriesContext(connection) as caught:
            shown(desk, record)
        return len(caught)

    few = queries()
    for number in range(2, 12):
        other = tell(number)
        Person.objects.filter(pk=other.person.pk).update(name=f"闻{number}")
        Appearance.objects.create(person=other.person, article=told.article, order=number, name_as_printed="闻")
        other.article.appearances.update(person=told.person)
        Citation.objects.filter(mention__article=other.article).update(person=told.person)
        other.person.tenures.update(role=told.role)
        other.person.participations.update(event=told.event)
        other.event.citations.update(event=told.event)
        Article.objects.filter(pk=other.article.pk).update(page=told.page, reading_order=number)
    assert queries() == few <= 20


def test_a_person_shows_posts_quotations_and_who_else_it_may_be(desk: Client, tell) -> None:
    told, other = tell(1), tell(2, name="钟离渊")
    Suggestion.objects.create(left=told.person.pk, right=other.person.pk, score=0.7, linker_version="1",
                              reasons=[{"rule": "name", "detail": "一字之差"}])
    page = shown(desk, told.person)
    assert '<mark class="person-0">钟离远</mark>主持会议' in page
    assert "青岭县人民政府" in page
    assert "一字之差" in page
    assert f'name="_selected_action" value="{other.person.pk}"' in page


def test_an_event_shows_printed_verbs_and_no_coarse_capacity(desk: Client, told) -> None:
    page = shown(desk, told.event)
    assert "主持" in page
    assert "chair" not in page
    assert address(told.article) in page


def test_a_page_shows_its_raw_text_and_articles(desk: Client, told) -> None:
    page = shown(desk, told.page)
    assert f'<a id="article-{told.article.pk}"></a>县水利工作会议召开' in page
    assert "/pages/1.txt" in page


@pytest.mark.parametrize(("fields", "printed", "expected"), [
    ({"date_precision": "day"}, None, "〔2021〕年3月5日"),
    ({"date_precision": "day"}, {"year": 2021}, "2021年3月5日"),
    ({"date_precision": "day", "date_basis": "stated"}, None, "2021年3月5日"),
    ({"date_precision": "month"}, None, "〔2021〕年3月"),
    ({"date_precision": "year"}, None, "〔2021〕年"),
])
def test_dates_in_words(fields: dict, printed: dict | None, expected: str, told) -> None:
    article = told.article
    for name, value in fields.items():
        setattr(article, name, value)
    assert shown_date(article, printed) == expected
    article.date_first = None
    assert shown_date(article, printed) == ""


def test_reasons_and_shares_in_words() -> None:
    assert reason_in_words({"rule": "series", "years": [2022], "weight": 0.9, "detail": "第118次"}) == (
        "届次先后 · 指向2022年 · 第118次 · 分量重")
    assert reason_in_words({}) == ""
    assert reason_in_words("原样") == "原样"
    assert [in_words(share) for share in (0.9, 0.7, 0.1)] == ["把握大", "较有把握", "存疑"]


def test_the_correction_page_stands_by_itself(desk: Client, told) -> None:
    answer = desk.get(reverse("admin:articles_article_correct", args=[told.article.pk]))
    assert answer.status_code == 200
    assert told.article.headline in answer.content.decode()
    assert desk.get(reverse("admin:articles_article_correct", args=[999999])).status_code == 404
