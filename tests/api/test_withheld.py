"""Nothing withheld shows anywhere, and what is masked is not found."""

import json

import pytest

from tests.api import builders as build
from tests.api.builders import ROOT

SECRET = "韩知秋"
BODY = "县长柳青原看望韩知秋。柳青原强调，要向韩知秋学习。" + "春" * 94 + "韩知秋说好。"


def everything(client) -> str:
    """All that the API says, as one text."""
    said, waiting, seen = (
        [],
        [f"{ROOT}{name}/?page_size=200" for name in ("pages", "articles", "people", "roles", "events", "statements")],
        set(),
    )
    while waiting:
        url = waiting.pop()
        if url in seen:
            continue
        seen.add(url)
        answer = client.get(url)
        assert answer.status_code == 200, url
        said.append(answer.content.decode())
        waiting += [row["url"] for row in json.loads(answer.content).get("results", []) if "url" in row]
    return "\n".join(said)


@pytest.fixture
def masked(db):
    """An article in which a withheld person's name is masked wherever a text of the article can carry it."""
    page = build.make_page("000_aa")
    mayor = build.make_person("柳青原")
    secret = build.make_person(SECRET, withheld=True)
    role = build.make_role()
    article = build.make_article(
        page,
        body=BODY,
        reporters=(SECRET, "钟鸣"),
        on="2022-05-01",
        masked_names=[SECRET],
        headline=f"向{SECRET}学习",
        section=f"学习{SECRET}",
        dateline=f"{SECRET}专讯",
        byline=f"{SECRET} 钟鸣",
        date_reasons=[{"rule": "x", "years": [2022], "weight": 1.0, "detail": f"{SECRET}"}],
    )
    row = build.appear(
        article,
        mayor,
        (f"{SECRET}事迹报告团团长",),
        role,
        posts=[{"label": f"{SECRET}基金会会长", "organization": f"{SECRET}基金会", "area": None}],
    )
    build.appear(article, secret, ("村民",), role)
    build.make_tenure(mayor, role, "2022-05-01", "2022-05-01")
    build.make_tenure(secret, role, "2022-05-01", "2022-05-01")
    event = build.make_event(
        f"{SECRET}事迹报告会", on="2022-05-01", series=f"{SECRET}报告会", place=f"{SECRET}家", activity_as_printed=f"看望{SECRET}"
    )
    build.report(event, article)
    build.take_part(event, mayor)
    build.take_part(event, secret)
    said = build.say(article, mayor, "强调", f"要向{SECRET}学习。")
    hidden = build.say(article, secret, "说", "好。")
    return {name: value for name, value in locals().items() if name != "db"} | {"row": row}


def test_a_masked_name_shows_nowhere(client, masked):
    text = everything(client)
    assert SECRET not in text
    assert "○○○" in text
    assert not any(part in text for part in ("韩", "知秋"))


def test_offsets_hold_in_masked_texts(api, masked):
    one = api(f"articles/{masked['article'].id}/")[1]
    body = one["body"]
    assert len(body) == len(BODY)
    assert one["excerpt"] == body[:120] + "…"
    assert [each["name_as_printed"] for each in one["people"]] == ["柳青原"]
    for mention in one["people"][0]["mentions"]:
        start, end = mention["start"], mention["end"]
        assert body[start:end] == mention["exact"]
        assert body[:start].endswith(mention["prefix"])
        assert body[end:].startswith(mention["suffix"])
    assert [(said["quote"], body[said["start"] : said["end"]]) for said in one["statements"]] == [
        ("要向○○○学习。", "要向○○○学习。")
    ]


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("articles/", {"search": SECRET}),
        ("articles/", {"search": "知秋"}),
        ("articles/", {"reporter": SECRET}),
        ("events/", {"search": "知"}),
        ("events/", {"series": f"{SECRET}报告会"}),
        ("statements/", {"search": SECRET}),
        ("people/", {"name": SECRET}),
        ("people/", {"search": "韩"}),
    ],
)
def test_what_is_masked_is_not_found(api, masked, path, query):
    assert api(path, **query)[1]["count"] == 0


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("articles/", {"search": "看望"}),
        ("articles/", {"search": "学习"}),
        ("articles/", {"reporter": "钟鸣"}),
        ("events/", {"search": "报告会"}),
        ("statements/", {"search": "学习"}),
    ],
)
def test_the_rest_of_a_masked_text_is_found(api, masked, path, query):
    assert api(path, **query)[1]["count"] == 1


