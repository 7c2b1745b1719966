"""One run of the importer: files in, whole pages and settled records out, and an account of it."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from dataclasses import dataclass

from django.db import DataError, IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.confirmed import confirmed_names, lexicon_for
from articles.decided import reader_corrections, withheld_stretches
from articles.decoding import Unreadable, decode
from articles.importing import reading_digest, write_reading
from articles.models import ImportRun, Newspaper, Page, RefusedFile
from articles.reading.types import PageReading
from articles.rereading import read_stored, reread_pending
from articles.storing import IncomingPage, PageFacts, newspaper_named, stem, store

from .intake import FIRST_STATISTICS, refresh_statistics, refresh_when_due, settle, writing
from .orders import Account, Order
from .reading_ahead import IN_FLIGHT, Basis, Result, Unread, begin, processes
from .sources import Refused, Source, shown, sources


class Stopped(Exception):
    """--fail-fast: a file was refused."""


@dataclass(slots=True)
class Underway:
    """A file or stored page on its way: `finish` takes its reading, where it needs one, and writes."""

    path: str
    finish: Callable[[PageReading | None], None]
    reading: Future[Result] | Result = None
    size: int | None = None


Tell = Callable[[str], None]
UNSTORABLE = (DataError, IntegrityError)  # a value that no column takes


def run(order: Order, tell: Tell = lambda _: None, settled: Callable[[str, int], None] | None = None) -> Account:
    """Import what is ordered, then settle what became stale.

    `tell` is called with the path after every file, `settled` with stage and number while records are computed. Raises
    Stopped for a refused file with fail_fast; what came before is stored and settled.
    """
    account = Account()
    asked = {"paths": [shown(path) for path in order.paths], "reread": order.reread}
    log = None if order.dry_run else ImportRun.objects.create(asked=asked)
    due = FIRST_STATISTICS
    try:
        with processes(order.workers) as readers:
            begun = _stored(order, account, readers) if order.reread and not order.paths else _files(order, account, readers, log)
            for path in _in_turn(begun, IN_FLIGHT * order.workers if readers else 0, account, log):
                tell(path)
                due = refresh_when_due(account.new, due)
        if order.fail_fast and account.refused:
            path, reason = account.refused[0]
            raise Stopped(_("stopped at the first file refused: {path}: {reason}").format(path=path, reason=reason))
        if not order.dry_run:
            account.reread += reread_pending()
    finally:
        if log:
            settle(settled)
            if account.new:
                refresh_statistics()
            log.finished_at = timezone.now()
            log.counts = {"new": account.new, "unchanged": account.unchanged, "reread": account.reread,
                          "refused": len(account.refused)}
            log.save()
    return account


def _in_turn(begun: Iterable[Underway], ahead: int, account: Account, log: ImportRun | None) -> Iterator[str]:
    """Finish what was begun in its order, with up to `ahead` pages being read meanwhile."""
    waiting: deque[Underway] = deque()
    for underway in begun:
        waiting.append(underway)
        while len(waiting) > ahead:
            yield _finish(waiting.popleft(), account, log)
    while waiting:
        yield _finish(waiting.popleft(), account, log)


def _finish(underway: Underway, account: Account, log: ImportRun | None) -> str:
    ready = underway.reading.result() if isinstance(underway.reading, Future) else underway.reading
    if isinstance(ready, Unread):
        reason = _("the reader failed on it, please report this: {fault}").format(fault=ready.fault)
        _refuse(underway.path, reason, underway.size, account, log)
        return underway.path
    try:
        underway.finish(ready)
    except UNSTORABLE as fault:  # this page is not in, the others are
        _refuse(underway.path, _not_stored(fault), underway.size, account, log)
    return underway.path


def _not_stored(fault: Exception) -> str:
    return _("it can't be stored, please report this: {fault}").format(fault=fault)


def _files(order: Order, account: Account, readers: Executor | None, log: ImportRun | None) -> Iterator[Underway]:
    """The ordered files, begun. A refused one is written down, and with fail_fast is the last."""
    for source in sources(order.paths):
        try:
            yield _begun(_load(source, order), source, order, account, readers)
        except (Refused, *UNSTORABLE) as fault:
            reason = str(fault) if isinstance(fault, Refused) else _not_stored(fault)
            _refuse(source.path, reason, source.size, account, log)
            yield Underway(source.path, lambda _: None)
        if order.fail_fast and account.refused:
            return


def _load(source: Source, order: Order) -> IncomingPage:
    raw = source.read()
    try:
        text, encoding = decode(raw)
    except Unreadable as unreadable:
        raise Refused(unreadable.said(_)) from unreadable
    return IncomingPage(source.path, stem(source.path), hashlib.sha256(raw).hexdigest(), text, encoding,
                        order.manifest.facts_of(source.path, order.facts))


def _refuse(path: str, reason: str, size: int | None, account: Account, log: ImportRun | None) -> None:
    account.refused.append((path, reason))
    if log:
        RefusedFile.objects.create(run=log, path=path[:1000], reason=reason[:500], size=size)


def _begun(incoming: IncomingPage, source: Source, order: Order, account: Account, readers: Executor | None) -> Underway:
    """Begin to read a page whose bytes are new, or that is ordered to be read again."""
    page = Page.objects.filter(sha256=incoming.sha256).first()
    basis = _basis(page) if page else _first_basis(incoming, order)
    reading = begin(readers, incoming.text, basis) if page is None or order.reread else None

    def finish(ready: PageReading | None) -> None:
        if order.dry_run:
            _foresee(incoming, ready, account)
            return
        with writing(alone=False):
            page, new, changed = store(incoming)
            if new or changed or order.reread:
                changed |= write_reading(page, _fitting(page, basis, ready))
        account.count(new, changed)

    return Underway(source.path, finish, reading, source.size)


def _home(facts: PageFacts, dry_run: bool) -> str:
    """The home area to read a new page for. What the facts tell of its newspaper for the first time is noted at once."""
    paper = Newspaper.objects.filter(name=facts.newspaper).first() if facts.newspaper else None
    first = not paper or not paper.area or facts.area < paper.area
    if facts.newspaper and facts.area and first and not dry_run:
        with writing(alone=True):
            paper = newspaper_named(facts)
    return facts.area or (paper.area if paper else "")


def _first_basis(incoming: IncomingPage, order: Order) -> Basis:
    """What a page that is not stored yet is read for."""
    return Basis(_home(incoming.facts, order.dry_run), lexicon=lexicon_for(incoming.text, confirmed_names()))


def _basis(page: Page) -> Basis:
    lexicon = lexicon_for(page.text, confirmed_names())
    return Basis(page.stated_area, tuple(reader_corrections(page)), tuple(withheld_stretches(page)), lexicon)


def _fitting(page: Page, basis: Basis, ready: PageReading | None) -> PageReading:
    """The reading at hand, or a new one where the page's area or decisions are not those that it was read for."""
    now = _basis(page)
    return ready if ready and now == basis else read_stored(page, now.lexicon)


