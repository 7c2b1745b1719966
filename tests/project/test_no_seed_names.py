"""No rule, word list or comment names a person, company or event of the real pages: they are read by what holds for all pages."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from articles.reading.clues import public_events
from articles.reading.names import LEADERS
from tests.conftest import SHARED
from tests.project.tracked import PACKAGES, ROOT, tracked_files

COMPANY = re.compile("(?:公司|集团|厂|合作社)$")
pytestmark = pytest.mark.skipif(
    not SHARED, reason="NEWSROOM_SHARED IS NOT SET: whether the code names people of the real pages is NOT tested here"
)


def proper_names() -> set[str]:
    """People, companies and numbered events of the gold facts; national leaders and public events are general knowledge."""
    names: set[str] = set()
    for path in sorted((Path(SHARED) / "gold").glob("*.json")):
        for article in json.loads(path.read_text(encoding="utf-8"))["articles"]:
            names.update(person["name"] for person in article["people"])
            names.update(article["bylines"])
            names.update(person["jurisdiction"] for person in article["people"] if COMPANY.search(person["jurisdiction"] or ""))
            names.update(event["name"] for event in article["events"] if event["ordinal"])
    return {name for name in names if len(name) > 1} - LEADERS - set(public_events())


def test_the_code_names_nobody_of_the_real_pages():
    wanted = proper_names()
    assert len(wanted) > 50
    found = []
    for path in tracked_files():
        if path.relative_to(ROOT).parts[0] in PACKAGES and path.suffix in (".py", ".tsv", ".html", ".js", ".po"):
            text = path.read_text(encoding="utf-8")
            cells = set(text.replace("\t", "\n").splitlines()) if path.suffix == ".tsv" else ()
            found += [f"{path.relative_to(ROOT)}: {name}" for name in sorted(wanted)
                      if (name in cells if path.suffix == ".tsv" else name in text)]
    assert found == []
