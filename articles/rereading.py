"""Read a stored page again: with today's reader, today's corrections, today's confirmed names."""

from __future__ import annotations

from .confirmed import confirmed_names, lexicon_for
from .decided import reader_corrections, withheld_stretches
from .importing import write_reading
from .locking import writing
from .models import Page
from .places import area_at
from .reading.types import Lexicon, PageReading
from .withholding import read_around


def read_stored(page: Page, lexicon: Lexicon) -> PageReading:
    """What the reader makes of the page with its active corrections; nothing is written."""
    return read_around(page.text, area_at(page.stated_area), lexicon, reader_corrections(page), withheld_stretches(page))


def reread(page: Page) -> bool:
    """Read the page again and write what changed; whether anything did. Has to run inside a transaction."""
    return write_reading(page, read_stored(page, lexicon_for(page.text, confirmed_names())))


def reread_pending() -> int:
    """Read the pages again whose home area or confirmed names became others since; how many they were."""
    pending = sorted(Page.objects.filter(reader_version="").order_by().values_list("name", "sha256", "id"))
    for _, _, identifier in pending:
        with writing(alone=False):
            reread(Page.objects.select_for_update().get(pk=identifier))
    return len(pending)
