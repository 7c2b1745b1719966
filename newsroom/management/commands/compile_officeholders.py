"""manage.py compile_officeholders: 历任领导名录."""

from argparse import ArgumentParser
from dataclasses import replace
from typing import Any

from newsroom.compiling.commanding import CompileCommand
from newsroom.compiling.commission import Commission

EXAMPLES = """示例 Examples
  manage.py compile_officeholders -o 历任领导名录.docx
  manage.py compile_officeholders --area 某县 --years 2016-2021 -o 名录.csv
  manage.py compile_officeholders --departments --sort 笔画 -o 名录.docx
次序：县委、人大、政府、政协、纪委监委、法院、检察院；再按届、职务、任职先后。
首见、末见是报纸何时提到，不是任职起止；任职起止来自文件或编辑。
First and last mention are no dates of office."""


class Command(CompileCommand):
    """Options in, a register of office-holders out."""

    help = "按机构、届、职务编历任领导名录。 A register of office-holders by body, term and post."
    product = "officeholders"
    takes = frozenset({"area", "sort"})
    examples = EXAMPLES

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Besides what all products take: departments and towns."""
        super().add_arguments(parser)
        parser.add_argument("--departments", action="store_true", help="也列部门、乡镇和人武部")

    def commission(self, options: dict[str, Any]) -> Commission:
        """With the bodies asked for."""
        return replace(super().commission(options), more_bodies=options["departments"])
