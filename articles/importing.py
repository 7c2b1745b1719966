"""A page's reading becomes evidence rows: computed first, then written at once, in the page's own transaction."""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import asdict

from .decided import active_corrections, overlay, reader_corrections
from .matching_rows import holding, match_by_overlap
from .models import Article, EventReport, Mention, Page, ReadingRun, Reporter, StaleGroup, Statement
from .reading.types import ArticleReading, PageReading, PrintedDate, Span, Text, TimeClue
from .reading.types import Mention as ReadMention
from .reading.types import Statement as StatementReading
from .rewriting import rewrite

CONTEXT_CHARACTERS = 6
LARGEST_NUMBER = 2**31 - 1


def write_reading(page: Page, reading: PageReading) -> bool:
    """Make the page's evidence say what `reading` says; whether anything changed.

    Articles keep their rows by the raw text they share; mentions, statements and reports are made anew. The groups
    concerned, of before and after, are marked stale. Has to run inside a transaction.
    """
    digest = reading_digest(page, reading)
    if page.reading_digest == digest and page.reader_version == reading.reader_version:
        return False
    changed = page.reading_digest != digest
    page.reader_version = reading.reader_version
    page.reading_digest = digest
    page.home_area = reading.home.path if reading.home else ""
    page.clues = [asdict(clue) for clue in reading.clues]
    page.furniture = [list(span) for span in reading.furniture]
    if changed:
        _replace_evidence(page, reading)
    page.save(update_fields=["reader_version", "reading_digest", "home_area", "clues", "furniture", "statement_ids"])
    ReadingRun.objects.create(page=page, reader_version=reading.reader_version, corrections=len(reader_corrections(page)),
                              counts={"articles": len(reading.articles),
                                      "mentions": sum(len(article.mentions) for article in reading.articles)})
    return changed


def reading_digest(page: Page, reading: PageReading) -> str:
    """A digest of all that evidence is made from: the reading and the active decisions on the page's articles."""
    decided = [[row.kind, row.start, row.end, row.after] for row in active_corrections(page)]
    told = asdict(reading) | {"reader_version": "", "decided": decided}
    return hashlib.sha256(json.dumps(told, ensure_ascii=False, sort_keys=True).encode("utf-8", "backslashreplace")).hexdigest()


def _replace_evidence(page: Page, reading: PageReading) -> None:
    keys = _clear(page) if page.articles.exists() else set()
    rows = _write_articles(page, reading.articles)
    mentions = _write_mentions(page, rows, reading.articles)
    _write_statements(page, rows, reading.articles, mentions)
    _write_reports(rows, reading.articles)
    Reporter.objects.bulk_create(
        Reporter(article=row, order=order, name=name[:50])
        for row, article in zip(rows, reading.articles, strict=True)
        for order, name in enumerate(article.text.reporters))
    mark_stale(facts=[page.sha256], sightings=[page.sha256], events=keys)


def mark_stale(
    facts: Iterable[str] = (), dates: Iterable[str] = (), sightings: Iterable[str] = (), changed: Iterable[str] = (),
    names: Iterable[str] = (), events: Iterable[str] = ()
) -> None:
    """Note which groups have to be computed again: pages by sha256 (their marks of time and dates, dates alone, sightings),
    names as printed (where their sightings changed, or from the evidence on), event keys."""
    given = {"facts": facts, "dates": dates, "sightings": sightings, "changed": changed, "name": names, "event": events}
    marks = [(kind, key) for kind, keys in given.items() for key in keys if key]
    StaleGroup.objects.bulk_create(StaleGroup(kind=kind, key=key) for kind, key in sorted(set(marks)))


def mark_page_stale(page: Page) -> None:
    """Note that all that rests on the page has to be computed again: what is known about it (name, issue date) changed."""
    mark_stale(facts=[page.sha256], sightings=[page.sha256],
               events=EventReport.objects.filter(article__page=page).values_list("group_key", flat=True))


