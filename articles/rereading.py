"""Read a stored page again: with today's reader, today's corrections."""

from __future__ import annotations

from .decided import reader_corrections, withheld_stretches
from .importing import write_reading
from .models import Page
from .places import area_at
from .reading.types import Lexicon, PageReading
from .withholding import read_around


def read_stored(page: Page, lexicon: Lexicon) -> PageReading:
    """What the reader makes of the page with its active corrections; nothing is written."""
    return read_around(page.text, area_at(page.stated_area), lexicon, reader_corrections(page), withheld_stretches(page))


def reread(page: Page, lexicon: Lexicon | None = None) -> bool:
    """Read the page again and write what changed; whether anything did. Has to run inside a transaction."""
    return write_reading(page, read_stored(page, lexicon or Lexicon()))
