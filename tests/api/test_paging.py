"""Pages by number and by cursor: the same rows in the same order, forwards and backwards."""

import json
from base64 import urlsafe_b64encode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.models import Article, Page
from newsroom.api.cursors import Cursor, ForgedCursor, decode, encode
from newsroom.api.ordering import ID, Key, Ordering
from people.models import Person
from tests.api import builders as build
from tests.api.builders import ROOT

DATED = [*(f"2022-{month:02}-{day:02}" for month in (1, 2) for day in (1, 1, 9)), *[None] * 7]
ORDERINGS = ["", "&ordering=date", "&ordering=-date", "&ordering=id", "&ordering=-id"]


def walk(client, url: str, link: str = "next") -> list[dict]:
    """All pages from `url` on."""
    pages = []
    while url:
        answer = client.get(url)
        assert answer.status_code == 200, answer.content
        pages.append(json.loads(answer.content))
        url = pages[-1][link]
        assert len(pages) < 100
    return pages


def ids(pages: list[dict]) -> list[int]:
    return [row["id"] for page in pages for row in page["results"]]


@pytest.fixture
def thirteen(db):
    """Thirteen articles on four pages, two of which have one name; six with dates, some on one day."""
    pages = [build.make_page(name) for name in ("b", "a", "01", "01")]
    for number, date in enumerate(DATED):
        build.make_article(pages[number * 7 % 4], on=date)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(size=st.integers(1, 15), ordering=st.sampled_from(ORDERINGS))
def test_walking_by_cursor_is_walking_by_number(client, thirteen, size, ordering):
    by_number = walk(client, f"{ROOT}articles/?page_size={size}{ordering}")
    by_cursor = walk(client, f"{ROOT}articles/?cursor=&page_size={size}{ordering}")
    assert ids(by_cursor) == ids(by_number)
    assert len(set(ids(by_number))) == 13
    assert {page["count"] for page in by_number} == {13}
    assert not any("count" in page for page in by_cursor)
    assert [len(page["results"]) for page in by_cursor] == [len(page["results"]) for page in by_number]


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(size=st.integers(1, 15), ordering=st.sampled_from(ORDERINGS))
def test_walking_back_is_walking_in_reverse(client, thirteen, size, ordering):
    forwards = walk(client, f"{ROOT}articles/?cursor=&page_size={size}{ordering}")
    assert forwards[0]["previous"] is None
    if len(forwards) > 1:
        backwards = walk(client, forwards[-1]["previous"], "previous")
        assert ids([*reversed(backwards), forwards[-1]]) == ids(forwards)
        assert client.get(backwards[0]["next"]).json()["results"] == forwards[-1]["results"]


@pytest.mark.parametrize(
    "path",
    [
        "pages/",
        "people/",
        "people/?ordering=-last_cited",
        "roles/",
        "events/",
        "events/?ordering=-date",
        "statements/",
        "people/?on=2022-12-26",
        "roles/?on=2022-12-26",
    ],
)
def test_every_list_is_read_by_cursor(client, archive, path):
    join = "&" if "?" in path else "?"
    whole = walk(client, f"{ROOT}{path}")
    assert ids(walk(client, f"{ROOT}{path}{join}cursor=&page_size=1")) == ids(whole) != []


def test_holders_are_read_by_cursor(client, archive):
    for name, first in (("方晓", None), ("白杨", "2020-01-01"), ("安宁", "2020-01-01")):
        build.make_tenure(build.make_person(name), archive.mayor_role, first, first)
    url = f"{ROOT}roles/{archive.mayor_role.id}/holders/"
    pages = walk(client, f"{url}?cursor=&page_size=1")
    assert [page["results"][0] for page in pages] == client.get(url).json()["results"]


def test_filters_stay_on_the_way(client, thirteen):
    pages = walk(client, f"{ROOT}articles/?cursor=&page_size=2&page_name=01&fields=id")
    assert sorted(ids(pages)) == sorted(Article.objects.filter(page__name="01").values_list("id", flat=True))
    assert all(set(row) == {"id"} for page in pages for row in page["results"])


