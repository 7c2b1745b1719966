"""What the office already holds about tenures, stored as evidence of an editor's grade: the only writer of `TenureDocument`.

A document is anchored to nothing on any page: pages are imported and read again beside it. It is withdrawn, never changed.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.utils import timezone

from articles.importing import mark_stale
from articles.locking import writing
from articles.places import area_at, resolve
from articles.reading.refusals import _

from .attaching import attach_documents
from .lines import Stated
from .models import TenureDocument
from .posts import POST, RANK, Post, normalise
from .qualifiers import holds
from .registry import role_key, roles_for
from .succeeding import settle_successions, stated
from .tenure_table import BadCell, Fault, TableLine
from .tenures import Attested, Holding, ranges_attested

CHAIN = re.compile(r"[、,，;；/]")
SAID = frozenset({"代", "代理", "兼", "兼任", "挂职", "主持工作", "主持全面工作", "常务"})
"""Words of 备注 and 任职方式 that say how a post is held; sentences there say nothing of the kind."""

AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Stating:
    """One post that a line of a table states."""

    line: TableLine
    post: Post


@dataclass(slots=True)
class DocumentCounts:
    """What storing documents did: new ones, those there already, those that editors withdrew and that stay so."""

    new: int = 0
    known: int = 0
    withdrawn: int = 0


def posts_stated(line: TableLine, area: str) -> list[Stating]:
    """The posts of a line, 党组书记、局长 as two, ranks left out; `area` (a path) where the line names none. Raises BadCell."""
    path = resolve(line.area, area) if line.area else area
    place = area_at(path)
    if path and place is None:
        raise BadCell(_("“{given}” is no area: write its full path, such as 某省某市某县"), given=path)
    body, found = line.organization, []
    said = tuple(word for word in CHAIN.split(f"{line.remark}、{line.how}") if word in SAID)
    for piece in CHAIN.split("".join(line.post.split())):
        if RANK.search(piece):
            continue
        post = normalise(piece, body, place.name if place else "", path, said)
        if post is None or not holds(post.qualifier):
            raise BadCell(_NO_POST, given=piece)
        found.append(Stating(line, post))
        named = POST.search(piece)
        body = piece[: named.start()] if named and named.start() else body
    if not found:
        raise BadCell(_NO_POST, given=line.post)
    return found


_NO_POST = _("“{given}” is no post of a known body: give 单位 and 地区 (or --area); ranks, 原 and 拟任 are not held")


def statings(lines: Sequence[TableLine], area: str) -> tuple[list[Stating], list[Fault]]:
    """The posts of all lines, and the faults of those that state none."""
    found: list[Stating] = []
    faults = []
    for line in lines:
        try:
            found += posts_stated(line, area)
        except BadCell as refusal:
            faults.append(Fault(line.line, "职务", refusal))
    return found, faults


def store_documents(found: Sequence[Stating], file: str, tell: Callable[[int], None] = lambda _: None) -> DocumentCounts:
    """Store what isn't there yet, and compute the tenures with it. Inside a transaction that is alone.

    `tell` is called with the number of rows that are done, several times on long tables.
    """
    counts = DocumentCounts()
    roles = roles_for(one.post for one in found)
    digests = {digest_of(one): one for one in found}
    known = dict(TenureDocument.objects.filter(digest__in=list(digests)).values_list("digest", "withdrawn_at"))
    counts.known = sum(1 for withdrawn in known.values() if withdrawn is None)
    counts.withdrawn = len(known) - counts.known
    new = [_row(digest, one, roles[role_key(one.post)], file) for digest, one in digests.items() if digest not in known]
    counts.new = len(new)
    TenureDocument.objects.bulk_create(new, batch_size=AT_ONCE)
    names = sorted({row.name for row in new})
    pairs: set[tuple[int, int]] = set()
    for at in range(0, len(names), AT_ONCE):
        pairs |= attach_documents(names[at:at + AT_ONCE])
        tell(min(at + AT_ONCE, len(names)))
    settle_successions({person for person, _role in pairs}, {role for _person, role in pairs})
    return counts


def _row(digest: str, one: Stating, role: int, file: str) -> TenureDocument:
    line = one.line
    return TenureDocument(
        digest=digest, name=line.name, role_id=role, printed=one.post.printed or line.post, qualifier=one.post.qualifier,
        **_bound("date_start", line.start), **_bound("date_end", line.end), how=line.how, term=line.term, remark=line.remark,
        source=line.source, file=file[-300:], line=line.line)


def _bound(field: str, known: Stated | None) -> dict[str, object]:
    return {field: known.day if known else None, f"{field}_precision": known.precision if known else ""}


def digest_of(one: Stating) -> str:
    """A digest of what is stated, wherever it stands, so that the same is stored once."""
    line = one.line
    said = [line.name, role_key(one.post), one.post.qualifier, [(bound.day.isoformat(), bound.precision) if bound else None
            for bound in (line.start, line.end)], line.how, line.term, line.remark, line.source]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()


def withdraw(document: TenureDocument, *, by: User) -> TenureDocument:
    """The document counts no more; the next settling computes everything without it. Withdrawn twice it stays as it is."""
    return _decide(document, by)


def restore(document: TenureDocument) -> TenureDocument:
    """A withdrawn document counts again."""
    return _decide(document, None)


def _decide(document: TenureDocument, by: User | None) -> TenureDocument:
    with writing(alone=False):
        row = TenureDocument.objects.select_for_update().get(pk=document.pk)
        if (row.withdrawn_by_id is None) != (by is None):
            row.withdrawn_by, row.withdrawn_at = by, timezone.now() if by else None
            row.save(update_fields=["withdrawn_by", "withdrawn_at"])
            mark_stale(names=[row.name])
    return row


def ranges_of(names: Iterable[str]) -> Mapping[Holding, tuple[Attested, ...]]:
    """For which days documents attest that people of these names held a post: by (name, post, organization, area path).

    What other stages may weigh printed posts with; it rests on documents alone, never on whom they were attached to.
    """
    rows = TenureDocument.objects.filter(name__in=set(names), withdrawn_at=None).select_related("role__organization__area")
    return ranges_attested((_holding(row), *stated(row)) for row in rows)


def _holding(row: TenureDocument) -> Holding:
    body = row.role.organization
    return (row.name, row.role.post, body.name, body.area.path if body.area else "")