def _clear(page: Page) -> set[str]:
    """Remove what an earlier reading found; the event keys that it had."""
    keys = set(EventReport.objects.filter(article__page=page).values_list("group_key", flat=True))
    for model in (Statement, EventReport, Reporter, Mention):
        model.objects.filter(article__page=page).delete()
    return keys


def _write_articles(page: Page, readings: Sequence[ArticleReading]) -> list[Article]:
    old = list(page.articles.order_by("id"))
    matched = match_by_overlap([article.text.raw for article in readings], [(row.own_start, row.own_end) for row in old])
    decided = bool(reader_corrections(page))
    rows = []
    for article, at in zip(readings, matched, strict=True):
        row = old[at] if at is not None else Article(page=page)
        _fill(row, article)
        if not (row.pk and decided):
            row.own_start, row.own_end = article.text.raw
        rows.append(row)
    overlay(page, rows)
    kept = {row.pk for row in rows if row.pk}
    Article.objects.filter(page=page).update(live=False)
    rewrite([row for row in rows if row.pk], ARTICLE_FIELDS)
    Article.objects.bulk_create(row for row in rows if not row.pk)
    for row in old:
        if row.pk not in kept:
            at = holding([(new.raw_start, new.raw_end) for new in rows], (row.own_start, row.own_end))
            Article.objects.filter(pk=row.pk).update(superseded_by=None if at is None else rows[at])
    return rows


ARTICLE_FIELDS = ["reading_order", "raw_start", "raw_end", "own_start", "own_end", "headline", "headline_runs",
                  "headline_state", "section", "dateline",
                  "printed_date", "byline", "body", "body_runs", "continuation", "text_version", "review_state", "withheld",
                  "live", "superseded_by", "version"]


def _fill(row: Article, article: ArticleReading) -> None:
    text = article.text
    row.reading_order = article.reading_order
    row.raw_start, row.raw_end = text.raw
    row.headline, row.headline_runs = text.headline.printed[:500], _runs(text.headline)
    row.headline_state = text.headline_state
    row.section, row.dateline, row.byline = (text.section or "")[:200], (text.dateline or "")[:200], (text.byline or "")[:300]
    row.printed_date = date_as_json(text.date)
    row.body, row.body_runs = text.body.printed, _runs(text.body)
    row.continuation = (text.continues or "")[:100]
    row.live, row.superseded_by = True, None
    row.version += 1 if row.pk else 0


def _runs(text: Text) -> list[list[int]]:
    return [list(run) for run in text.runs]


def date_as_json(printed: PrintedDate | None) -> dict[str, object] | None:
    """A printed date as stored; None stays None."""
    return asdict(printed) if printed else None


def date_from_json(stored: dict[str, object] | None) -> PrintedDate | None:
    """The printed date that `date_as_json` stored."""
    return PrintedDate(**stored) if stored else None  # type: ignore[arg-type]


def clue_from_json(stored: dict[str, object]) -> TimeClue:
    """A clue to the year as `Page.clues` keeps it."""
    return TimeClue(**(stored | {"raw": Span(*stored["raw"]), "years": tuple(stored["years"])}))  # type: ignore[arg-type, misc]


def _write_mentions(page: Page, rows: Sequence[Article], readings: Sequence[ArticleReading]) -> dict[int, list[Mention]]:
    """The mentions of every article, by the article's place in `rows`."""
    decided = {(row.start, row.end) for row in active_corrections(page) if row.kind == "name"}
    written: dict[int, list[Mention]] = {}
    taken: set[int] = set()
    for at, (row, article) in enumerate(zip(rows, readings, strict=True)):
        written[at] = [_mention(row, article, found, decided, taken) for found in article.mentions]
    Mention.objects.bulk_create(mention for mentions in written.values() for mention in mentions)
    return written


