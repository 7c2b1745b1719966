"""What goes into a product and what doesn't: decisions, withheld people, scope, order of import, cost."""

from __future__ import annotations

from datetime import date
from io import StringIO
from itertools import permutations

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import corrections
from articles.models import Article
from articles.storing import PageFacts
from newsroom.compiling.commission import CannotCompile, Commission, area_of, years_asked
from newsroom.compiling.products import PRODUCTS
from newsroom.compiling.writing import table_lines
from newsroom.intake import settle
from people import curation
from people.models import Event, Judgement, Person

EVERY = ["chronicle", "officeholders", "sessions"]



def select(event: Event, value: str, by) -> Judgement:
    decided = curation.set_field(event, "selection", value, by=by)
    settle()
    return decided


def planting() -> Event:
    return Event.objects.live().get(name__contains="植树")


def test_candidates_are_marked_and_chosen_ones_are_not(archive, editor, compiled):
    assert "12日　〔候选〕" in compiled("chronicle")
    select(planting(), "chosen", editor)
    assert "12日　白石县" in compiled("chronicle")
    only = compiled("chronicle", only="chosen")
    assert "植树" in only
    assert "〔候选〕" not in only
    assert "植树" not in compiled("chronicle", only="candidate")


def test_rejected_events_are_left_out_and_counted(archive, editor, compiled):
    decided = select(planting(), "rejected", editor)
    assert "植树" not in compiled("chronicle")
    assert PRODUCTS["chronicle"].compile(Commission()).left_out == ["不选：1条未列入"]
    curation.undo(decided, by=editor)
    settle()
    assert "植树" in compiled("chronicle")


def test_a_choice_outlives_importing_and_reading_again(archive, editor, again):
    chosen = planting().pk
    select(planting(), "chosen", editor)
    again()
    assert (planting().pk, planting().selection) == (chosen, "chosen")


def test_what_cannot_be_chosen_is_refused(archive, editor):
    with pytest.raises(curation.CannotJudge):
        curation.set_field(planting(), "selection", "perhaps", by=editor)


def test_nothing_withheld_shows(archive, editor, compiled):
    person = Person.objects.get(name="顾长河", live=True)
    assert all("顾长河" in compiled(product) for product in ("chronicle", "officeholders"))
    curation.withhold(person, by=editor)
    settle()
    events = tuple(Event.objects.live().values_list("pk", flat=True))
    articles = tuple(Article.objects.live().values_list("pk", flat=True))
    texts = [compiled(product) for product in EVERY] + [compiled("cards", events=events), compiled("cards", articles=articles),
                                                        compiled("cards", person="沈知秋"), compiled("career", person="沈知秋")]
    assert [text for text in texts if "顾长河" in text] == []
    for product in ("career", "cards"):
        with pytest.raises(CannotCompile):
            compiled(product, person="顾长河")


def test_a_withheld_article_counts_as_not_imported(archive, editor, compiled):
    article = Article.objects.live().get(headline__contains="植树")
    corrections.withhold_article(article, by=editor)
    settle()
    assert "植树" not in compiled("chronicle")
    assert "植树" not in compiled("cards", articles=(article.pk,))


def test_minors_are_named_nowhere(archive, editor, compiled):
    curation.set_field(Person.objects.get(name="方有为", live=True), "person_class", "minor", by=editor)
    settle()
    for product in EVERY:
        assert "方有为" not in compiled(product, more_bodies=True)
    with pytest.raises(CannotCompile):
        compiled("career", person="方有为")


def test_on_a_public_server_only_what_was_reviewed(archive, editor, compiled, settings):
    settings.NEWSROOM_PUBLIC_SCOPE = "reviewed"
    assert "植树" not in compiled("chronicle")
    assert "县长" not in compiled("officeholders").partition("\n\n#")[2]
    corrections.confirm_article(Article.objects.live().get(headline__contains="植树"), by=editor)
    settle()
    assert "植树" in compiled("chronicle")