@pytest.mark.parametrize(
    ("path", "name"), [("articles/", "person"), ("events/", "person"), ("roles/", "person"), ("statements/", "person")]
)
def test_a_withheld_person_is_to_filters_like_an_unknown_one(api, masked, path, name):
    assert api(path, **{name: masked["secret"].id}) == api(path, **{name: 999_999})


def test_a_withheld_person_is_not_there(client, api, masked):
    assert api(f"people/{masked['secret'].id}/")[0] == 404
    assert api("people/")[1]["count"] == 1
    assert api("statements/")[1]["count"] == 1
    assert api(f"statements/{masked['hidden'].id}/")[0] == 404
    assert len(api(f"events/{masked['event'].id}/")[1]["participants"]) == 1
    assert api(f"roles/{masked['role'].id}/holders/")[1]["count"] == 1
    assert api(f"people/?event={masked['event'].id}")[1]["count"] == 1
    assert api("people/", on="2022-05-01")[1]["count"] == 1


def test_a_role_that_only_withheld_people_hold_is_not_there(api, db):
    role = build.make_role()
    build.make_tenure(build.make_person(SECRET, withheld=True), role, "2022-05-01", "2022-05-01")
    assert api("roles/")[1]["count"] == 0
    assert api(f"roles/{role.id}/")[0] == api(f"roles/{role.id}/holders/")[0] == 404


@pytest.mark.parametrize("state", [{"withheld": True}, {"live": False}])
def test_an_article_that_does_not_show_is_nowhere(api, archive, state):
    type(archive.first).objects.filter(pk=archive.first.pk).update(**state)
    assert api(f"articles/{archive.first.id}/")[0] == 404
    assert api("articles/")[1]["count"] == 2
    assert api("statements/")[1]["count"] == 0
    assert [row["article_count"] for row in api("pages/")[1]["results"]] == [1, 1]
    assert [row["headline"] for row in api(f"events/{archive.event.id}/")[1]["articles"]] == ["柳青原调研水库"]
    assert api("people/", article=archive.first.id)[1]["count"] == api("events/", article=archive.first.id)[1]["count"] == 0
    assert api("articles/", search="司徒望")[1]["count"] == 0
    assert api("people/", on="2022-12-26", role=archive.mayor_role.id)[1]["results"][0]["certainty"] == "between"


def test_scope_reviewed(api, archive, settings):
    settings.NEWSROOM_PUBLIC_SCOPE = "reviewed"
    build.make_person("何田", person_class="private")
    assert [row["id"] for row in api("articles/")[1]["results"]] == [archive.second.id]
    assert api("people/")[1]["count"] == 2
    assert api("statements/")[1]["count"] == 0
    assert [row["article_count"] for row in api("pages/")[1]["results"]] == [1, 0]
    assert [row["id"] for row in api("events/")[1]["results"]] == [archive.event.id]


def test_events_that_are_not_live_are_nowhere(api, archive):
    type(archive.event).objects.filter(pk=archive.event.pk).update(live=False)
    assert api(f"events/{archive.event.id}/")[0] == 404
    assert api(f"articles/{archive.first.id}/")[1]["events"] == []
    assert api("articles/", event=archive.event.id)[1]["count"] == api("people/", event=archive.event.id)[1]["count"] == 0