def test_rows_that_come_in_between_disturb_nobody(client, thirteen):
    first = client.get(f"{ROOT}articles/?cursor=&page_size=4&ordering=id").json()
    build.make_article()
    Article.objects.filter(id__in=[row["id"] for row in first["results"]]).update(live=False)
    rest = ids(walk(client, first["next"]))
    assert len(rest) == 13 - 4 + 1


def test_the_last_page_by_number_hands_over_to_a_cursor(client, db, monkeypatch):
    monkeypatch.setattr("newsroom.api.paging.MOST_ROWS_BY_NUMBER", 6)
    for _ in range(9):
        build.make_page()
    pages = walk(client, f"{ROOT}pages/?page_size=3")
    assert sorted(ids(pages)) == sorted(Page.objects.values_list("id", flat=True))
    assert "cursor=" in pages[1]["next"]
    assert "page_number" not in pages[1]["next"]
    answer = client.get(f"{ROOT}pages/?page_size=3&page_number=3")
    assert answer.status_code == 400
    assert "cursor" in answer.json()["detail"]


def test_ten_thousand_rows_by_number(client, db):
    Person.objects.bulk_create([Person(name=f"人{number}") for number in range(10_001)])
    last = client.get(f"{ROOT}people/?page_size=200&page_number=50&fields=id").json()
    assert len(last["results"]) == 200
    assert len(client.get(last["next"]).json()["results"]) == 1
    assert client.get(f"{ROOT}people/?page_size=200&page_number=51").status_code == 400


def test_beyond_the_end_there_is_nothing(client, thirteen):
    answer = client.get(f"{ROOT}articles/?page_number=400").json()
    assert (answer["count"], answer["next"], answer["results"]) == (13, None, [])
    assert answer["previous"].endswith("page_number=1")


def test_an_altered_cursor_is_refused(client, thirteen):
    url = client.get(f"{ROOT}articles/?cursor=&page_size=2").json()["next"]
    start = url.index("cursor=") + len("cursor=")
    cursor = url[start:].split("&")[0]
    for place in range(len(cursor)):
        forged = cursor[:place] + ("A" if cursor[place] != "A" else "B") + cursor[place + 1 :]
        assert client.get(f"{ROOT}articles/", {"cursor": forged, "page_size": 2}).status_code == 400
    assert client.get(f"{ROOT}articles/", {"cursor": cursor, "ordering": "date"}).status_code == 400
    assert client.get(f"{ROOT}pages/", {"cursor": cursor}).status_code == 400


ORDERING = Ordering("date", (Key("date_first", "day", nullable=True), Key("name", "text"), ID))


@pytest.mark.parametrize(
    "position",
    [
        ("2022-02-30", "a", 1),
        (5, "a", 1),
        ("2022-02-01", "a\0", 1),
        ("2022-02-01", None, 1),
        ("2022-02-01", "a", 2**63),
        ("2022-02-01", "a", True),
        ("2022-02-01", "a", None),
        ("2022-02-01", "a"),
        ({}, [], 1),
    ],
)
def test_a_cursor_made_up_with_the_right_digest_must_still_fit(position):
    with pytest.raises(ForgedCursor):
        decode(encode(Cursor(position), "articles", ORDERING), "articles", ORDERING)


@given(st.text(max_size=300) | st.binary(max_size=300).map(lambda raw: urlsafe_b64encode(raw).decode()))
def test_any_text_is_survived(text):
    with pytest.raises(ForgedCursor):
        decode(text, "articles", ORDERING)


@given(
    st.tuples(st.none() | st.dates(), st.text().filter(lambda text: "\0" not in text), st.integers(0, 2**63 - 1)), st.booleans()
)
def test_a_cursor_comes_back_as_it_was(position, backwards):
    position = (position[0], position[1].encode("utf-8", "ignore").decode(), position[2])
    assert decode(encode(Cursor(position, backwards), "a", ORDERING), "a", ORDERING) == Cursor(position, backwards)
