"""What the desks say in words: dates with what they rest on, reasons, confidence, posts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from articles.models import DateBasis, DatePrecision
from articles.models.dated import Dated

REASONS = {
    "printed_year": gettext_lazy("A year printed on the page"),
    "printed_date": gettext_lazy("A date printed on the page"),
    "page_date": gettext_lazy("A whole date printed with another article of the page"),
    "page_head": gettext_lazy("The head of the page"),
    "issue_date": gettext_lazy("The issue date"),
    "issue_month": gettext_lazy("The month of the issue"),
    "neighbour_month": gettext_lazy("The month of the other articles of the page"),
    "weekday": gettext_lazy("The weekday printed"),
    "public_event": gettext_lazy("A public event whose date is known"),
    "period": gettext_lazy("A campaign of known years"),
    "anniversary": gettext_lazy("An anniversary"),
    "plan_year": gettext_lazy("A five-year plan"),
    "report_year": gettext_lazy("A yearly report or budget"),
    "series": gettext_lazy("Numbered meetings run in order"),
    "holder": gettext_lazy("Names and posts on pages of known year"),
    "editor_date": gettext_lazy("A date that an editor set on the page"),
    "editor": gettext_lazy("An editor's decision"),
}
FOUND_BY = {
    "post": gettext_lazy("a post before the name"),
    "title": gettext_lazy("a title after the name"),
    "list": gettext_lazy("a list of names"),
    "unlisted": gettext_lazy("a list of names, with a rare surname"),
    "dotted": gettext_lazy("a name with a dot"),
    "label": gettext_lazy("a label before the name"),
    "body": gettext_lazy("a body before the name"),
    "appointment": gettext_lazy("an appointment"),
    "verb": gettext_lazy("a verb that people do"),
    "known": gettext_lazy("named elsewhere on the page"),
    "likely": gettext_lazy("it looks like a name"),
    "lexicon": gettext_lazy("widely known or confirmed by editors"),
    "prize": gettext_lazy("a prize after the name"),
    "whole": gettext_lazy("all signs together"),
    "corrected": gettext_lazy("an editor's correction"),
}
SURE, LIKELY, SLIGHT = 0.85, 0.6, 0.4


def shown_date(record: Dated, printed: Mapping[str, Any] | None = None) -> str:
    """The date as editors write it; the year in 〔〕 unless `printed` (or a stated basis) has it: 〔2022〕年12月26日.

    A date known to the month stops there; a range of days shows both ends; an unknown date gives "".
    """
    if not record.date_first:
        return ""
    year_printed = bool(printed and printed.get("year")) or record.date_basis == DateBasis.STATED
    first = _day(record.date_first, record.date_precision, year_printed)
    if record.date_end and record.date_end != record.date_first:
        return _("%(first)s to %(last)s") % {"first": first, "last": _last_day(record.date_end, record.date_first)}
    return first


def _last_day(last: date, first: date) -> str:
    """The end of a range, without the year or month that its beginning has already: 9日 … 至10日."""
    known = {"month": last.month, "day": last.day}
    if last.year != first.year:
        return _day(last, DatePrecision.DAY, True)
    return _("%(day)s (day)") % known if last.month == first.month else _("%(month)s-%(day)s") % known


def _day(day: date, precision: str, year_printed: bool) -> str:
    year = str(day.year) if year_printed else _("〔%(year)s〕") % {"year": day.year}
    known = {"year": year, "month": day.month, "day": day.day}
    if precision == DatePrecision.YEAR:
        return _("%(year)s (year)") % known
    if precision == DatePrecision.MONTH:
        return _("%(year)s-%(month)s") % known
    return _("%(year)s-%(month)s-%(day)s") % known


def how_known(record: Dated) -> str:
    """What a date rests on and how sure it is: 推定 · 存疑."""
    parts = [record.get_date_basis_display(), record.get_date_certainty_display()]
    return " · ".join(str(part) for part in parts if part)


def in_words(share: float) -> str:
    """A share from 0 to 1 in words, never a bare figure: 0.9 → 把握大."""
    if share >= SURE:
        return _("sure")
    return _("likely") if share >= LIKELY else _("doubtful")


def weight_in_words(weight: float) -> str:
    """How much a reason weighs, 0 to 1: 0.9 → 分量重."""
    if weight >= SURE:
        return _("weighs much")
    return _("weighs something") if weight >= SLIGHT else _("weighs little")


def reason_in_words(reason: Any) -> str:
    """One reason ({"rule", "years", "weight", "detail"} or a plain string) as a line that people can read."""
    if not isinstance(reason, Mapping):
        return str(reason)
    rule = str(reason.get("rule", ""))
    parts = [str(REASONS.get(rule, rule))]
    if years := reason.get("years"):
        parts.append(_("speaks for %(years)s") % {"years": listed(years)})
    if detail := reason.get("detail") or reason.get("text"):
        parts.append(str(detail))
    if isinstance(weight := reason.get("weight"), int | float):
        parts.append(weight_in_words(float(weight)))
    return " · ".join(part for part in parts if part)


def listed(values: Iterable[Any] | None) -> str:
    """Values one after the other: ["县委常委", "宣传部长"] → 县委常委、宣传部长."""
    return str(_(", ")).join(str(value) for value in values or ())


def counted(counts: Mapping[str, Any] | None) -> str:
    """Figures of a run, {"pages": 5, "refused": 1} → 页面 5 · 未收 1 (words it doesn't know stay as they are)."""
    return " · ".join(f"{COUNTS.get(name, name)} {value}" for name, value in (counts or {}).items())


COUNTS = {
    "pages": gettext_lazy("pages"),
    "new": gettext_lazy("new"),
    "unchanged": gettext_lazy("unchanged"),
    "reread": gettext_lazy("read again"),
    "refused": gettext_lazy("refused"),
    "articles": gettext_lazy("articles"),
    "people": gettext_lazy("people"),
    "mentions": gettext_lazy("mentions"),
    "roles": gettext_lazy("roles"),
    "events": gettext_lazy("events"),
    "statements": gettext_lazy("statements"),
    "dates_inferred": gettext_lazy("dates inferred"),
    "dates_unknown": gettext_lazy("dates unknown"),
    "seconds": pgettext_lazy("unit", "seconds"),
}
