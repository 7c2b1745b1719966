"""Who held a post when: the succession with its evidence, and who answers on a day, with how sure."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.corrections import withhold_article
from articles.models import Article
from newsroom.importrun import run
from newsroom.intake import settle
from newsroom.orders import Order
from newsroom.tenure_import import import_table
from people import curation
from people.models import Person, Role
from tests.api import builders as build
from tests.api.builders import ROOT

PAGES = {
    "a": "白石县召开工作会议\n\n本报讯 2014年3月5日,白石县召开工作会议,县长沈知秋主持会议。\n\n陶然\n",
    "b": "白石县召开防汛会议\n\n本报讯 2014年6月8日,白石县召开防汛会议,县长沈知秋主持会议。\n\n陶然\n",
    "c": "白石县召开春耕会议\n\n本报讯 2015年3月9日,白石县召开春耕会议,代县长陆远山主持会议。\n\n陶然\n",
    "d": "白石县召开教育会议\n\n本报讯 2016年9月9日,白石县召开教育会议,县长陆远山主持会议,原县长沈知秋参加会议。\n\n陶然\n",
    "e": "白石县召开交通会议\n\n本报讯 2019年9月9日,白石县召开交通会议,县长顾长河主持会议。\n\n陶然\n",
}
TABLE = ("姓名,职务,任职起,任职止,任职方式,届,备注,出处\n"
         "左丘白,县长,2010,2013-12,选举,十四,,《组织史资料》第9页\n"
         "顾长河,县长,2018-02,,选举,十六,,白任〔2018〕2号\n")


@pytest.fixture
def county(db, tmp_path):
    """Three magistrates on pages; a fourth, and the third's beginning, in documents."""
    for name, text in PAGES.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    run(Order([str(tmp_path / f"{name}.txt") for name in PAGES]))
    (tmp_path / "table.csv").write_text(TABLE, encoding="utf-8")
    import_table(tmp_path / "table.csv")
    return Role.objects.get(label="县长")


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2009-12-31", []),
        ("2010-05-01", [("左丘白", "edited")]),
        ("2013-12-31", [("左丘白", "edited")]),
        ("2014-01-15", [("沈知秋", "between")]),
        ("2014-03-05", [("沈知秋", "attested")]),
        ("2014-05-01", [("沈知秋", "between")]),
        ("2014-12-01", [("沈知秋", "between"), ("陆远山", "between")]),
        ("2015-03-09", [("陆远山", "attested")]),
        ("2016-09-09", [("陆远山", "attested")]),
        ("2017-05-01", [("陆远山", "between")]),
        ("2018-02-20", [("顾长河", "edited")]),
        ("2019-09-09", [("顾长河", "attested")]),
        ("2019-09-10", []),
    ],
)
def test_who_held_it_on_a_day(api, county, day, expected):
    for path, named in ((f"roles/{county.id}/holders/", "person"), ("people/", None)):
        asked = {"on": day} | ({"role": county.id} if named is None else {})
        rows = api(path, **asked)[1]["results"]
        assert sorted(((row["person"] if named else row)["name"], row["certainty"]) for row in rows) == sorted(expected)
    assert api("roles/", on=day)[1]["count"] == bool(expected)


def test_the_succession_shows_steps_articles_documents_and_gaps(api, county):
    rows = api(f"roles/{county.id}/succession/")[1]["results"]
    assert [row["person"]["name"] for row in rows] == ["左丘白", "沈知秋", "陆远山", "顾长河"]
    left, first, second, third = rows
    assert (left["first_cited"], left["date_start"], left["date_end"], left["first_article"]) == (None, "2010", "2013-12", None)
    assert [(one["source"], one["post"], one["term"]) for one in left["documents"]] == [("《组织史资料》第9页", "县长", 14)]
    assert (first["first_article"]["headline"], first["last_article"]["headline"]) == ("白石县召开工作会议", "白石县召开防汛会议")
    assert first["last_cited"] == "2014-06-08"
    assert [(step["qualifier"], step["first_cited"]) for step in second["steps"]] == [("代", "2015-03-09"), (None, "2016-09-09")]
    assert second["gap_before"] == {"first": "2014-06-09", "last": "2015-03-08"}
    assert (third["date_start"], third["how"], third["term"]) == ("2018-02", "选举", 16)
    assert [row["person"]["name"] for row in api(f"roles/{county.id}/holders/")[1]["results"]] == [
        row["person"]["name"] for row in rows]