def _mention(row: Article, article: ArticleReading, found: ReadMention, decided: set[tuple[int, int]],
             taken: set[int]) -> Mention:
    text = article.text.headline if found.field == "headline" else article.text.body
    start, end = found.start, found.end
    raw = text.raw_span(start, end)
    raw_start = _free(raw.start, taken)
    return Mention(
        article=row, field=found.field, start=start, end=end, raw_start=raw_start, raw_end=max(raw.end, raw_start + 1),
        exact=found.exact, name_as_printed=found.exact, referent=found.referent,
        prefix=text.printed[max(0, start - CONTEXT_CHARACTERS):start], suffix=text.printed[end:end + CONTEXT_CHARACTERS],
        roles=[asdict(role) for role in found.roles], rule=found.rule, confidence=found.confidence,
        decided=tuple(raw) in decided)


def _free(raw_start: int, taken: set[int]) -> int:
    """The first offset from `raw_start` on that isn't taken: what a correction wrote into one stretch keeps anchors apart."""
    while raw_start in taken:
        raw_start += 1
    taken.add(raw_start)
    return raw_start


def _write_statements(page: Page, rows: Sequence[Article], readings: Sequence[ArticleReading],
                      mentions: dict[int, list[Mention]]) -> None:
    made, spans = [], []
    for at, (row, article) in enumerate(zip(rows, readings, strict=True)):
        placed: dict[int, StatementReading] = {}
        for said in article.statements:
            placed.setdefault(said.start, said)  # of two at one place the first
        own = _by_referent(mentions[at])
        for said in placed.values():
            speaker = _speaking_mention(own.get(said.speaker, []), said.start)
            if speaker:
                made.append(Statement(article=row, speaker=speaker, verb=said.verb, quote=said.quote, start=said.start,
                                      end=said.end))
                spans.append(article.text.body.raw_span(said.start, said.end))
    known = [(start, end) for _, start, end in page.statement_ids]
    for statement, matched in zip(made, match_by_overlap(spans, known), strict=True):
        statement.pk = None if matched is None else page.statement_ids[matched][0]
    new = [(statement, span) for statement, span in zip(made, spans, strict=True) if statement.pk is None]
    Statement.objects.bulk_create(made)
    page.statement_ids = [*page.statement_ids, *([statement.pk, *span] for statement, span in new)]


def _by_referent(mentions: Iterable[Mention]) -> dict[int, list[Mention]]:
    """An article's mentions by person, those of the headline first, each field's in order."""
    found: dict[int, list[Mention]] = {}
    for mention in sorted(mentions, key=lambda mention: (mention.field == "body", mention.start)):
        found.setdefault(mention.referent, []).append(mention)
    return found


def _speaking_mention(own: Sequence[Mention], at: int) -> Mention | None:
    """The speaker's last mention before what is said, else the first one at all (a headline's, or a later one)."""
    before = bisect_right(own, (True, at), key=lambda mention: (mention.field == "body", mention.end))
    last = own[before - 1] if before else None
    return last if last and last.field == "body" else next(iter(own), None)


def _write_reports(rows: Sequence[Article], readings: Sequence[ArticleReading]) -> None:
    made: list[EventReport] = []
    taken: set[int] = set()
    for row, article in zip(rows, readings, strict=True):
        for order, event in enumerate(article.events):
            raw_start = _free(article.text.body.raw_span(event.start, event.end).start, taken)
            made.append(EventReport(
                article=row, order=order, raw_start=raw_start, start=event.start, end=event.end, name=event.name[:300],
                kind=event.kind, activity_as_printed=event.activity[:50], organizer=(event.organizer or "")[:100],
                area=(event.area or "")[:100], series=(event.series or "")[:200], term=_storable(event.term),
                number=_storable(event.number),
                place=(event.place or "")[:500], dated_apart=event.date is not None, printed_date=date_as_json(event.date),
                participants=[asdict(participant) for participant in event.participants]))
    EventReport.objects.bulk_create(made)


def _storable(number: int | None) -> int | None:
    """The number, None for one that no database column holds (a misreading in any case)."""
    return number if number is not None and 0 <= number <= LARGEST_NUMBER else None
