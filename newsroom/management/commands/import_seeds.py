"""manage.py import_seeds: pages in, records out."""

from __future__ import annotations

import os
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from articles.models import Page
from articles.storing import PageFacts
from newsroom.importrun import Stopped, run
from newsroom.manifest import BadManifest, Manifest, area_path, iso_date, read_manifest, stated
from newsroom.orders import Order
from newsroom.reporting import Progress, closing_table

SAMPLES = settings.BASE_DIR / "fixtures" / "pages"
SAMPLE_FACTS = PageFacts(newspaper="澄溪报", area="岭东省云泽市澄溪县", sample=True)
EXAMPLES = """示例 Examples
  manage.py import_seeds                                   导入随附的样报（虚构的县）
  manage.py import_seeds 扫描件/2022                         导入一个文件夹（含子文件夹）里的全部版面
  manage.py import_seeds 扫描件.zip --newspaper 某县报 --area 某省某市某县
  manage.py import_seeds 扫描件 --manifest pages.csv         每个文件的报名、出版日期、期号、版次见表
  manage.py import_seeds --reread                           程序更新后，把已入库的版面重读一遍
  manage.py import_seeds 扫描件 --dry-run                    只说会发生什么，什么也不改
再导入一次同样的文件不会改变任何东西；随时可以中断，再运行时接着做。编辑的判断不会被覆盖。
Importing the same files again changes nothing; a run may be stopped at any time and goes on where it stopped."""


def _facts(options: dict[str, Any]) -> PageFacts:
    """What the options say of every page. Raises ValueError for what can't be."""
    said = {}
    for name in ("newspaper", "area", "issue_date"):
        option = f"--{name.replace('_', '-')}"
        said[name] = stated(option, options[name])
        if options[name] and not said[name]:
            raise ValueError(_("{option} is blank: write something or leave the option out").format(option=option))
    return PageFacts(newspaper=said["newspaper"], area=area_path(said["area"]), issue_date=iso_date(said["issue_date"]))


class Command(BaseCommand):
    """Options in, one call out (newsroom.importrun.run)."""

    help = "把 OCR 版面读成文章、人物、职务和活动。 Read OCR pages into articles, people, roles and events."

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> Any:
        """A parser whose help keeps the examples' lines."""
        kwargs |= {"epilog": EXAMPLES, "formatter_class": RawDescriptionHelpFormatter}
        return super().create_parser(prog_name, subcommand, **kwargs)

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The command line."""
        parser.add_argument("paths", nargs="*", metavar="PATH",
                            help="文件、文件夹、通配符、.zip，或 - 表示标准输入；不写则导入样报")
        parser.add_argument("--manifest", type=Path, metavar="pages.csv",
                            help="CSV 表，列：file, newspaper, issue_date, issue_number, section, image, area")
        parser.add_argument("--newspaper", default="", metavar="报名", help="这些版面属于哪家报纸")
        parser.add_argument("--area", default="", metavar="省市县", help="报纸所在的县市，如 山西省运城市绛县；不写则逐版推断")
        parser.add_argument("--issue-date", default="", metavar="2022-12-30", help="这些版面的出版日期")
        parser.add_argument("--workers", type=int, default=1, metavar="N", help="同时读版面的进程数（默认 1）")
        parser.add_argument("--reread", action="store_true", help="用现在的程序重读已入库的版面")
        parser.add_argument("--dry-run", action="store_true", help="只说会发生什么，不写入")
        parser.add_argument("--fail-fast", action="store_true", help="遇到第一个读不了的文件就停下")
        parser.add_argument("--samples", action="store_true", help="即使已有真实版面，也导入样报")

    def handle(self, *args: Any, **options: Any) -> None:
        """Import, print the account; CommandError (exit status 1) when a file was refused."""
        order = self._order(options)
        with Progress(self.stderr, order.paths) as progress:
            try:
                account = run(order, progress.page, progress.settled)
            except Stopped as stopped:
                raise CommandError(str(stopped)) from stopped
        for path, reason in account.refused:
            self.stderr.write(_("refused: {path}: {reason}").format(path=path, reason=reason))
        for name in order.manifest.unused():
            self.stderr.write(_("the manifest names {name}, which was not among the files").format(name=name))
        told = _("the manifest's line {name} was taken for {first} and for {other}: if they are of different issues, "
                 "write their folders into the manifest and import again")
        for name, (first, other) in order.manifest.several.items():
            self.stderr.write(told.format(name=name, first=first, other=other))
        self.stdout.write(closing_table(account, progress.seconds, order.dry_run))
        if account.refused:
            ending = _("{number} files would be refused; nothing was written") if order.dry_run else _(
                "{number} files were refused; the others are in")
            raise CommandError(ending.format(number=len(account.refused)))

    def _order(self, options: dict[str, Any]) -> Order:
        paths, workers = options["paths"], options["workers"]
        most = 4 * (os.cpu_count() or 1)
        if not 1 <= workers <= most:
            raise CommandError(_("--workers {number}: between 1 and {most}").format(number=workers, most=most))
        if "" in paths:
            raise CommandError(_("an empty PATH names nothing: name a file or folder, or write . for the folder you are in"))
        try:
            facts = _facts(options)
            manifest = read_manifest(options["manifest"]) if options["manifest"] else Manifest({})
        except (BadManifest, ValueError) as error:
            raise CommandError(str(error)) from error
        if not paths and (facts != PageFacts() or options["manifest"]):
            raise CommandError(_("name the files or folders that the options are meant for"))
        if not paths and not options["reread"]:
            paths, facts, manifest = self._samples(options)
        return Order(paths, facts, manifest, workers, options["reread"], options["dry_run"], options["fail_fast"])

    def _samples(self, options: dict[str, Any]) -> tuple[list[str], PageFacts, Manifest]:
        """The sample pages; refused beside real ones, where invented people would mix with real ones."""
        if not options["samples"] and Page.objects.exclude(newspaper__sample=True).exists():
            raise CommandError(_("there are real pages here: sample pages would mix invented people with them. "
                                 "Name the files to import, or say --samples"))
        return [str(SAMPLES / "*.txt")], SAMPLE_FACTS, read_manifest(SAMPLES / "manifest.csv")
