"""Every list: reachable, teaching, searchable, filterable, and with as many queries for twenty rows as for one."""

from __future__ import annotations

import re

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from newsroom.admin.desk import Desk

DESKS = [desk for desk in admin.site._registry.values() if isinstance(desk, Desk)]
INLINE_SCRIPT = re.compile(r"<script(?![^>]*\bsrc=)(?![^>]*application/json)|\son[a-z]+=|javascript:", re.IGNORECASE)
SHOWN_WITH_THEIR_OWNER = {"PersonName", "OrganizationAlias", "AppearancePost", "CitedPost"}
COMPUTED_WITH = {"AttestedQuarter", "DatingMark", "NameKey", "Profile", "SightingForm", "SightingTie", "StoredSighting"}
"""What other records are computed with and editors have no use for."""
UNDATED = {"Newspaper", "PageSource", "Area", "Organization", "Role", "Suggestion", "Redirect", "StaleGroup"}
named = pytest.mark.parametrize("one", DESKS, ids=lambda desk: desk.opts.object_name)


def list_of(one: Desk) -> str:
    return reverse(f"admin:{one.opts.app_label}_{one.opts.model_name}_changelist")


def queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection, ) as caught:
        answer = client.get(address)
    assert answer.status_code == 200, answer
    return len(caught)


def test_every_record_type_has_its_desk() -> None:
    models = {model.__name__ for app in ("articles", "people") for model in apps.get_app_config(app).get_models()}
    assert models - {desk.opts.object_name for desk in DESKS} == SHOWN_WITH_THEIR_OWNER | COMPUTED_WITH


@named
def test_a_desk_has_search_filters_and_dates(one: Desk) -> None:
    assert one.search_fields
    assert one.list_filter
    assert one.teaching
    assert one.ordering
    assert bool(one.date_hierarchy) is (one.opts.object_name not in UNDATED)


@named
def test_an_empty_list_says_what_to_do(one: Desk, desk: Client) -> None:
    page = desk.get(list_of(one)).content.decode()
    assert str(one.empty_help).split("FOLDER")[0][:8] in page


@named
def test_queries_do_not_depend_on_rows(one: Desk, desk: Client, editor: User, tell) -> None:
    tell(1)
    few = queries(desk, list_of(one))
    for number in range(2, 21):
        tell(number)
    answer = desk.get(list_of(one))
    assert answer.context["cl"].result_count >= 20
    many = queries(desk, list_of(one))
    assert many == few <= 25


@named
def test_search_and_filters_answer(one: Desk, desk: Client, told) -> None:
    address = list_of(one)
    assert desk.get(address, {"q": "钟离"}).status_code == 200
    assert desk.get(address, {"q": "x\x00'\"%_\\ 0"}).status_code in (200, 302)
    page = desk.get(address).content.decode()
    assert not INLINE_SCRIPT.search(page)
    for query in sorted(set(re.findall(r'<a href="(\?[^"]+)"', page))):
        assert desk.get(address + query.replace("&amp;", "&")).status_code == 200, query
    for entry in one.list_filter:
        path = entry[0] if isinstance(entry, tuple) else None
        for given in ("1", "x", "9" * 30, "", "-1", "²") if path else ():
            assert desk.get(address, {f"{path}__id__exact": given}).status_code in (200, 302), (path, given)


DAYS_OF_NO_CALENDAR = [
    {"year": "9999"}, {"year": "9999", "month": "12"}, {"year": "9999", "month": "12", "day": "31"}, {"year": "99999999999"},
    {"year": "0"}, {"year": "-1"}, {"year": "x"}, {"year": ""}, {"year": "9" * 5000}, {"year": "2021", "month": "13"},
    {"year": "2021", "month": "2", "day": "30"}, {"year": "2021", "day": "99"}, {"month": "13"}, {"month": "x"}, {"day": "32"},
    {"month": "99999999999"}, {"year": "1"}, {"year": "1", "month": "1", "day": "1"},
]
DAYS = [{"year": "2021"}, {"year": "2021", "month": "3"}, {"year": "2021", "month": "3", "day": "5"}, {"month": "3"},
        {"day": "31"}, {"year": "2"}, {"year": "9998", "month": "12", "day": "31"}]


