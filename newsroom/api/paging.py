"""Lists in pages: by number (with a count, as far as 10,000 rows) or by cursor (to any depth, without)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from rest_framework.utils.urls import remove_query_param, replace_query_param

from .cursors import Cursor, ForgedCursor, decode, encode
from .ordering import Ordering
from .parameters import CURSOR, PAGE_NUMBER, PAGE_SIZE, whole_number
from .problems import BadParameter
from .projection import Context, Expressions, Field, Row, build, needed, table

DEFAULT_SIZE = 20
LARGEST_SIZE = 200
MOST_ROWS_BY_NUMBER = 10_000


@dataclass(frozen=True)
class Listing:
    """One list to be cut into pages: its rows in no order yet, what is shown of them, and the URL that asked for it."""

    name: str
    rows: QuerySet[Any, Any]
    fields: tuple[Field, ...]
    expressions: Expressions
    ordering: Ordering
    context: Context
    url: str

    def table(self, rows: QuerySet[Any, Any]) -> QuerySet[Any, Row]:
        """The rows with the columns that the fields and the positions need."""
        return table(rows, needed(self.fields) | set(self.ordering.columns), self.expressions, self.context)

    def cursor_url(self, row: Row, backwards: bool = False) -> str:
        """Where reading goes on after (or before) the row."""
        cursor = encode(Cursor(self.ordering.position(row), backwards), self.name, self.ordering)
        return str(replace_query_param(remove_query_param(self.url, PAGE_NUMBER), CURSOR, cursor))

    def number_url(self, number: int) -> str:
        """The page of that number."""
        return str(replace_query_param(self.url, PAGE_NUMBER, number))

    def results(self, rows: list[Row]) -> list[dict[str, Any]]:
        """The rows as JSON objects."""
        return build(self.fields, rows, self.context)


def answer(listing: Listing, asked: Mapping[str, str]) -> dict[str, Any]:
    """One page of the list, as API.md has it. Raises BadParameter for paging that is not offered."""
    size = whole_number(dict(asked), PAGE_SIZE, DEFAULT_SIZE, LARGEST_SIZE)
    if CURSOR not in asked:
        return _by_number(listing, _page_number(asked, size), size)
    if PAGE_NUMBER in asked:
        raise BadParameter("malformed-value", PAGE_NUMBER, _("Either page_number or cursor, not both."), [CURSOR])
    return _by_cursor(listing, asked[CURSOR], size)


def _page_number(asked: Mapping[str, str], size: int) -> int:
    """The number asked for. Raises BadParameter for what is none, and for one so large that only a cursor leads there."""
    deepest = MOST_ROWS_BY_NUMBER // size
    given = asked.get(PAGE_NUMBER, "1")
    digits = given.lstrip("0") or given
    if digits.isascii() and digits.isdigit() and (len(digits) > len(str(deepest)) or int(digits) > deepest):
        detail = _("Past %(most)d rows a list is read by cursor: begin with an empty cursor=.") % {"most": MOST_ROWS_BY_NUMBER}
        raise BadParameter("too-deep", PAGE_NUMBER, detail, [f"1–{deepest}", CURSOR])
    return whole_number({PAGE_NUMBER: digits}, PAGE_NUMBER, 1, deepest)


def _by_number(listing: Listing, number: int, size: int) -> dict[str, Any]:
    last = number * size
    count = listing.rows.count()
    rows = list(listing.ordering.sorted(listing.table(listing.rows))[last - size : last])
    following = None
    if last < count and rows:
        # The last page that a number reaches hands over to a cursor, so that following `next` never ends in an error.
        following = listing.number_url(number + 1) if last + size <= MOST_ROWS_BY_NUMBER else listing.cursor_url(rows[-1])
    pages = max(1, -(-count // size))
    previous = listing.number_url(min(number - 1, pages)) if number > 1 else None
    return {"count": count, "next": following, "previous": previous, "results": listing.results(rows)}


def _by_cursor(listing: Listing, given: str, size: int) -> dict[str, Any]:
    try:
        cursor = decode(given, listing.name, listing.ordering) if given else None
    except ForgedCursor as error:
        detail = _("This is no cursor of this list in this order.")
        raise BadParameter("malformed-value", CURSOR, detail, [_("empty, or taken from next or previous")]) from error
    backwards = cursor is not None and cursor.backwards
    rows: list[Row] = []
    for run in listing.ordering.runs(listing.table(listing.rows), cursor.position if cursor else None, backwards):
        rows += run[: size + 1 - len(rows)]
        if len(rows) > size:
            break
    further, rows = len(rows) > size, rows[:size]
    if backwards:
        rows.reverse()
    if not rows:
        return {"next": None, "previous": None, "results": []}
    return {
        "next": listing.cursor_url(rows[-1]) if further or backwards else None,
        "previous": listing.cursor_url(rows[0], backwards=True) if cursor and (further or not backwards) else None,
        "results": listing.results(rows),
    }
