"""README, CONTRIBUTING and help texts name only what exists, and the README's sample is what the API answers."""

from __future__ import annotations

import json
import re

import pytest
from django.core.management import call_command, get_commands, load_command_class

from articles.storing import PageFacts
from newsroom.manifest import read_manifest
from tests.project.tracked import ROOT

DOCUMENTS = ("README.md", "CONTRIBUTING.md")
# What installing, running or packing makes, and what the offline archive has; a clone has none of it.
MADE = {".env", "newsroom.sqlite3", "install.sh", "pages.csv", "PAGE.txt"}
CODE = re.compile(r"`([^`\n]+)`")
BLOCK = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)
TARGET = re.compile(r"\bmake ([a-z]+)\b")
COMMAND = re.compile(r"manage\.py (\w+)([^#`\n]*)")
OPTION = re.compile(r"(?<!\S)--[a-z-]+")
MODULE = re.compile(r"python -m ((?:articles|people|newsroom|tests)[\w.]*)")
PATHLIKE = re.compile(r"[\w.-]+(?:/[\w.-]+)*/?", re.ASCII)
NO_PATHS = {"Asia/Shanghai", "fields/omit"}
ROOMS = ("articles", "articles/reading", "people", "newsroom", "fixtures", "tests")
SETTING = re.compile(r"\b(?:NEWSROOM_[A-Z_]+|DATABASE_URL)\b")


def document(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def pieces_of_code(name: str) -> list[str]:
    """What stands between backquotes, and the lines of shell blocks."""
    text = document(name)
    return CODE.findall(text) + [line for block in BLOCK.findall(text) for line in block.splitlines()]


def looks_like_a_path(word: str) -> bool:
    if not PATHLIKE.fullmatch(word) or word.startswith(("/", ".venv/")) or word in NO_PATHS:
        return False
    return "/" in word or word.endswith((".py", ".md", ".txt", ".in", ".tsv", ".toml", ".csv", ".sh"))


def exists(path: str) -> bool:
    """A path from the top, or one below a room that the text is just speaking of (`types.py`, `admin/`)."""
    return path in MADE or any((folder / path).exists() for folder in (ROOT, *(ROOT / room for room in ROOMS)))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_paths_exist(name):
    words = {word.removeprefix("./") for piece in pieces_of_code(name) for word in piece.split()}
    assert sorted(word for word in words if looks_like_a_path(word) and not exists(word)) == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_lead_to_files(name):
    assert [link for link in re.findall(r"\]\(([^)#:]+)\)", document(name)) if not (ROOT / link).exists()] == []


@pytest.mark.parametrize("name", [*DOCUMENTS, "CHANGELOG.md"])
def test_make_targets_exist(name):
    targets = set(re.findall(r"^([a-z]+):", document("Makefile"), re.MULTILINE))
    named = {target for piece in pieces_of_code(name) for target in TARGET.findall(piece)}
    assert named - targets == set()


def test_help_lists_every_target():
    makefile = document("Makefile")
    phony = set(re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)[1].split())
    assert phony == set(re.findall(r"^([a-z]+):.*## ", makefile, re.MULTILINE))


@pytest.mark.parametrize("name", [*DOCUMENTS, "CHANGELOG.md"])
def test_commands_and_their_options_exist(name):
    commands = get_commands()
    unknown = []
    for piece in pieces_of_code(name):
        for command, rest in COMMAND.findall(piece):
            if command not in commands:
                unknown.append(command)
                continue
            app = commands[command]
            loaded = load_command_class(app, command) if isinstance(app, str) else app
            known = {option for action in loaded.create_parser("manage.py", command)._actions for option in action.option_strings}
            unknown += [f"{command} {option}" for option in OPTION.findall(rest) if option not in known]
    assert unknown == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_modules_to_run_exist(name):
    for piece in pieces_of_code(name):
        for module in MODULE.findall(piece):
            path = ROOT / module.replace(".", "/")
            assert path.with_suffix(".py").exists() or (path / "__main__.py").exists(), module


def test_every_setting_is_described_and_every_described_one_exists():
    read = set(re.findall(r'env(?:\.\w+)?\("([A-Z_]+)"', document("newsroom/settings.py")))
    assert read == set(SETTING.findall(document("README.md")))


def test_the_changelog_has_the_version_or_what_comes_next():
    version = re.search(r'^version = "(.+)"$', document("pyproject.toml"), re.MULTILINE)[1]
    assert "## [Unreleased]" in document("CHANGELOG.md") or f"## [{version}]" in document("CHANGELOG.md")


def test_the_manifest_example_can_be_read(tmp_path):
    table = tmp_path / "pages.csv"
    example = re.search(r"^```csv\n(.*?)^```", document("README.md"), re.MULTILINE | re.DOTALL)[1]
    table.write_text(example.replace("某省某市某县", "岭东省云泽市澄溪县"), encoding="utf-8")
    facts = read_manifest(table).facts_of("2022-12-30/01.txt", PageFacts())
    assert (facts.newspaper, facts.issue_date, facts.issue_number, facts.section) == ("某县报", "2022-12-30", "3105", "第一版")


def contained(sample: object, answer: object) -> bool:
    """Whether everything that the sample shows is in the answer; of lists, each of its entries is among the answer's."""
    if isinstance(sample, dict):
        return isinstance(answer, dict) and all(key in answer and contained(value, answer[key]) for key, value in sample.items())
    if isinstance(sample, list):
        return isinstance(answer, list) and all(any(contained(one, other) for other in answer) for one in sample)
    return sample == answer


@pytest.mark.django_db
def test_the_sample_answer_is_what_the_api_says(client):
    sample = json.loads(re.search(r"^```json\n(.*?)^```", document("README.md"), re.MULTILINE | re.DOTALL)[1])
    pages = ROOT / "fixtures" / "pages"
    call_command("import_seeds", str(pages / "chengxi_2018_a.txt"), "--manifest", str(pages / "manifest.csv"),
                 "--area", "岭东省云泽市澄溪县")
    found = client.get("/api/v1/articles/", {"page_name": "chengxi_2018_a"}).json()["results"]
    (url,) = [article["url"] for article in found if article["headline"] == sample["headline"]]
    assert contained(sample, client.get(url).json())
