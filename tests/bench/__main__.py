"""make bench: how fast pages are read and imported, beside jieba's own tokenizing of the same text, and how it grows.

Every line is measured in this run, on this machine, each in a process of its own, on the sample newspaper multiplied
(tests.bench.variation). An import is the whole command, interpreter's start included, into a fresh database.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.bench.children import run_child
from tests.bench.databases import fresh_postgresql, fresh_sqlite
from tests.bench.variation import varied_pages, write_pages

SMALLER = 10
MEGABYTE = 1_000_000
FreshDatabase = Callable[[str], AbstractContextManager[str]]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; `seconds` by the clock, `processor` seconds of this process, `peak` memory in bytes."""

    label: str
    pages: int
    characters: int
    seconds: float
    processor: float
    peak: int

    @property
    def rate(self) -> float:
        """Characters a second."""
        return self.characters / self.seconds


def measure_text_work(work: str, label: str, folder: Path) -> tuple[Row, float]:
    """A line for reading or tokenizing alone, with the seconds that loading took before it."""
    ran = run_child([sys.executable, "-m", "tests.bench.timed", work, str(folder)])
    told = json.loads(ran.output.splitlines()[-1])
    return Row(label, told["pages"], told["characters"], told["seconds"], told["processor"], ran.peak), told["loading"]


def measure_import(label: str, pages: int, folder: Path, manifest: Path, fresh: FreshDatabase) -> Row:
    """A line for the whole import of a folder into a fresh database; making its tables is not counted."""
    characters = sum(len(path.read_text(encoding="utf-8")) for path in folder.glob("*.txt"))
    with fresh(f"pages{pages}") as url:
        environment = {"DATABASE_URL": url, "NEWSROOM_SECRET_KEY": "bench", "NEWSROOM_DEBUG": "false"}
        run_child([sys.executable, "manage.py", "migrate", "--verbosity", "0"], environment)
        ran = run_child([sys.executable, "manage.py", "import_seeds", str(folder), "--manifest", str(manifest)], environment)
    return Row(label, pages, characters, ran.seconds, ran.processor, ran.peak)


HEADER = f"{'':<34}{'pages':>7}{'seconds':>9}{'CPU s':>8}{'pages/s':>9}{'characters/s':>14}{'peak MB':>9}{'× jieba':>9}"


def show(row: Row, baseline: Row) -> Row:
    """Print a row as one line, whose last column is characters a second beside the baseline's; give it back."""
    print(f"{row.label:<34}{row.pages:>7,}{row.seconds:>9.2f}{row.processor:>8.2f}{row.pages / row.seconds:>9.1f}"
          f"{row.rate:>14,.0f}{row.peak / MEGABYTE:>9.0f}{row.rate / baseline.rate:>9.2f}", flush=True)
    return row


def growth(small: Row, large: Row) -> str:
    """How time and memory grew between two imports."""
    return (f"{large.label}: {large.pages / small.pages:.0f} times the pages took "
            f"{large.seconds / small.seconds:.1f} times as long and {large.peak / small.peak:.2f} times the memory")


def measure_growing(name: str, folder: Path, fresh: FreshDatabase) -> str:
    """What a page that comes alone costs early and late in a county's archive, as one line."""
    with fresh("county") as url:
        environment = {"DATABASE_URL": url, "NEWSROOM_SECRET_KEY": "bench", "NEWSROOM_DEBUG": "false"}
        ran = run_child([sys.executable, "-m", "tests.bench.growing", str(folder / f"county {name}")], environment)
    cost = json.loads(ran.output.splitlines()[-1])
    return (f"dating and linking one page of a county, {name}: {cost['early']:.0f} ms early, {cost['late']:.0f} ms late "
            f"(×{cost['late'] / cost['early']:.2f})")


def databases(folder: Path) -> dict[str, FreshDatabase]:
    """Where to import: SQLite, and PostgreSQL if DATABASE_URL or TEST_DATABASE_URL names a server."""
    found: dict[str, FreshDatabase] = {"SQLite": partial(fresh_sqlite, folder)}
    server = os.environ.get("TEST_DATABASE_URL") or os.environ.get("DATABASE_URL", "")
    if server.startswith("postgres"):
        found["PostgreSQL"] = partial(fresh_postgresql, server)
    return found


def bench(pages: int, seed: int) -> None:
    """Measure everything and print it line by line."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        made = varied_pages(pages, seed)
        few = max(1, pages // SMALLER)
        large, small = folder / "large", folder / "small"
        manifests = {large: write_pages(large, made), small: write_pages(small, made[:few])}
        print(HEADER)
        jieba, jieba_loading = measure_text_work("jieba", "jieba.lcut", large)
        show(jieba, jieba)
        reading, loading = measure_text_work("reading", "reading alone", large)
        show(reading, jieba)
        closing = []
        for name, fresh in databases(folder).items():
            imports = [show(measure_import(f"whole import, {name}", number, where, manifests[where], fresh), jieba)
                       for number, where in ((few, small), (pages, large))]
            closing += [growth(*imports), measure_growing(name, folder, fresh)]
        slowest = json.loads(run_child([sys.executable, "-m", "tests.bench.hostile"]).output.splitlines()[-1])
        kinds = ", ".join(f"{kind} ×{times:.1f}" for kind, times in slowest.items())
        closing.append(f"four times the hostile text takes as long: {kinds}")
        closing.append(f"loading, not counted above: jieba {jieba_loading:.2f} s, reading {loading:.2f} s")
        print("\n".join(["", *closing]))


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--pages", type=int, default=1000, metavar="N", help="how many pages (default 1000)")
    parser.add_argument("--seed", type=int, default=1, help="another seed makes other names")
    given = parser.parse_args()
    if given.pages < SMALLER:
        parser.error(f"--pages: at least {SMALLER}")
    bench(given.pages, given.seed)


if __name__ == "__main__":
    main()
