"""The events stage: reports of some groups become events, their citations and participations, written by difference."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from articles.models import EventReport, Mention
from articles.places import resolve
from articles.redating import DATE_FIELDS
from articles.rewriting import rewrite

from .anchors import Places
from .blocks import Block, closed_block
from .identifiers import Claim, allot, moved_to
from .models import Event, EventCitation
from .occurrences import Occurrence, Report, unite
from .posts import Post, body_named
from .redirecting import write_redirects
from .registry import areas_at, organizations_for
from .taking_part import count_events, write_participations
from .verdicts import Ruling, judged

EVENT_FIELDS = ["name", "kind", "activity_as_printed", "organization_id", "area_id", "series", "term", "number", "place",
                "group_key",
                "review_state", "live", *DATE_FIELDS]
TEXTS = [f"article__{field}" for field in
         ("body", "body_runs", "headline_runs", "date_reasons", "page__text", "page__clues", "page__furniture")]
"""What of articles and pages is large and not needed here."""
DATE_BASIS_RANK = {"edited": 0, "stated": 1, "inferred": 2, "unknown": 3}
PRINCIPAL = frozenset({"chair", "lead"})
CHUNK = 5000
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
    _write_citations(told, old)
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
    articles = sorted({row.article_id for row in rows})
    names: dict[tuple[int, int], str] = {}
    for at in range(0, len(articles), CHUNK):
        mentions = Mention.objects.filter(article_id__in=articles[at:at + CHUNK]).order_by("article_id", "-field", "start")
        for article, referent, name in mentions.values_list("article_id", "referent", "name_as_printed"):
            names.setdefault((article, referent), name)
    return names


def _reattach(rows: Sequence[EventReport]) -> None:
    """Citations that lost their report to a new reading find it again by its place on the page."""
    reports = {(row.article.page_id, row.raw_start): row.pk for row in rows}
    places = Places(((row.article.page_id, row.raw_start, _raw_end(row)) for row in rows), LATER)
    found = []
    for row in EventCitation.objects.filter(page_id__in={page for page, _ in reports}, report=None):
        now = places.now(row.page_id, row.raw_start)
        if now is not None:
            row.report_id = reports[row.page_id, now]
            row.active = row.active and now == row.raw_start
            found.append(row)
    rewrite(found, ["report", "active"])


def _identify_rows(told: list[Told], old: set[int]) -> None:
    """Give every occurrence its id, as linking does for people."""
    stood_for: dict[int | None, list[int]] = defaultdict(list)
    reports = [row.pk for item in told for row in item.rows]
    cited = EventCitation.objects.filter(report_id__in=reports).order_by("id").values_list("report_id", "event_id")
    for report, event in cited:
        if event not in stood_for[report]:
            stood_for[report].append(event)
    claims = []
    for item in told:
        ids = [stood_for[row.pk] for row in item.rows if row.pk in stood_for]
        claims.append(Claim(Counter(first for first, *_ in ids), item.occurrence.keep, item.occurrence.fresh,
                            Counter(event for _, *later in ids for event in later), frozenset(item.occurrence.absorbed)))
    given = allot(claims)
    made = iter(Event.objects.bulk_create(Event(name=item.rows[0].name, kind=item.rows[0].kind)
                                          for item, identifier in zip(told, given, strict=True) if identifier is None))
    for item, identifier in zip(told, given, strict=True):
        item.event = identifier if identifier is not None else next(made).pk
    absorbed = {gone: item.event for item in told for gone in item.occurrence.absorbed if gone != item.event}
    earlier = {identifier for claim in claims for identifier in (*claim.votes, *claim.later)} | old
    went = moved_to(claims, [item.event for item in told], earlier) | absorbed
    kept = {item.event for item in told}
    write_redirects("event", {gone: stays for gone, stays in went.items() if gone not in kept}, earlier | kept | set(absorbed))


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
        "group_key": first.group_key, "review_state": "unreviewed", "live": True,
    } | {field: getattr(surest, field) for field in DATE_FIELDS}
    anchors = item.occurrence.anchors()
    for ruling in rulings:
        if len(ruling.anchors & anchors) * 2 > len(ruling.anchors):
            if ruling.kind == "confirm":
                wanted["review_state"] = "reviewed"
            elif ruling.kind == "field":
                wanted[ruling.field] = ruling.after
    return wanted


def _write_citations(told: list[Told], old: set[int]) -> None:
    wanted = {(item.event, row.article.page_id, row.raw_start): row.pk for item in told for row in item.rows}
    reports = list(wanted.values())
    held = {(row.event_id, row.page_id, row.raw_start): row for row in EventCitation.objects.filter(report_id__in=reports)}
    lapsed = [row.pk for key, row in held.items() if row.active and key not in wanted]
    EventCitation.objects.filter(pk__in=lapsed).update(active=False)
    EventCitation.objects.filter(event_id__in=old | {item.event for item in told}, report=None, active=True).update(active=False)
    gone = old - {item.event for item in told}
    EventCitation.objects.filter(event_id__in=gone, active=True).update(active=False)
    revived = [row.pk for key, row in held.items() if not row.active and key in wanted]
    EventCitation.objects.filter(pk__in=revived).update(active=True)
    EventCitation.objects.bulk_create(
        (EventCitation(event_id=event, page_id=page, raw_start=start, report_id=report)
         for (event, page, start), report in wanted.items() if (event, page, start) not in held), batch_size=2000)
