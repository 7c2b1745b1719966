"""The dating stage: printed dates become dates, page by page; the only writer of dates on articles and reports."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Model, Prefetch

from .attested import NOTHING, Elsewhere
from .dating import DateConclusion, settle_page
from .given_dates import dates_set
from .grouping import group_key
from .importing import clue_from_json, date_from_json, mark_stale
from .models import Article, EventReport, Page
from .reading.types import PrintedDate
from .rewriting import rewrite
from .telling import told_elsewhere

DATE_FIELDS = ["date_first", "date_last", "date_precision", "date_end", "date_basis", "date_certainty"]
TOLD_FIELDS = ["date_reasons", "date_candidates"]
DATED = [*DATE_FIELDS, *TOLD_FIELDS, "page_id", "reading_order", "raw_start", "raw_end", "printed_date", "withheld", "live"]
REPORTED = [*DATE_FIELDS, "article_id", "raw_start", "kind", "area", "series", "term", "number", "dated_apart", "printed_date",
            "group_key"]
"""What dating needs of articles and of reports: pages are dated again far oftener than anything changes."""


@dataclass(slots=True)
class _Changed:
    """What differs from what is stored: articles dated anew and their pages (sha256), those with other reasons only, reports
    and their groups."""

    dated: list[Article] = field(default_factory=list)
    told: list[Article] = field(default_factory=list)
    reports: list[EventReport] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)
    pages: set[str] = field(default_factory=set)


def settle_dates(sha256s: Iterable[str]) -> None:
    """Conclude the dates of these pages' articles anew; marks the names and events concerned where any changed."""
    pages = Page.objects.filter(sha256__in=list(sha256s)).order_by("name", "sha256")
    changed = _Changed()
    told = told_elsewhere(pages.values_list("id", flat=True))
    articles = Prefetch("articles", Article.objects.only(*DATED).order_by())
    reports = Prefetch("articles__event_reports", EventReport.objects.only(*REPORTED).order_by())
    pages = pages.only("name", "sha256", "home_area", "clues", "issue_date")
    for page in pages.prefetch_related(articles, reports, "corrections"):
        _settle_page(page, told.get(page.pk, {}), changed)
    _rewrite(Article, [*changed.dated, *changed.told], [*DATE_FIELDS, *TOLD_FIELDS])
    _rewrite(EventReport, changed.reports, [*DATE_FIELDS, "group_key"])
    mark_stale(sightings=changed.pages, events=changed.keys)


def _rewrite(model: type[Model], rows: Sequence[Model], fields: Sequence[str]) -> None:
    """Save these fields of rows of which only what dating needs was loaded."""
    whole = model._default_manager.in_bulk([row.pk for row in rows])
    for row in rows:
        for name in fields:
            setattr(whole[row.pk], name, getattr(row, name))
    rewrite(whole.values(), fields)


def _settle_page(page: Page, told: Mapping[int, Elsewhere], changed: _Changed) -> None:
    """Date one page's articles and reports; what differs from what is stored is added to `changed`, not saved.

    `told` is what other pages tell of each article's time, by reading order.
    """
    articles = sorted((row for row in page.articles.all() if row.live), key=lambda row: row.reading_order)
    edited = dates_set(page, articles)
    for article, conclusion in _conclusions(page, articles, told, edited):
        before = [getattr(article, name) for name in (*DATE_FIELDS, *TOLD_FIELDS)]
        _set_date(article, edited.get(article.pk, conclusion))
        after = [getattr(article, name) for name in (*DATE_FIELDS, *TOLD_FIELDS)]
        if before != after:
            same = before[:len(DATE_FIELDS)] == after[:len(DATE_FIELDS)]
            (changed.told if same else changed.dated).append(article)
            if not same:
                changed.pages.add(page.sha256)
        for report in article.event_reports.all():
            key = report.group_key
            moved = _date_report(report, article)
            report.group_key = group_key(report, page)
            if moved or key != report.group_key:
                changed.reports.append(report)
                changed.keys.update((key, report.group_key))


def _conclusions(
    page: Page, articles: Sequence[Article], told: Mapping[int, Elsewhere], edited: Mapping[int, DateConclusion]
) -> list[tuple[Article, DateConclusion]]:
    """What the page's printed dates mean. A withheld article counts for itself only, and with all its clues for no other."""
    all_clues = [clue_from_json(stored) for stored in page.clues]
    hidden = [(row.raw_start, row.raw_end) for row in articles if row.withheld]
    open_clues = [clue for clue in all_clues if not any(start <= clue.raw.start < end for start, end in hidden)]
    found: list[tuple[Article, DateConclusion]] = []
    for group, clues in (([row for row in articles if not row.withheld], open_clues),
                         *(([row], all_clues) for row in articles if row.withheld)):
        printed = [date_from_json(row.printed_date) for row in group]
        elsewhere = [told.get(row.reading_order, NOTHING) for row in group]
        given = [day for row in group if row.pk in edited and (day := edited[row.pk].first)]
        found += zip(group, settle_page(printed, clues, page.issue_date, elsewhere, given), strict=True)
    return found


def _set_date(article: Article, conclusion: DateConclusion) -> None:
    article.date_first, article.date_last = conclusion.first, conclusion.last
    article.date_precision = conclusion.precision if conclusion.first else ""
    article.date_end, article.date_basis = conclusion.end, conclusion.basis
    article.date_certainty = conclusion.certainty or ""
    article.date_reasons = [dict(reason) for reason in conclusion.reasons]
    article.date_candidates = [list(candidate) for candidate in conclusion.candidates]


def _date_report(report: EventReport, article: Article) -> bool:
    """Date a report as its article, or by its own printed date in the article's year; whether that changed it."""
    before = [getattr(report, name) for name in DATE_FIELDS]
    for name in DATE_FIELDS:
        setattr(report, name, getattr(article, name))
    if report.dated_apart and (own := _date_apart(date_from_json(report.printed_date), article)):
        report.date_first = report.date_last = own
        report.date_precision, report.date_end = "day", None
    return before != [getattr(report, name) for name in DATE_FIELDS]


def _date_apart(printed: PrintedDate | None, article: Article) -> date | None:
    """The day a report prints for itself, its missing parts taken from its article's date."""
    if not (printed and printed.day and (article.date_first or printed.year)):
        return None
    near = article.date_first or date(printed.year or 1, 1, 1)
    try:
        own = date(printed.year or near.year, printed.month or near.month, printed.day)
        return own.replace(year=own.year - 1) if not printed.year and (own - near).days > 180 else own
    except ValueError:  # 30 February: the paper's or the OCR's mistake; the article's date stands
        return None


