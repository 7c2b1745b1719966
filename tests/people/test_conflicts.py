"""Conflicts written into pages of an invented county: found in any order, explained, gone with what made them."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.importing import mark_stale
from articles.models import Newspaper, Page
from newsroom.importrun import run
from newsroom.intake import settle
from newsroom.orders import Order
from people.linking import settle_names
from people.models import CitedPost, Event, Person, Redirect, Role, Suggestion, Tenure, TenureConflict
from people.succeeding import settle_successions
from tests.snapshot import snapshot


def page(title: str, day: str, text: str) -> str:
    year, month, date = day.split("-")
    return f"白石县{title}\n\n本报讯 {year}年{int(month)}月{int(date)}日,{text}\n\n陶然\n"


CONFLICTS = {
    "a": page("召开经济工作会议", "2014-03-05", "白石县召开经济工作会议,县长沈知秋主持会议。"),
    "b": page("召开防汛工作会议", "2015-06-05", "白石县召开防汛工作会议,县长沈知秋主持会议。"),
    "c": page("召开安全生产会议", "2016-07-08", "白石县召开安全生产会议,代县长陆远山主持会议。"),
    "d": page("召开脱贫攻坚会议", "2017-03-09", "白石县召开脱贫攻坚会议,县长陆远山主持会议。"),
    "e": page("召开春耕工作会议", "2018-03-09", "白石县召开春耕工作会议,县长陆远山主持会议。"),
    "f": page("召开教育工作会议", "2017-09-09", "白石县召开教育工作会议,县长沈知秋主持会议。"),
    "g": page("举行座谈会", "2018-05-10", "白石县举行座谈会,县长陆远山出席会议,原县长沈知秋应邀参加会议。"),
}


def write(folder: Path, pages: dict[str, str]) -> list[Path]:
    for name, text in pages.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return [folder / f"{name}.txt" for name in pages]


def succession(label: str, organization: str) -> list[tuple[str, str, str]]:
    held = Tenure.objects.filter(role__label=label, role__organization__name=organization).select_related("person")
    return [(row.person.name, str(row.first_cited), str(row.last_cited)) for row in held.order_by("begins", "last_cited")]


def conflicts() -> list[tuple[str, str | None, str | None, str]]:
    rows = TenureConflict.objects.exclude(kind="gap").select_related("left", "right")
    return sorted((row.kind, row.left and row.left.name, row.right and row.right.name, str(row.first_day)) for row in rows)


@pytest.mark.django_db
@pytest.mark.parametrize("order", ["abcdefg", "gfedcba", "fbdgace"])
def test_conflicts_written_into_pages_are_found_in_any_order(tmp_path, order):
    files = {path.stem: path for path in write(tmp_path, CONFLICTS)}
    for name in order:
        run(Order([str(files[name])]))
    assert conflicts() == [("after_successor", "沈知秋", "陆远山", "2017-09-09")]
    row = TenureConflict.objects.get(kind="after_successor")
    assert "仍被称为县长" in row.reasons
    assert "after 陆远山 took over" in row.reasons
    assert succession("县长", "白石县人民政府") == [
        ("沈知秋", "2014-03-05", "2017-09-09"), ("陆远山", "2016-07-08", "2018-05-10")]


@pytest.mark.django_db
def test_a_conflict_ends_with_what_made_it_and_keeps_its_id_while_it_lasts(tmp_path, editor):
    run(Order([str(path) for path in write(tmp_path, CONFLICTS)]))
    row = TenureConflict.objects.get(kind="after_successor")
    mark_stale(names=["沈知秋", "陆远山"])
    settle()
    assert TenureConflict.objects.get(kind="after_successor").pk == row.pk
    Page.objects.get(name="f").delete()
    mark_stale(names=["沈知秋", "陆远山"])
    settle()
    assert conflicts() == []


@pytest.mark.django_db
def test_one_run_or_many_say_the_same(tmp_path):
    files = write(tmp_path, CONFLICTS)
    run(Order([str(path) for path in files]))
    once, doubts = snapshot(), sorted(TenureConflict.objects.values_list("kind", "reasons"))
    for model in (Page, Event, Suggestion, Redirect, Person, Newspaper):
        model.objects.all().delete()
    for path in reversed(files):
        run(Order([str(path)]))
    assert (snapshot(), sorted(TenureConflict.objects.values_list("kind", "reasons"))) == (once, doubts)


@pytest.mark.django_db
def test_the_cost_of_a_post_does_not_grow_with_its_citations(tmp_path):
    """Many articles of a month are one entry of a summary, and holders cost rows, not queries."""
    run(Order([str(path) for path in write(tmp_path, CONFLICTS)]))
    role = Role.objects.get(label="县长")
    few = queries_of(role)
    row = CitedPost.objects.get(role=role, person__name="陆远山", person__live=True)
    row.months = [[entry[0], entry[1], entry[2], 900, *entry[4:]] for entry in row.months]
    row.save()
    people = Person.objects.bulk_create(Person(name=f"甲{number}") for number in range(30))
    CitedPost.objects.bulk_create(
        CitedPost(person=person, role=role, months=[["", f"{year}-01-02", f"{year}-11-02", 9, True, None, None]])
        for year, person in enumerate(people, 1950))
    queries_of(role)
    assert queries_of(role) == few
    assert Tenure.objects.get(role=role, person__name="陆远山").citations == 900 * len(row.months)
    assert Tenure.objects.filter(role=role).count() == 32


def queries_of(role: Role) -> int:
    with CaptureQueriesContext(connection) as captured:
        settle_successions([], [role.pk])
    return len(captured)


@pytest.mark.django_db
def test_settling_again_writes_nothing(tmp_path):
    run(Order([str(path) for path in write(tmp_path, CONFLICTS)]))
    with CaptureQueriesContext(connection) as captured:
        settle_names(["沈知秋", "陆远山"])
    written = [query["sql"] for query in captured if query["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    assert [sql for sql in written if "tenure" in sql or "citedpost" in sql] == []
