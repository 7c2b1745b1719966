"""Names and posts of a page, as facts and as read: what calibration, spoiled pages and other taggers are measured by."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from articles.reading.pipeline import read_page
from articles.reading.types import Area, PageReading
from tests.evaluate.spoiler import without_swaps
from tests.reading.golden import PageSet
from tests.reading.scoring import decode, people_of
from tests.reading.tally import Tally, squash


@dataclass(frozen=True, slots=True)
class KnownPage:
    """A page with its facts."""

    name: str
    text: str
    facts: dict[str, Any]
    home: Area | None

    def names(self) -> set[str]:
        """Everybody named in headlines and bodies."""
        return {squash(person["name"]) for article in self.facts["articles"] for person in article["people"]}

    def bylines(self) -> set[str]:
        """Everybody named in bylines."""
        return {squash(name) for article in self.facts["articles"] for name in article["bylines"]}


def known_pages(pages: PageSet) -> Iterator[KnownPage]:
    """The pages of a set that have facts, in order of their names."""
    for path in sorted(pages.folder.glob("*.txt")):
        for facts in (path.with_suffix(".json"), path.with_suffix(".expected.json")):
            if facts.exists():
                yield KnownPage(path.stem, decode(path.read_bytes()), json.loads(facts.read_text(encoding="utf-8")), pages.home)


def names_read(reading: PageReading, bylines: bool = False) -> set[str]:
    """Names of people as read on the page, with those in bylines if asked."""
    names = {squash(person.name) for article in reading.articles for person in people_of(article).values()}
    return names | ({squash(name) for article in reading.articles for name in article.text.reporters} if bylines else set())


def people_figure(pages: list[KnownPage], spoiled: Callable[[str], str] = str) -> float:
    """F1 of the names of every page as a whole, read after `spoiled`; look-alike characters count as equal."""
    tally = Tally()
    for page in pages:
        found = names_read(read_page(spoiled(page.text), page.home))
        tally.compare(page.name, set(map(without_swaps, page.names())), set(map(without_swaps, found)))
    return tally.figure() or 0.0
