"""Who is joined and who is suggested on a database: in any order the same, and never what editors know to differ."""

from __future__ import annotations

import hashlib
import itertools
import random
from datetime import date
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.importing import mark_stale
from articles.models import Article, Mention, Page
from articles.storing import PageFacts
from newsroom.importrun import run
from newsroom.intake import settle
from newsroom.manifest import read_manifest
from newsroom.orders import Order
from people import curation
from people.models import NameKey, Person, Profile, Suggestion
from tests.conftest import SAMPLES, SHARED

HOME = "湖东省澄江市白石县"
SLOT = "名单中位置相同"
HEAD = "县委宣传部部长"
Printed = tuple[str, str]
"""A name, and the post or list title (县领导) by it; one who stands in the list of the article has a comma after the name."""


def write_article(at: int, day: str, *printed: Printed) -> None:
    """A page with one article."""
    sha256 = hashlib.sha256(str(at).encode()).hexdigest()
    page = Page.objects.create(sha256=sha256, name=f"p{at:03}", text="", encoding="utf-8", home_area=HOME, reader_version="1")
    on = date.fromisoformat(day)
    article = Article.objects.create(
        page=page, reading_order=1, raw_start=0, raw_end=999, headline_state="missing", body="", date_first=on, date_last=on,
        date_precision="day", date_basis="stated", date_certainty="certain")  # fmt: skip
    start = 0
    for referent, (name, text) in enumerate(printed):
        generic = text == "县领导"
        role = {"text": text, "organization": None, "area": None if generic else "白石县", "generic": generic, "qualifiers": []}
        Mention.objects.create(
            article=article, field="body", start=start, end=start + len(name), raw_start=start, raw_end=start + len(name),
            exact=name, name_as_printed=name, suffix="、" if generic else "。", referent=referent, roles=[role], rule="title",
            confidence=0.9)  # fmt: skip
        start += len(name) + (1 if generic else 9)
    mark_stale(names=[name for name, _ in printed])


def listed(*names: str) -> list[Printed]:
    return [(name, "县领导") for name in names]


PAGES: list[tuple[str, list[Printed]]] = [
    *((f"2020-{at:02}-01", [("雷鸣山", HEAD), *listed("葛川", "方圆", "沈云海", "石磊")]) for at in range(1, 7)),
    ("2020-03-15", [("雷呜山", HEAD)]),  # a misprint beyond doubt
    ("2020-04-15", [*listed("葛川", "方圆", "沈文海", "石磊")]),  # somebody in the place of 沈云海
    ("2020-05-15", [*listed("葛川", "方圆", "石硌")]),
    ("2020-06-15", [*listed("石磊", "石硌")]),  # in one list: two people
    ("2021-03-15", [("霍鸣山", "副县长")]),
]


def told() -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
    """The people by their pages and names, and the suggestions with their reasons."""
    people = {
        person.pk: (*sorted(f"{row.page.name}{row.mention.name_as_printed}" for row in person.citations.filter(active=True)),)
        for person in Person.objects.live()
    }
    pairs = [(*sorted(str(people[person]) for person in (row.left, row.right)), str(row.score), *row.reasons)
             for row in Suggestion.objects.all()]  # fmt: skip
    return sorted(people.values()), sorted(pairs)


@pytest.mark.django_db
def test_any_order_of_pages_gives_the_same_people_and_suggestions():
    found = []
    for seed in range(6):
        Page.objects.all().delete()
        for model in (Suggestion, Person):
            model.objects.all().delete()
        chance = random.Random(seed)
        pages = chance.sample(list(enumerate(PAGES)), len(PAGES)) if seed else list(enumerate(PAGES))
        for at, (day, printed) in pages:
            write_article(at, day, *printed)
            if chance.random() < seed / 5:
                settle()
        settle()
        found.append(told())
    people, pairs = found[0]
    assert found == [found[0]] * len(found)
    assert any("p000雷鸣山" in person and "p006雷呜山" in person for person in people)
    assert any(SLOT in reason for pair in pairs for reason in pair)
    assert any("字形相近" in reason for pair in pairs for reason in pair)
    assert not any("石磊" in pair[0] + pair[1] for pair in pairs)


@pytest.mark.django_db
def test_profiles_and_keys_are_those_of_living_people():
    for at, (day, printed) in list(enumerate(PAGES))[::-1]:
        write_article(at, day, *printed)
        settle()
    living = set(Person.objects.live().values_list("id", flat=True))
    assert Person.objects.count() > len(living)  # a misprint was somebody until his page came
    assert set(Profile.objects.values_list("person_id", flat=True)) == living
    assert set(NameKey.objects.values_list("person_id", flat=True)) <= living
    assert NameKey.objects.filter(key=f"{HOME}|沈*海").count() == 2


