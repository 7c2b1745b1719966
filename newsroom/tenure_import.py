"""One import of tenures that the office already holds: a table in, documents and settled tenures out, and an account of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from django.db import transaction
from django.utils.translation import gettext as _

from articles.decoding import Unreadable, decode
from articles.locking import writing
from articles.models import Newspaper, Page
from people.documents import DocumentCounts, statings, store_documents
from people.models import TenureConflict, TenureDocument
from people.tenure_table import Fault, TableLine, read_table

from .sources import shown

FAULTS_SHOWN = 20


class BadTable(ValueError):
    """The table can't be used; the message names the file, the lines and columns, and what to write."""


@dataclass(slots=True)
class TenureAccount:
    """What came of an import. `unread` are the columns that nothing was read from."""

    lines: int = 0
    documents: DocumentCounts = field(default_factory=DocumentCounts)
    unread: list[str] = field(default_factory=list)
    attached: int = 0
    alone: int = 0
    several: int = 0
    conflicts: int = 0


def import_table(path: Path, area: str = "", dry_run: bool = False,
                 tell: Callable[[int], None] = lambda _: None) -> TenureAccount:
    """Store what the table states, all of it or nothing, and compute the tenures with it.

    `area`: the full path of the area of lines that name none; without it that of the archive's newspapers or
    pages, if they have but one.
    `tell` is called with the number of names that are done. Raises BadTable.
    """
    lines, faults, unread = _lines(path)
    stated, without_post = statings(lines, area or _home())
    if faults or without_post:
        raise BadTable(_told(path, sorted([*faults, *without_post], key=lambda fault: fault.line)))
    account = TenureAccount(len(lines), unread=unread)
    with writing(alone=True):
        account.documents = store_documents(stated, path.name, tell)
        _count(account)
        if dry_run:
            transaction.set_rollback(True)
    return account


def _lines(path: Path) -> tuple[list[TableLine], list[Fault], list[str]]:
    where = shown(str(path))
    try:
        text = decode(path.read_bytes())[0]
    except OSError as error:
        raise BadTable(_("{path}: can't be opened: {error}").format(path=where, error=error.strerror or error)) from error
    except Unreadable as error:
        raise BadTable(_("{path}: {reason}").format(path=where, reason=error.said(_))) from error
    return read_table(text)


def _told(path: Path, faults: list[Fault]) -> str:
    """The faults, one a line, as far as somebody reads on."""
    said = []
    for fault in faults[:FAULTS_SHOWN]:
        place = _("{path}, line {number}").format(path=shown(str(path)), number=fault.line)
        if fault.column:
            place = _("{place}, column {column}").format(place=place, column=fault.column)
        said.append(_("{place}: {reason}").format(place=place, reason=fault.refusal.said(_)))
    if len(faults) > FAULTS_SHOWN:
        said.append(_("and {number} more").format(number=len(faults) - FAULTS_SHOWN))
    return "\n".join(said)


def _home() -> str:
    """The area of the archive's newspapers, else that which its pages conclude, where all have one and the same."""
    stated = set(Newspaper.objects.exclude(area="").values_list("area", flat=True))
    areas = stated or set(Page.objects.exclude(home_area="").order_by().values_list("home_area", flat=True).distinct()[:2])
    return areas.pop() if len(areas) == 1 else ""


def _count(account: TenureAccount) -> None:
    active = TenureDocument.objects.filter(withdrawn_at=None)
    account.attached = active.filter(person__isnull=False, person__citations__active=True).distinct().count()
    account.several = active.filter(person=None).count()
    account.alone = active.count() - account.attached - account.several
    account.conflicts = TenureConflict.objects.filter(document__isnull=False).count()
