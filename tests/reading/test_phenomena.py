"""Whatever a page can throw at the reader: read as wanted, and shown on a page of the sample newspaper."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from articles.dating import DateConclusion, settle_page
from articles.reading.areas import parse_area
from articles.reading.pipeline import read_page
from articles.reading.types import ArticleReading, EventReport, Mention, PageReading, PrintedRole, roles_of
from tests.reading.phenomena import FILES, PHENOMENA, Phenomenon
from tests.reading.scoring import decode

HOME = parse_area("岭东省云泽市澄溪县")
TESTS = Path(__file__).resolve().parents[1]
SAMPLES = TESTS.parent / "fixtures" / "pages"


class Said:
    """What the reading of a row's page says, in the words that `wanted` asks in."""

    def __init__(self, row: Phenomenon) -> None:
        self.raw_text = row.text
        self.page: PageReading = read_page(row.text, HOME)
        self.articles = self.page.articles
        self.texts = [article.text for article in self.articles]
        printed = [text.date for text in self.texts]
        self.settled: list[DateConclusion] = settle_page(printed, self.page.clues, row.issue)

    def events(self) -> list[EventReport]:
        return [event for article in self.articles for event in article.events]

    def people(self) -> Iterator[tuple[str, tuple[PrintedRole, ...]]]:
        for article in self.articles:
            for referent, name in _names(article).items():
                yield name, roles_of(article.mentions, referent)

    def participants(self) -> Iterator[tuple[str, str, tuple[str, ...]]]:
        for article in self.articles:
            for event in article.events:
                for one in event.participants:
                    yield _names(article)[one.referent], one.capacity, one.verbs

    def raw(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for article in self.articles:
            for mention in article.mentions:
                found.setdefault(mention.exact, []).append(self._printed(article, mention))
        return found

    def _printed(self, article: ArticleReading, mention: Mention) -> str:
        text = article.text.headline if mention.field == "headline" else article.text.body
        start, end = text.raw_span(mention.start, mention.end)
        return self.raw_text[start:end]


def _names(article: ArticleReading) -> dict[int, str]:
    names: dict[int, str] = {}
    for mention in article.mentions:
        names.setdefault(mention.referent, mention.exact)
    return names


def _day(settled: DateConclusion) -> str | None:
    return settled.first.isoformat() if settled.first and settled.precision == "day" else None


def _statements(said: Said) -> list[str]:
    return [
        f"{_names(article)[one.speaker]} {one.verb} {one.quote}" for article in said.articles for one in article.statements
    ]


SAID: dict[str, Callable[[Said], object]] = {
    "articles": lambda said: len(said.articles),
    "headlines": lambda said: [text.headline.printed for text in said.texts],
    "states": lambda said: [text.headline_state for text in said.texts],
    "bodies": lambda said: [text.body.printed for text in said.texts],
    "sections": lambda said: [text.section for text in said.texts],
    "continues": lambda said: [text.continues for text in said.texts],
    "furniture": lambda said: [said.raw_text[start:end] for start, end in said.page.furniture],
    "bylines": lambda said: [name for text in said.texts for name in text.reporters],
    "printed": lambda said: [text.date.text if text.date else None for text in said.texts],
    "dates": lambda said: [_day(one) for one in said.settled],
    "ends": lambda said: [one.end.isoformat() if one.end else None for one in said.settled],
    "basis": lambda said: [one.basis for one in said.settled],
    "reasons": lambda said: sorted({reason["rule"] for one in said.settled for reason in one.reasons}),
    "people": lambda said: {name: [role.text for role in roles] for name, roles in said.people()},
    "areas": lambda said: {name: roles[0].area for name, roles in said.people() if roles},
    "organizations": lambda said: {name: [role.organization for role in roles] for name, roles in said.people()},
    "qualifiers": lambda said: {name: [word for role in roles for word in role.qualifiers] for name, roles in said.people()},
    "generic": lambda said: [name for name, roles in said.people() if any(role.generic for role in roles)],
    "raw": Said.raw,
    "events": lambda said: [event.name for event in said.events()],
    "kinds": lambda said: [event.kind for event in said.events()],
    "activities": lambda said: [event.activity for event in said.events()],
    "numbers": lambda said: [event.number for event in said.events()],
    "terms": lambda said: [event.term for event in said.events()],
    "series": lambda said: [event.series for event in said.events()],
    "organizers": lambda said: [event.organizer for event in said.events()],
    "event_areas": lambda said: [event.area for event in said.events()],
    "event_dates": lambda said: [event.date.text if event.date else None for event in said.events()],
    "places": lambda said: [event.place for event in said.events()],
    "participants": lambda said: {name: capacity for name, capacity, _ in said.participants()},
    "verbs": lambda said: {name: list(verbs) for name, _, verbs in said.participants()},
    "order": lambda said: [name for name, _, _ in said.participants()],
    "statements": _statements,
}


@cache
def samples() -> tuple[str, ...]:
    return tuple(decode(path.read_bytes()) for path in sorted(SAMPLES.glob("*.txt")))


@pytest.mark.parametrize("row", PHENOMENA, ids=lambda row: row.name)
def test_it_is_read_as_wanted(row: Phenomenon) -> None:
    said = Said(row)
    assert {key: SAID[key](said) for key in row.wanted} == dict(row.wanted)


@pytest.mark.parametrize("row", PHENOMENA, ids=lambda row: row.name)
def test_a_sample_page_shows_it(row: Phenomenon) -> None:
    assert any(re.search(row.shown_on, text) for text in samples())


def test_every_phenomenon_stands_in_the_table_once() -> None:
    names = [row.name for row in PHENOMENA]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(("name", "encoding", "module", "test", "held"), FILES, ids=[row[0] for row in FILES])
def test_files_are_tried_in_intake_and_shown(name: str, encoding: str | None, module: str, test: str, held: str) -> None:
    assert f"def {test}(" in (TESTS / "intake" / module).read_text(encoding="utf-8")
    if encoding:
        assert any(re.search(held, text) for text in _pages_in(encoding)), name


def _pages_in(encoding: str) -> Iterator[str]:
    """The sample pages in an encoding, with their byte order marks; a page in UTF-8 is in no other."""
    for page in (path.read_bytes() for path in SAMPLES.glob("*.txt")):
        known = "utf-16-le" if page.startswith(b"\xff\xfe") else "utf-8" if _is_utf8(page) else "gb18030"
        if known == encoding:
            yield page.decode(encoding)


def _is_utf8(page: bytes) -> bool:
    try:
        page.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
