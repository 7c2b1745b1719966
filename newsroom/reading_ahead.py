"""Pages read by this process or by others beside it. No Django: this is what a reading process loads."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass

from articles.places import area_at
from articles.reading.types import Correction, Lexicon, PageReading
from articles.withholding import read_around

IN_FLIGHT = 4
"""Pages read ahead per process; bounds memory."""


_EMPTY = Lexicon()


@dataclass(frozen=True, slots=True)
class Basis:
    """What a page is read for: the path of its home area, editors' decisions, and the names they confirmed."""

    home: str = ""
    corrections: tuple[Correction, ...] = ()
    withheld: tuple[tuple[int, int], ...] = ()
    lexicon: Lexicon = _EMPTY


@dataclass(frozen=True, slots=True)
class Unread:
    """The reader failed on a page, which is a fault of the reader."""

    fault: str


Result = PageReading | Unread | None


@contextmanager
def processes(number: int) -> Iterator[Executor | None]:
    """So many reading processes; None for one, which is this process."""
    if number < 2:
        yield None
        return
    with ProcessPoolExecutor(number, mp_context=multiprocessing.get_context("spawn")) as pool:
        yield pool


def begin(readers: Executor | None, text: str, basis: Basis) -> Future[Result] | Result:
    """Have the text of a page read, at once or by and by."""
    return readers.submit(read_or_tell, text, basis) if readers else read_or_tell(text, basis)


def read_or_tell(text: str, basis: Basis) -> Result:
    """The reading of a page's text, or why there is none."""
    try:
        return read_around(text, area_at(basis.home), basis.lexicon, basis.corrections, basis.withheld)
    except Exception as fault:  # whatever it is, it must not keep the other pages out
        return Unread(f"{type(fault).__name__}: {fault}")
