"""Each filter and each ordering, as tables; ids are written as the names of the archive's rows."""

import pytest

from people.models import OrganizationAlias, Redirect
from tests.api import builders as build

LISTS = {
    "articles": ("first", "second", "third"),
    "people": ("mayor", "secretary"),
    "roles": ("mayor_role", "secretary_role"),
    "events": ("event", "undated"),
    "statements": ("statement",),
}
AREA = "青原省临江市云岭县"
FILTERS = [
    ("articles", {"page": "@page"}, ["first", "second"]),
    ("articles", {"page": 999_999}, []),
    ("articles", {"page_name": "000_aa"}, ["first", "second"]),
    ("articles", {"page_name": "000"}, []),
    ("articles", {"person": "@mayor"}, ["first", "second"]),
    ("articles", {"person": "@secretary"}, ["first"]),
    ("articles", {"role": "@mayor_role"}, ["first", "second"]),
    ("articles", {"event": "@event"}, ["first", "second"]),
    ("articles", {"event": "@undated"}, ["third"]),
    ("articles", {"date_after": "2022-12-26"}, ["first"]),
    ("articles", {"date_after": "2022-12-27"}, []),
    ("articles", {"date_after": "2022-03-20"}, ["first", "second"]),
    ("articles", {"date_before": "2022-03-01"}, ["second"]),
    ("articles", {"date_before": "2022-02-28"}, []),
    ("articles", {"date_after": "2022-03-15", "date_before": "2022-03-16"}, ["second"]),
    ("articles", {"date_basis": "unknown"}, ["third"]),
    ("articles", {"headline_state": "missing"}, ["third"]),
    ("articles", {"review_state": "reviewed"}, ["second"]),
    ("articles", {"reporter": "钟鸣"}, ["first"]),
    ("articles", {"reporter": "钟"}, []),
    ("articles", {"area": "云岭县"}, ["first", "second"]),
    ("articles", {"area": AREA}, ["first", "second"]),
    ("articles", {"area": "云岭"}, []),
    ("articles", {"search": "水库"}, ["second"]),
    ("articles", {"search": "会议召开"}, ["first"]),
    ("articles", {"search": "%"}, []),
    ("articles", {"search": "柳青原", "review_state": "unreviewed"}, ["first"]),
    ("people", {"name": "柳清原"}, ["mayor"]),
    ("people", {"name": "柳青"}, []),
    ("people", {"search": "清"}, ["mayor"]),
    ("people", {"role": "@secretary_role"}, ["secretary"]),
    ("people", {"area": "云岭县"}, ["mayor", "secretary"]),
    ("people", {"area": AREA}, ["mayor", "secretary"]),
    ("people", {"event": "@event"}, ["mayor", "secretary"]),
    ("people", {"event": "@undated"}, []),
    ("people", {"article": "@second"}, ["mayor"]),
    ("people", {"person_class": "private"}, []),
    ("people", {"review_state": "reviewed"}, ["secretary"]),
    ("people", {"on": "2022-03-10"}, ["mayor", "secretary"]),
    ("people", {"on": "2021-06-01"}, ["secretary"]),
    ("people", {"on": "2022-05-01", "role": "@mayor_role"}, ["mayor"]),
    ("people", {"on": "2021-07-01", "role": "@mayor_role"}, []),
    ("roles", {"label": "县长"}, ["mayor_role"]),
    ("roles", {"label": "县"}, []),
    ("roles", {"organization": "云岭县人民政府"}, ["mayor_role"]),
    ("roles", {"organization": "云岭县政府"}, ["mayor_role"]),
    ("roles", {"area": AREA}, ["mayor_role", "secretary_role"]),
    ("roles", {"area": "外县"}, []),
    ("roles", {"person": "@mayor"}, ["mayor_role"]),
    ("roles", {"on": "2021-07-01"}, ["secretary_role"]),
    ("roles", {"on": "2022-07-01", "person": "@mayor"}, ["mayor_role"]),
    ("roles", {"search": "委员会"}, ["secretary_role"]),
    ("roles", {"search": "书记"}, ["secretary_role"]),
    ("events", {"kind": "ceremony"}, ["undated"]),
    ("events", {"series": "春耕工作会议"}, ["event"]),
    ("events", {"number": 4}, ["event"]),
    ("events", {"number": 0}, []),
    ("events", {"date_after": "2000-01-01"}, ["event"]),
    ("events", {"date_before": "2022-12-25"}, []),
    ("events", {"person": "@secretary"}, ["event"]),
    ("events", {"area": "云岭县"}, ["event"]),
    ("events", {"article": "@third"}, ["undated"]),
    ("events", {"search": "集市"}, ["undated"]),
    ("statements", {"person": "@mayor"}, ["statement"]),
    ("statements", {"person": "@secretary"}, []),
    ("statements", {"article": "@first"}, ["statement"]),
    ("statements", {"article": "@second"}, []),
    ("statements", {"verb": "强调"}, ["statement"]),
    ("statements", {"verb": "指出"}, []),
    ("statements", {"date_after": "2022-12-26", "date_before": "2022-12-26"}, ["statement"]),
    ("statements", {"date_after": "2022-12-27"}, []),
    ("statements", {"search": "春耕"}, ["statement"]),
]


def names(archive, resource: str, rows: list[dict]) -> list[str]:
    known = {getattr(archive, name).id: name for name in LISTS[resource]}
    return [known[row["id"]] for row in rows]


def asked(archive, query: dict) -> dict:
    return {key: getattr(archive, value[1:]).id if str(value).startswith("@") else value for key, value in query.items()}


