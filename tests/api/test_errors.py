"""What cannot be answered is refused, with the parameter and what is allowed; nothing else is ever answered than JSON."""

import json

import pytest

from people.models import Redirect
from tests.api import builders as build
from tests.api.builders import ROOT

HUGE = "9" * 25
BAD = [
    ("articles/", "serach=x", "serach", "search"),
    ("articles/", "format=csv", "format", "page_size"),
    ("pages/", "ordering=id", "ordering", "page_size"),
    ("articles/", "person=", "person", None),
    ("articles/", "person=abc", "person", "1–9223372036854775807"),
    ("articles/", "person=-1", "person", "1–9223372036854775807"),
    ("articles/", "person=0", "person", "1–9223372036854775807"),
    ("articles/", "person=1.0", "person", "1–9223372036854775807"),
    ("articles/", "person=%EF%BC%91", "person", "1–9223372036854775807"),
    ("articles/", "person= 1", "person", "1–9223372036854775807"),
    ("articles/", f"person={HUGE}", "person", "1–9223372036854775807"),
    ("articles/", "person=9223372036854775808", "person", "1–9223372036854775807"),
    ("articles/", "page=1&page=2", "page", None),
    ("articles/", "page_name=a%00b", "page_name", None),
    ("articles/", "search=%00", "search", None),
    ("articles/", "search=" + "x" * 201, "search", "1–200"),
    ("articles/", "date_after=2022-13-01", "date_after", "YYYY-MM-DD"),
    ("articles/", "date_after=2022-02-30", "date_after", "YYYY-MM-DD"),
    ("articles/", "date_after=20220101", "date_after", "YYYY-MM-DD"),
    ("articles/", "date_before=2022-W01-1", "date_before", "YYYY-MM-DD"),
    ("articles/", "date_before=99999999999", "date_before", "YYYY-MM-DD"),
    ("articles/", "date_basis=guessed", "date_basis", "inferred"),
    ("articles/", "headline_state=whole", "headline_state", "damaged"),
    ("articles/", "review_state=x", "review_state", "reviewed"),
    ("articles/", "ordering=headline", "ordering", "-date"),
    ("articles/", "ordering=date,id", "ordering", "date"),
    ("articles/", "page_size=201", "page_size", "1–200"),
    ("articles/", "page_size=0", "page_size", "1–200"),
    ("articles/", "page_size=ten", "page_size", "1–200"),
    ("articles/", f"page_size={HUGE}", "page_size", "1–200"),
    ("articles/", "page_number=0", "page_number", None),
    ("articles/", "page_number=-1", "page_number", None),
    ("articles/", f"page_number={HUGE}", "page_number", "cursor"),
    ("articles/", "page_number=9223372036854775808", "page_number", "cursor"),
    ("articles/", "page_number=00", "page_number", "1–500"),
    ("articles/", "page_number=501", "page_number", "cursor"),
    ("articles/", "page_number=51&page_size=200", "page_number", "cursor"),
    ("articles/", "page_number=9223372036854775807", "page_number", "cursor"),
    ("articles/", "page_number=1&cursor=", "page_number", "cursor"),
    ("articles/", "cursor=x", "cursor", None),
    ("articles/", "cursor=" + "A" * 5000, "cursor", None),
    ("articles/", "cursor=%E4%B9%A6", "cursor", None),
    ("articles/", "fields=headlines", "fields", "headline"),
    ("articles/", "fields=page.title", "fields", "page.name"),
    ("articles/", "fields=id,", "fields", "id"),
    ("articles/", "fields=body", "fields", "excerpt"),
    ("articles/", "omit=id.x", "omit", "id"),
    ("people/", "on=yesterday", "on", "YYYY-MM-DD"),
    ("people/", "person_class=official", "person_class", "public_official"),
    ("people/", "ordering=pinyin", "ordering", "strokes"),
    ("events/", "number=2147483648", "number", "0–2147483647"),
    ("events/", "kind=party", "kind", "meeting"),
    ("statements/", "ordering=date", "ordering", "verb"),
    ("articles/1/", "person=1", "person", "fields"),
    ("articles/1/", "fields=x", "fields", "mentions.start"),
    ("people/", "fields=certainty", "fields", "name"),
    ("people/", "fields=tenures.certainty", "fields", "tenures.role"),
    ("roles/1/holders/", "fields=certainty", "fields", "citations"),
    ("roles/1/", "fields=holders.certainty", "fields", "holders.how"),
    ("", "x=1", "x", None),
    ("schema/", "format=yaml", "format", None),
    ("schema/", "lang=xx", "lang", None),
    ("docs/", "x=1", "x", "script"),
    ("docs/", "script=1&script=2", "script", None),
]


@pytest.mark.parametrize(("path", "query", "parameter", "allowed"), BAD)
def test_refused(client, archive, path, query, parameter, allowed):
    path = path.replace("articles/1/", f"articles/{archive.first.id}/").replace("roles/1/", f"roles/{archive.mayor_role.id}/")
    answer = client.get(f"{ROOT}{path}?{query}")
    document = json.loads(answer.content)
    assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")
    assert document["status"] == 400
    assert document["parameter"] == parameter
    assert set(document) == {"type", "title", "status", "detail", "parameter", "allowed"}
    if allowed:
        assert any(allowed in one for one in document["allowed"])


