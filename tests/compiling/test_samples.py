"""What each product says of the sample newspaper, whole, as golden texts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from people.models import Event, Person

GOLDEN = Path(__file__).parent / "golden"
CITATION = re.compile(r"《澄溪报》\d{4}年\d{1,2}月\d{1,2}日(?:第.+?版)?|〔出处待补〕chengxi_\w+")
DIGEST = re.compile(r"[0-9a-f]{16}")
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("samples")]


def same_as_kept(name: str, text: str, folder: Path) -> None:
    """Compare with the kept text; what it says today is written to `folder`, to be looked at and, if it is better, kept."""
    (folder / name).write_text(text, encoding="utf-8")
    kept = (GOLDEN / name).read_text(encoding="utf-8")
    assert text == kept, f"compare {folder / name} with {GOLDEN / name}, and copy it there if it is better"


@pytest.mark.parametrize(("name", "product", "asked"), [
    ("chronicle", "chronicle", {}),
    ("chronicle_2018", "chronicle", {"area": "澄溪县", "first_year": 2018, "last_year": 2018, "sorting": "strokes"}),
    ("officeholders", "officeholders", {}),
    ("officeholders_pinyin", "officeholders", {"first_year": 2021, "last_year": 2022, "sorting": "pinyin"}),
    ("sessions", "sessions", {}),
    ("career", "career", {"person": "尉迟衡"}),
    ("cards_person", "cards", {"person": "闻人岚", "first_year": 2020, "last_year": 2020}),
])
def test_whole_products(name, product, asked, compiled, tmp_path):
    same_as_kept(f"{name}.txt", compiled(product, **asked), tmp_path)


def test_cards_of_events(compiled, tmp_path):
    events = Event.objects.live().filter(name__in=["县政府第38次常务会议", "县政府第92次常务会议"])
    same_as_kept("cards_events.txt", compiled("cards", events=tuple(events.values_list("pk", flat=True))), tmp_path)


def test_every_entry_cites_its_page(compiled):
    entries = [line for line in compiled("chronicle").splitlines() if "〔候选〕" in line and "尚未取舍" not in line]
    assert len(entries) == Event.objects.live().count()
    assert [line for line in entries if not CITATION.search(line)] == []


@pytest.mark.parametrize("product", ["officeholders", "sessions"])
def test_every_row_cites_its_page(product, compiled):
    lines = [line for line in compiled(product).splitlines() if line.count("　") >= 5]
    rows = [line for line in lines if not line.endswith("　出处") and not line.startswith("缺第")]
    assert len(rows) > 15
    assert [line for line in rows if not CITATION.search(line)] == []


def test_nothing_shows_a_digest_and_nothing_is_left_of_the_paper_s_own_words(compiled):
    for product in ("chronicle", "officeholders", "sessions"):
        text = compiled(product)
        assert not DIGEST.search(text)
        assert not re.search("我县|本县|全县|本报讯|近日|隆重|胜利闭幕", text)


def test_successions_are_those_of_the_cast(compiled):
    rows = [line.split("　") for line in compiled("officeholders").splitlines()]
    secretaries = [row[0] for row in rows if row[1:2] == ["县委书记"]]
    assert secretaries == ["郝长庚", "陆承安", "江远帆", "闻人岚"]
    magistrates = [(row[0], row[6]) for row in rows if row[1:2] == ["县长"]]
    assert magistrates == [("陆承安", "—"), ("江远帆", "代（首见〔2016〕年6月12日，末见〔2016〕年6月20日）"),
                           ("闻人岚", "代（首见〔2019〕年9月3日，末见〔2020〕年4月28日）"),
                           ("祝嘉树", "代（首见〔2021〕年7月30日，末见〔2021〕年10月25日）")]


def test_bodies_stand_in_their_order(compiled):
    heads = [line[2:] for line in compiled("officeholders").splitlines() if line.startswith("# ")]
    assert heads == ["中国共产党澄溪县委员会", "澄溪县人民代表大会常务委员会", "澄溪县人民政府", "政协澄溪县委员会",
                     "中国共产党澄溪县纪律检查委员会", "澄溪县监察委员会", "澄溪县人民法院", "澄溪县人民检察院"]
    assert "澄溪县水利局" in compiled("officeholders", more_bodies=True)


def test_last_seen_is_never_an_end_of_office(compiled):
    rows = [line.split("　") for line in compiled("officeholders").splitlines() if line.count("　") == 7]
    assert {row[4] for row in rows[1:]} <= {"待考", "任职起止"}


def test_ordinary_people_have_no_career(compiled):
    text = compiled("officeholders", more_bodies=True)
    private = set(Person.objects.live().filter(person_class="private").values_list("name", flat=True))
    public = set(Person.objects.live().exclude(person_class="private").values_list("name", flat=True))
    assert private
    assert {line.split("　")[0] for line in text.splitlines()}.isdisjoint(private - public)
