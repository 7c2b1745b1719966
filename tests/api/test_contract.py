"""Every field that the contract lists is there, with its value."""

import json

import pytest

from articles.models import Newspaper
from tests.api import builders as build
from tests.api.builders import ROOT

HOST = f"http://testserver{ROOT}"


def test_contents_lists_the_resources(api, db):
    status, contents = api("")
    assert status == 200
    assert contents == {
        name: f"{HOST}{name}/" for name in ("pages", "articles", "people", "roles", "events", "statements", "schema", "docs")
    }


def test_chinese_is_not_escaped(client, archive):
    answer = client.get(f"{ROOT}articles/{archive.first.id}/", headers={"accept": "text/html"})
    assert answer["Content-Type"] == "application/json"
    assert "柳青原".encode() in answer.content


def test_page(api, archive):
    paper = Newspaper.objects.create(name="云岭日报")
    page = build.make_page("002_cc", newspaper=paper, issue_date="2022-12-27", section="2", issue_number="88")
    build.make_article(page)
    build.make_article(page, withheld=True)
    status, one = api(f"pages/{page.id}/")
    assert status == 200
    assert one.pop("imported_at").endswith("+08:00")
    assert one == {
        "id": page.id,
        "url": f"{HOST}pages/{page.id}/",
        "name": "002_cc",
        "newspaper": {"id": paper.id, "name": "云岭日报"},
        "issue_date": "2022-12-27",
        "issue_number": "88",
        "section": "2",
        "citation": "《云岭日报》2022年12月27日第2版",
        "article_count": 1,
        "reader_version": "1",
    }
    listed = api("pages/")[1]["results"]
    assert [row["name"] for row in listed] == ["000_aa", "001_bb", "002_cc"]
    assert listed[0]["newspaper"] is None
    assert listed[0]["citation"] == "〔出处待补〕000_aa"


def test_article(api, archive):
    one = api(f"articles/{archive.first.id}/")[1]
    mayor = {"id": archive.mayor.id, "url": f"{HOST}people/{archive.mayor.id}/", "name": "柳青原"}
    body = one["body"]
    listed = {
        "id": archive.first.id,
        "url": f"{HOST}articles/{archive.first.id}/",
        "page": {"id": archive.page.id, "url": f"{HOST}pages/{archive.page.id}/", "name": "000_aa"},
        "reading_order": 1,
        "headline": "全县春耕工作会议召开",
        "headline_state": "complete",
        "section": None,
        "dateline": "本报讯 2022年12月26日",
        "date": "2022-12-26",
        "date_end": None,
        "date_basis": "stated",
        "date_certainty": "certain",
        "byline": "陶小满 钟鸣",
        "reporters": ["陶小满", "钟鸣"],
        "excerpt": body,
        "review_state": "unreviewed",
    }
    assert {name: one[name] for name in listed} == listed
    assert api("articles/")[1]["results"][0] == listed
    assert one["text_version"] == 1
    assert one["date_reasons"] == archive.first.date_reasons
    named = one["people"][0]
    mentions = named.pop("mentions")
    assert named == {
        "person": mayor,
        "name_as_printed": "柳青原",
        "roles_as_printed": ["县长"],
        "area": "云岭县",
        "posts": [{"label": "县长", "organization": "云岭县人民政府", "area": "云岭县"}],
    }
    assert [body[each["start"] : each["end"]] for each in mentions] == ["柳青原", "柳青原"]
    assert mentions[0] == {"start": 14, "end": 17, "exact": "柳青原", "prefix": "县长", "suffix": "主持会"}
    assert one["events"] == [{"id": archive.event.id, "url": f"{HOST}events/{archive.event.id}/", "name": "全县春耕工作会议"}]
    said = one["statements"][0]
    assert body[said["start"] : said["end"]] == said["quote"] == "要抓好春耕。"
    assert (said["id"], said["speaker"], said["verb"]) == (archive.statement.id, mayor, "强调")


def test_article_without_headline_or_date(api, archive):
    one = api(f"articles/{archive.third.id}/")[1]
    assert (one["headline"], one["headline_state"], one["date"], one["date_basis"], one["date_certainty"]) == (
        None,
        "missing",
        None,
        "unknown",
        None,
    )
    assert (one["dateline"], one["byline"], one["reporters"], one["people"]) == (None, None, [], [])


@pytest.mark.parametrize(
    ("written", "shown"), [("2022-12-26", "2022-12-26"), ("2022-12", "2022-12"), ("2022", "2022"), (None, None)]
)
def test_dates_are_cut_to_what_is_known(api, db, written, shown):
    assert api(f"articles/{build.make_article(on=written).id}/")[1]["date"] == shown


