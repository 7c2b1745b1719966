"""Decisions made on the desks: asked back, recorded with user and reason, taken back, and only by those who may."""

from __future__ import annotations

import hashlib
from urllib.parse import urlparse

import pytest
from django.contrib.auth.models import User
from django.db import transaction
from django.test import Client
from django.urls import reverse

from articles.importing import write_reading
from articles.models import Article, Correction
from articles.reading.types import Lexicon
from articles.rereading import read_stored
from articles.storing import IncomingPage, PageFacts, store
from newsroom.intake import settle
from people.models import Judgement, Person

ARTICLES = reverse("admin:articles_article_changelist")
PEOPLE = reverse("admin:people_person_changelist")
PAGES = (
    "县水利工作会议召开\n\n本报讯 2021年3月5日,县委副书记、县长钟离远主持召开县水利工作会议。副县长苗青山参加会议。\n\n"
    "钟离远强调,要修好水渠,保证春灌。\n",
    "苗青山调研春耕\n\n本报讯 2021年4月8日,副县长苗青山到河口镇调研春耕。县农业农村局局长安平原陪同。\n\n"
    "苗青山要求,要抢抓农时。\n",
)


@pytest.fixture
def read(editor: User) -> list[Article]:
    """The articles of two short pages, read and linked as an import does it."""
    for number, text in enumerate(PAGES):
        facts = PageFacts(newspaper="青岭报", area="明州市青岭县", issue_date=f"2021-0{number + 3}-09", section="1")
        digest = hashlib.sha256(text.encode()).hexdigest()
        with transaction.atomic():
            page, *_ = store(IncomingPage(f"/pages/{number}.txt", f"{number}", digest, text, "utf-8", facts))
            write_reading(page, read_stored(page, Lexicon()))
    settle()
    return list(Article.objects.live())


def person(name: str) -> Person:
    return Person.objects.get(name=name, live=True)


def choose(desk: Client, address: str, action: str, records: list, **answers: str):
    return desk.post(address, {"action": action, "_selected_action": [record.pk for record in records], **answers})


def test_articles_are_reviewed_after_asking_back(desk: Client, read: list[Article], editor: User) -> None:
    asked = choose(desk, ARTICLES, "mark_reviewed", read, index="0", select_across="0")
    assert asked.status_code == 200
    assert read[0].headline in asked.content.decode()
    assert not Correction.objects.exists()
    done = choose(desk, ARTICLES, "mark_reviewed", read, apply="yes", reason="对照合订本")
    assert done.status_code == 302
    assert {row.review_state for row in Article.objects.live()} == {"reviewed"}
    assert {(row.kind, row.reason, row.made_by) for row in Correction.objects.all()} == {("review", "对照合订本", editor)}


def test_a_decision_asked_for_on_the_record_leads_back_to_it(desk: Client, read: list[Article]) -> None:
    article = read[0]
    done = choose(desk, ARTICLES, "withhold", [article], apply="yes", return_to="record")
    assert urlparse(done.url).path == reverse("admin:articles_article_change", args=[article.pk])
    assert Article.objects.get(pk=article.pk).withheld
    assert not Person.objects.filter(name="钟离远", live=True).exists()


def test_withdrawing_makes_it_undone(desk: Client, read: list[Article]) -> None:
    choose(desk, ARTICLES, "withhold", [read[0]], apply="yes")
    decision = Correction.objects.get()
    address = reverse("admin:articles_correction_changelist")
    assert choose(desk, address, "withdraw", [decision], index="0").status_code == 200
    assert choose(desk, address, "withdraw", [decision], apply="yes").status_code == 302
    assert not Article.objects.get(pk=read[0].pk).withheld
    assert person("钟离远").live
    again = choose(desk, address, "withdraw", [decision], apply="yes")
    assert again.status_code == 302
    assert Correction.objects.count() == 1


def test_two_people_become_one_and_two_again(desk: Client, read: list[Article], editor: User) -> None:
    keep, other = person("安平原"), person("苗青山")
    asked = choose(desk, PEOPLE, "merge", [keep, other], index="0").content.decode()
    assert "调研春耕" in asked
    assert asked.count("<blockquote>") == keep.article_count + other.article_count
    assert f'value="{other.pk}" checked' in asked
    refused = choose(desk, PEOPLE, "merge", [keep, other], apply="yes", keep="999999")
    assert refused.status_code == 200
    assert not Judgement.objects.exists()
    done = choose(desk, PEOPLE, "merge", [keep, other], apply="yes", keep=str(keep.pk), reason="同一人改名")
    assert urlparse(done.url).path == reverse("admin:people_person_change", args=[keep.pk])
    assert not Person.objects.get(pk=other.pk).live
    judgement = Judgement.objects.get()
    assert (judgement.kind, judgement.left, judgement.reason, judgement.made_by) == ("same", keep.pk, "同一人改名", editor)
    gone = desk.get(reverse("admin:people_person_change", args=[other.pk])).content.decode()
    assert reverse("admin:people_person_change", args=[keep.pk]) in gone
    choose(desk, reverse("admin:people_judgement_changelist"), "withdraw", [judgement], apply="yes")
    assert Person.objects.get(pk=other.pk).live


