"""`fields=` and `omit=`: what is left out is not read from the database either; the number of queries is constant."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.api import builders as build
from tests.api.builders import ROOT

QUERIES = {"pages/": 2, "articles/": 3, "people/": 4, "roles/": 3, "events/": 5, "statements/": 2}


def row_of_each(number: int) -> None:
    """One more row in every list, with everything that hangs on it."""
    person, role = build.make_person(f"柳青{number}", f"柳清{number}"), build.make_role(f"第{number}科科长", f"第{number}科")
    article = build.make_article(
        body=f"柳青{number}强调，要抓好春耕。", reporters=("钟鸣", "陶小满"), on="2022-05-01", masked_names=["韩知秋"]
    )
    build.appear(article, person, ("科长",), role)
    build.make_tenure(person, role, "2022-05-01", "2022-05-01")
    event = build.make_event(on="2022-05-01")
    build.report(event, article)
    build.take_part(event, person)
    build.say(article, person, "强调", "要抓好春耕。")


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        *QUERIES.items(),
        *((f"{path}?cursor=", None) for path in QUERIES),
        ("people/?on=2022-05-01", 4),
        ("roles/?on=2022-05-01", 3),
        ("articles/?search=春耕", 4),
    ],
)
def test_queries_do_not_grow_with_the_rows(client, db, path, expected):
    counts = []
    for wanted in (1, 20):
        for number in range(len(counts) and 1, wanted):
            row_of_each(number)
        with CaptureQueriesContext(connection) as queries:
            answer = client.get(ROOT + path)
        assert len(answer.json()["results"]) == wanted
        counts.append(len(queries))
    assert counts[0] == counts[1]
    if expected is not None:
        assert counts[0] == expected


def test_queries_of_holders_do_not_grow(client, archive):
    url = f"{ROOT}roles/{archive.mayor_role.id}/holders/"
    counts = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as queries:
            assert client.get(url).status_code == 200
        counts.append(len(queries))
        for number in range(19):
            build.make_tenure(build.make_person(f"人{number}"), archive.mayor_role, "2020-01-01", "2020-01-01")
    assert counts == [3, 3]


@pytest.mark.parametrize(
    ("kind", "name", "most"),
    [
        ("articles", "first", 7),
        ("people", "mayor", 3),
        ("roles", "mayor_role", 2),
        ("events", "event", 4),
        ("statements", "statement", 1),
        ("pages", "page", 1),
    ],
)
def test_queries_of_single_records(client, archive, kind, name, most):
    with CaptureQueriesContext(connection) as queries:
        client.get(f"{ROOT}{kind}/{getattr(archive, name).id}/")
    assert len(queries) == most


def sql_of(client, path: str) -> tuple[dict, list[str]]:
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(ROOT + path)
    assert answer.status_code == 200, answer.content
    return answer.json(), [query["sql"] for query in queries]


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        ("fields=id", {"id"}),
        ("fields=id,headline", {"id", "headline"}),
        ("fields=headline,page.name", {"headline", "page"}),
        ("fields=page,page.name", {"page"}),
        ("fields=people.mentions.exact", {"people"}),
        ("fields=id,people&omit=people.mentions,people.person.url", {"id", "people"}),
        ("fields=id,url&omit=url", {"id"}),
    ],
)
def test_fields(client, archive, query, kept):
    one, _ = sql_of(client, f"articles/{archive.first.id}/?{query}")
    assert set(one) == kept


def test_nested_choice(client, archive):
    one, _ = sql_of(client, f"articles/{archive.first.id}/?fields=page.name,people.mentions.exact,people.person.name")
    assert one == {
        "page": {"name": "000_aa"},
        "people": [
            {"person": {"name": "柳青原"}, "mentions": [{"exact": "柳青原"}, {"exact": "柳青原"}]},
            {"person": {"name": "司徒望"}, "mentions": [{"exact": "司徒望"}]},
        ],
    }
    rest, _ = sql_of(client, f"articles/{archive.first.id}/?omit=page.url,people,events,statements,body")
    assert set(rest["page"]) == {"id", "name"}
    assert not {"people", "body"} & set(rest)


def test_whole_beats_part(client, archive):
    one, _ = sql_of(client, f"articles/{archive.first.id}/?fields=page.name,page")
    assert set(one["page"]) == {"id", "url", "name"}


@pytest.mark.parametrize(
    ("path", "queries", "unread"),
    [
        ("articles/?fields=id,date", 2, ["body", "headline", "byline", "articles_reporter"]),
        ("articles/?omit=excerpt", 3, ['"body"']),
        ("people/?omit=tenures", 3, ["people_tenure", "articles_"]),
        ("people/?fields=name", 2, ["people_tenure", "people_personname", "person_class"]),
        ("roles/?fields=label", 2, ["first_cited"]),
        ("events/?fields=id,kind", 2, ["people_participation", "people_eventcitation", "place"]),
        ("pages/?fields=name", 2, ["articles_article", "reader_version", '"text"']),
        ("statements/?fields=verb", 2, ['"quote"', '"body"']),
    ],
)
def test_what_is_left_out_is_not_read(client, archive, path, queries, unread):
    _, ran = sql_of(client, path)
    assert len(ran) == queries
    selected = [sql.split(" FROM ")[0] for sql in ran if "COUNT" not in sql]
    assert not [column for column in unread for part in selected if column in part]
    assert not [table for table in unread if table.startswith(("people_", "articles_rep")) for sql in ran[2:] if table in sql]


def test_a_cursor_needs_no_count(client, archive):
    _, ran = sql_of(client, "articles/?cursor=&fields=id")
    assert len(ran) == 1


def test_the_page_text_is_never_read_by_a_list(client, archive):
    for path in QUERIES:
        assert not any('"articles_page"."text"' in sql or "body_runs" in sql for sql in sql_of(client, path)[1])
