"""The import command: what goes in, what a second time changes (nothing), what the options do."""

from __future__ import annotations

import io
from itertools import permutations
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import DataError

from articles.models import Article, ImportRun, Newspaper, Page, PageSource, RefusedFile, StaleGroup
from newsroom import importrun, reading_ahead
from people.models import Event, Person, Redirect, Suggestion
from tests.conftest import COUNTY, SAMPLES, SHARED
from tests.snapshot import dump, snapshot


def command(*arguments, **options) -> str:
    out = io.StringIO()
    call_command("import_seeds", *map(str, arguments), stdout=out, stderr=io.StringIO(), **options)
    return out.getvalue()


def counts(text: str) -> list[int]:
    """The numbers of the closing table: new, unchanged, reread, refused."""
    return [int(line.split()[-1].replace(",", "")) for line in text.splitlines()[1:5]]


@pytest.mark.django_db
def test_the_sample_pages_go_in_and_a_second_time_changes_nothing():
    number = len(list(SAMPLES.glob("*.txt")))
    assert counts(command()) == [number, 0, 0, 0]
    assert not StaleGroup.objects.exists()
    assert Newspaper.objects.get().sample
    rows = dump()
    assert counts(command()) == [0, number, 0, 0]
    assert dump() == rows
    assert counts(command(reread=True)) == [0, number, 0, 0]
    assert dump() == rows


@pytest.mark.django_db
@pytest.mark.skipif(not SHARED, reason="NEWSROOM_SHARED names no folder of real pages")
def test_the_real_pages_go_in_and_a_second_time_changes_nothing():
    assert counts(command(Path(SHARED) / "seeds")) == [5, 0, 0, 0]
    assert (Page.objects.count(), Article.objects.live().count()) == (5, 23)
    rows = dump()
    assert counts(command(Path(SHARED) / "seeds")) == [0, 5, 0, 0]
    assert dump() == rows


@pytest.mark.django_db
def test_sample_pages_do_not_mix_with_real_ones_unless_asked(pages):
    command(pages["later"])
    with pytest.raises(CommandError, match="--samples"):
        command()
    command(samples=True)
    assert Newspaper.objects.filter(sample=True).exists()
    with pytest.raises(CommandError):
        command(newspaper="白石报")


@pytest.mark.django_db
def test_a_dry_run_says_what_would_change_and_writes_nothing(pages, tmp_path):
    said = command(pages["later"], pages["meeting"], dry_run=True)
    assert counts(said)[:2] == [2, 0]
    assert not any(rows for rows in dump().values())
    command(pages["later"])
    rows, runs, digest = dump(), ImportRun.objects.count(), Page.objects.get().reading_digest
    assert counts(command(*pages.values(), dry_run=True))[:3] == [2, 1, 0]
    assert counts(command(pages["later"], dry_run=True, newspaper="白石报"))[:3] == [0, 0, 1]
    assert counts(command(dry_run=True, reread=True))[:3] == [0, 1, 0]
    Page.objects.update(reading_digest="")
    assert counts(command(dry_run=True, reread=True))[:3] == [0, 0, 1]
    Page.objects.update(reading_digest=digest)
    assert (dump(), ImportRun.objects.count()) == (rows, runs)


@pytest.mark.django_db
def test_a_dry_run_counts_bytes_under_two_names_once(pages, tmp_path):
    (tmp_path / "z.txt").write_bytes(pages["later"].read_bytes())
    assert counts(command(pages["later"], tmp_path / "z.txt", dry_run=True))[:2] == [1, 1]


@pytest.mark.django_db
def test_the_newspaper_its_county_and_the_day_of_issue(pages):
    command(pages["later"], newspaper="白石报", area=COUNTY, issue_date="2021/3/15")
    page = Page.objects.get()
    assert (page.citation, page.stated_area, page.home_area) == ("《白石报》2021年3月15日", COUNTY, COUNTY)
    assert Person.objects.get(name="顾长河").area.path == COUNTY


@pytest.mark.django_db
@pytest.mark.parametrize(("dry_run", "ending"), [(True, "没有写入"), (False, "其余已收进")])
def test_the_last_line_says_whether_the_others_are_in(pages, tmp_path, dry_run, ending):
    with pytest.raises(CommandError, match=ending):
        command(pages["later"], tmp_path / "none.txt", dry_run=dry_run)
    assert Page.objects.count() == (0 if dry_run else 1)


@pytest.mark.django_db
def test_a_value_that_no_column_takes_refuses_its_page(pages, monkeypatch):
    def home(facts, dry_run):
        raise DataError("too long")

    monkeypatch.setattr(importrun, "_home", home)
    with pytest.raises(CommandError):
        command(*pages.values())
    assert RefusedFile.objects.count() == 3
    assert "too long" in RefusedFile.objects.first().reason


