"""The dates that editors set."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from .dating import DateConclusion
from .matching_rows import holding
from .models import Article, DateBasis, Page
from .reading.refusals import Refusal, _


def dates_set(page: Page, articles: Sequence[Article]) -> dict[int, DateConclusion]:
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
