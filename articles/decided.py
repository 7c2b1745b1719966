"""The active decisions on a page, as the reader takes them and as they lie over what it read."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import prefetch_related_objects

from .matching_rows import Stretch, holding
from .models import Article, Correction, HeadlineState, Page, ReviewState
from .reading.types import Correction as ReaderCorrection
from .withholding import covers

READER_KINDS = frozenset({"text", "name", "not_name", "split", "join", "furniture"})


def active_corrections(page: Page) -> list[Correction]:
    """What editors decided about the page and didn't withdraw, oldest first; asked of the database once per Page object."""
    prefetch_related_objects([page], "corrections")
    return sorted((row for row in page.corrections.all() if row.withdrawn_at is None), key=lambda row: row.pk)


def reader_corrections(page: Page) -> list[ReaderCorrection]:
    """The decisions that the reader has to follow; of two on one stretch the later counts."""
    chosen: dict[tuple[str, int, int], ReaderCorrection] = {}
    for row in active_corrections(page):
        if row.kind in READER_KINDS:
            kind = "name" if row.kind == "not_name" else row.kind
            chosen[(kind, row.start, row.end)] = ReaderCorrection(row.kind, row.start, row.end, row.after or "")  # type: ignore[arg-type]
    return list(chosen.values())


def withheld_stretches(page: Page) -> list[Stretch]:
    """The raw stretches that editors withheld."""
    return [(row.start, row.end) for row in active_corrections(page) if row.kind == "withhold"]


def overlay(page: Page, rows: Sequence[Article]) -> None:
    """Let the active decisions on headline, section, review and withholding stand over what was read (not saved)."""
    for row in rows:
        row.review_state, row.withheld, row.text_version = ReviewState.UNREVIEWED, False, 1
    spans = [(row.raw_start, row.raw_end) for row in rows]
    for decision in active_corrections(page):
        if decision.kind == "withhold":
            for row, span in zip(rows, spans, strict=True):
                row.withheld = row.withheld or covers((decision.start, decision.end), span)
        elif (at := holding(spans, (decision.start, decision.end))) is not None:
            _apply(rows[at], decision)


def _apply(row: Article, decision: Correction) -> None:
    if decision.kind == "headline":
        row.headline, row.headline_runs = decision.after or "", []
        row.headline_state = HeadlineState.COMPLETE if decision.after else HeadlineState.MISSING
    elif decision.kind == "section":
        row.section = decision.after or ""
    elif decision.kind == "review":
        row.review_state = ReviewState.REVIEWED
    elif decision.kind == "text":
        row.text_version += 1
