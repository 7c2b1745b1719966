"""python -m tests.county: a synthetic county's paper, imported and compared with the truth, as a table.

The database is a new SQLite file that is gone afterwards, or the empty one of --database. Pages come in three runs, the
first and the last of a tenth each, so that one sees what a page costs at the beginning and at the end.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from contextlib import ExitStack
from dataclasses import fields, replace
from pathlib import Path

import django
from django.core.management import call_command

from tests.bench.databases import fresh_sqlite
from tests.county.making import County, make_county, write_county
from tests.county.plan import FULL_PAGES, Plan, plan_for

RUNS = (0.1, 0.9, 1.0)


def say(words: str) -> None:
    """A line at once."""
    print(words, flush=True)


def rates(settings: list[str]) -> dict[str, float]:
    """Rates of a plan out of name=share. Raises ValueError where the plan has no such rate or the share is none."""
    known = {field.name for field in fields(Plan) if field.type == "float"}
    found = {}
    for setting in settings:
        name, _, share = setting.partition("=")
        if name not in known:
            raise ValueError(f"{setting}: a plan has no rate {name}, only {', '.join(sorted(known))}")
        found[name] = float(share)
        if not 0 <= found[name] < 1:
            raise ValueError(f"{setting}: a share lies between 0 and 1")
    return found


def measure(county: County, folder: Path, url: str, examples: int) -> None:
    """Import and judge; prints as it goes."""
    os.environ |= {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "newsroom.settings"}
    os.environ.setdefault("NEWSROOM_SECRET_KEY", "county")
    os.environ["NEWSROOM_DEBUG"] = "false"
    django.setup()
    call_command("migrate", verbosity=0)
    from tests.county.importing import growth, import_county, rate  # noqa: PLC0415 models, once Django is set up
    from tests.county.judging import judge  # noqa: PLC0415

    say("milliseconds a page, by stage:")
    runs = import_county(county, folder, RUNS)
    for pages, seconds in runs:
        say("  " + rate(pages, seconds, county.plan))
    say(f"  dating and linking a page cost {growth(runs[0], runs[-1]):.1f} times as much at the end as at the beginning")
    started = time.perf_counter()
    figures = judge(county)
    for figure in figures.values():
        say("\n".join(figure.lines(examples)))
    say(f"judged in {time.perf_counter() - started:.1f} s")


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.county", description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--pages", type=int, default=FULL_PAGES, metavar="N", help=f"how many pages (default {FULL_PAGES})")
    parser.add_argument("--seed", type=int, default=1, help="another seed makes another county")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="show errors by kind, N examples of each")
    parser.add_argument("--database", metavar="URL", help="keep everything in this empty database")
    parser.add_argument("--write", type=Path, metavar="FOLDER", help="only write the pages and FOLDER.csv")
    parser.add_argument("--set", nargs="+", default=[], metavar="RATE=SHARE",
                        help="other rates than the plan's, as look_alikes=0 yearless_pages=0.2 (see Plan)")
    given = parser.parse_args()
    started = time.perf_counter()
    try:
        plan = replace(plan_for(given.pages, given.seed), **rates(given.set))
    except ValueError as error:
        parser.error(f"--set: {error}")
    county = make_county(plan)
    articles = sum(len(page.articles) for page in county.pages)
    say(f"{len(county.pages)} pages with {articles:,} articles of {county.plan.years} years made "
        f"in {time.perf_counter() - started:.1f} s (seed {given.seed})")
    if given.write:
        say(f"manifest: {write_county(county, given.write)}")
        sys.exit()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        url = given.database or stack.enter_context(fresh_sqlite(folder, "county"))
        measure(county, folder / "pages", url, given.errors)


if __name__ == "__main__":
    main()
