"""The desks of tenures: doubts with both sides' quotations, documents withdrawn and let count again."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from newsroom.importrun import run
from newsroom.orders import Order
from newsroom.tenure_import import import_table
from people.models import Role, Tenure, TenureConflict, TenureDocument

PAGES = {
    "a": "白石县召开工作会议\n\n本报讯 2014年3月5日,白石县召开工作会议,县长沈知秋主持会议。\n\n陶然\n",
    "b": "白石县召开防汛会议\n\n本报讯 2016年7月8日,白石县召开防汛会议,代县长陆远山主持会议。\n\n陶然\n",
    "c": "白石县召开春耕会议\n\n本报讯 2017年3月9日,白石县召开春耕会议,县长陆远山主持会议。\n\n陶然\n",
    "d": "白石县召开教育会议\n\n本报讯 2016年9月9日,白石县召开教育会议,县长沈知秋主持会议。\n\n陶然\n",
}
TABLE = "姓名,职务,任职起,任职止,出处\n沈知秋,县长,2013-01,2016-07,白任〔2013〕1号\n左丘白,县长,2010,2012-12,白任〔2010〕1号\n"


@pytest.fixture
def county(db: None, tmp_path: Path) -> None:
    """Four pages with a stray citation, and a table of documents."""
    for name, text in PAGES.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    run(Order([str(tmp_path / f"{name}.txt") for name in PAGES]))
    (tmp_path / "table.csv").write_text(TABLE, encoding="utf-8")
    import_table(tmp_path / "table.csv")


def page_of(desk: Client, record: object) -> str:
    meta = record._meta
    return desk.get(reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[record.pk])).content.decode()


def test_a_doubt_shows_both_people_with_their_quotations_of_that_post(county: None, desk: Client) -> None:
    row = TenureConflict.objects.get(kind="after_successor")
    shown = page_of(desk, row)
    assert "仍被称为县长" in shown
    for quoted in ("防汛会议", "教育会议", "沈知秋", "陆远山"):
        assert quoted in shown
    listed = desk.get(reverse("admin:people_tenureconflict_changelist")).content.decode()
    assert "继任者接任后仍被引述" in listed


def test_the_post_shows_its_succession_with_steps_gaps_and_doubts(county: None, desk: Client) -> None:
    shown = page_of(desk, Role.objects.get(label="县长"))
    assert shown.index("左丘白") < shown.index("沈知秋") < shown.index("陆远山")
    assert "代 2016-07-08" in shown
    assert "继任者接任后仍被引述" in shown


def test_a_tenure_shows_its_documents_and_what_attests_it(county: None, desk: Client) -> None:
    shown = page_of(desk, Tenure.objects.get(person__name="沈知秋"))
    assert "白任〔2013〕1号" in shown
    assert "教育会议" in shown


def choose(desk: Client, action: str, document: TenureDocument) -> None:
    address = reverse("admin:people_tenuredocument_changelist")
    asked = desk.post(address, {"action": action, "_selected_action": [document.pk]})
    assert asked.status_code == 200
    decided = {"action": action, "_selected_action": [document.pk], "apply": "yes", "reason": ""}
    assert desk.post(address, decided).status_code == 302


def test_documents_are_withdrawn_and_let_count_again_by_asking_back(county: None, desk: Client) -> None:
    document = TenureDocument.objects.get(name="左丘白")
    choose(desk, "withdraw", document)
    assert not Tenure.objects.filter(person__live=True, person__name="左丘白").exists()
    choose(desk, "restore", document)
    assert Tenure.objects.get(person__live=True, person__name="左丘白").date_start == date(2010, 1, 1)
