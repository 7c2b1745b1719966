"""OpenAPI, its reading pages and the front page."""

import re
from io import StringIO

import pytest
from django.contrib.staticfiles import finders
from django.core.management import call_command
from jsonschema import Draft202012Validator

from newsroom.api.resources import HOLDERS, RESOURCES
from newsroom.api.schema import Serializers
from tests.api.builders import ROOT


@pytest.fixture
def document(client, db):
    answer = client.get(f"{ROOT}schema/")
    assert answer["Content-Type"].startswith("application/json")
    return answer.json()


def test_it_is_valid_and_without_warnings(db):
    call_command("spectacular", "--validate", "--fail-on-warn", stdout=StringIO())


def test_it_lists_every_address_and_parameter(document):
    assert document["openapi"].startswith("3.1")
    for resource in RESOURCES:
        operation = document["paths"][f"{ROOT}{resource.name}/"]["get"]
        assert {parameter["name"] for parameter in operation["parameters"]} == set(resource.parameters)
        assert all(parameter["description"] for parameter in operation["parameters"])
        assert set(operation["responses"]) == {"200", "400"}
        record = document["paths"][f"{ROOT}{resource.name}/{{id}}/"]["get"]
        assert set(record["responses"]) == {"200", "400", "404", *(["301"] if resource.moved else [])}
        assert set(document["paths"][f"{ROOT}{resource.name}/"]) == {"get"}
    assert f"{ROOT}roles/{{id}}/holders/" in document["paths"]


@pytest.mark.parametrize(
    ("path", "rows"),
    [
        ("articles/", 3),
        ("articles/?cursor=&page_size=1", 1),
        ("people/", 2),
        ("people/?on=2022-12-26", 2),
        ("roles/", 2),
        ("roles/?on=2022-12-26", 2),
        ("events/", 2),
        ("statements/", 1),
        ("pages/", 2),
    ],
)
def test_answers_have_the_documented_fields_and_types(client, archive, document, path, rows):
    answer = client.get(ROOT + path).json()
    assert len(answer["results"]) == rows
    check(document, f"{ROOT}{path.split('?')[0]}", answer)
    for row in answer["results"]:
        kind = path.split("/")[0]
        one = client.get(row["url"]).json()
        check(document, f"{ROOT}{kind}/{{id}}/", one)
        assert set(row) - {"certainty"} <= set(one)


def test_holders_have_the_documented_fields_and_types(client, archive, document):
    answer = client.get(f"{ROOT}roles/{archive.secretary_role.id}/holders/?on=2022-01-01").json()
    check(document, f"{ROOT}roles/{{id}}/holders/", answer)
    assert set(answer["results"][0]) == {field.name for field in HOLDERS.fields}


def test_problems_are_as_documented(client, archive, document):
    response = document["paths"][f"{ROOT}articles/"]["get"]["responses"]["400"]
    assert list(response["content"]) == ["application/problem+json"]
    check(document, f"{ROOT}articles/", client.get(f"{ROOT}articles/?x=1").json(), "400", "application/problem+json")


def check(document: dict, path: str, answer: object, status: str = "200", media: str = "application/json") -> None:
    schema = document["paths"][path]["get"]["responses"][status]["content"][media]["schema"]
    Draft202012Validator({**strict(schema), "components": strict(document["components"])}).validate(answer)


def strict(schema: object) -> object:
    """The schema with no other fields allowed than those that it documents."""
    if isinstance(schema, list):
        return [strict(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {"additionalProperties": False} if schema.get("type") == "object" and "properties" in schema else {}
    return {**{key: strict(value) for key, value in schema.items()}, **closed}


def test_a_component_has_one_shape():
    made = Serializers()
    made.of("Page", RESOURCES[0].fields)
    with pytest.raises(ValueError, match="Page"):
        made.of("Page", RESOURCES[0].fields[:2])


def test_docs_take_nothing_from_elsewhere(client, db):
    page = client.get(f"{ROOT}docs/").content.decode()
    script = client.get(f"{ROOT}docs/?script=").content.decode()
    assert not re.search(r"(https?:)?//[a-z]", page.replace("http://testserver", ""))
    assert not re.search(r"[\"'](https?:)?//[a-z]", script.replace("http://testserver", ""))
    assert not re.search(r"<script(?![^>]*\bsrc=)", page)
    assets = re.findall(r"(?:src|href)=\"/static/([^\"]+)\"", page)
    assert len(assets) >= 3
    assert all(finders.find(asset) for asset in assets)
    assert f"{ROOT}schema/" in script


def test_front_page(client, archive):
    answer = client.get("/")
    page = answer.content.decode()
    assert answer.status_code == 200
    assert 'lang="zh-hans"' in page
    for link in ("/admin/", f"{ROOT}docs/", ROOT, f"{ROOT}articles/"):
        assert f'href="{link}"' in page
    assert "<script" not in page
    assert not re.search(r"https?://", page)
    assert re.findall(r"<dd>(\d+)</dd>", page) == ["2", "3", "2", "2", "2", "1"]
