"""The marks stage: what pages print of posts, reporters and numbered series, kept so that pages tell each other's years."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from .attested import quarter
from .attesting import attest
from .chunking import chunks
from .given_dates import dates_set
from .grouping import series_group
from .importing import date_from_json, mark_stale
from .meetings import meetings_of, resting_on
from .models import Article, DatingMark, EventReport, Mention, Page, Reporter
from .places import area_at, resolve
from .reading.names import LEADERS
from .year_evidence import known_day, stated_days

NATION = "全国"
SERIES = "series|"
"""How the keys of numbered series begin."""


class Mark(NamedTuple):
    """A `DatingMark` without its page."""

    reading_order: int
    key: str
    label: str
    day: date | None
    number: int | None = None


def settle_facts(sha256s: Iterable[str]) -> None:
    """Keep what these pages print that tells time; marks as stale their dates, and those of pages that rest on what changed."""
    pages = list(Page.objects.filter(sha256__in=list(sha256s)).defer("text").prefetch_related("articles", "corrections"))
    wanted = _printed(pages)
    before = _kept(wanted)
    changed = sorted(page for page in wanted if wanted[page] != before[page])
    series = {mark.key for page in changed for mark in before[page] ^ wanted[page] if mark.day and mark.number}
    known = meetings_of(series)
    DatingMark.objects.filter(page_id__in=changed).delete()
    DatingMark.objects.bulk_create(
        (DatingMark(page_id=page, **mark._asdict()) for page in changed for mark in sorted(wanted[page], key=_in_order)),
        batch_size=2000)
    moved = attest(_attested(before[page] for page in changed), _attested(wanted[page] for page in changed))
    mark_stale(dates={page.sha256 for page in pages} | _resting_on(moved) | resting_on(known, meetings_of(series)))


def _in_order(mark: Mark) -> tuple[int, str, int]:
    return (mark.reading_order, mark.key, mark.number or 0)


def _kept(pages: Iterable[int]) -> dict[int, set[Mark]]:
    found: dict[int, set[Mark]] = {page: set() for page in pages}
    for row in DatingMark.objects.filter(page_id__in=list(found)):
        found[row.page_id].add(Mark(row.reading_order, row.key, row.label, row.day, row.number))
    return found


def _printed(pages: Sequence[Page]) -> dict[int, set[Mark]]:
    """Page id → the marks of its public articles."""
    places = {row.pk: place for page in pages for row, place in _places(page)}
    marks: dict[int, set[Mark]] = {page.pk: set() for page in pages}
    mentions = Mention.objects.filter(article_id__in=places)
    for article, name, roles in mentions.values_list("article_id", "name_as_printed", "roles"):
        place = places[article]
        if name not in place.hidden:
            marks[place.page.pk].update(_of_name(place, name, roles))
    for article, name in Reporter.objects.filter(article_id__in=places).values_list("article_id", "name"):
        place = places[article]
        marks[place.page.pk].add(Mark(place.order, f"byline|{place.page.home_area}|{name}"[:300], f"记者{name}", place.day))
    for report in EventReport.objects.filter(article_id__in=places, number__isnull=False).exclude(series=""):
        place = places[report.article_id]
        label, series = f"{report.series[:150]}第{report.number}次", series_group(report, place.page)[:300]
        if series:
            marks[place.page.pk].add(Mark(place.order, series, label, place.day, report.number))
    return marks


class Place(NamedTuple):
    """An article's page, its place there, its day if its page tells that by itself, and the names that are hidden in it."""

    page: Page
    order: int
    day: date | None
    hidden: Sequence[str]


def _places(page: Page) -> Iterator[tuple[Article, Place]]:
    """The public articles of a page that knows its home."""
    articles = sorted((row for row in page.articles.all() if row.live and not row.withheld), key=lambda row: row.reading_order)
    edited = {number: found.first for number, found in dates_set(page, articles).items() if found.precision != "year"}
    printed = [date_from_json(row.printed_date) for row in articles]
    whole = known_day(printed, [day for day in edited.values() if day], page.clues, page.issue_date)
    for row, own in zip(articles, printed, strict=True) if page.home_area else ():
        yield row, Place(page, row.reading_order, edited.get(row.pk) or next(iter(stated_days([own])), whole), row.masked_names)


def _of_name(place: Place, name: str, roles: Sequence[Mapping[str, str]]) -> Iterator[Mark]:
    posts = [role for role in roles if not role["generic"]]
    if name in LEADERS or any(role["area"] == NATION for role in posts):
        return
    home = place.page.home_area
    yield Mark(place.order, f"name|{home}|{name}"[:300], name, place.day)
    for role in posts:
        area = resolve(role["area"], home) if role["area"] else ""
        text = "".join(role["text"].split())
        yield Mark(place.order, f"post|{area or home}|{_own(text, area)}|{name}"[:300], f"{text}{name}"[:200], place.day)


def _own(text: str, path: str) -> str:
    """A printed post as the paper of its own area prints it: 芷田县长 → 县长."""
    area = area_at(path)
    return text.removeprefix(area.name[:-1]) if area and text.startswith(area.name) else text


def _attested(pages: Iterable[set[Mark]]) -> Counter[tuple[str, int]]:
    """On how many pages each fact is printed in each quarter."""
    return Counter(
        place for marks in pages for place in {(mark.key, quarter(mark.day)) for mark in marks if mark.day and not mark.number})


def _resting_on(keys: set[str]) -> set[str]:
    """The pages (sha256) whose year is concluded and that print one of these facts."""
    found: set[str] = set()
    for some in chunks(keys):
        undated = DatingMark.objects.filter(key__in=some, day=None).order_by()
        found.update(undated.values_list("page__sha256", flat=True).distinct())
    return found
