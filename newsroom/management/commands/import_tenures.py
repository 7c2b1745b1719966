"""manage.py import_tenures: what the office already holds about who held which post, as evidence beside the pages."""

from __future__ import annotations

from argparse import ArgumentParser, RawDescriptionHelpFormatter
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from tqdm import tqdm

from newsroom.manifest import area_path
from newsroom.tenure_import import TenureAccount, import_table

EXAMPLES = """表格 Table（CSV；UTF-8 或 GB18030；首行为列名，中文英文均可）
  姓名,职务,单位,地区,任职起,任职止,任职方式,届,备注,出处
  某甲,县长,,某省某市某县,2016-06-12,2019-09,选举,第十六届,,《某县组织史资料》第三卷第12页
  某乙,党组书记、局长,县水利局,,2018,至今,任命,,主持工作,某任〔2018〕5号
必填：姓名 职务 出处。日期知道多少写多少：2021-07-30、2021-07、2021；任职止空着或写“至今”表示文件没有写离任。
一行可写几个职务（用、隔开）；职级（一级调研员）不是职务，不录。
示例 Examples
  manage.py import_tenures 历任领导.csv --area 某省某市某县
  manage.py import_tenures 历任领导.csv --dry-run            只说会发生什么，什么也不改
再导入同样的文件不会改变任何东西；编辑撤回过的条目不会因此恢复。任何一行有错，整个文件都不收，并逐行说明。
与报纸不一致的条目会进入编辑部的“任职疑点”队列。
All lines are taken or none; importing a file again changes nothing; lines that editors withdrew stay withdrawn."""


class Command(BaseCommand):
    """Options in, one call out (newsroom.tenure_import.import_table)."""

    help = "导入已有的任职资料（组织史资料、任免文件），每行须有出处。 Load tenures that the office already holds."

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> Any:
        """A parser whose help keeps the examples' lines."""
        kwargs |= {"epilog": EXAMPLES, "formatter_class": RawDescriptionHelpFormatter}
        return super().create_parser(prog_name, subcommand, **kwargs)

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The command line."""
        parser.add_argument("file", type=Path, metavar="FILE.csv", help="CSV 表，见下")
        parser.add_argument("--area", default="", metavar="省市县",
                            help="没有写地区的行属于哪里，如 某省某市某县；不写则用报纸所在的县市")
        parser.add_argument("--dry-run", action="store_true", help="只说会发生什么，不写入")

    def handle(self, *args: Any, **options: Any) -> None:
        """Import, print the account; CommandError (exit status 1) when the table can't be used."""
        bar: tqdm[Any] = tqdm(unit=_("people"), file=self.stderr._out, disable=not self.stderr.isatty())  # type: ignore[call-overload]

        def tell(done: int) -> None:
            bar.update(done - bar.n)

        try:
            with bar:
                account = import_table(options["file"], area_path(options["area"]), options["dry_run"], tell)
        except ValueError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(_told(account, options["dry_run"]))


def _told(account: TenureAccount, dry_run: bool) -> str:
    """The account as lines of "label  number"."""
    lines = [_("dry run: nothing was written")] if dry_run else []
    if account.unread:
        lines.append(_("columns that are not read: {columns}").format(columns=", ".join(account.unread)))
    rows = [
        (_("lines of the table"), account.lines), (_("documents new"), account.documents.new),
        (_("documents there already"), account.documents.known), (_("withdrawn earlier, left so"), account.documents.withdrawn),
        (_("all documents of people on pages"), account.attached), (_("of people on no page"), account.alone),
        (_("of one of several people, to be decided"), account.several),
        (_("conflicts with documents, to be looked at"), account.conflicts),
    ]
    return "\n".join([*lines, *(f"  {label:<24}{number:>10,}" for label, number in rows)])
