"""Whether numbered meetings are read with their numbers, and each is one event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from articles.models import EventReport
from people.models import EventCitation
from tests.county.evidence import ToldArticle
from tests.county.figures import Figure
from tests.county.meetings import Meeting

Held = tuple[str, Meeting]
"""A meeting of the truth in the county with this path."""


def series_figures(articles: Sequence[ToldArticle]) -> list[Figure]:
    """Numbers of series as read, and whether every meeting is one event that no other meeting is."""
    numbers = Figure("numbers of series right")
    told = _read(articles)
    event_of = dict(EventCitation.objects.filter(active=True).values_list("report_id", "event_id"))
    of_meeting: dict[Held, set[int | None]] = defaultdict(set)
    for article in articles:
        if article.true.meeting:
            meeting, read = article.true.meeting, told[article.row.pk if article.row else 0]
            fitting = [report for report, number in read if number == meeting.number]
            kind = "another number" if any(number for _, number in read) else "no number"
            numbers.count(bool(fitting), kind, f"{article.page.name}: {meeting.series.key} {meeting.number}")
            of_meeting[article.page.area, meeting].update({event_of.get(report) for report in fitting} or {None})
    return [numbers, _events(of_meeting)]


def _read(articles: Iterable[ToldArticle]) -> dict[int, list[tuple[int, int | None]]]:
    """(report, number) of each article that tells of a meeting, by the article."""
    told: dict[int, list[tuple[int, int | None]]] = defaultdict(list)
    rows = [article.row.pk for article in articles if article.row and article.true.meeting]
    for report, article, number in EventReport.objects.filter(article__in=rows).values_list("id", "article_id", "number"):
        told[article].append((report, number))
    return told


def _events(of_meeting: dict[Held, set[int | None]]) -> Figure:
    figure = Figure("one event for each number")
    of_event: dict[int | None, set[Held]] = defaultdict(set)
    for held, events in of_meeting.items():
        for event in events:
            of_event[event].add(held)
    for (area, meeting), events in of_meeting.items():
        shared = any(len(of_event[event]) > 1 for event in events)
        kind = "no number" if None in events else "several events" if len(events) > 1 else "one event with another meeting"
        example = f"{area}{meeting.series.key} {meeting.number} on {meeting.day}: events {sorted(map(str, events))}"
        figure.count(len(events) == 1 and None not in events and not shared, kind, example)
    return figure
