"""The names that editors confirmed: what of them a page is read with, and which pages they concern.

A confirmed name is an active decision “this is a name”. It helps to read every page that prints it, and none else, so that
a decision makes only those pages stale and the order in which pages and decisions come does not matter.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from contextlib import contextmanager

from django.db.models import Exists, OuterRef

from .models import Correction, Page
from .reading.folding import fold, variants_of
from .reading.types import Lexicon

SHORTEST = 2
"""Characters of the shortest name that helps elsewhere: a single one could be anything."""
CONFIRMING = ("name", "withhold")
"""Kinds of decisions on which it rests which names are confirmed."""


def confirmed_names() -> frozenset[str]:
    """All names that editors confirmed, folded, without blanks; not those that stand in withheld articles."""
    active = Correction.objects.filter(withdrawn_at=None)
    around = active.filter(kind="withhold", page=OuterRef("page"), start__lte=OuterRef("start"), end__gte=OuterRef("end"))
    marked = active.filter(kind="name").exclude(Exists(around)).values_list("after", flat=True)
    names = {_plain(after) for after in marked.distinct() if after}
    return frozenset(name for name in names if len(name) >= SHORTEST)


def lexicon_for(text: str, names: Collection[str]) -> Lexicon:
    """Those of `names` that the raw page `text` prints.

    >>> lexicon_for("县长 王 小\\n川到会", {"王小川", "李明"})
    Lexicon(names=frozenset({'王小川'}))
    """
    printed = _plain(text) if names else ""
    return Lexicon(frozenset(name for name in names if name in printed))


@contextmanager
def passing_on_names(kind: str, decided_on: Page) -> Iterator[None]:
    """Around a decision of this kind, made or withdrawn: the other pages that print a name which is confirmed after it and
    was not before, or the other way round, are read again when records are settled next.
    """
    if kind not in CONFIRMING:
        yield
        return
    before = confirmed_names()
    yield
    _mark_printing(confirmed_names() ^ before, decided_on)


def _mark_printing(names: Collection[str], decided_on: Page) -> None:
    for name in sorted(names):
        spaced = r"\s*".join(f"[{re.escape(variants_of(letter))}]" for letter in name)
        pages = Page.objects.exclude(pk=decided_on.pk).exclude(reader_version="")
        pages.filter(text__regex=spaced).update(reader_version="")


def _plain(printed: str) -> str:
    return fold("".join(printed.split()))