@pytest.mark.parametrize(("first", "last", "precision", "head"), [
    (date(2021, 3, 1), date(2021, 3, 31), "month", "是月"),
    (date(2021, 1, 1), date(2021, 12, 31), "year", "是年"),
])
def test_what_is_known_to_the_month_or_year_comes_last(first, last, precision, head, archive, compiled):
    Event.objects.filter(name__contains="植树").update(date_first=first, date_last=last, date_precision=precision)
    lines = [line for line in compiled("chronicle").split("\n") if "〔候选〕" in line and "尚未取舍" not in line]
    assert lines[-2].startswith("8日　")
    assert lines[-1].startswith(f"{head}　〔候选〕白石县举行义务植树活动")


def test_an_unknown_date_stands_at_the_end_and_in_no_year(archive, compiled):
    Event.objects.filter(name__contains="植树").update(
        date_first=None, date_last=None, date_precision="", date_basis="unknown", date_certainty="")
    text = compiled("chronicle")
    assert "植树" in text.partition("# 时间待考")[2]
    assert "植树" not in compiled("chronicle", first_year=2021, last_year=2021)
    assert PRODUCTS["chronicle"].compile(Commission(first_year=2021, last_year=2021)).left_out == [
        "时间待考：1条未列入（不限年份时列在最后）"]


def test_an_editors_name_for_an_event_is_its_entry(archive, editor, compiled):
    curation.set_field(planting(), "name", "全民义务植树日", by=editor)
    settle()
    assert "12日　〔候选〕全民义务植树日" in compiled("chronicle")


@pytest.mark.parametrize("order", list(permutations(["meeting", "series", "later"])), ids="-".join)
def test_the_order_of_import_does_not_matter(order, pages, import_paths, compiled):
    for name in order:
        import_paths(pages[name])
    entries = compiled("chronicle").partition("# 2021年")[2].split("\n")
    assert [entry for entry in entries if entry] == [
        "## 3月",
        "5日　〔候选〕白石县召开春耕备耕第12次专题会议。县委书记顾长河主持，县委副书记、县长沈知秋讲话。"
        "（〔出处待补〕meeting；〔出处待补〕series）",
        "6日　〔候选〕白石县人民医院开诊。县卫健局局长方有为陪同。（〔出处待补〕meeting）",
        "8日　〔候选〕县委副书记、县长沈知秋到青石镇督导春耕工作。副县长陆远山陪同。（〔出处待补〕series）",
        "12日　〔候选〕白石县举行义务植树活动。（〔出处待补〕later）",
    ]
    career = [line.split("　")[:2] for line in compiled("career", person="沈知秋").split("\n") if line.count("　") in (4, 7)]
    assert [row[0] for row in career] == ["职务", "县委副书记", "县长", "日期", "2021年3月5日", "2021年3月8日", "2021年3月12日"]
    rows = [line.split("　") for line in compiled("officeholders").split("\n") if line.count("　") == 7]
    assert [row[:4] for row in rows if row[0] != "姓名"] == [
        ["顾长河", "县委书记", "2021年3月5日", "2021年3月12日"],
        ["沈知秋", "县委副书记", "2021年3月5日", "2021年3月8日"],
        ["沈知秋", "县长", "2021年3月5日", "2021年3月12日"],
        ["陆远山", "副县长", "2021年3月5日", "2021年3月8日"],
    ]


def test_namesakes_are_listed_with_their_numbers(archive, compiled):
    both = Person.objects.live().filter(name="陆远山")
    assert both.count() == 2
    both.update(person_class="public_official")
    with pytest.raises(CannotCompile) as refused:
        compiled("career", person="陆远山")
    for person in both:
        assert f"#{person.pk} 陆远山" in str(refused.value)
        assert "陆远山任职简历" in compiled("career", person=str(person.pk))


@pytest.mark.parametrize("asked", [{"person": ""}, {"person": "无此人"}, {"person": "999999"}, {"person": "9" * 40}])
def test_nobody_has_no_career(archive, compiled, asked):
    with pytest.raises(CannotCompile):
        compiled("career", **asked)


def test_cards_need_a_selection(archive, compiled):
    with pytest.raises(CannotCompile):
        compiled("cards")


def test_cards_of_what_is_not_there_say_so(archive):
    made = PRODUCTS["cards"].compile(Commission(events=(planting().pk, 999999)))
    assert len(list(made.rows())) == 1
    assert len(made.left_out) == 1
    assert "999999" in made.left_out[0]


