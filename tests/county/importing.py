"""A county into an empty database, with the seconds of each stage. Needs Django set up.

Seconds are the processor's on SQLite, which works in this process, and the clock's elsewhere.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

from django.db import connection
from tqdm import tqdm

from newsroom.importrun import run
from newsroom.manifest import Manifest, read_manifest
from newsroom.orders import Order
from tests.county.making import County, write_county
from tests.county.plan import Plan


class Clock:
    """Seconds by stage: reading (with storing), dates, name, event."""

    def __init__(self, tell: Callable[[], object]) -> None:
        """Starts with the reading; `tell` is called for every page read."""
        self.seconds: Counter[str] = Counter()
        self._tell = tell
        self._clock = time.process_time if connection.vendor == "sqlite" else time.perf_counter
        self._last = self._clock()

    def read(self, _path: str = "") -> None:
        """A page was read and stored."""
        self._add("reading")
        self._tell()

    def settled(self, stage: str, _number: int) -> None:
        """Some groups of a stage were computed."""
        self._add(stage)

    def _add(self, stage: str) -> None:
        now = self._clock()
        self.seconds[stage] += now - self._last
        self._last = now


def import_pages(folder: Path, names: Sequence[str], manifest: Manifest) -> Counter[str]:
    """Import these pages in one run; seconds by stage."""
    order = Order([str(folder / f"{name}.txt") for name in names], manifest=manifest)
    with tqdm(total=len(names), unit="page", disable=None, leave=False) as bar:
        clock = Clock(bar.update)
        account = run(order, clock.read, clock.settled)
    if account.refused:
        raise ValueError(f"{len(account.refused)} pages refused, the first: {account.refused[0]}")
    return clock.seconds


def import_county(county: County, folder: Path, shares: Sequence[float] = (1.0,)) -> list[tuple[int, Counter[str]]]:
    """Write and import a county, in one run up to each of these shares of its pages; (pages, seconds by stage) of each run."""
    manifest = read_manifest(write_county(county, folder))
    names = [page.name for page in county.pages]
    ends = [0, *(round(share * len(names)) for share in shares)]
    return [(end - start, import_pages(folder, names[start:end], manifest)) for start, end in pairwise(ends)]


def rate(pages: int, seconds: Counter[str], plan: Plan) -> str:
    """Milliseconds a page and stage."""
    stages = ", ".join(f"{stage} {1000 * spent / pages:.1f}" for stage, spent in seconds.items())
    return f"{pages:>6} of {plan.pages} pages: {stages}"


def growth(first: tuple[int, Counter[str]], last: tuple[int, Counter[str]]) -> float:
    """How many times as much dating and linking a page cost in the last run as in the first."""
    one, other = (sum(run[1].values()) - run[1]["reading"] for run in (first, last))
    return (other / last[0]) / (one / first[0])
