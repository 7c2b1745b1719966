"""House rules that a reader would otherwise have to remember (CONTRIBUTING.md)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.project.tracked import ROOT, package_modules, tracked_files

LONGEST = 250
# One vocabulary in one place; splitting it would hide it.
SHAPES = Path("articles/reading/types.py")
GRAB_BAGS = {"utils.py", "helpers.py", "misc.py", "common.py"}
TOP_LEVEL = {
    ".ci", ".gitignore", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "Makefile", "README.md", "articles", "fixtures",
    "manage.py", "newsroom", "people", "pyproject.toml", "requirements-dev.in", "requirements-dev.txt", "requirements.in",
    "requirements.txt", "tests",
}
# Left over from installing the bundle, whose folder is no clone.
BUNDLE_ONLY = {".env", "install.sh", "wheels"}
TEXT = {".py", ".md", ".toml", ".txt", ".in", ".sh", ".html", ".css", ".js", ".tsv", ".csv", ".po", ".json", ""}
MARKS = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK)\b")
MACHINE_PATH = re.compile(r"(?<![\w.~/-])/(?:home|root|work|Users|opt)/[\w.-]+/")
ADDRESS = re.compile(r"https?://[^\s\"'<>)\]`…]+")
HOST = re.compile(r"://([\w.-]*)")
# The empty name stands for one that is filled in (http://{ADDRESS}…).
OWN_ADDRESSES = {"", "127.0.0.1", "localhost", "testserver", "example.org", "example.com"}
NAMESPACES = {"www.w3.org", "json-schema.org", "www.popoloproject.com", "keepachangelog.com", "semver.org", "opensource.org"}


def texts() -> list[tuple[Path, str]]:
    """Our own files as (path, text); the newspaper's pages are not ours to keep tidy."""
    pages = {ROOT / "fixtures" / "pages", ROOT / "tests" / "pages" / "develop", ROOT / "tests" / "pages" / "heldout"}
    return [(path, path.read_text(encoding="utf-8")) for path in tracked_files()
            if path.suffix in TEXT and path.parent not in pages and path != Path(__file__)]


def found(pattern: re.Pattern[str], paths: list[tuple[Path, str]]) -> list[str]:
    return [f"{path.relative_to(ROOT)}: {match[0]}" for path, text in paths for match in pattern.finditer(text)]


def test_files_are_short():
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in package_modules()}
    long = [f"{path.relative_to(ROOT)}: {length}" for path, length in lengths.items() if length > LONGEST]
    assert [line for line in long if not line.startswith(str(SHAPES))] == []


def test_no_grab_bags():
    assert [path for path in tracked_files() if path.name in GRAB_BAGS] == []


def test_the_top_level_is_the_house():
    assert {path.relative_to(ROOT).parts[0] for path in tracked_files()} - BUNDLE_ONLY <= TOP_LEVEL


def test_no_marks_of_unfinished_work():
    assert found(MARKS, texts()) == []


def test_no_paths_of_somebodys_machine():
    assert found(MACHINE_PATH, texts()) == []


def test_addresses_lead_nowhere_outside():
    """Nothing is fetched at run time, and no file names where packages come from."""
    outside = [line for line in found(ADDRESS, texts())
               if HOST.search(line)[1] not in OWN_ADDRESSES | NAMESPACES]
    assert outside == []


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_pins_are_plain(name):
    """Only `name==version` and comments: no hashes, addresses, options or paths."""
    lines = [line for line in (ROOT / name).read_text(encoding="utf-8").splitlines() if line.split("#")[0].strip()]
    assert [line for line in lines if not re.fullmatch(r"[a-z0-9-]+==[0-9][\w.]*", line)] == []


def test_every_direct_dependency_is_pinned():
    for name in ("requirements", "requirements-dev"):
        pins = (ROOT / f"{name}.txt").read_text(encoding="utf-8")
        for wanted in direct_dependencies(name):
            assert f"\n{wanted}==" in pins, f"make requirements: {wanted} is in {name}.in, not in {name}.txt"


def direct_dependencies(name: str) -> list[str]:
    lines = (ROOT / f"{name}.in").read_text(encoding="utf-8").splitlines()
    return [re.match(r"[a-z0-9-]+", line)[0] for line in lines if line and not line.startswith(("#", "-"))]


def test_contributing_says_why_each_dependency_is_there():
    contributing = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    missing = [name for file in ("requirements", "requirements-dev") for name in direct_dependencies(file)
               if f"`{name}`" not in contributing]
    assert missing == []
