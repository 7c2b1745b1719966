"""What editors decide about the evidence: the only writer of `Correction`.

Every function makes one row in the log, reads the page again with it, and marks what rests on it as stale; `undo`
withdraws a row and does the same. Offsets are those of `Page.text`, in code points. `by` is the user who decides.
"""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User
from django.utils import timezone
from django.utils.translation import gettext as _

from .confirmed import passing_on_names
from .given_dates import bounds
from .importing import mark_page_stale
from .locking import writing
from .models import Article, Correction, Page
from .reading.refusals import in_words
from .rereading import reread
from .storable import storable

LONGEST: dict[str, int] = {"headline": 500, "section": 200, "name": 50}
"""Characters that the columns of articles and mentions take."""


class CannotDecide(ValueError):
    """The decision makes no sense as asked; the message says why and what to do."""


def correct_text(page: Page, start: int, end: int, replacement: str, *, by: User, reason: str = "") -> Correction:
    """The characters `start`–`end` of the page read `replacement`. Raises CannotDecide for a stretch off the page."""
    if not page.text[start:end]:
        raise CannotDecide(_("there is nothing to correct at {start}–{end} of {page}").format(
            start=start, end=end, page=page.name))
    return _decide("text", page, start, end, page.text[start:end], _storable(replacement, len(page.text)), by, reason)


def mark_name(page: Page, start: int, end: int, *, by: User, reason: str = "") -> Correction:
    """The characters `start`–`end` of the page are a person's name. Raises CannotDecide for more than a name can have."""
    _storable("".join(page.text[start:end].split()), LONGEST["name"])
    return _decide("name", page, start, end, None, _printed(page, start, end), by, reason)


def unmark_name(page: Page, start: int, end: int, *, by: User, reason: str = "") -> Correction:
    """The characters `start`–`end` of the page are no person's name."""
    return _decide("not_name", page, start, end, _printed(page, start, end), None, by, reason)


def mark_furniture(page: Page, start: int, end: int, *, by: User, reason: str = "") -> Correction:
    """The characters `start`–`end` of the page are no text of an article."""
    return _decide("furniture", page, start, end, _printed(page, start, end), None, by, reason)


def split_article(page: Page, start: int, *, by: User, reason: str = "") -> Correction:
    """An article begins at `start`."""
    return _decide("split", page, start, start, None, None, by, reason)


def join_article(page: Page, start: int, *, by: User, reason: str = "") -> Correction:
    """The piece that begins at `start` belongs to the article before it."""
    return _decide("join", page, start, start, None, None, by, reason)


def set_headline(article: Article, text: str, *, by: User, reason: str = "") -> Correction:
    """The article's headline is `text` (empty: it has none)."""
    return _decide_article("headline", article, article.headline, _storable(text.strip(), LONGEST["headline"]), by, reason)


def set_section(article: Article, text: str, *, by: User, reason: str = "") -> Correction:
    """The article stands under the section head `text`."""
    return _decide_article("section", article, article.section, _storable(text.strip(), LONGEST["section"]), by, reason)


def set_date(article: Article, given: str, *, by: User, reason: str = "") -> Correction:
    """The news is of `given`: 2022, 2022-10 or 2022-10-26. Raises CannotDecide for anything else."""
    try:
        bounds(given)
    except ValueError as error:
        raise CannotDecide(in_words(error, _)) from error
    return _decide_article("date", article, article.date, given, by, reason)


def confirm_article(article: Article, *, by: User, reason: str = "") -> Correction:
    """An editor has read the article and stands by it."""
    return _decide_article("review", article, article.review_state, "reviewed", by, reason)


def withhold_article(article: Article, *, by: User, reason: str = "") -> Correction:
    """The article counts as not imported: gone from every public door and from all that is computed."""
    return _decide_article("withhold", article, None, True, by, reason)


def undo(correction: Correction, *, by: User) -> Correction:
    """Withdraw a decision; the records become what they would be without it. Withdrawn twice it stays as it is."""
    with writing(alone=False):
        row = Correction.objects.select_for_update().get(pk=correction.pk)
        if row.withdrawn_at is None:
            with passing_on_names(row.kind, row.page):
                row.withdrawn_at, row.withdrawn_by = timezone.now(), by
                row.save(update_fields=["withdrawn_at", "withdrawn_by"])
                _take_effect(row)
    return row


def _printed(page: Page, start: int, end: int) -> str:
    if not page.text[start:end].strip():
        raise CannotDecide(_("there are no characters at {start}–{end} of {page}").format(
            start=start, end=end, page=page.name))
    return page.text[start:end]


def _decide_article(kind: str, article: Article, before: Any, after: Any, by: User, reason: str) -> Correction:
    return _decide(kind, article.page, article.raw_start, article.raw_end, before, after, by, reason)


def _decide(kind: str, page: Page, start: int, end: int, before: Any, after: Any, by: User,
            reason: str) -> Correction:
    if not 0 <= start <= end <= len(page.text):
        raise CannotDecide(_("{start}–{end} lies off the page {page}, which has {length} characters").format(
            start=start, end=end, page=page.name, length=len(page.text)))
    with writing(alone=False), passing_on_names(kind, page):
        row = Correction.objects.create(kind=kind, page=page, start=start, end=end, before=before, after=after, made_by=by,
                                        reason=_storable(reason))
        _take_effect(row)
    return row


def _take_effect(row: Correction) -> None:
    """Read the page again; all that rests on it has to be computed again."""
    page = Page.objects.select_for_update().get(pk=row.page_id)
    try:
        reread(page)
    except ValueError as error:  # the reader says which corrections don't fit together
        raise CannotDecide(in_words(error, _)) from error
    mark_page_stale(page)


def _storable(text: str, longest: int | None = None) -> str:
    try:
        return storable(text, longest)
    except ValueError as error:
        raise CannotDecide(in_words(error, _)) from error
