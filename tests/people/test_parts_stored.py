"""What is stored of parts, of joined forms and of crowds of names, and that growing keeps it what computing anew makes it."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest

from articles.importing import mark_stale
from articles.models import Article, Mention, Page
from newsroom.intake import settle
from people.models import Citation, Person, SightingTie, StoredSighting, Suggestion
from tests.snapshot import dump

HOME = "湖东省澄江市白石县"
BUREAU, TOWN, HEAD = "县财政局局长", "柳湾镇镇长", "县委宣传部部长"
Printed = tuple[str, str, str]
"""A name, what follows it, the post by it."""


def write_article(at: int, day: str, *printed: Printed) -> Article:
    """A page with one article; mentions of one name are one person's."""
    text = "".join(name + following for name, following, _ in printed)
    page = Page.objects.create(sha256=hashlib.sha256(str(at).encode()).hexdigest(), name=f"p{at:03}", text=text,
                               encoding="utf-8", home_area=HOME, reader_version="1")  # fmt: skip
    on = date.fromisoformat(day)
    article = Article.objects.create(
        page=page, reading_order=1, raw_start=0, raw_end=len(text), headline_state="missing", body=text, date_first=on,
        date_last=on, date_precision="day", date_basis="stated", date_certainty="certain")  # fmt: skip
    names = list(dict.fromkeys(name for name, _, _ in printed))
    start = 0
    for name, following, post in printed:
        role = {"text": post, "organization": None, "area": "白石县", "generic": False, "qualifiers": []}
        end = start + len(name)
        Mention.objects.create(
            article=article, field="body", start=start, end=end, raw_start=start, raw_end=end, exact=name, name_as_printed=name,
            suffix=following, referent=names.index(name), roles=[role] if post else [], rule="title", confidence=0.9)  # fmt: skip
        start = end + len(following)
    mark_stale(sightings=[page.sha256])
    return article


def assert_computing_anew_changes_nothing() -> None:
    linked = dump(without={"page"})
    mark_stale(names=Mention.objects.values_list("name_as_printed", flat=True),
               sightings=Page.objects.values_list("sha256", flat=True))  # fmt: skip
    settle()
    assert dump(without={"page"}) == linked


@pytest.mark.django_db
def test_each_part_of_an_article_stands_for_its_own_person():
    for at in range(8):
        write_article(at, f"2015-{at + 1:02}-05", ("沈秋水", "说", BUREAU))
        write_article(20 + at, f"2015-{at + 1:02}-15", ("沈秋水", "说", TOWN))
    write_article(40, "2015-04-20", ("沈秋水", "、", BUREAU), ("沈秋水", "。", TOWN))
    settle()
    parts = StoredSighting.objects.filter(page__name="p040").order_by("part")
    cited = Citation.objects.filter(page__name="p040", active=True).order_by("raw_start")
    assert [row.person_id for row in parts] == [row.person_id for row in cited]
    assert len({row.person_id for row in parts}) == 2
    assert_computing_anew_changes_nothing()


@pytest.mark.django_db
def test_a_suggestion_by_a_joined_form_stays_when_a_namesake_of_another_form_comes():
    for at in range(10):
        write_article(at, f"2015-{at + 1:02}-05", ("雷鸣山", "说", HEAD))
    write_article(30, "2015-05-20", ("雷鸣", "山", ""))
    write_article(31, "2015-06-20", ("雷鸣", "说", ""))
    settle()
    about = Suggestion.objects.filter(left__in=Person.objects.filter(name="雷鸣").values("id"))
    about |= Suggestion.objects.filter(right__in=Person.objects.filter(name="雷鸣").values("id"))
    assert about.count() == 1
    write_article(32, "2015-06-25", ("雷鸣山", "说", BUREAU))
    settle()
    assert about.all().count() == 1
    assert_computing_anew_changes_nothing()


@pytest.mark.django_db
def test_a_crowd_of_names_one_character_apart_has_a_tie_each():
    names = [f"雷{chr(ord('一') + at)}山" for at in range(60)]
    write_article(1, "2015-01-05", *((name, "、", "") for name in names))
    settle()
    assert SightingTie.objects.count() == len(names)


@pytest.mark.django_db
def test_who_is_well_known_is_found_beside_a_name_in_a_crowd():
    for at in range(24):
        write_article(at, f"20{10 + at // 6}-{2 * (at % 6) + 1:02}-05", ("雷鸣山", "说", HEAD))
    settle()
    write_article(30, "2012-03-06", ("雷鸣山", "说", HEAD), *((f"雷{chr(ord('一') + at)}山", "说", "") for at in range(20)))
    settle()
    assert Person.objects.live().count() == 1
    assert_computing_anew_changes_nothing()
