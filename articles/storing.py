"""Pages as they come in: the only writer of Newspaper, Page and PageSource."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import PurePath

from django.db import IntegrityError, transaction

from .importing import mark_page_stale
from .models import Newspaper, Page, PageSource

MEMBER = re.compile(r"(?<=\.zip)!", re.IGNORECASE)
"""What stands between an archive's path and the name of the member in it."""


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a manifest or the command line says of a page; empty where it says nothing. `area` is a full path."""

    newspaper: str = ""
    issue_date: str = ""
    issue_number: str = ""
    section: str = ""
    image: str = ""
    area: str = ""
    sample: bool = False


@dataclass(frozen=True, slots=True)
class IncomingPage:
    """A decoded file: `path` is where it came from, `name` its stem, `sha256` of its bytes."""

    path: str
    name: str
    sha256: str
    text: str
    encoding: str
    facts: PageFacts


def newspaper_named(facts: PageFacts) -> Newspaper | None:
    """The newspaper of that name, made when new; its home area is the one stated, of several the first by their paths.

    Where that changes, the pages that state none of their own have to be read again, so that no page may be written
    beside it (locking.writing with alone=True).
    """
    if not facts.newspaper:
        return None
    paper, _ = Newspaper.objects.get_or_create(name=facts.newspaper, defaults={"area": facts.area, "sample": facts.sample})
    if facts.area and facts.area != paper.area:
        _settle_area(paper, facts.area)
    return paper


def _settle_area(paper: Newspaper, stated: str) -> None:
    telling = PageSource.objects.filter(page__newspaper=paper, stated__area__gt="")
    area = min({stated, *telling.values_list("stated__area", flat=True).order_by().distinct()})
    if area == paper.area:
        return
    paper.area = area
    paper.save(update_fields=["area"])
    # Its other pages were read without it: an empty version marks them to be read again.
    paper.pages.exclude(pk__in=telling.values("page")).update(stated_area=area, reader_version="", reading_digest="")


def store(incoming: IncomingPage) -> tuple[Page, bool, bool]:
    """The page of these bytes, whether it is new, and whether what is known about it has changed.

    Has to run inside a transaction. Bytes that came before only gain a source; name and facts are those of the first
    source in order of (name, path), so that the order of import does not matter.
    """
    page, new = _page_of(incoming)
    source, fresh = PageSource.objects.get_or_create(page=page, path=incoming.path, defaults={"stated": asdict(incoming.facts)})
    if not fresh and source.stated != asdict(incoming.facts):
        source.stated = asdict(incoming.facts)
        source.save(update_fields=["stated"])
    changed = _settle_facts(page)
    return page, new, changed


def _page_of(incoming: IncomingPage) -> tuple[Page, bool]:
    page = Page.objects.select_for_update().filter(sha256=incoming.sha256).first()
    if page:
        return page, False
    try:
        with transaction.atomic():
            return Page.objects.create(sha256=incoming.sha256, name=incoming.name, text=incoming.text,
                                       encoding=incoming.encoding), True
    except IntegrityError:  # another run was faster
        return Page.objects.select_for_update().get(sha256=incoming.sha256), False


def _settle_facts(page: Page) -> bool:
    """Give the page the name and facts of its sources; whether that changed anything."""
    sources = sorted(page.sources.all(), key=lambda source: (stem(source.path), source.path))
    facts = _first_stated([source.stated for source in sources])
    paper = newspaper_named(facts)
    wanted = {
        "name": stem(sources[0].path),
        "newspaper": paper,
        "issue_date": date.fromisoformat(facts.issue_date) if facts.issue_date else None,
        "issue_number": facts.issue_number,
        "section": facts.section,
        "image": facts.image,
        "stated_area": facts.area or (paper.area if paper else ""),
    }
    changed = {field: value for field, value in wanted.items() if getattr(page, field) != value}
    if changed:
        for field, value in changed.items():
            setattr(page, field, value)
        page.save(update_fields=list(changed))
        mark_page_stale(page)
    return bool(changed)


def _first_stated(stated: list[Mapping[str, str | bool]]) -> PageFacts:
    merged: dict[str, str | bool] = {}
    for facts in stated:
        for field, value in facts.items():
            if value and field not in merged:
                merged[field] = value
    return PageFacts(**merged)  # type: ignore[arg-type]


def stem(path: str) -> str:
    """The name of a page from where it came from: a/b/003_x.txt → 003_x; the last dot's ending is cut off.

    >>> stem("a/2022.zip!03/003_x.txt")
    '003_x'
    """
    return PurePath(MEMBER.split(path)[-1]).stem[:200]
