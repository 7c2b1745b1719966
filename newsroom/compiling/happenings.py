"""Public events with what their articles print of them, read in blocks: so many questions a block, whatever it holds."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby, islice
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Substr

from articles.masking import mask
from articles.models import EventReport
from articles.querysets import public_article
from people.models import Appearance, Event, EventCitation, Participation
from people.querysets import public_person

from .commission import Commission, area_name
from .dates import Dating
from .entries import Happening, Taker, posts_shown
from .sources import cited, dating_of, without_texts

BLOCK = 500
IN_TIME = (F("date_last").asc(nulls_last=True), "date_precision", "date_first", "id")
LETTERS = re.compile(r"\W")
DATE_RANK = {"edited": 0, "stated": 1, "inferred": 2, "unknown": 3}


@dataclass(slots=True)
class Account:
    """An event with its public reports, in natural order, and those of its takers who are public."""

    event: Event
    reports: list[EventReport] = field(default_factory=list)
    takers: tuple[Taker, ...] = ()
    hidden: frozenset[str] = frozenset()
    minors: frozenset[str] = frozenset()

    @property
    def place(self) -> tuple[Any, ...]:
        """Its natural place: that of its first report."""
        first = self.reports[0]
        return first.article.page.name, first.article.page.sha256, first.article.reading_order, first.order

    @property
    def county(self) -> str:
        """The short name of the area that its first report's paper serves."""
        return area_name(self.reports[0].article.page.home_area)

    @property
    def source(self) -> str:
        """All pages that report it."""
        return cited(report.article.page.citation for report in self.reports)

    @property
    def dating(self) -> Dating:
        """When it took place, with what the surest report prints of the date."""
        surest = min(self.reports, key=lambda report: DATE_RANK[report.date_basis])
        return dating_of(self.event, None if surest.dated_apart else surest.article)

    def shown(self, text: str) -> str:
        """A text of the event, withheld names blotted out."""
        return mask(text, sorted(self.hidden | self.minors))

    def happening(self) -> Happening:
        """The event as its entry is made of it."""
        first: Any = self.reports[0]
        event = self.event
        renamed = all(report.name != event.name for report in self.reports)  # by an editor, whose word counts
        whole = first.article.headline if first.article.headline_state == "complete" and not renamed else ""
        return Happening(self.shown(event.name), event.kind, event.activity_as_printed, first.organizer,
                         "" if renamed else self.shown(first.clause), self.shown(whole if first.alone else ""),
                         bool(whole) and LETTERS.sub("", whole) == LETTERS.sub("", first.name),
                         self.county, self.takers)


def events_of(commission: Commission, area: str) -> QuerySet[Event]:
    """Public events that papers of the area report or that took place under its bodies, within the years, in time."""
    rows = Event.objects.public().filter(commission.dated_within())
    if area:
        home = EventCitation.objects.filter(active=True, event=OuterRef("pk"), page__home_area=area)
        rows = rows.filter(Q(Exists(home)) | Q(area__path=area))
    return rows.select_related("organization", "area").order_by(*IN_TIME)


def accounts(events: QuerySet[Event], sort_column: str = "") -> Iterator[Account]:
    """The events one after the other; one without a public report is left out."""
    rows = events.iterator(chunk_size=BLOCK)
    while block := [Account(event) for event in islice(rows, BLOCK)]:
        by_event = {account.event.pk: account for account in block}
        _add_reports(by_event)
        _add_takers(by_event, sort_column)
        yield from (account for account in block if account.reports)


def in_order(told: Iterable[Account]) -> Iterator[Account]:
    """Accounts that come in time: those of one day single days before ranges, then in the order of the pages."""
    for _day, same in groupby(told, key=lambda account: (account.event.date_first, account.event.date_precision)):
        yield from sorted(same, key=lambda one: (one.event.date_end or one.event.date_first or date.min, one.place))


def _add_reports(by_event: dict[int, Account]) -> None:
    other = EventReport.objects.filter(article=OuterRef("article")).exclude(pk=OuterRef("pk"))
    rows = EventReport.objects.filter(public_article("article__"), citations__active=True, citations__event__in=list(by_event))
    told: Any = rows.annotate(
        event_id=F("citations__event"), alone=~Exists(other),
        clause=Substr("article__body", F("start") + 1, F("end") - F("start")),
    ).select_related("article__page__newspaper").defer(*without_texts("article__"))
    for report in told.order_by("article__page__name", "article__page__sha256", "article__reading_order", "order"):
        account = by_event[report.event_id]
        account.reports.append(report)
        account.hidden |= frozenset(report.article.masked_names)


def _add_takers(by_event: dict[int, Account], sort_column: str) -> None:
    homes = {report.article_id: report.article.page.home_area for account in by_event.values() for report in account.reports}
    beside = _appearances(homes)
    rows = Participation.objects.filter(public_person("person__"), event__in=list(by_event)).select_related("person")
    takers: dict[int, list[Taker]] = defaultdict(list)
    for row in rows.order_by("event", "order", "id"):
        account = by_event[row.event_id]
        if row.person.person_class == "minor":
            account.minors |= {row.name_as_printed}
            continue
        found = next((beside[row.person_id, report.article_id] for report in account.reports
                      if (row.person_id, report.article_id) in beside), None)
        posts = posts_shown(row.roles_as_printed, found[1], found[0], found[2]) if found else "、".join(row.roles_as_printed)
        takers[row.event_id].append(Taker(row.name_as_printed, posts, row.capacity, tuple(row.verbs_as_printed), row.order,
                                          getattr(row.person, sort_column) if sort_column else "", row.person_id))
    for event, found_takers in takers.items():
        by_event[event].takers = tuple(sorted(found_takers, key=lambda taker: (taker.key, taker.order)))


def _appearances(homes: dict[int, str]) -> dict[tuple[int, int], tuple[str, list[str], str]]:
    """(area, labels of the posts, home area of the page) of everybody in these articles, by (person, article)."""
    rows = Appearance.objects.filter(article__in=list(homes)).values_list("person_id", "article_id", "area", "posts")
    return {(person, article): (area, [post["label"] for post in posts], homes[article])
            for person, article, area, posts in rows}
