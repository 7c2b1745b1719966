"""The figures of reading on five sets of pages with known facts, and the file that keeps them.

    python -m tests.reading.golden            print today's figures beside the kept ones
    python -m tests.reading.golden --keep     keep today's figures

`samples`, `develop` and `survey` are pages that rules were written on and names learned from. `heldout` are pages that were
written before the rules; some of their misses have been looked at since. `unseen` are pages whose misses nobody has looked at:
they stay so, or move to `survey`.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path

from articles.reading.areas import parse_area
from articles.reading.types import Area
from tests.reading.scoring import score_folder

TESTS = Path(__file__).resolve().parents[1]
KEPT = Path(__file__).with_name("golden_figures.json")


@dataclass(frozen=True, slots=True)
class PageSet:
    """A folder of pages and their facts; `home` is the papers' county where all are of one."""

    name: str
    folder: Path
    home: Area | None = None


SETS = (
    PageSet("samples", TESTS.parent / "fixtures" / "pages", parse_area("岭东省云泽市澄溪县")),
    PageSet("develop", TESTS / "pages" / "develop"),
    PageSet("survey", TESTS / "pages" / "survey"),
    PageSet("heldout", TESTS / "pages" / "heldout"),
    PageSet("unseen", TESTS / "pages" / "unseen"),
)


def figures_of(pages: PageSet) -> dict[str, float]:
    """Every figure of one set, 0–1, to four places."""
    scored = score_folder(pages.folder, pages.folder, pages.home)
    return {name: round(figure, 4) for name, tally in scored.items() if (figure := tally.figure()) is not None}


def kept() -> dict[str, dict[str, float]]:
    """The figures that may not fall, by set."""
    return json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else {}


def main() -> int:
    """Print the figures of all sets, keep them with --keep."""
    today = {pages.name: figures_of(pages) for pages in SETS}
    before = kept()
    for name, figures in today.items():
        print(name)
        for figure, value in figures.items():
            print(f"  {figure:16}{value:8.4f}{before.get(name, {}).get(figure, 0):10.4f}")
    if "--keep" in sys.argv[1:]:
        KEPT.write_text(json.dumps(today, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