@pytest.mark.django_db
def test_the_same_bytes_under_two_names_are_one_page_in_either_order(pages, tmp_path):
    told = []
    for folder, order in (("a", ("01", "99")), ("b", ("99", "01"))):
        (tmp_path / folder).mkdir()
        for name in order:
            (tmp_path / folder / f"{name}.txt").write_bytes(pages["meeting"].read_bytes())
            command(tmp_path / folder / f"{name}.txt", pages["series"])
        assert Page.objects.filter(name="01").exists()
        told.append(snapshot())
        for model in (Page, Person):
            model.objects.all().delete()
        _forget_records()
    assert told[0] == told[1]


def _forget_records():
    for model in (Event, Suggestion, Redirect):
        model.objects.all().delete()


@pytest.mark.django_db
def test_a_new_name_that_comes_first_gives_the_page_its_place_in_order(pages, tmp_path):
    command(*pages.values())
    (tmp_path / "000.txt").write_bytes(pages["series"].read_bytes())
    command(tmp_path / "000.txt")
    late = snapshot()
    for model in (Page, Person):
        model.objects.all().delete()
    _forget_records()
    command(tmp_path / "000.txt", *pages.values())
    assert snapshot() == late


@pytest.mark.django_db
def test_a_county_known_later_than_its_pages_is_as_if_known_at_once(pages):
    command(pages["later"], pages["meeting"], newspaper="白石报")
    command(pages["series"], newspaper="白石报", area=COUNTY)
    late = snapshot()
    assert {page["home_area"] for page in late["pages"]} == {COUNTY}
    for model in (Page, Person, Newspaper):
        model.objects.all().delete()
    _forget_records()
    command(*pages.values(), newspaper="白石报", area=COUNTY)
    assert snapshot() == late


@pytest.mark.django_db
def test_two_counties_stated_for_one_paper_leave_each_page_its_own_in_any_order(pages):
    told = {pages["meeting"]: COUNTY, pages["series"]: "浙江省衢州市江山市", pages["later"]: ""}
    found = []
    for order in permutations(told):
        for path in order:
            command(path, newspaper="白石报", area=told[path])
        found.append(snapshot())
        for model in (Page, Person, Newspaper):
            model.objects.all().delete()
        _forget_records()
    assert {page["home_area"] for page in found[0]["pages"]} == set(told.values()) - {""}
    assert all(one == found[0] for one in found)


@pytest.mark.django_db
def test_a_day_of_issue_that_comes_later_dates_the_news(tmp_path):
    page = tmp_path / "page.txt"
    page.write_text("白石县开会\n\n本报讯 昨天,白石县召开春耕会,县长沈知秋出席会议。\n\n陶然\n", encoding="utf-8")
    command(page, newspaper="白石报")
    assert Article.objects.get().date is None
    command(page, newspaper="白石报", issue_date="2021-03-06")
    assert Article.objects.get().date == "2021-03-05"


@pytest.mark.django_db
def test_a_missing_path_and_a_glob_that_finds_nothing_are_named(pages, tmp_path):
    with pytest.raises(CommandError):
        command(tmp_path / "none.txt", tmp_path / "*.nothing", tmp_path / "*.txt")
    assert Page.objects.count() == 3
    assert {Path(path).name for path in RefusedFile.objects.values_list("path", flat=True)} == {"none.txt", "*.nothing"}


@pytest.mark.django_db
def test_fail_fast_stops_at_the_first_refused_file_and_keeps_what_came_before(pages, tmp_path):
    (tmp_path / "m.txt").write_bytes(b"\x00" * 10)
    with pytest.raises(CommandError, match=r"m\.txt"):
        command(pages["later"], tmp_path / "m.txt", pages["series"], fail_fast=True)
    assert list(Page.objects.values_list("name", flat=True)) == ["later"]
    assert not StaleGroup.objects.exists()


@pytest.mark.django_db
def test_standard_input_is_one_page(pages, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(pages["later"].read_bytes())))
    command("-")
    assert list(PageSource.objects.values_list("path", "page__name")) == [("stdin", "stdin")]


@pytest.mark.django_db
def test_a_page_that_the_reader_fails_on_keeps_no_other_out(pages, monkeypatch):
    def read(text, *rest):
        if "植树" in text:
            raise RecursionError("too deep")
        return as_ever(text, *rest)

    as_ever = reading_ahead.read_around
    monkeypatch.setattr(reading_ahead, "read_around", read)
    with pytest.raises(CommandError):
        command(*pages.values())
    assert Page.objects.count() == 2
    assert "RecursionError: too deep" in RefusedFile.objects.get().reason
