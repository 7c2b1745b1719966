"""The events stage: reports of some groups become events, their citations and participations, written by difference."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from articles.chunking import chunks
from articles.models import EventReport, Mention
from articles.places import resolve
from articles.redating import DATE_FIELDS
from articles.rewriting import rewrite

from .anchors import Places
from .blocks import Block, closed_block
from .citing import Judged, end_citations, identified, reattach, stood_for, write_citations
from .models import Event, EventCitation
from .occurrences import Occurrence, Report, unite
from .posts import Post, body_named
from .registry import areas_at, organizations_for
from .taking_part import count_events, write_participations
from .verdicts import Ruling, judged

EVENT_FIELDS = ["name", "kind", "activity_as_printed", "organization_id", "area_id", "series", "term", "number", "place",
                "group_key", "selection", "review_state", "live", *DATE_FIELDS]
TEXTS = [f"article__{field}" for field in
         ("body", "body_runs", "headline_runs", "date_reasons", "page__text", "page__clues", "page__furniture")]
"""What of articles and pages is large and not needed here."""
DATE_BASIS_RANK = {"edited": 0, "stated": 1, "inferred": 2, "unknown": 3}
PRINCIPAL = frozenset({"chair", "lead"})
LATER = 20
"""By how many characters a report may begin later than it did and still be the same place."""


@dataclass(slots=True)
class Told:
    """An occurrence with its report rows, in natural order, and the event it is."""

    occurrence: Occurrence
    rows: list[EventReport]
    event: int = 0


def settle_events(keys: Iterable[str]) -> None:
    """Compute anew which events the reports of these groups tell of. Has to run inside a transaction, one writer at a time."""
    block, rows = _gathered(keys)
    places = Places(((row.article.page.sha256, row.raw_start, _raw_end(row)) for row in rows), LATER)
    verdicts, rulings = judged(block.judgements, places)
    by_anchor = {(row.article.page.sha256, row.raw_start): row for row in rows}
    told = [Told(occurrence, [by_anchor[report.anchor] for report in occurrence.reports])
            for occurrence in unite(_reports(rows), verdicts)]
    old = set(Event.objects.filter(pk__in=block.ids, live=True).values_list("id", flat=True))
    _identify_rows(told, old)
    _write_events(told, old, rulings)
    wanted = {(item.event, row.article.page_id, row.raw_start): row.pk for item in told for row in item.rows}
    end_citations(EventCitation, old | {item.event for item in told}, old - {item.event for item in told})
    write_citations(EventCitation, wanted, list(wanted.values()))
    touched = write_participations(told, old)
    count_events(touched)


def _gathered(keys: Iterable[str]) -> tuple[Block, list[EventReport]]:
    """The closed block of these keys, and its reports; citations find their reports on the way."""
    rows: list[EventReport] = []
    known: set[str] = set()

    def reach(new_keys: set[str], new_ids: set[int]) -> tuple[set[str], set[int]]:
        found = new_keys - known
        known.update(found)
        told = list(EventReport.objects.filter(group_key__in=found, article__live=True, article__withheld=False)
                    .select_related("article__page").defer(*TEXTS))
        rows.extend(told)
        _reattach(told)
        ids = set(EventCitation.objects.filter(report__group_key__in=found).values_list("event_id", flat=True).distinct())
        ids |= set(Event.objects.filter(group_key__in=found, live=True).values_list("id", flat=True)) | new_ids
        tied = EventCitation.objects.filter(event_id__in=ids, report__isnull=False)
        return set(tied.values_list("report__group_key", flat=True).distinct()) - {""}, ids

    return closed_block("event", keys, reach), rows


def _raw_end(row: EventReport) -> int:
    """About where a report ends on the page: its own length after its start, blanks left out."""
    return row.raw_start + row.end - row.start


def _reports(rows: Sequence[EventReport]) -> list[Report]:
    names = _printed_names(rows)
    return [
        Report(order=(row.article.page.name, row.article.page.sha256, row.article.reading_order, row.order),
               article=row.article_id, anchor=(row.article.page.sha256, row.raw_start), key=row.group_key, name=row.name,
               day=row.date_first if row.date_precision == "day" else None,
               principals=frozenset(names.get((row.article_id, participant["referent"]), "")
                                    for participant in row.participants if participant["capacity"] in PRINCIPAL) - {""})
        for row in rows]


def _printed_names(rows: Sequence[EventReport]) -> dict[tuple[int, int], str]:
    """The name of each person of these articles as printed first, by (article, referent)."""
    names: dict[tuple[int, int], str] = {}
    for some in chunks({row.article_id for row in rows}):
        mentions = Mention.objects.filter(article_id__in=some).order_by("article_id", "-field", "start")
        for article, referent, name in mentions.values_list("article_id", "referent", "name_as_printed"):
            names.setdefault((article, referent), name)
    return names


def _reattach(rows: Sequence[EventReport]) -> None:
    reattach(EventCitation, {(row.article.page_id, row.raw_start): row.pk for row in rows},
             Places(((row.article.page_id, row.raw_start, _raw_end(row)) for row in rows), LATER))


def _identify_rows(told: list[Told], old: set[int]) -> None:
    """Give every occurrence the id of its event."""
    judged = [Judged(item.occurrence.keep, item.occurrence.fresh, frozenset(item.occurrence.absorbed)) for item in told]
    cited = stood_for(EventCitation, [row.pk for item in told for row in item.rows])
    by_row = [[cited.get(row.pk, []) for row in item.rows] for item in told]
    given = identified("event", by_row, judged, old, lambda made: (
        Event.objects.bulk_create(Event(name=told[at].rows[0].name, kind=told[at].rows[0].kind) for at in made)))
    for item, identifier in zip(told, given, strict=True):
        item.event = identifier


def _write_events(told: list[Told], old: set[int], rulings: Sequence[Ruling]) -> None:
    paths = {item.event: resolve(item.rows[0].area, item.rows[0].article.page.home_area) for item in told}
    areas = areas_at(paths.values())
    bodies = {item.event: body for item in told if (body := _organizer(item))}
    organizations = organizations_for(bodies.values())
    rows = {row.pk: row for row in Event.objects.filter(pk__in=list(paths))}
    changed = []
    for item in told:
        row = rows[item.event]
        wanted = _wanted(item, rulings) | {"area_id": areas.get(paths[item.event])}
        body = bodies.get(item.event)
        wanted["organization_id"] = organizations[body.area, body.organization] if body else None
        if any(getattr(row, field) != value for field, value in wanted.items()):
            for field, value in wanted.items():
                setattr(row, field, value)
            row.version += 1
            changed.append(row)
    rewrite(changed, [*EVENT_FIELDS, "version"])
    Event.objects.filter(pk__in=old - paths.keys()).update(live=False)


def _organizer(item: Told) -> Post | None:
    """The body that the first report which names one says it was held by."""
    named = ((row, body_named(row.organizer, row.area, row.article.page.home_area)) for row in item.rows if row.organizer)
    return next((body for _, body in named if body), None)


def _wanted(item: Told, rulings: Sequence[Ruling]) -> dict[str, object]:
    """The values of an event's row: the first report's, the surest date, what is missing from the others; rulings last."""
    first = item.rows[0]
    surest = min(item.rows, key=lambda row: DATE_BASIS_RANK[row.date_basis])
    wanted: dict[str, object] = {
        "name": first.name, "kind": first.kind, "activity_as_printed": first.activity_as_printed,
        "series": next((row.series for row in item.rows if row.series), ""),
        "term": next((row.term for row in item.rows if row.term), None),
        "number": next((row.number for row in item.rows if row.number), None),
        "place": next((row.place for row in item.rows if row.place), ""),
        "group_key": first.group_key, "selection": Event.Selection.CANDIDATE, "review_state": "unreviewed", "live": True,
    } | {field: getattr(surest, field) for field in DATE_FIELDS}
    anchors = item.occurrence.anchors()
    for ruling in rulings:
        if len(ruling.anchors & anchors) * 2 > len(ruling.anchors):
            if ruling.kind == "confirm":
                wanted["review_state"] = "reviewed"
            elif ruling.kind == "field":
                wanted[ruling.field] = ruling.after
    return wanted