def test_person(api, archive):
    role = archive.mayor_role
    assert api(f"people/{archive.mayor.id}/")[1] == {
        "id": archive.mayor.id,
        "url": f"{HOST}people/{archive.mayor.id}/",
        "name": "柳青原",
        "other_names": ["柳清原"],
        "person_class": "public_official",
        "first_cited": "2022-03-01",
        "last_cited": "2022-12-26",
        "article_count": 2,
        "event_count": 1,
        "review_state": "unreviewed",
        "tenures": [
            {
                "role": {
                    "id": role.id,
                    "url": f"{HOST}roles/{role.id}/",
                    "label": "县长",
                    "organization": "云岭县人民政府",
                    "area": "云岭县",
                },
                "first_cited": "2022-03-10",
                "last_cited": "2022-12-26",
                "citations": 1,
                "date_start": None,
                "date_end": None,
                "qualifier": None,
                "term": None,
            }
        ],
    }


def test_role_and_holders(api, archive):
    role = archive.secretary_role
    holder = {
        "person": {"id": archive.secretary.id, "url": f"{HOST}people/{archive.secretary.id}/", "name": "司徒望"},
        "first_cited": None,
        "last_cited": None,
        "citations": 1,
        "date_start": "2021-06",
        "date_end": "2023",
        "qualifier": None,
        "term": 14,
        "how": "选举",
    }
    assert api(f"roles/{role.id}/")[1] == {
        "id": role.id,
        "url": f"{HOST}roles/{role.id}/",
        "label": "县委书记",
        "post": "县委书记",
        "organization": "中国共产党云岭县委员会",
        "area": "云岭县",
        "exclusive": False,
        "holders": [holder],
    }
    assert api(f"roles/{role.id}/holders/")[1] == {"count": 1, "next": None, "previous": None, "results": [holder]}


def test_holders_come_in_order_of_their_first_citation(api, archive):
    for name, first in (("方晓", None), ("白杨", "2020-01-01"), ("安宁", "2020-01-01"), ("郝月", "2019-01-01")):
        build.make_tenure(build.make_person(name), archive.mayor_role, first, first)
    expected = ["郝月", "安宁", "白杨", "柳青原", "方晓"]
    assert [one["person"]["name"] for one in api(f"roles/{archive.mayor_role.id}/")[1]["holders"]] == expected
    assert [one["person"]["name"] for one in api(f"roles/{archive.mayor_role.id}/holders/")[1]["results"]] == expected


def test_event(api, archive):
    one = api(f"events/{archive.event.id}/")[1]
    assert [row["headline"] for row in one.pop("articles")] == ["全县春耕工作会议召开", "柳青原调研水库"]
    chair, guest = one.pop("participants")
    assert one == {
        "id": archive.event.id,
        "url": f"{HOST}events/{archive.event.id}/",
        "name": "全县春耕工作会议",
        "kind": "meeting",
        "activity_as_printed": None,
        "organization": "云岭县人民政府",
        "area": "云岭县",
        "series": "春耕工作会议",
        "term": None,
        "number": 4,
        "date": "2022-12-26",
        "date_end": None,
        "date_basis": "stated",
        "place": None,
    }
    assert chair == {
        "person": {"id": archive.mayor.id, "url": f"{HOST}people/{archive.mayor.id}/", "name": "柳青原"},
        "name_as_printed": "柳青原",
        "roles_as_printed": [],
        "capacity": "chair",
        "verbs_as_printed": ["主持", "强调"],
        "order": 0,
    }
    assert guest["verbs_as_printed"] == ["出席"]


def test_statement(api, archive):
    assert api(f"statements/{archive.statement.id}/")[1] == {
        "id": archive.statement.id,
        "url": f"{HOST}statements/{archive.statement.id}/",
        "speaker": {"id": archive.mayor.id, "url": f"{HOST}people/{archive.mayor.id}/", "name": "柳青原"},
        "article": {"id": archive.first.id, "url": f"{HOST}articles/{archive.first.id}/", "headline": "全县春耕工作会议召开"},
        "verb": "强调",
        "quote": "要抓好春耕。",
        "start": archive.statement.start,
        "end": archive.statement.end,
        "date": "2022-12-26",
    }


def test_statement_belongs_to_whom_the_active_citation_names(api, archive):
    mistaken = build.make_person("柳青原")
    speaker = archive.statement.speaker
    speaker.citations.create(person=mistaken, page=archive.page, raw_start=10_001, active=False)
    assert api("statements/", person=mistaken.id)[1]["count"] == 0
    assert [row["speaker"]["id"] for row in api("statements/", person=archive.mayor.id)[1]["results"]] == [archive.mayor.id]
    assert [len(one["mentions"]) for one in api(f"articles/{archive.first.id}/")[1]["people"]] == [2, 1]


def test_an_event_reported_twice_in_an_article_is_listed_once(api, archive):
    build.report(archive.event, archive.first)
    assert len(api(f"articles/{archive.first.id}/")[1]["events"]) == 1
    assert len(api(f"events/{archive.event.id}/")[1]["articles"]) == 2


def test_english_on_request(client, db):
    answer = client.get(f"{ROOT}articles/0/", headers={"accept-language": "en"})
    assert json.loads(answer.content)["title"] == "Not found"
    assert json.loads(client.get(f"{ROOT}articles/0/").content)["title"] == "未找到"