def test_two_people_are_kept_apart(desk: Client, read: list[Article]) -> None:
    pair = [person("安平原"), person("苗青山")]
    assert choose(desk, PEOPLE, "differ", pair, index="0").status_code == 200
    assert choose(desk, PEOPLE, "differ", pair, apply="yes").status_code == 302
    assert Judgement.objects.get().kind == "differ"


@pytest.mark.parametrize("action", ["merge", "differ"])
@pytest.mark.parametrize("number", [1, 3])
def test_a_pair_is_two(desk: Client, read: list[Article], action: str, number: int) -> None:
    people = list(Person.objects.filter(live=True)[:number])
    assert choose(desk, PEOPLE, action, people, apply="yes", keep=str(people[0].pk)).status_code == 302
    assert not Judgement.objects.exists()


def test_what_cannot_be_decided_is_said_and_changes_nothing(desk: Client, read: list[Article]) -> None:
    keep, other = person("安平原"), person("苗青山")
    Person.objects.filter(pk=other.pk).update(live=False)
    address = f"{PEOPLE}?standing=all"
    answer = desk.post(address, {"action": "merge", "_selected_action": [keep.pk, other.pk], "apply": "yes", "keep": keep.pk},
                       follow=True)
    assert [message.level_tag for message in answer.context["messages"]] == ["error"]
    assert not Judgement.objects.exists()


@pytest.mark.parametrize("action", ["mark_reviewed", "withhold"])
def test_people_are_reviewed_and_withheld(desk: Client, read: list[Article], action: str) -> None:
    chosen = person("苗青山")
    assert choose(desk, PEOPLE, action, [chosen], index="0").status_code == 200
    assert choose(desk, PEOPLE, action, [chosen], apply="yes").status_code == 302
    after = Person.objects.get(pk=chosen.pk)
    assert (after.review_state == "reviewed", after.withheld) == (action == "mark_reviewed", action == "withhold")


def test_headline_and_date_are_corrected(desk: Client, read: list[Article]) -> None:
    article = read[0]
    address = reverse("admin:articles_article_correct", args=[article.pk])
    given = {"headline": article.headline, "date": article.date, "reason": "", "version": article.version}
    desk.post(address, given)
    assert not Correction.objects.exists()
    assert desk.post(address, given | {"headline": "县里开水利会", "date": "2021-03", "reason": "见原报"}).status_code == 302
    article.refresh_from_db()
    assert (article.headline, article.date, article.date_basis) == ("县里开水利会", "2021-03", "edited")
    assert {(row.kind, row.reason) for row in Correction.objects.all()} == {("headline", "见原报"), ("date", "见原报")}


@pytest.mark.parametrize("wrong", [{"date": "2021-02-30"}, {"date": "去年"}, {"date": ""}, {"version": "0"}, {"version": "x"},
                                   {"headline": "长" * 501}, {"headline": "\x00"}])
def test_a_wrong_correction_is_refused_with_words(desk: Client, read: list[Article], wrong: dict[str, str]) -> None:
    article = read[0]
    address = reverse("admin:articles_article_correct", args=[article.pk])
    given = {"headline": article.headline, "date": article.date, "reason": "", "version": article.version}
    answer = desk.post(address, given | wrong)
    assert answer.status_code == 200
    assert "errorlist" in answer.content.decode()
    assert not Correction.objects.exists()


def test_onlookers_look_and_do_not_decide(read: list[Article], onlooker: Client) -> None:
    article = read[0]
    page = onlooker.get(reverse("admin:articles_article_change", args=[article.pk])).content.decode()
    assert "<mark" in page
    assert 'name="action"' not in page
    assert 'name="headline"' not in page
    people = list(Person.objects.filter(live=True)[:2])
    choose(onlooker, ARTICLES, "withhold", read, apply="yes")
    choose(onlooker, PEOPLE, "merge", people, apply="yes", keep=str(people[0].pk))
    address = reverse("admin:articles_article_correct", args=[article.pk])
    assert onlooker.post(address, {"headline": "x", "version": article.version}).status_code == 403
    assert not Correction.objects.exists()
    assert not Judgement.objects.exists()


def test_too_many_at_once_are_refused(desk: Client, read: list[Article], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsroom.admin.confirming.MOST_AT_ONCE", 1)
    choose(desk, ARTICLES, "mark_reviewed", read, apply="yes")
    assert not Correction.objects.exists()
