"""What a run tells the person who started it: a bar on a terminal, plain lines elsewhere, a table at the end."""

from __future__ import annotations

import time
from types import TracebackType
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from tqdm import tqdm

from articles.models import Article, Page, Statement
from people.models import Event, Person, Role

from .orders import Account
from .sources import sources

PLAIN_EVERY = 100
STAGES = {
    "facts": gettext_lazy("marks of time"), "dates": gettext_lazy("dates"), "sightings": gettext_lazy("names"),
    "changed": gettext_lazy("names"), "name": gettext_lazy("names"),
    "event": gettext_lazy("events"),
}


class Progress:
    """A bar over the files and then over the groups of records; every hundredth file as a line where there is no terminal."""

    def __init__(self, stream: Any, paths: list[str]) -> None:
        """`stream` is the command's standard error, `paths` what will be imported."""
        self.stream = stream
        self.paths = paths
        self.count = 0
        self.settling = 0
        self.started = time.perf_counter()
        self.bar: tqdm[Any] | None = None

    def __enter__(self) -> Progress:
        if self.stream.isatty():
            total = sum(1 for _source in sources(path for path in self.paths if path != "-")) or None
            self.bar = tqdm(total=total, unit=_("pages"), file=self.stream._out, desc=_("reading"))
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self.bar is not None:
            self.bar.close()

    @property
    def seconds(self) -> float:
        """Since the run began."""
        return time.perf_counter() - self.started

    def page(self, path: str) -> None:
        """One more file is done."""
        self.count += 1
        if self.bar is not None:
            self.bar.update()
        elif self.count % PLAIN_EVERY == 0:
            self.stream.write(_("{count} pages, {rate:.1f} a second").format(count=self.count, rate=self.count / self.seconds))

    def settled(self, stage: str, groups: int) -> None:
        """So many groups of a stage are computed."""
        self.settling += groups
        if self.bar is not None:
            self.bar.set_description(_("linking"))
            self.bar.set_postfix_str(f"{self.settling} {STAGES[stage]}")


def closing_table(account: Account, seconds: float, dry_run: bool) -> str:
    """The account of a run as lines of "label  number"; what the archive holds afterwards below it."""
    rows = [
        (_("pages new"), account.new), (_("pages unchanged"), account.unchanged), (_("pages reread"), account.reread),
        (_("files refused"), len(account.refused)),
    ]
    if dry_run:
        rows.append((_("articles that would be new"), account.articles))
    else:
        articles = Article.objects.live()
        rows += [
            (_("articles"), articles.count()), (_("people"), Person.objects.live().count()),
            (_("roles"), Role.objects.public().count()), (_("events"), Event.objects.live().count()),
            (_("statements"), Statement.objects.count()),
            (_("dates inferred"), articles.filter(date_basis="inferred").count()),
            (_("dates unknown"), articles.filter(date_basis="unknown").count()),
        ]
    stored = _("in the archive now: {pages} pages").format(pages=Page.objects.count())
    lines = [_("dry run: nothing was written") if dry_run else stored]
    lines += [f"  {label:<24}{number:>10,}" for label, number in rows]
    rate = account.pages / seconds if seconds else 0
    lines.append("  " + _("{seconds:.1f} seconds, {rate:.1f} pages a second").format(seconds=seconds, rate=rate))
    return "\n".join(lines)