@pytest.mark.parametrize("one", [desk for desk in DESKS if desk.date_hierarchy], ids=lambda desk: desk.opts.object_name)
def test_a_day_of_no_calendar_leads_to_the_whole_list(one: Desk, desk: Client, told) -> None:
    address = list_of(one)
    for days, answered in ((DAYS_OF_NO_CALENDAR, (302, f"{address}?e=1")), (DAYS, (200, None))):
        for day in days:
            answer = desk.get(address, {f"{one.date_hierarchy}__{part}": value for part, value in day.items()})
            assert (answer.status_code, answer.get("Location")) == answered, day
    assert desk.get(f"{address}?e=1").status_code == 200


@named
def test_a_record_is_shown_and_not_changed(one: Desk, desk: Client, told) -> None:
    record = one.model.objects.order_by("pk")[0]
    address = reverse(f"admin:{one.opts.app_label}_{one.opts.model_name}_change", args=[record.pk])
    answer = desk.get(address)
    assert answer.status_code == 200
    assert not INLINE_SCRIPT.search(answer.content.decode())
    assert 'name="_save"' not in answer.content.decode()
    assert desk.post(address, {}).status_code == 403
    for door in ("add", "delete"):
        arguments = [record.pk] if door == "delete" else []
        address = reverse(f"admin:{one.opts.app_label}_{one.opts.model_name}_{door}", args=arguments)
        assert desk.post(address, {"post": "yes"}).status_code == 403


@named
def test_an_unknown_record_is_no_failure(one: Desk, desk: Client) -> None:
    for given in ("999999", "x", "9" * 30):
        address = reverse(f"admin:{one.opts.app_label}_{one.opts.model_name}_change", args=[given])
        assert desk.get(address).status_code == 302


@named
def test_strangers_see_nothing(one: Desk, client: Client, django_user_model) -> None:
    assert client.get(list_of(one)).status_code == 302
    client.force_login(django_user_model.objects.create_user("clerk", is_staff=True))
    assert client.get(list_of(one)).status_code == 403


def test_the_entrance_lists_desks_in_the_order_of_work(desk: Client) -> None:
    rooms = desk.get(reverse("admin:index")).context["app_list"]
    assert [room["app_label"] for room in rooms] == ["articles", "people", "auth"]
    assert [model["object_name"] for model in rooms[0]["models"][:4]] == ["Newspaper", "Page", "PageSource", "Article"]


def test_namesakes_are_told_apart_while_typing(desk: Client, told, tell) -> None:
    tell(2)
    asked = {"app_label": "people", "model_name": "tenure", "field_name": "person", "term": "钟离"}
    found = desk.get(reverse("admin:autocomplete"), asked).json()["results"]
    assert len(found) == 2
    assert found[0]["text"] != found[1]["text"]
    assert "副县长" in found[0]["text"]


def test_a_relation_filter_keeps_the_rest_of_the_question(desk: Client, told) -> None:
    address = reverse("admin:people_tenure_changelist")
    asked = {"q": "副县长", "person__id__exact": told.person.pk, "role__id__exact": told.role.pk}
    answer = desk.get(address, asked)
    assert answer.context["cl"].result_count == 1
    page = answer.content.decode()
    assert f'<input type="hidden" name="role__id__exact" value="{told.role.pk}">' in page
    assert 'selected>钟离远' in page


def test_records_of_older_readings_are_shown_on_demand(desk: Client, told) -> None:
    told.article.live = False
    told.article.save()
    address = reverse("admin:articles_article_changelist")
    assert [desk.get(address, {"standing": standing}).context["cl"].result_count for standing in ("", "gone", "all")] == [0, 1, 1]