@pytest.mark.parametrize(("written", "years"), [
    ("", (1, 9999)), ("2020", (2020, 2020)), ("2020-2022", (2020, 2022)), ("2020-", (2020, 9999)), ("-2022", (1, 2022)),
])
def test_years(written, years):
    assert years_asked(written) == years


@pytest.mark.parametrize("written", ["-", "20", "2022-2020", "今年", "2020—2022", "0000"])
def test_years_that_are_none(written):
    with pytest.raises(CannotCompile):
        years_asked(written)


def test_years_narrow_everything(archive, compiled):
    assert "植树" in compiled("chronicle", first_year=2021, last_year=2021)
    assert "植树" not in compiled("chronicle", first_year=2020, last_year=2020)
    assert "顾长河" not in compiled("officeholders", first_year=2020, last_year=2020)


def test_areas_are_found_by_name_and_path(archive, tmp_path, import_paths):
    path = area_of(Commission())
    assert area_of(Commission(area="白石县")) == area_of(Commission(area=path)) == path
    with pytest.raises(CannotCompile, match="白石县"):
        area_of(Commission(area="黑石县"))
    other = tmp_path / "other.txt"
    other.write_text("黑石县召开会议\n\n本报讯 2021年3月5日,县长艾青召开会议。\n", encoding="utf-8")
    import_paths(other, facts=PageFacts(area="湖东省澄江市黑石县"))
    with pytest.raises(CannotCompile, match="黑石县"):
        area_of(Commission())
    assert area_of(Commission(area="黑石县")) == "湖东省澄江市黑石县"


@pytest.mark.parametrize("product", [*EVERY, "cards"])
def test_queries_do_not_depend_on_rows(product, tmp_path, import_paths, editor):
    def write(number: int) -> None:
        page = tmp_path / f"{number}.txt"
        page.write_text(f"白石县春耕第{number}次专题会议召开\n\n本报讯 2021年3月{number}日,白石县召开春耕第{number}次专题会议。"
                        f"县委书记顾长河主持会议,副县长陆远山参加会议。\n", encoding="utf-8")
        import_paths(page, facts=PageFacts(area="湖东省澄江市白石县"))

    def cost() -> int:
        with CaptureQueriesContext(connection) as caught:
            events = tuple(Event.objects.values_list("pk", flat=True))
            text = "".join(table_lines(PRODUCTS[product].compile(Commission(events=events))))
        assert "春耕" in text or "顾长河" in text
        return len(caught)

    write(1)
    few = cost()
    for number in range(2, 14):
        write(number)
    assert cost() == few <= 15


def test_documents_say_when_a_post_was_held_and_are_cited(pages, import_paths, compiled, tmp_path):
    import_paths(*pages.values(), facts=PageFacts(area="湖东省澄江市白石县"))
    table = tmp_path / "tenures.csv"
    table.write_text("姓名,职务,单位,地区,任职起,任职止,任职方式,届,备注,出处\n"
                     "沈知秋,县长,,湖东省澄江市白石县,2020-06,,选举,第十四届,,某任〔2020〕5号\n"
                     "顾长河,县委书记,,湖东省澄江市白石县,2016-06,2021-06,选举,第十二届,,组织史第3页\n"
                     "顾长河,县委书记,,湖东省澄江市白石县,2021-06,,选举,第十三届,,组织史第5页\n", encoding="utf-8")
    call_command("import_tenures", str(table), stdout=StringIO())
    text = compiled("officeholders")
    assert "## 第14届" in text
    (row,) = [line.split("　") for line in text.splitlines() if line.startswith("沈知秋　县长　")]
    assert row[2:6] == ["2021年3月5日", "2021年3月12日", "2020年6月—", "选举"]
    assert row[7].endswith("任职据某任〔2020〕5号")
    secretary = [line.split("　") for line in text.splitlines() if line.startswith("顾长河　县委书记　")]
    assert [(row[4], row[6], row[7].rpartition("；")[2]) for row in secretary] == [
        ("2016年6月—2021年6月", "首见、末见为历届合计", "任职据组织史第3页"),
        ("2021年6月—", "首见、末见为历届合计", "任职据组织史第5页")]
    assert text.index("## 第12届") < text.index("## 第13届")
    assert "任职据某任〔2020〕5号" in compiled("career", person="沈知秋")