@pytest.mark.parametrize(
    ("resource", "query", "found"), FILTERS, ids=lambda value: str(value) if not isinstance(value, list) else ""
)
def test_filter(api, archive, resource, query, found):
    OrganizationAlias.objects.create(organization=archive.mayor_role.organization, name="云岭县政府")
    status, answer = api(f"{resource}/", **asked(archive, query))
    assert status == 200, answer
    assert sorted(names(archive, resource, answer["results"])) == sorted(found)
    assert answer["count"] == len(found)


@pytest.mark.parametrize(
    ("resource", "ordering", "expected"),
    [
        ("articles", None, ["first", "second", "third"]),
        ("articles", "date", ["second", "first", "third"]),
        ("articles", "-date", ["first", "second", "third"]),
        ("articles", "id", ["first", "second", "third"]),
        ("articles", "-id", ["third", "second", "first"]),
        ("people", None, ["mayor", "secretary"]),
        ("people", "-name", ["secretary", "mayor"]),
        ("people", "strokes", ["secretary", "mayor"]),
        ("people", "first_cited", ["mayor", "secretary"]),
        ("people", "last_cited", ["mayor", "secretary"]),
        ("people", "article_count", ["secretary", "mayor"]),
        ("people", "-article_count", ["mayor", "secretary"]),
        ("roles", None, ["secretary_role", "mayor_role"]),
        ("events", None, ["event", "undated"]),
        ("events", "-date", ["event", "undated"]),
    ],
)
def test_ordering(api, archive, resource, ordering, expected):
    answer = api(f"{resource}/", **({"ordering": ordering} if ordering else {}))[1]
    assert names(archive, resource, answer["results"]) == expected


@pytest.mark.parametrize(
    ("end", "query", "found"),
    [
        ("2022-12-10", {"date_after": "2022-12-10"}, True),
        ("2022-12-10", {"date_after": "2022-12-11"}, False),
        ("2022-12-10", {"date_before": "2022-12-09"}, True),
        ("2022-12-10", {"date_before": "2022-12-08"}, False),
    ],
)
def test_a_range_of_days_is_matched_anywhere_in_it(api, db, end, query, found):
    build.make_article(on="2022-12-09", date_end=end)
    assert api("articles/", **query)[1]["count"] == int(found)


@pytest.mark.parametrize(
    ("day", "certainty"),
    [
        ("2022-03-09", None),
        ("2022-03-10", "between"),
        ("2022-12-25", "between"),
        ("2022-12-26", "attested"),
        ("2022-12-27", None),
    ],
)
def test_certainty_of_what_pages_attest(api, archive, day, certainty):
    rows = api("people/", on=day, role=archive.mayor_role.id)[1]["results"]
    assert [row["certainty"] for row in rows] == ([certainty] if certainty else [])
    holders = api(f"roles/{archive.mayor_role.id}/holders/", on=day)[1]["results"]
    assert [row["certainty"] for row in holders] == ([certainty] if certainty else [])


@pytest.mark.parametrize(
    ("day", "held"), [("2021-05-31", False), ("2021-06-01", True), ("2023-12-31", True), ("2024-01-01", False)]
)
def test_bounds_that_editors_set_reach_as_far_as_they_are_known(api, archive, day, held):
    rows = api("roles/", on=day, person=archive.secretary.id)[1]["results"]
    assert [row["certainty"] for row in rows] == (["edited"] if held else [])


def test_certainty_stands_beside_each_tenure_too_but_only_when_asked(api, archive):
    build.make_tenure(archive.mayor, archive.secretary_role, "2023-05-01", "2023-06-01")
    row = api("people/", on="2022-12-26", role=archive.mayor_role.id)[1]["results"][0]
    assert [tenure["certainty"] for tenure in row["tenures"]] == ["attested", None]
    assert [one["certainty"] for one in api("roles/", on="2022-12-26")[1]["results"][1]["holders"]] == ["attested"]
    assert "certainty" not in api("people/")[1]["results"][0]
    assert "certainty" not in api(f"roles/{archive.mayor_role.id}/")[1]["holders"][0]


def test_an_end_that_an_editor_set_counts_more_than_later_citations(api, db):
    person, role = build.make_person("温言"), build.make_role()
    build.make_tenure(person, role, "2020-01-01", "2021-12-31", date_end="2021-06-30", date_end_precision="day")
    assert api("people/", on="2021-06-30")[1]["results"][0]["certainty"] == "edited"
    assert api("people/", on="2021-07-01")[1]["count"] == 0


@pytest.mark.parametrize(
    ("resource", "name"),
    [
        ("articles", "person"),
        ("roles", "person"),
        ("events", "person"),
        ("statements", "person"),
        ("articles", "event"),
        ("people", "event"),
    ],
)
def test_filters_take_merged_ids_as_the_survivors(api, archive, resource, name):
    kept = archive.mayor if name == "person" else archive.event
    Redirect.objects.create(record=name, old=7_000, new=7_001)
    Redirect.objects.create(record=name, old=7_001, new=kept.id)
    assert api(f"{resource}/", **{name: 7_000})[1]["results"] == api(f"{resource}/", **{name: kept.id})[1]["results"] != []


@pytest.mark.parametrize("resource", ["people", "events", "statements"])
def test_filters_take_superseded_articles_as_what_holds_their_text(api, archive, resource):
    gone = build.make_article(archive.page, live=False, superseded_by=archive.first, reading_order=9)
    assert api(f"{resource}/", article=gone.id)[1]["count"] > 0
