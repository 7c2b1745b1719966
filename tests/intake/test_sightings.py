"""Stored sightings follow the evidence, and what is linked by difference is what linking everything anew would make."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import corrections
from articles.importing import mark_stale
from articles.models import Article, Mention, Page, StaleGroup
from articles.rereading import reread
from newsroom.importrun import run
from newsroom.intake import settle
from newsroom.manifest import Manifest, read_manifest
from newsroom.orders import Order
from people import curation, storing_sightings
from people.linking import settle_changed
from people.models import Citation, Person, SightingForm, SightingTie, StoredSighting
from people.name_ties import beside_keys, tie_keys
from people.packing import pack, unpack
from people.sightings import seen_on
from people.storing_sightings import cited_from_text, key_of, settle_sightings
from tests.county.making import make_county, write_county
from tests.county.plan import plan_for
from tests.people.test_linking import write_mentions
from tests.snapshot import dump, snapshot

County = tuple[list[Path], Manifest]


@pytest.fixture(scope="module")
def county(tmp_path_factory) -> County:
    """(pages in random order, what is known of them)"""
    folder = tmp_path_factory.mktemp("sightings") / "county"
    manifest = write_county(made := make_county(plan_for(60, 3)), folder)
    return [folder / f"{page.name}.txt" for page in made.pages], read_manifest(manifest)


def imported(county: County, first: int, last: int) -> None:
    """Import some pages in one run, the others before them one by one."""
    paths, manifest = county
    run(Order([str(path) for path in paths[first:last]], manifest=manifest))


def assert_follows() -> None:
    """What is stored is what the evidence says, and everybody is cited as stored."""
    evidence = {key_of(item.sighting): item for item in seen_on(Page.objects.values_list("id", flat=True))}
    stored = {(row.article_id, row.referent, row.part): row for row in StoredSighting.objects.all()}
    assert stored.keys() == evidence.keys()
    cited = dict(Citation.objects.filter(active=True).values_list("mention_id", "person_id"))
    everybody: dict[int, list[int]] = {}
    for mention, person in Citation.objects.filter(mention__isnull=False).order_by("id").values_list("mention_id", "person_id"):
        everybody.setdefault(mention, []).append(person)
    tied: Counter[tuple[str, str]] = Counter()
    for key, row in stored.items():
        item = evidence[key]
        names = {other.sighting.name for other in evidence.values() if other.sighting.article == row.article_id}
        beside = beside_keys(names, ":".join(map(str, item.sighting.order[1:3])))
        ties = tie_keys(item.sighting, beside.get(row.name, ()))
        assert row.packed == pack(item.sighting, item.ends, item.dated, item.shown, ties)
        tied.update((tie, row.name) for tie in ties)
        assert (row.state, row.former, row.name) == (StoredSighting.State.LINKED, "", item.sighting.name)
        assert {cited[mention] for mention in item.mentions} == {row.person_id}
        told = cited_from_text(row.cited, row.person_id, len(item.mentions))
        assert told == [list(dict.fromkeys(everybody[mention])) for mention in item.mentions]
    assert Counter(SightingTie.objects.values_list("key", "name")) == tied
    forms = set(SightingForm.objects.values_list("sighting__article_id", "sighting__referent", "sighting__part", "name"))
    assert forms == {(*key, form) for key, item in evidence.items() for form in item.sighting.forms}
    assert not StaleGroup.objects.exists()


@pytest.mark.django_db
def test_packing_loses_nothing(county):
    imported(county, 0, 20)
    found = seen_on(Page.objects.values_list("id", flat=True))
    assert len(found) > 100
    for item in found:
        packed = pack(item.sighting, item.ends, item.dated, item.shown)
        article, referent, part = key_of(item.sighting)
        told = unpack(packed, article, item.sighting.name, referent, part)
        assert (told[0], told[1], told[2]) == (item.sighting, item.ends, item.dated)
        assert (tuple(told[3].printed), told[3].area) == item.shown


@pytest.mark.django_db
@pytest.mark.parametrize("seed", range(2))
def test_linking_by_difference_is_linking_anew(county, editor, seed):
    """Pages one by one, decisions between them; then everything computed once more from the evidence: no row differs."""
    chance = random.Random(seed)
    made = []
    imported(county, 0, 20)
    for at in range(20, 40):
        imported(county, at, at + 1)
        if at % 4 == 0:
            made.append(decide(chance, editor))
        elif at % 4 == 2 and made:
            undo(made.pop(chance.randrange(len(made))), editor)
        settle()
    imported(county, 40, 60)
    assert_follows()
    linked, said = dump(), snapshot(ids=True)
    mark_stale(sightings=Page.objects.values_list("sha256", flat=True),
               names=Mention.objects.values_list("name_as_printed", flat=True))
    settle()
    assert_follows()
    assert snapshot(ids=True) == said
    assert dump() == linked


def decide(chance: random.Random, editor):
    """Some decision on some article, mention or person."""
    article = chance.choice(list(Article.objects.counting().order_by("id")))
    mention = chance.choice(list(Mention.objects.filter(article__live=True, article__withheld=False).order_by("id")))
    one, other = chance.sample(list(Person.objects.live().order_by("id")), 2)
    return chance.choice([
        lambda: corrections.withhold_article(article, by=editor),
        lambda: corrections.set_date(article, f"{chance.randrange(1990, 2020)}-05-06", by=editor),
        lambda: corrections.unmark_name(mention.article.page, mention.raw_start, mention.raw_end, by=editor),
        lambda: corrections.correct_text(mention.article.page, mention.raw_start, mention.raw_start + 1, "丙", by=editor),
        lambda: curation.merge(one, other, by=editor),
        lambda: curation.withhold(one, by=editor),
        lambda: curation.confirm(one, by=editor),
        lambda: curation.assign(mention, None, by=editor),
    ])()


def undo(decision, editor) -> None:
    (corrections if hasattr(decision, "page_id") else curation).undo(decision, by=editor)


@pytest.mark.django_db
def test_the_table_follows_what_becomes_of_a_page(county, editor):
    imported(county, 0, 12)
    mention = Mention.objects.filter(article__date_certainty="certain").order_by("id").first()
    page, article = mention.article.page, mention.article
    before = StoredSighting.objects.count()
    for decide_on in (
        lambda: corrections.correct_text(page, mention.raw_start, mention.raw_start + 1, "丙", by=editor),
        lambda: corrections.withhold_article(article, by=editor),
        lambda: corrections.set_date(article, "2001-02-03", by=editor),
        lambda: curation.withhold(Citation.objects.filter(active=True).first().person, by=editor),
    ):
        decision = decide_on()
        settle()
        assert_follows()
        undo(decision, editor)
        settle()
        assert_follows()
    assert StoredSighting.objects.count() == before
    Page.objects.update(reading_digest="old")
    for one in Page.objects.all():
        reread(one)
    settle()
    assert_follows()
    page.delete()
    mark_stale(names=[mention.name_as_printed])
    settle()
    assert_follows()


@pytest.mark.django_db
def test_another_format_is_stored_anew(county, monkeypatch):
    imported(county, 0, 6)
    StoredSighting.objects.update(packed="[]", version=storing_sightings.FORMAT + 1)
    said = snapshot(ids=True)
    settle()
    assert_follows()
    assert snapshot(ids=True) == said


@pytest.mark.django_db
def test_a_page_that_says_the_same_again_marks_nothing(county):
    imported(county, 0, 6)
    settle_sightings(Page.objects.values_list("sha256", flat=True))
    assert not StaleGroup.objects.exists()


@pytest.mark.django_db
def test_one_more_article_of_somebody_asks_and_writes_the_same_whatever_there_is_of_them():
    """Statements and their length (lists of ids and rows are part of it), and what is read of mentions."""
    few, many = told_of_one_more("沈知秋", 20), told_of_one_more("陆远山", 600)
    assert len(many) == len(few)
    assert sum(map(len, many)) < 1.2 * sum(map(len, few))
    assert not any("articles_eventreport" in sql and "participants" in sql for sql in many)


def told_of_one_more(name: str, number: int) -> list[str]:
    write_mentions(name, number)
    settle()
    known = set(Page.objects.values_list("id", flat=True))
    write_mentions(f"{name}了", 1)
    mention = Mention.objects.get(name_as_printed=f"{name}了")
    Mention.objects.filter(pk=mention.pk).update(name_as_printed=name, end=len(name), raw_end=len(name))
    StaleGroup.objects.all().delete()
    settle_sightings(Page.objects.exclude(pk__in=known).values_list("sha256", flat=True))
    StaleGroup.objects.all().delete()
    with CaptureQueriesContext(connection) as captured:
        settle_changed({name})
    assert Person.objects.live().get(name=name).article_count == number + 1
    return [query["sql"] for query in captured]
