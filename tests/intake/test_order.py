"""The same pages in any order, one by one or at once, in one process or several: the same archive."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from django.db import connection

from articles.models import AttestedQuarter, Newspaper, Page
from newsroom.importrun import run
from newsroom.manifest import read_manifest
from newsroom.orders import Order
from people.models import Event, Person, Redirect, Suggestion
from tests.bench.variation import varied_pages
from tests.conftest import COUNTY, SAMPLES, SHARED
from tests.county.making import make_county, write_county
from tests.county.plan import plan_for
from tests.intake.archives import SeparateArchive
from tests.snapshot import snapshot

REAL = [pytest.param("real", marks=pytest.mark.skipif(not SHARED, reason="NEWSROOM_SHARED names no folder of real pages"))]


def empty() -> None:
    for model in (Page, AttestedQuarter, Event, Suggestion, Redirect, Person, Newspaper):
        model.objects.all().delete()


@pytest.fixture(params=["samples", "varied", "invented", "county", *REAL])
def some_pages(request, tmp_path, pages):
    """(paths of pages, manifest) of one collection."""
    if request.param == "samples":
        return sorted(map(str, SAMPLES.glob("*.txt"))), read_manifest(SAMPLES / "manifest.csv")
    if request.param == "real":
        return sorted(map(str, Path(SHARED, "seeds").glob("*.txt"))), None
    if request.param == "invented":
        return list(map(str, pages.values())), None
    if request.param == "county":
        manifest = write_county(make_county(plan_for(40)), tmp_path / "county")
        return sorted(map(str, (tmp_path / "county").glob("*.txt"))), read_manifest(manifest)
    for page in varied_pages(24):
        (tmp_path / f"{page.name}.txt").write_text(page.text, encoding="utf-8")
    return sorted(str(tmp_path / f"{page.name}.txt") for page in varied_pages(24)), None


@pytest.mark.django_db
def test_every_order_gives_the_same_archive(some_pages):
    paths, manifest = some_pages

    def imported(*groups, workers=1):
        empty()
        for group in groups:
            run(Order(list(group), workers=workers, **({"manifest": manifest} if manifest else {})))
        return snapshot()

    at_once = imported(paths)
    assert at_once["articles"]
    chance = random.Random(len(paths))
    shuffled = chance.sample(paths, len(paths))
    assert imported(reversed(paths)) == at_once
    assert imported(*([path] for path in shuffled)) == at_once
    assert imported(shuffled[: len(paths) // 2], shuffled) == at_once


@pytest.mark.django_db
def test_two_processes_read_what_one_reads(pages):
    alone = run(Order([str(path) for path in pages.values()])).new, snapshot()
    empty()
    assert (run(Order([str(path) for path in pages.values()], workers=2)).new, snapshot()) == alone
    Page.objects.update(reading_digest="old")
    assert run(Order([], reread=True, workers=2)).reread == 3
    assert snapshot() == alone[1]
    assert run(Order([], reread=True, workers=2)).unchanged == 3


@pytest.mark.skipif(
    connection.vendor != "postgresql", reason="compares with SQLite, for which the tests have to run on PostgreSQL"
)
def test_both_databases_say_the_same(new_archive, folder_of_pages, tmp_path):
    folder = folder_of_pages(24)
    (folder / "manifest.txt").unlink()
    own, embedded = new_archive(), SeparateArchive(f"sqlite:///{tmp_path / 'embedded.sqlite3'}")
    embedded.manage("migrate", "-v0")
    for archive in (own, embedded):
        archive.manage("import_seeds", str(folder))
    assert own.told() == embedded.told()


@pytest.mark.django_db
def test_the_newspapers_of_a_manifest_in_any_order(pages, tmp_path):
    """Two papers of one county, one of them with its county told on one line only."""
    table = tmp_path / "table.csv"
    table.write_text(
        f"file,newspaper,area\nlater.txt,白石报,\nmeeting.txt,白石报,{COUNTY}\nseries.txt,白石晚报,\n", encoding="utf-8"
    )
    told = []
    for names in (("later", "meeting", "series"), ("series", "meeting", "later")):
        empty()
        for name in names:
            run(Order([str(pages[name])], manifest=read_manifest(table)))
        told.append(snapshot())
    assert told[0] == told[1]
    assert [page["home_area"] for page in sorted(told[0]["pages"], key=lambda page: page["name"])][:2] == [COUNTY, COUNTY]