@pytest.mark.parametrize(
    "path",
    [
        "articles/999999/",
        "articles/abc/",
        f"articles/{HUGE}/",
        "articles/9223372036854775808/",
        "articles/-1/",
        "articles/" + "1" * 5000 + "/",
        "people/999999/",
        "roles/999999/",
        "roles/999999/holders/",
        "events/0/",
        "statements/5555/",
        "pages/7777/",
        "nothing/",
        "articles/1/x/",
        "nothing",
        "export/articles.csv",
        "articles/abc",
        "articles//",
        "a%0Ab/",
    ],
)
@pytest.mark.parametrize("debug", [True, False])
def test_unknown(client, db, settings, path, debug):
    settings.DEBUG = debug
    answer = client.get(ROOT + path)
    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")
    assert json.loads(answer.content)["status"] == 404


def test_an_id_has_one_address(client, archive):
    identity, role = archive.first.id, archive.mayor_role.id
    for path in (f"articles/0{identity}/", f"articles/00{identity}", f"roles/0{role}/holders/"):
        assert client.get(ROOT + path).status_code == 404, path


@pytest.mark.parametrize("debug", [True, False])
@pytest.mark.parametrize("path", [f"{ROOT}articles", f"{ROOT}roles/1/holders", f"{ROOT}docs", ROOT.rstrip("/")])
def test_a_missing_slash_is_added(client, db, settings, path, debug):
    settings.DEBUG = debug
    for method in (client.get, client.options):
        answer = method(f"{path}?page_size=1")
        assert (answer.status_code, answer["Location"]) == (301, f"{path}/?page_size=1")


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "trace"])
@pytest.mark.parametrize(
    "path",
    ["/", "", "/articles/", "/articles", "/articles/1/", "/roles/1/holders/", "/schema/", "/docs/", "/docs", "/nothing/", "/no"],
)
@pytest.mark.parametrize("debug", [True, False])
def test_read_only(client, db, settings, path, method, debug):
    settings.DEBUG = debug
    answer = getattr(client, method)(ROOT.rstrip("/") + path)
    assert (answer.status_code, answer["Content-Type"]) == (405, "application/problem+json")
    assert set(answer["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS"}
    assert json.loads(answer.content)["status"] == 405


@pytest.mark.parametrize("path", ["", "articles/", "pages/", "schema/", "docs/"])
def test_head_and_options(client, db, path):
    assert client.head(ROOT + path).status_code == 200
    answer = client.options(ROOT + path)
    assert answer.status_code == 200
    assert "GET" in answer["Allow"]
    assert "POST" not in answer["Allow"]
    assert answer["Content-Type"] == "application/json"


@pytest.mark.parametrize("path", ["nothing/", "nothing", "articles/abc/", "articles/01/"])
def test_an_unknown_address_has_no_options(client, db, path):
    answer = client.options(ROOT + path)
    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")


@pytest.mark.parametrize(("record", "kind", "name"), [("person", "people", "mayor"), ("event", "events", "event")])
def test_merged_records_are_sent_on(client, archive, record, kind, name):
    kept = getattr(archive, name)
    Redirect.objects.create(record=record, old=7_000, new=kept.id)
    answer = client.get(f"{ROOT}{kind}/7000/?fields=id")
    assert answer.status_code == 301
    assert answer["Location"] == f"http://testserver{ROOT}{kind}/{kept.id}/?fields=id"
    assert answer["Cache-Control"] == "no-cache"
    assert json.loads(answer.content) == {"id": kept.id, "url": f"http://testserver{ROOT}{kind}/{kept.id}/"}
    assert json.loads(client.get(answer["Location"]).content) == {"id": kept.id}


def test_superseded_articles_are_sent_on(client, archive):
    gone = build.make_article(archive.page, live=False, superseded_by=archive.first, reading_order=9)
    answer = client.get(f"{ROOT}articles/{gone.id}/")
    assert (answer.status_code, answer["Location"]) == (301, f"http://testserver{ROOT}articles/{archive.first.id}/")


def test_nobody_is_sent_on_to_what_is_withheld_or_in_circles(client, archive):
    archive.mayor.withheld = True
    archive.mayor.save()
    for old, new in ((7_000, archive.mayor.id), (7_001, 7_002), (7_002, 7_001), (7_003, 9_999)):
        Redirect.objects.create(record="person", old=old, new=new)
        assert client.get(f"{ROOT}people/{old}/").status_code == 404
    assert client.get(f"{ROOT}articles/?person=7001").status_code == 200


def test_too_many_parameters_are_refused_in_json(client, db):
    answer = client.get(f"{ROOT}articles/?" + "&".join(f"a{number}=1" for number in range(1500)))
    assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")
