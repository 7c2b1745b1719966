"""make evaluate: how well pages are read, on pages that rules were written on and on pages held out; how sure the reader is,
what spoiling does, what the rules do without what was learned, what jieba's person tags find; and who is who, which year
and which post in a synthetic county.

Nothing is kept: `python -m tests.reading.golden --keep` does that.
"""

from __future__ import annotations

import subprocess
import sys
from functools import partial

from articles.reading.pipeline import read_page
from tests.evaluate.calibration import SURE, calibration, sure_and_right
from tests.evaluate.jieba_names import names_by_jieba
from tests.evaluate.people import KnownPage, known_pages, names_read, people_figure
from tests.evaluate.rules_alone import names_by_rules_alone
from tests.evaluate.spoiler import spoil
from tests.reading.golden import SETS, figures_of, kept
from tests.reading.tally import Tally, squash

SPOILAGE: tuple[dict[str, float], ...] = (
    {"line breaks": 1.0}, {"blanks": 0.05}, {"line breaks": 1.0, "blanks": 0.05},
    {"look-alikes": 0.005}, {"look-alikes": 0.01}, {"look-alikes": 0.02}, {"width": 0.5},
    {"cut headlines": 0.5}, {"joined lines": 0.2}, {"lost marks": 0.05}, {"lost marks": 0.1},
)  # fmt: skip
SEEDS = (1, 2, 3)
HELD_OUT = ("heldout", "unseen")


def show_figures() -> None:
    """Every figure of every set."""
    today = {pages.name: figures_of(pages) for pages in SETS}
    print(f"{'figure':<18}" + "".join(f"{pages.name:>10}" for pages in SETS))
    for figure in next(iter(today.values())):
        print(f"{figure:<18}" + "".join(f"{today[pages.name].get(figure, float('nan')):>10.4f}" for pages in SETS))
    fallen = [f"{name} {figure}: {today[name][figure]} < {value}" for name, figures in kept().items()
              for figure, value in figures.items() if today[name][figure] < value]
    print("\n".join(["fallen below what is kept:", *fallen]) if fallen else "none is below what is kept")


def show_calibration(pages: list[KnownPage]) -> None:
    """How often mentions of a confidence are right."""
    bins = calibration(pages)
    print(f"\n{'confidence from':<18}{'mentions':>10}{'right':>10}")
    for one in bins:
        print(f"{one.least:<18}{one.all:>10}{one.right / one.all if one.all else float('nan'):>10.4f}")
    print(f"{f'{SURE} and more':<18}{'':>10}{sure_and_right(bins):>10.4f}")


def show_jieba(pages: list[KnownPage]) -> None:
    """F1 of names with bylines, page by page as a whole: ours beside jieba's person tags."""
    ours, theirs = Tally(), Tally()
    for page in pages:
        names = page.names() | page.bylines()
        ours.compare(page.name, names, names_read(read_page(page.text, page.home), bylines=True))
        theirs.compare(page.name, names, set(map(squash, names_by_jieba(page.text))))
    print(f"\nnames with bylines: ours {ours.figure():.4f}, jieba.posseg {theirs.figure():.4f}")


def show_learned(pages: list[KnownPage]) -> None:
    """F1 of people, page by page as a whole: rules alone, and what was learned from marked texts deciding."""
    alone = Tally()
    for page in pages:
        alone.compare(page.name, page.names(), set(map(squash, names_by_rules_alone(page))))
    print(f"\npeople: by rules alone {alone.figure():.4f}, with what was learned {people_figure(pages):.4f}")


def show_spoilage(pages: list[KnownPage]) -> None:
    """How the figure of people falls on spoiled pages."""
    whole = people_figure(pages)
    print(f"\n{'spoiled by':<36}{'people':>10}{'of unspoiled':>14}\n{'nothing':<36}{whole:>10.4f}{1:>14.4f}")
    for rates in SPOILAGE:
        found = sum(people_figure(pages, partial(spoil, rates=rates, seed=seed)) for seed in SEEDS) / len(SEEDS)
        label = ", ".join(f"{name} {rate:.1%}" for name, rate in rates.items())
        print(f"{label:<36}{found:>10.4f}{found / whole:>14.4f}")


def show_county() -> None:
    """Years, identity, successions and series of a synthetic county, in a process of its own with a database of its own."""
    print("\nA synthetic county (tests/county):", flush=True)
    subprocess.run([sys.executable, "-m", "tests.county"], check=True)


def main() -> None:
    """Print everything."""
    show_figures()
    pages = [page for chosen in SETS if chosen.name in HELD_OUT for page in known_pages(chosen)]
    print("\nFrom here on: the pages held out.")
    show_calibration(pages)
    show_jieba(pages)
    show_learned(pages)
    show_spoilage(pages)
    show_county()


if __name__ == "__main__":
    main()
