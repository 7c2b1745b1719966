"""Tenures that the office already holds: read, stored once, attached to whom they mean, withdrawn, in any order with pages."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from articles import corrections
from articles.models import Article, Mention, Newspaper, Page
from articles.storing import PageFacts
from newsroom.intake import settle
from newsroom.tenure_import import BadTable, import_table
from people import curation
from people.documents import ranges_of, restore, withdraw
from people.models import Event, OrganizationAlias, Person, Redirect, Tenure, TenureConflict, TenureDocument
from people.tenure_table import read_table
from tests.conftest import COUNTY
from tests.snapshot import dump

HEAD = "姓名,职务,单位,地区,任职起,任职止,任职方式,届,备注,出处\n"
KNOWN = HEAD + "沈知秋,县长,,,2019-04,2021-12,选举,第十六届,,白任〔2019〕4号\n"
UNKNOWN = (HEAD + "左丘白,县长,,,2014,2019-04,选举,十五,,《组织史资料》第9页\n"
           "左丘白,县委副书记,,,2012,2014,任命,,,《组织史资料》第9页\n")


FACTS = PageFacts(newspaper="白石报", area=COUNTY)
EARLY = "白石县召开会议\n\n本报讯 2016年3月5日,白石县召开会议,县长左丘白主持会议。\n\n陶然\n"


@pytest.fixture
def paper(pages, import_paths):
    """The three invented pages, imported as of one newspaper of the county."""
    import_paths(*pages.values(), facts=FACTS)


@pytest.fixture
def early(tmp_path):
    """A page on which somebody is cited whom a document names."""
    path = tmp_path / "early.txt"
    path.write_text(EARLY, encoding="utf-8")
    return path


@pytest.fixture
def table(tmp_path):
    """table("姓名,…") → the file."""

    def written(text: str, name: str = "历任.csv", encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.write_bytes(text.encode(encoding))
        return path

    return written


def tenures(name: str) -> list[tuple[str, str, str | None, str | None, str | None]]:
    held = Tenure.objects.filter(person__name=name, person__live=True).select_related("role")
    return [(row.role.label, row.qualifier, row.first_cited and str(row.first_cited), row.start, row.end)
            for row in held.order_by("role__label", "sequence")]


FAULTS = [
    ("姓名,职务\n甲乙,县长\n", [(1, "", "出处")]),
    ("姓名,职务,出处,姓名\n", [(1, "", "twice")]),
    ("", [(1, "", "empty")]),
    ("姓名,职务,出处\n沈知秋,县长,\n", [(2, "出处", "no source")]),
    ("姓名,职务,出处\n\n,县长,文\n沈知秋,,文\n", [(3, "姓名", "no name"), (4, "职务", "no post")]),
    ("姓名,职务,任职起,出处\n沈知秋,县长,2021-13,文\n", [(2, "任职起", "2021-13")]),
    ("姓名,职务,任职起,出处\n沈知秋,县长,去年,文\n", [(2, "任职起", "去年")]),
    ("姓名,职务,任职起,任职止,出处\n沈知秋,县长,2021,2020-06,文\n", [(2, "任职止", "before the beginning")]),
    ("姓名,职务,届,出处\n沈知秋,县长,某届,文\n", [(2, "届", "no term")]),
    ("姓名,职务,出处\n沈知秋,县长,文,多\n", [(2, "", "more cells")]),
    ('姓名,职务,出处\n沈知秋,"县长,文\n', [(2, "", "quotation mark")]),
    ("姓名,职务,出处\n沈知秋,县长," + "长" * 301 + "\n", [(2, "出处", "too long")]),
]


@pytest.mark.parametrize(("text", "expected"), FAULTS)
def test_faults_name_line_and_column(text, expected):
    lines, faults, _unread = read_table(text)
    assert [(fault.line, fault.column) for fault in faults] == [(line, column) for line, column, _ in expected]
    assert all(words in str(fault.refusal) for fault, (_, _, words) in zip(faults, expected, strict=True))
    assert not any(line.line == fault.line for line in lines for fault in faults)


@pytest.mark.parametrize(("written", "day", "precision"), [
    ("2021-07-30", "2021-07-30", "day"), ("2021年7月30日", "2021-07-30", "day"), ("2021.7", "2021-07-01", "month"),
    ("2021年7月", "2021-07-01", "month"), ("2021/07", "2021-07-01", "month"), ("2021年", "2021-01-01", "year"),
    ("2021", "2021-01-01", "year"),
])
def test_dates_are_taken_as_far_as_they_go(written, day, precision):
    (line,), faults, _ = read_table(f"name,post,start,end,source\n沈知秋,县长,{written},至今,文\n")
    assert (str(line.start.day), line.start.precision, line.end, faults) == (day, precision, None, [])


@pytest.mark.django_db
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_document_means_the_one_who_is_cited_in_that_post(paper, table, encoding):
    account = import_table(table(KNOWN, encoding=encoding))
    assert (account.documents.new, account.attached, account.alone, account.several) == (1, 1, 0, 0)
    assert tenures("沈知秋") == [("县委副书记", "", "2021-03-05", None, None), ("县长", "", "2021-03-05", "2019-04", "2021-12")]
    row = Tenure.objects.get(role__label="县长")
    assert (row.term, row.how, row.citations) == (16, "选举", 4)
    assert not TenureConflict.objects.exclude(kind="gap").exists()


@pytest.mark.django_db
def test_importing_again_changes_nothing_and_a_dry_run_neither(paper, table):
    path = table(KNOWN + UNKNOWN.removeprefix(HEAD))
    nothing = dump()
    assert import_table(path, dry_run=True).documents.new == 3
    assert dump() == nothing
    import_table(path)
    stored = dump()
    account = import_table(path)
    assert (account.documents.new, account.documents.known) == (0, 3)
    assert dump() == stored


@pytest.mark.django_db
def test_one_bad_line_keeps_the_whole_table_out(paper, table):
    path = table(KNOWN + "某甲,一级调研员,,,2020,,,,,文\n某乙,原县长,,,2020,,,,,文\n某丙,书记,,,2020,,,,,\n")
    with pytest.raises(BadTable) as refused:
        import_table(path)
    said = str(refused.value).splitlines()
    assert [f"第 {line} 行" in words for line, words in zip((3, 4, 5), said, strict=True)] == [True] * 3
    assert not TenureDocument.objects.exists()


@pytest.mark.django_db
def test_a_line_of_two_posts_states_two_and_ranks_none(paper, table):
    import_table(table(HEAD + "某甲,党组书记、局长、一级调研员,县水利局,,2018,,任命,,主持工作,白任〔2018〕5号\n"))
    assert tenures("某甲") == [
        ("县水利局党组书记", "主持工作", None, "2018", None), ("县水利局局长", "主持工作", None, "2018", None)]
    assert OrganizationAlias.objects.filter(name="白石县县委").exists()


@pytest.mark.django_db
def test_a_record_made_for_a_document_leads_on_once_pages_name_somebody_and_comes_back(paper, table, early, import_paths, editor):
    import_table(table(UNKNOWN))
    made = Person.objects.get(name="左丘白")
    assert (made.live, made.person_class, made.area.path) == (True, "public_official", COUNTY)
    assert [label for label, *_ in tenures("左丘白")] == ["县委副书记", "县长"]
    import_paths(early, facts=FACTS)
    cited = Person.objects.live().get(name="左丘白")
    assert cited.pk != made.pk
    assert Redirect.objects.get(old=made.pk).new == cited.pk
    assert tenures("左丘白") == [("县委副书记", "", None, "2012", "2014"), ("县长", "", "2016-03-05", "2014", "2019-04")]
    corrections.withhold_article(Article.objects.get(page__name="early"), by=editor)
    settle()
    assert Person.objects.live().get(name="左丘白").pk == made.pk
    assert not Redirect.objects.filter(old=made.pk).exists()


def told() -> tuple[list, list]:
    held = Tenure.objects.values_list("person__name", "role__label", "first_cited", "date_start", "date_end", "gap_from",
                                      "presumed_from", "presumed_until", "person__citations__page__name")
    return sorted(map(str, held.distinct())), sorted(TenureConflict.objects.values_list("kind", "reasons"))


@pytest.mark.django_db
@pytest.mark.parametrize("order", [("table", "pages", "early"), ("early", "table", "pages"), ("pages", "early", "table")])
def test_documents_and_pages_in_any_order_say_the_same(pages, table, early, import_paths, order):
    path = table(KNOWN + UNKNOWN.removeprefix(HEAD) + "陆远山,县长,,,2020,2022,,,,文\n")
    does = {"table": lambda: import_table(path, COUNTY), "early": lambda: import_paths(early, facts=FACTS),
            "pages": lambda: import_paths(*pages.values(), facts=FACTS)}
    for step in order:
        does[step]()
    first = told()
    assert len(first[0]) > 8
    assert [kind for kind, _ in first[1]].count("documents") == 1
    for model in (TenureConflict, TenureDocument, Page, Event, Redirect, Person, Newspaper):
        model.objects.all().delete()
    for step in ("pages", "table", "early"):
        does[step]()
    assert told() == first


@pytest.mark.django_db
def test_where_several_fit_nobody_is_taken_until_an_editor_decides(paper, table, editor, tmp_path, import_paths):
    """陆远山 is a vice-magistrate; the editor says that one mention means another man, who was called so too."""
    mention = Mention.objects.filter(name_as_printed="陆远山", article__page__name="series").order_by("raw_start").first()
    curation.assign(mention, None, by=editor)
    settle()
    assert Person.objects.live().filter(name="陆远山", cited_posts__role__label="副县长").count() == 2
    account = import_table(table(HEAD + "陆远山,副县长,,,2018,2022,任命,,,白任〔2018〕7号\n"))
    assert (account.attached, account.alone, account.several, account.conflicts) == (0, 0, 1, 1)
    row = TenureConflict.objects.get(kind="several")
    assert row.document.person is None
    assert "尚未归入" in row.reasons
    one, other = Person.objects.live().filter(name="陆远山", cited_posts__role__label="副县长").order_by("pk")
    curation.merge(one, other, by=editor)
    settle()
    assert not TenureConflict.objects.filter(kind="several").exists()
    assert TenureDocument.objects.get().person == one


@pytest.mark.django_db
def test_a_merged_record_of_a_document_goes_where_the_editor_said(paper, table, editor):
    import_table(table(HEAD + "顾常河,县委书记,,,2018,2022,任命,,,白任〔2018〕7号\n"))
    made, cited = Person.objects.live().get(name="顾常河"), Person.objects.live().get(name="顾长河")
    assert TenureDocument.objects.get().person == made
    judgement = curation.merge(cited, made, by=editor)
    settle()
    assert TenureDocument.objects.get().person == cited
    assert Redirect.objects.get(old=made.pk).new == cited.pk
    curation.undo(judgement, by=editor)
    settle()
    assert TenureDocument.objects.get().person == made


@pytest.mark.django_db
def test_withheld_is_withheld_for_people_of_documents_too(paper, table, editor, client):
    import_table(table(UNKNOWN))
    made = Person.objects.get(name="左丘白")
    assert client.get("/api/v1/people/", {"name": "左丘白"}).json()["count"] == 1
    judgement = curation.withhold(made, by=editor)
    settle()
    for path in ("people/?name=左丘白", "roles/?search=县长", "roles/?on=2016-01-01"):
        assert "左丘白" not in client.get("/api/v1/" + path).content.decode()
    curation.undo(judgement, by=editor)
    settle()
    assert client.get("/api/v1/people/", {"name": "左丘白"}).json()["count"] == 1


@pytest.mark.django_db
def test_withdrawn_documents_stay_withdrawn_and_can_be_let_count_again(paper, table, editor):
    path = table(KNOWN + UNKNOWN.removeprefix(HEAD))
    import_table(path)
    before = told()
    for row in TenureDocument.objects.all():
        withdraw(row, by=editor)
    settle()
    assert tenures("沈知秋")[1] == ("县长", "", "2021-03-05", None, None)
    assert not Person.objects.live().filter(name="左丘白").exists()
    account = import_table(path)
    assert (account.documents.new, account.documents.withdrawn) == (0, 3)
    assert not Person.objects.live().filter(name="左丘白").exists()
    for row in TenureDocument.objects.all():
        restore(row)
    settle()
    assert told() == before


@pytest.mark.django_db
def test_pages_read_again_never_touch_documents(paper, table, import_paths, pages):
    import_table(table(KNOWN + UNKNOWN.removeprefix(HEAD)))
    before = dump()
    import_paths(reread=True)
    import_paths(*pages.values(), facts=FACTS)
    assert dump() == before


@pytest.mark.django_db
def test_citations_outside_what_a_document_states_are_queued(paper, table):
    import_table(table(HEAD + "沈知秋,县长,,,2019-04,2020-12,,,,白任〔2019〕4号\n"))
    row = TenureConflict.objects.get(kind="after_end")
    assert (row.left.name, str(row.last_day), row.document.source) == ("沈知秋", "2021-03-12", "白任〔2019〕4号")


@pytest.mark.django_db
def test_ranges_for_other_stages_rest_on_documents_alone(paper, table):
    import_table(table(UNKNOWN))
    found = ranges_of(["左丘白"])
    assert found["左丘白", "县长", "白石县人民政府", COUNTY] == ((date(2014, 1, 1), date(2019, 4, 30)),)
    assert ranges_of(["沈知秋"]) == {}


@pytest.mark.django_db
def test_the_command_tells_what_came_of_it_and_refuses_with_status_one(paper, table, capsys):
    call_command("import_tenures", str(table(KNOWN.replace("备注", "性别"))))
    assert "性别" in capsys.readouterr().out
    with pytest.raises(CommandError, match="第 2 行"):
        call_command("import_tenures", str(table(HEAD + "沈知秋,县长,,,2019-14,,,,,文\n")))
    with pytest.raises(CommandError, match="no-such-file"):
        call_command("import_tenures", "no-such-file.csv")
