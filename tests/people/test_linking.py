"""The identity stage on a database: queries and memory that don't grow with the archive."""

from __future__ import annotations

import hashlib
import tracemalloc
from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.importing import mark_stale
from articles.models import Article, Mention, Page, StaleGroup
from newsroom import intake
from newsroom.intake import settle
from people.linking import settle_names
from people.models import Citation, Person

HOME = "湖东省澄江市白石县"
ROLE = {"text": "县长", "organization": None, "area": "白石县", "generic": False, "qualifiers": []}


def write_mentions(name: str, number: int, posts: bool = True) -> None:
    """So many articles, each on a page of its own, that name somebody once."""
    pages = Page.objects.bulk_create(
        Page(
            sha256=hashlib.sha256(f"{name}{at}".encode()).hexdigest(),
            name=f"{name}{at:05}",
            text=name,
            encoding="utf-8",
            home_area=HOME,
            reader_version="1",
        )
        for at in range(number)
    )
    articles = Article.objects.bulk_create(
        Article(page=page, reading_order=1, raw_start=0, raw_end=9, headline_state="missing", body=name) for page in pages
    )
    Mention.objects.bulk_create(
        Mention(
            article=article,
            field="body",
            start=0,
            end=len(name),
            raw_start=0,
            raw_end=len(name),
            exact=name,
            name_as_printed=name,
            referent=0,
            roles=[ROLE] if posts else [],
            rule="title",
            confidence=0.9,
        )
        for article in articles
    )
    mark_stale(names=[name])


def statements_of(names: list[str]) -> tuple[int, int]:
    """How many statements ask or change, and how many insert (so many rows at once as the database takes)."""
    with CaptureQueriesContext(connection) as captured:
        settle_names(names)
    inserts = sum(query["sql"].startswith("INSERT") for query in captured)
    return len(captured) - inserts, inserts


def queries_of(names: list[str]) -> int:
    return sum(statements_of(names))


@pytest.mark.django_db
def test_the_number_of_queries_does_not_depend_on_the_number_of_names():
    for at in range(25):
        write_mentions(f"甲{at:02}", 2)
    first = queries_of(["甲00"])
    again = queries_of(["甲00"])
    many = queries_of([f"甲{at:02}" for at in range(1, 25)])
    assert many <= first + 2
    assert queries_of([f"甲{at:02}" for at in range(1, 25)]) <= again + 2
    assert Person.objects.count() == 25


@pytest.mark.django_db
def test_the_number_of_queries_hardly_depends_on_the_number_of_mentions():
    write_mentions("沈知秋", 20)
    few, _ = statements_of(["沈知秋"])
    write_mentions("陆远山", 1200)
    asked, inserts = statements_of(["陆远山"])
    assert asked <= few
    assert inserts <= 1200 / 25  # of five kinds of rows
    assert Citation.objects.filter(active=True).count() == 1220


@pytest.mark.django_db
def test_batches_are_bounded_by_mentions_but_hold_one_name_at_least(monkeypatch):
    sizes = []
    stages = [
        replace(stage, rows=30, settle=lambda keys, stage=stage: (sizes.append((stage.kind, len(keys))), stage.settle(keys)))
        for stage in intake.STAGES
    ]
    monkeypatch.setattr(intake, "STAGES", stages)
    for name, number in (("甲一", 10), ("甲二", 10), ("甲三", 50), ("甲四", 5), ("甲五", 5)):
        write_mentions(name, number)
    StaleGroup.objects.exclude(kind="name").delete()
    settle()
    assert sorted(size for kind, size in sizes if kind == "name") == [1, 1, 3] or sum(size for _, size in sizes) == 5
    assert all(size <= 3 for _, size in sizes)
    assert not StaleGroup.objects.exists()
    assert Person.objects.live().count() == 5


@pytest.mark.django_db
def test_memory_of_a_batch_does_not_grow_with_the_archive():
    """Linking a new name needs the same memory beside ten other mentions as beside thousands."""
    write_mentions("沈知秋", 10)
    settle()
    write_mentions("甲一", 10)
    small = peak()
    write_mentions("陆远山", 2500)
    settle()
    write_mentions("甲二", 10)
    assert peak() < 2 * small


def peak() -> int:
    tracemalloc.start()
    settle()
    found = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return found


@pytest.mark.django_db
def test_names_that_share_an_id_are_computed_together_whatever_the_batch():
    """One name is corrected on some pages: the id stays with most of the evidence, though each name is settled by itself."""
    write_mentions("沈知秋", 5)
    settle()
    person = Person.objects.get()
    some = list(Mention.objects.order_by("article__page__name")[:2])
    Mention.objects.filter(pk__in=[mention.pk for mention in some]).update(name_as_printed="乙知秋")
    settle_names(["乙知秋"])
    settle_names(["沈知秋"])
    assert Person.objects.live().get(name="沈知秋").pk == person.pk
    assert Person.objects.live().get(name="乙知秋").pk != person.pk
    Mention.objects.update(name_as_printed="沈知秋")
    settle_names(["乙知秋"])
    assert list(Person.objects.live().values_list("pk", "name")) == [(person.pk, "沈知秋")]