def test_a_withheld_holder_shows_nowhere_not_even_as_a_gaps_end(api, county, editor):
    curation.withhold(Person.objects.live().get(name="陆远山"), by=editor)
    settle()
    answer = api(f"roles/{county.id}/succession/")[1]
    assert [row["person"]["name"] for row in answer["results"]] == ["左丘白", "沈知秋", "顾长河"]
    assert answer["results"][2]["gap_before"] == {"first": "2014-06-09", "last": "2018-01-31"}
    assert "2015-03-0" not in str(answer)
    assert api("people/", on="2014-12-01", role=county.id)[1]["count"] == 0


def test_a_withheld_article_attests_nothing(api, county, editor):
    withhold_article(Article.objects.get(page__name="b"), by=editor)
    settle()
    row = api(f"roles/{county.id}/succession/")[1]["results"][1]
    assert (row["last_cited"], row["last_article"]["headline"]) == ("2014-03-05", "白石县召开工作会议")


def test_scope_reviewed_names_no_unreviewed_article(api, county, settings):
    settings.NEWSROOM_PUBLIC_SCOPE = "reviewed"
    rows = api(f"roles/{county.id}/succession/")[1]["results"]
    assert [row["first_article"] for row in rows] == [None] * 4


@pytest.mark.parametrize("query", [{"on": "2014"}, {"on": "2014-02-30"}, {"at": "2014-02-03"}, {"ordering": "name"}])
def test_the_succession_is_strict(api, county, query):
    assert api(f"roles/{county.id}/succession/", **query)[0] == 400


def test_an_unknown_role_has_no_succession(api, db):
    assert api("roles/7/succession/")[0] == 404


@pytest.mark.parametrize(
    ("precision", "start", "held"),
    [
        ("day", "2018-02-12", ["2018-02-12"]),
        ("month", "2018-02-01", ["2018-02-01", "2018-02-12", "2018-02-28"]),
        ("year", "2018-01-01", ["2018-01-15", "2018-02-01", "2018-02-12", "2018-02-28", "2018-12-31"]),
    ],
)
def test_of_a_beginning_alone_only_its_day_month_or_year_is_known(api, db, precision, start, held):
    person, role = build.make_person("温言"), build.make_role()
    build.make_tenure(person, role, date_start=start, date_start_precision=precision)
    days = ["2017-12-31", "2018-01-15", "2018-02-01", "2018-02-12", "2018-02-28", "2018-12-31", "2019-01-01"]
    assert [day for day in days if api("people/", on=day)[1]["count"]] == held


def test_a_proposed_holder_answers_no_day(api, db):
    person, role = build.make_person("温言"), build.make_role()
    build.make_tenure(person, role, "2020-01-01", "2020-12-31", qualifier="拟任")
    assert api("people/", on="2020-06-01")[1]["count"] == 0
    assert api(f"roles/{role.id}/holders/")[1]["results"][0]["qualifier"] == "拟任"


@pytest.mark.parametrize("query", ["", "?on=2020-01-01"])
def test_queries_of_the_succession_do_not_grow(client, archive, query):
    url = f"{ROOT}roles/{archive.mayor_role.id}/succession/{query}"
    article, counts = build.make_article(on="2020-01-01"), []
    for start in (0, 20):
        for number in range(start, start + (20 if start else 1)):
            build.make_tenure(build.make_person(f"人{number}"), archive.mayor_role, "2020-01-01", "2020-01-01",
                              first_article=article, last_article=article)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(url).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 6
