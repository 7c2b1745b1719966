"""The dating stage: printed dates become dates, page by page; the only writer of dates on articles and reports."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from .dating import DateConclusion, settle_page
from .importing import date_from_json, mark_stale
from .matching_rows import holding
from .models import Article, DateBasis, EventReport, Mention, Page
from .places import area_at, resolve
from .reading.refusals import Refusal, _
from .reading.types import PrintedDate, Span, TimeClue
from .rewriting import rewrite

CHUNK = 5000
DATE_FIELDS = ["date_first", "date_last", "date_precision", "date_end", "date_basis", "date_certainty"]
LEVEL_WORDS = re.compile(r"^(?:中共)?(?:我|全|本)?[省市县区旗州盟]?")


def settle_dates(sha256s: Iterable[str]) -> None:
    """Conclude the dates of these pages' articles anew; marks the names and events concerned where any changed."""
    pages = Page.objects.filter(sha256__in=list(sha256s)).order_by("name", "sha256")
    changed: list[Article] = []
    reports: list[EventReport] = []
    keys: set[str] = set()
    for page in pages.defer("text").prefetch_related("articles__event_reports", "corrections"):
        _settle_page(page, changed, reports, keys)
    rewrite(changed, [*DATE_FIELDS, "date_reasons"])
    rewrite(reports, [*DATE_FIELDS, "group_key"])
    names: set[str] = set()
    for at in range(0, len(changed), CHUNK):
        printed = Mention.objects.filter(article__in=changed[at:at + CHUNK]).values_list("name_as_printed", flat=True)
        names.update(printed.distinct())
    mark_stale(names=names, events=keys)


def _settle_page(page: Page, changed: list[Article], reports: list[EventReport], keys: set[str]) -> None:
    """Date one page's articles and reports; what differs from what is stored is added to the lists, not saved."""
    articles = sorted((row for row in page.articles.all() if row.live), key=lambda row: row.reading_order)
    edited = _edited(page, articles)
    for article, conclusion in _conclusions(page, articles):
        if _set_date(article, edited.get(article.pk, conclusion)):
            changed.append(article)
        for report in article.event_reports.all():
            before = report.group_key
            moved = _date_report(report, article)
            report.group_key = group_key(report, page)
            if moved or before != report.group_key:
                reports.append(report)
                keys.update((before, report.group_key))


def _conclusions(page: Page, articles: Sequence[Article]) -> list[tuple[Article, DateConclusion]]:
    """What the page's printed dates mean. A withheld article counts for itself only, and with all its clues for no other."""
    clues = [_clue(stored) for stored in page.clues]
    hidden = [(row.raw_start, row.raw_end) for row in articles if row.withheld]
    open_clues = [clue for clue in clues if not any(start <= clue.raw.start < end for start, end in hidden)]
    found: list[tuple[Article, DateConclusion]] = []
    for group, told in (([row for row in articles if not row.withheld], open_clues),
                        *(([row], clues) for row in articles if row.withheld)):
        printed = [date_from_json(row.printed_date) for row in group]
        found += zip(group, settle_page(printed, told, page.issue_date), strict=True)
    return found


def _clue(stored: dict[str, object]) -> TimeClue:
    return TimeClue(**(stored | {"raw": Span(*stored["raw"]), "years": tuple(stored["years"])}))  # type: ignore[arg-type, misc]


def _edited(page: Page, articles: Sequence[Article]) -> dict[int, DateConclusion]:
    """What editors set as the dates of these articles, by id; of two the later counts."""
    spans = [(row.raw_start, row.raw_end) for row in articles]
    edited = {}
    decisions = (row for row in page.corrections.all() if row.kind == "date" and not row.withdrawn_at)
    for row in sorted(decisions, key=lambda row: row.pk):
        if (at := holding(spans, (row.start, row.end))) is not None:
            edited[articles[at].pk] = _decided(str(row.after))
    return edited


def _decided(given: str) -> DateConclusion:
    first, last, precision = bounds(given)
    reason = {"rule": "editor", "years": [first.year], "weight": 1.0, "detail": f"编辑定为{given}"}
    return DateConclusion(first, last, precision, None, DateBasis.EDITED.value, "certain", (reason,))  # type: ignore[arg-type]


def bounds(given: str) -> tuple[date, date, str]:
    """First and last day of "2022", "2022-10" or "2022-10-26", and the precision. Raises Refusal for anything else.

    >>> bounds("2022-02")
    (datetime.date(2022, 2, 1), datetime.date(2022, 2, 28), 'month')
    """
    parts = [int(part) for part in given.split("-")] if re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", given) else []
    try:
        if len(parts) == 3:
            return date(*parts), date(*parts), "day"
        if len(parts) == 2:
            year, month = parts
            after = date(year + month // 12, month % 12 + 1, 1)
            return date(year, month, 1), date.fromordinal(after.toordinal() - 1), "month"
        if len(parts) == 1:
            return date(parts[0], 1, 1), date(parts[0], 12, 31), "year"
    except ValueError:
        pass  # 2022-13: refused below like anything else that is no date
    raise Refusal(_("“{given}” is no date: write a year, a month or a day as 2022, 2022-10 or 2022-10-26"), given=given)


def _set_date(article: Article, conclusion: DateConclusion) -> bool:
    wanted = {
        "date_first": conclusion.first, "date_last": conclusion.last,
        "date_precision": conclusion.precision if conclusion.first else "",
        "date_end": conclusion.end, "date_basis": conclusion.basis, "date_certainty": conclusion.certainty or "",
        "date_reasons": [dict(reason) for reason in conclusion.reasons],
    }
    changed = any(getattr(article, field) != value for field, value in wanted.items())
    for field, value in wanted.items():
        setattr(article, field, value)
    return changed


def _date_report(report: EventReport, article: Article) -> bool:
    """Date a report as its article, or by its own printed date in the article's year; whether that changed it."""
    before = [getattr(report, field) for field in DATE_FIELDS]
    for field in DATE_FIELDS:
        setattr(report, field, getattr(article, field))
    if report.dated_apart and (own := _date_apart(date_from_json(report.printed_date), article)):
        report.date_first = report.date_last = own
        report.date_precision, report.date_end = "day", None
    return before != [getattr(report, field) for field in DATE_FIELDS]


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


def group_key(report: EventReport, page: Page) -> str:
    """Reports of one key may be of one event: the same series and number, or the same day, area and kind."""
    area = resolve(report.area, page.home_area)
    if report.number and report.series:
        return f"series|{area}|{series_key(report.series, area)}|{report.term or ''}|{report.number}"[:300]
    if report.date_precision == "day" and area:
        return f"day|{area}|{report.date}|{report.kind}"
    return f"alone|{page.sha256}|{report.raw_start}"


def series_key(series: str, area: str = "") -> str:
    """A series without the words that only say whose it is: the area (a full path) tells that.

    >>> series_key("我县春耕专题会议"), series_key("县春耕专题会议"), series_key("绛县春耕专题会议", "山西省运城市绛县")
    ('春耕专题会议', '春耕专题会议', '春耕专题会议')
    """
    known = area_at(area)
    bare = series.removeprefix("中共").removeprefix(known.name if known else area)
    return LEVEL_WORDS.sub("", bare, count=1) or series
