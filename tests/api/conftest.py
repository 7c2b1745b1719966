"""A small archive of an invented county, and a client that reads JSON."""

import json
from types import SimpleNamespace

import pytest

from people.models import Area
from tests.api import builders as build
from tests.api.builders import ROOT


@pytest.fixture
def api(client):
    """get("articles/", date_after=…) → (status, document)."""

    def get(path: str, **query):
        answer = client.get(path if path.startswith(("/", "http")) else ROOT + path, query)
        return answer.status_code, json.loads(answer.content)

    return get


@pytest.fixture
def archive(db):
    """Two officials, two roles, an event with two reports, a statement; one article without a date or headline."""
    page = build.make_page("000_aa")
    other = build.make_page("001_bb")
    mayor_role = build.make_role("县长", "云岭县人民政府")
    secretary_role = build.make_role("县委书记", "中国共产党云岭县委员会")
    county = Area.objects.get(name="云岭县")
    mayor = build.make_person(
        "柳青原",
        "柳清原",
        name_key="liu qing yuan",
        strokes="09",
        area=county,
        first_cited="2022-03-01",
        last_cited="2022-12-26",
        article_count=2,
        event_count=1,
    )
    secretary = build.make_person(
        "司徒望",
        name_key="si tu wang",
        strokes="05",
        first_cited="2022-12-26",
        last_cited="2022-12-26",
        article_count=1,
        review_state="reviewed",
    )
    first = build.make_article(
        page,
        body="2022年12月26日，县长柳青原主持会议。柳青原强调，要抓好春耕。县委书记司徒望出席。",
        reporters=("陶小满", "钟鸣"),
        on="2022-12-26",
        dateline="本报讯 2022年12月26日",
        byline="陶小满 钟鸣",
        headline="全县春耕工作会议召开",
        date_reasons=[{"rule": "series", "years": [2022], "weight": 0.9, "detail": "第3次 precedes 第4次"}],
    )
    second = build.make_article(
        page, body="县长柳青原调研水库。", headline="柳青原调研水库", on="2022-03", review_state="reviewed"
    )
    third = build.make_article(other, body="集市热闹。", headline_state="missing")
    post = {"label": "县长", "organization": "云岭县人民政府", "area": "云岭县"}
    build.appear(first, mayor, ("县长",), mayor_role, "云岭县", [post])
    build.appear(first, secretary, ("县委书记",), secretary_role, "云岭县")
    build.appear(second, mayor, ("县长",), mayor_role, "云岭县", [post])
    mayor_tenure = build.make_tenure(mayor, mayor_role, "2022-03-10", "2022-12-26")
    secretary_tenure = build.make_tenure(
        secretary,
        secretary_role,
        None,
        None,
        date_start="2021-06-01",
        date_start_precision="month",
        date_end="2023-01-01",
        date_end_precision="year",
        how="选举",
        term=14,
    )
    event = build.make_event(on="2022-12-26", number=4, series="春耕工作会议", area=county, organization=mayor_role.organization)
    build.report(event, first)
    build.report(event, second)
    build.take_part(event, mayor, "chair", ("主持", "强调"))
    build.take_part(event, secretary)
    undated = build.make_event("集市开张", kind="ceremony", activity_as_printed="揭牌")
    build.report(undated, third)
    statement = build.say(first, mayor, "强调", "要抓好春耕。")
    return SimpleNamespace(**{name: value for name, value in locals().items() if name not in {"db", "post"}})


@pytest.fixture(autouse=True)
def static_root(settings, tmp_path):
    """Collected files are not needed here, but WhiteNoise warns when their folder is missing."""
    settings.STATIC_ROOT = tmp_path