@pytest.mark.django_db
def test_who_differs_is_not_suggested_nor_joined_over_a_third(editor):
    """A ≠ B and A = C: B and C are not suggested, though their names and places in lists say so."""
    names = ("沈云海", "沈文海", "沈大海")
    for at, name in enumerate(names):
        write_article(at, f"2020-0{at + 1}-01", *listed("葛川", "方圆", name, "石磊", "马川"))
    settle()
    pairs = {tuple(sorted((row.left, row.right))) for row in Suggestion.objects.all()}
    cloud, letter, large = (Person.objects.get(name=name) for name in names)
    assert pairs == set(itertools.combinations(sorted(one.pk for one in (cloud, letter, large)), 2))
    apart = curation.differ(cloud, letter, by=editor)
    settle()
    assert Suggestion.objects.count() == 2
    curation.merge(cloud, large, by=editor)
    settle()
    assert not Suggestion.objects.exists()
    curation.undo(apart, by=editor)
    settle()
    assert Suggestion.objects.get().right in (cloud.pk, letter.pk)


@pytest.mark.django_db
def test_the_number_of_queries_does_not_depend_on_how_many_names_are_near():
    def queries() -> int:
        mark_stale(names=["沈云海"])
        with CaptureQueriesContext(connection) as captured:
            settle()
        return len(captured)

    write_article(0, "2020-01-01", *listed("葛川", "方圆", "沈云海", "石磊"))
    write_article(1, "2020-01-02", *listed("葛川", "方圆", "沈文海", "石磊"))
    settle()
    few = queries()
    for at, character in enumerate("大小多少东西南北上下左右春秋冬夏"):
        write_article(10 + at, "2020-01-03", *listed("葛川", "方圆", f"沈{character}海", "石磊"))
    settle()
    assert queries() == few


MOVE = ["陆承安", "江远帆", "闻人岚", "祝嘉树", "蓝雨桐", "苗春生", "梅长青", "江水生", "林小满", "严冬", "娄晓月", "谷雨",
        "武定国", "尉迟衡", "呼延玉成", "温如玉", "贾云鹤"]  # fmt: skip
NAMESAKES = ["陈志强", "顾长川", "金小满", "卢一舟", "元宵"]


@pytest.mark.django_db
def test_the_sample_newspaper():
    """What fixtures/CAST.md says of those who move, of those who share a name, and of a misprint."""
    facts = PageFacts(newspaper="澄溪报", area="岭东省云泽市澄溪县")
    run(Order(sorted(map(str, SAMPLES.glob("*.txt"))), facts, read_manifest(SAMPLES / "manifest.csv")))
    living = Person.objects.live()
    people = {name: sorted(living.filter(names__name=name).values_list("id", flat=True)) for name in MOVE + NAMESAKES}
    assert {name: len(people[name]) for name in MOVE} == dict.fromkeys(MOVE, 1)
    asked = {(row.left, row.right): row.reasons for row in Suggestion.objects.all()}
    assert [name for name in NAMESAKES if len(people[name]) != 2 or tuple(people[name]) not in asked] == []
    misprint = sorted(living.filter(name__in=["雷鸣", "雷呜"]).values_list("id", flat=True))
    assert "字形相近" in asked[tuple(misprint)][0]
    magistrate = living.get(name="张伟", tenures__role__label="副县长")
    assert not any("教师" in text for row in magistrate.appearances.all() for text in row.roles_as_printed)


@pytest.mark.django_db
@pytest.mark.skipif(not SHARED, reason="NEWSROOM_SHARED IS NOT SET: the people of the real pages are NOT tested here")
def test_the_real_pages():
    """Without a name: nobody is joined over a letter; three in one slot of the lists are asked about, and nobody else."""
    run(Order(sorted(map(str, Path(SHARED, "seeds").glob("*.txt")))))
    people = {person.pk: person for person in Person.objects.live().prefetch_related("names", "citations", "tenures__role")}
    assert [person.name for person in people.values() if person.names.count() > 1] == []
    magistrates = [person for person in people.values() if any(row.role.label == "县长" for row in person.tenures.all())]
    assert [len({row.page_id for row in person.citations.all() if row.active}) for person in magistrates] == [4]
    pairs = [(row.left, row.right) for row in Suggestion.objects.all()]
    three = {person for pair in pairs for person in pair}
    assert len(three) == 3
    assert sorted(pairs) == list(itertools.combinations(sorted(three), 2))
    assert all(any(SLOT in reason for reason in row.reasons) for row in Suggestion.objects.all())
    front = next(pk for pk, person in people.items() if any(row.role.label == "县委统战部部长" for row in person.tenures.all()))
    assert front not in three
