"""Scores readings against gold facts, figure by figure, without the API in between.

    python -m tests.reading.scoring GOLD_DIR PAGES_DIR [--area PATH] [--misses]

For every `NAME.txt` of PAGES_DIR the facts are `NAME.json` or `NAME.expected.json` in GOLD_DIR. Every figure is a
micro-average over all pages: F1 where sets are compared, a share where single answers are.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from articles.dating import settle_page
from articles.reading.areas import parse_area
from articles.reading.pipeline import read_page
from articles.reading.types import Area, ArticleReading, PageReading, roles_of
from tests.reading.tally import Tally, squash

Facts = dict[str, Any]
DatesOf = Callable[[PageReading], Sequence[str | None]]

_FURTHEST_OPENING = 40  # characters: a body that begins earlier than this has swallowed another article
_PREFIX = 6  # characters of a quotation that are compared


def decode(page: bytes) -> str:
    """The text of a page in UTF-8 (with or without mark), UTF-16 or GB18030. Raises UnicodeDecodeError otherwise."""
    if page[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return page.decode("utf-16")
    try:
        return page.decode("utf-8-sig")
    except UnicodeDecodeError:
        return page.decode("gb18030")


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """One person of an article as the API would show them."""

    name: str
    roles: tuple[str, ...]
    area: str | None


def people_of(article: ArticleReading) -> dict[int, FoundPerson]:
    """The people of an article by referent."""
    people: dict[int, FoundPerson] = {}
    for mention in article.mentions:
        if mention.referent not in people:
            roles = roles_of(article.mentions, mention.referent)
            area = roles[0].area if roles else None
            people[mention.referent] = FoundPerson(mention.exact, tuple(role.text for role in roles), area)
    return people


def pair(gold: Sequence[Facts], reading: PageReading) -> tuple[list[ArticleReading | None], int]:
    """For every gold article the reading whose body has its opening nearest to the start; and how many are left over."""
    free = list(range(len(reading.articles)))
    bodies = [squash(article.text.body.printed) for article in reading.articles]
    paired: list[ArticleReading | None] = []
    for facts in gold:
        opening = squash(facts["opening"])
        places = [(bodies[at].find(opening), at) for at in free]
        near = [place for place in places if place[0] >= 0]
        best = min(near, default=(_FURTHEST_OPENING + 1, -1))
        if best[0] <= _FURTHEST_OPENING:
            free.remove(best[1])
            paired.append(reading.articles[best[1]])
        else:
            paired.append(None)
    return paired, len(free)


FIGURES = (
    "articles", "headlines", "headline_states", "dates", "bylines", "people", "roles", "areas",
    "event_numbers", "participants", "capacities", "statements", "spans",
)  # fmt: skip


def new_tallies() -> dict[str, Tally]:
    """An empty tally for every figure."""
    return {name: Tally() for name in FIGURES}


def score_page(name: str, gold: Facts, reading: PageReading, tallies: dict[str, Tally], dates_of: DatesOf) -> None:
    """Adds one page's answers to the tallies; `dates_of` gives each article's date as YYYY-MM-DD or None."""
    paired, surplus = pair(gold["articles"], reading)
    dates = dates_of(reading)
    tallies["articles"].surplus += surplus
    if surplus:
        tallies["articles"].notes.append(f"{name}: {surplus} surplus")
    for at, (facts, article) in enumerate(zip(gold["articles"], paired, strict=True)):
        where = f"{name}#{at}"
        tallies["articles"].compare(where, {facts["opening"]}, {facts["opening"]} if article else set())
        date = dates[article.reading_order - 1] if article else None
        _score_text(where, facts, article, date, tallies)
        _score_people(where, facts, article, tallies)
        _score_events(where, facts, article, tallies)
        _score_statements(where, facts, article, tallies)


def _score_text(
    where: str, facts: Facts, article: ArticleReading | None, date: str | None, tallies: dict[str, Tally]
) -> None:
    headline = article.text.headline.printed if article else None
    if facts["headline_state"] == "complete":
        tallies["headlines"].share(where, squash(facts["headline"]), squash(headline))
    tallies["headline_states"].share(where, facts["headline_state"], article.text.headline_state if article else None)
    if facts["date"] and "XX" not in facts["date"]:
        tallies["dates"].share(where, facts["date"], date)
    tallies["bylines"].compare(where, set(facts["bylines"]), set(article.text.reporters if article else ()))


def _score_people(where: str, facts: Facts, article: ArticleReading | None, tallies: dict[str, Tally]) -> None:
    people = list(people_of(article).values()) if article else []
    tallies["people"].compare(where, {one["name"] for one in facts["people"]}, {one.name for one in people})
    tallies["roles"].compare(
        where,
        {f"{one['name']}:{squash(role)}" for one in facts["people"] for role in one["roles"]},
        {f"{one.name}:{squash(role)}" for one in people for role in one.roles},
    )
    known = {
        one["name"]: one["jurisdiction"]
        for one in facts["people"]
        if one["roles"] and one["jurisdiction"] and not one["jurisdiction"].endswith(("公司", "集团"))
    }
    tallies["areas"].compare(
        where,
        {f"{name}:{area}" for name, area in known.items()},
        {f"{one.name}:{one.area}" for one in people if one.name in known and one.area},
    )
    for mention in article.mentions if article else ():
        text = article.text.headline if mention.field == "headline" else article.text.body
        tallies["spans"].share(where, mention.exact, text.printed[mention.start : mention.end])


def _score_events(where: str, facts: Facts, article: ArticleReading | None, tallies: dict[str, Tally]) -> None:
    people = people_of(article) if article else {}
    events = article.events if article else ()
    tallies["event_numbers"].compare(
        where,
        {event["ordinal"] for event in facts["events"] if event["ordinal"]},
        {event.number for event in events if event.number},
    )
    wanted = {one["name"]: set(one["capacity"].split("|")) for event in facts["events"] for one in event["participants"]}
    found: dict[str, set[str]] = {}
    for event in events:
        for one in event.participants:
            found.setdefault(people[one.referent].name, set()).add(one.capacity)
    tallies["participants"].compare(where, set(wanted), set(found))
    right = {name for name, capacities in found.items() if wanted.get(name, set()) & capacities}
    tallies["capacities"].compare(where, set(wanted), right)
    for name in (set(wanted) & set(found)) - right:
        tallies["capacities"].notes.append(f"{where}: {name} gold {sorted(wanted[name])} found {sorted(found[name])}")


def _score_statements(where: str, facts: Facts, article: ArticleReading | None, tallies: dict[str, Tally]) -> None:
    people = people_of(article) if article else {}
    tallies["statements"].compare(
        where,
        {f"{one['speaker']}:{one['verb']}:{squash(one['opening'])[:_PREFIX]}" for one in facts["statements"]},
        {
            f"{people[one.speaker].name}:{one.verb}:{squash(one.quote)[:_PREFIX]}"
            for one in (article.statements if article else ())
        },
    )


def settled_dates(reading: PageReading) -> list[str | None]:
    """Each article's date as the page settles it by itself, without an issue date; None where it can't."""
    printed = [article.text.date for article in reading.articles]
    settled = settle_page(printed, reading.clues, None)
    return [one.first.isoformat() if one.first and one.precision == "day" else None for one in settled]


def score_folder(
    gold_folder: Path, pages_folder: Path, home: Area | None = None, dates_of: DatesOf = settled_dates
) -> dict[str, Tally]:
    """Reads and scores every page that has facts; `home` is the papers' area, where it isn't left to each page.

    Raises FileNotFoundError where no page has facts.
    """
    tallies = new_tallies()
    scored = 0
    for page in sorted(pages_folder.glob("*.txt")):
        facts = [gold_folder / f"{page.stem}{ending}" for ending in (".json", ".expected.json")]
        for path in (path for path in facts if path.exists()):
            reading = read_page(decode(page.read_bytes()), home)
            score_page(page.stem, json.loads(path.read_text(encoding="utf-8")), reading, tallies, dates_of)
            scored += 1
    if not scored:
        raise FileNotFoundError(f"no page in {pages_folder} has facts in {gold_folder}")
    return tallies


def main() -> int:
    """Prints the figures, and with --misses every difference."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path, help="folder of NAME.json or NAME.expected.json")
    parser.add_argument("pages", type=Path, help="folder of NAME.txt")
    parser.add_argument("--area", type=parse_area, help="the papers' county, as 山西省运城市绛县; else concluded page by page")
    parser.add_argument("--misses", action="store_true", help="print every difference")
    given = parser.parse_args()
    for name, tally in score_folder(given.gold, given.pages, given.area).items():
        for note in tally.notes if given.misses else ():
            print(f"{name} {note}")
        figure = tally.figure()
        print(f"{name:16} {'-' if figure is None else f'{figure:.4f}'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
