"""What the compile_… commands share: options in, one file or the standard output, and what was left out on the error output."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from io import BytesIO
from pathlib import Path
from typing import Any, ClassVar

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from .commission import SORTINGS, CannotCompile, Commission, years_asked
from .documents import Compilation
from .products import FORMATS, LINES, PRODUCTS
from .word import write_docx

ONLY = {"入选": "chosen", "候选": "candidate", "chosen": "chosen", "candidate": "candidate"}
SORTED = {"原序": "printed", "笔画": "strokes", "拼音": "pinyin", **{name: name for name in SORTINGS}}


class CompileCommand(BaseCommand):
    """A command that compiles one product. `product` is its key in PRODUCTS; `takes` the options that it has."""

    product: ClassVar[str]
    takes: ClassVar[frozenset[str]] = frozenset()
    examples: ClassVar[str]

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> Any:
        """A parser whose help keeps the examples' lines."""
        kwargs |= {"epilog": self.examples, "formatter_class": RawDescriptionHelpFormatter}
        return super().create_parser(prog_name, subcommand, **kwargs)

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The command line: what the product takes, and where it goes."""
        if "area" in self.takes:
            parser.add_argument("--area", default="", metavar="县名", help="哪个县（市、区），简称或全称；只有一个时可不写")
        parser.add_argument("--years", default="", metavar="2020-2022", help="年份：2020、2020-2022、2020-、-2022；不写则不限")
        if "only" in self.takes:
            parser.add_argument("--only", default="", choices=list(ONLY), help="只要入选（或只要候选）的条目")
        if "sort" in self.takes:
            parser.add_argument("--sort", default="printed", choices=list(SORTED),
                                help="人名次序：原序（报上次序，默认）、笔画、拼音")
        parser.add_argument("--output", "-o", type=Path, metavar="文件", help="写到哪个文件：.docx、.csv 或 .txt；不写则显示文本")
        parser.add_argument("--format", default="", choices=FORMATS, help="格式；不写则看文件的后缀")
        parser.add_argument("--overwrite", action="store_true", help="文件已有时覆盖它")

    def commission(self, options: dict[str, Any]) -> Commission:
        """What the options ask for."""
        first, last = years_asked(options["years"])
        return Commission(area=options.get("area", ""), first_year=first, last_year=last,
                          only=ONLY.get(options.get("only", ""), ""), sorting=SORTED[options.get("sort", "printed")])

    def handle(self, *args: Any, **options: Any) -> None:
        """Compile and write; CommandError where it can't be, with what to do."""
        output: Path | None = options["output"]
        form = options["format"] or (output.suffix.lstrip(".").lower() if output else "txt")
        if form not in FORMATS:
            raise CommandError(_("“{file}” should end in .docx, .csv or .txt, or say --format").format(file=output))
        if output is None and form == "docx":
            raise CommandError(_("a .docx has to be written to a file: --output FILE.docx"))
        if output and output.exists() and not options["overwrite"]:
            raise CommandError(_("{file} is there already, perhaps with your own work in it: name another file, or say "
                                 "--overwrite").format(file=output))
        try:
            compilation = PRODUCTS[self.product].compile(self.commission(options))
            self._write(compilation, form, output)
        except CannotCompile as refusal:
            raise CommandError(str(refusal)) from refusal
        except OSError as error:
            if output is None:
                raise
            raise CommandError(_("{file} can't be written: {reason}").format(file=output, reason=error.strerror)) from error
        for line in compilation.left_out:
            self.stderr.write(line)

    def _write(self, compilation: Compilation, form: str, output: Path | None) -> None:
        if output is None:
            for line in LINES[form](compilation):
                self.stdout.write(line, ending="")
        elif form == "docx":
            whole = BytesIO()
            write_docx(compilation, whole)
            output.write_bytes(whole.getvalue())
        else:
            with output.open("w", encoding="utf-8", newline="") as target:
                target.writelines(LINES[form](compilation))
        if output:
            print(_("written: {file}").format(file=output), file=sys.stderr)
