"""python -m tests.bench.growing FOLDER: what dating and linking a page costs early and late in a county's archive, as JSON.

Into the empty database of DATABASE_URL: the pages come in two runs, and one by one at the end of each; milliseconds a page.
"""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from pathlib import Path

import django
from django.core.management import call_command

from tests.county.making import make_county, write_county
from tests.county.plan import plan_for

PAGES, EARLY, ALONE = 300, 60, 20
"""Pages in all; those of the first run; those that come one by one after each run."""


def measured(folder: Path) -> dict[str, float]:
    """Milliseconds that dating and linking a page cost when few and when all other pages were there."""
    from newsroom.manifest import read_manifest  # noqa: PLC0415 models, once Django is set up
    from tests.county.importing import import_pages  # noqa: PLC0415

    county = make_county(plan_for(PAGES))
    manifest = read_manifest(write_county(county, folder))
    names = [page.name for page in county.pages]

    def cost(first: int) -> float:
        seconds: Counter[str] = Counter()
        for name in names[first:first + ALONE]:
            seconds += import_pages(folder, [name], manifest)
        return 1000 * (seconds.total() - seconds["reading"]) / ALONE

    import_pages(folder, names[:EARLY], manifest)
    early = cost(EARLY)
    import_pages(folder, names[EARLY + ALONE:PAGES - ALONE], manifest)
    return {"early": early, "late": cost(PAGES - ALONE)}


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "newsroom.settings"
    django.setup()
    call_command("migrate", verbosity=0)
    print(json.dumps(measured(Path(sys.argv[1]))))