def _foresee(incoming: IncomingPage, ready: PageReading | None, account: Account) -> None:
    """Count what storing this page would do; what that writes is taken back."""
    if not Page.objects.filter(sha256=incoming.sha256).exists():
        new = incoming.sha256 not in account.foreseen
        account.foreseen.add(incoming.sha256)
        account.count(new, changed=False)
        account.articles += len(ready.articles) if new and ready else 0
        return
    with writing(alone=False):
        page, _new, changed = store(incoming)
        transaction.set_rollback(True)
    account.count(False, changed or (ready is not None and reading_digest(page, ready) != page.reading_digest))


def _stored(order: Order, account: Account, readers: Executor | None) -> Iterator[Underway]:
    """Every stored page, begun to be read again; a page is only written where its reading differs."""
    for identifier in list(Page.objects.order_by("id").values_list("id", flat=True)):
        page = Page.objects.get(pk=identifier)
        yield _begun_again(page, _basis(page), order, account, readers)


def _begun_again(page: Page, basis: Basis, order: Order, account: Account, readers: Executor | None) -> Underway:
    def finish(ready: PageReading | None) -> None:
        if order.dry_run and ready:
            account.count(False, reading_digest(page, ready) != page.reading_digest)
            return
        with writing(alone=False):
            locked = Page.objects.select_for_update().get(pk=page.pk)
            changed = write_reading(locked, _fitting(locked, basis, ready))
        account.count(False, changed)

    return Underway(page.name, finish, begin(readers, page.text, basis))
