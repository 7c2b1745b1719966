"""manage.py compile_cards: 资料卡片."""

from argparse import ArgumentParser
from dataclasses import replace
from typing import Any

from newsroom.compiling.commanding import CompileCommand
from newsroom.compiling.commission import Commission

EXAMPLES = """示例 Examples
  manage.py compile_cards --article 12 15 -o 卡片.docx       文章全文
  manage.py compile_cards --event 7 -o 卡片.docx             报道该事件的句子
  manage.py compile_cards --person 某某某 --years 2022 -o 卡片.csv
  manage.py compile_cards --only 入选 -o 卡片.docx           入选大事记的全部事件
每张卡片：主题、时间、摘录、出处、校核人（空着，由核对原报的人填写）。
One card each: subject, date, extract, source, and room for the name of whoever checks it."""


class Command(CompileCommand):
    """A selection in, cards out."""

    help = "把文章、事件或一个人的报道做成资料卡片。 Cards of articles, events or what is printed of a person."
    product = "cards"
    takes = frozenset({"area", "only"})
    examples = EXAMPLES

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Besides what all products take: of what."""
        super().add_arguments(parser)
        parser.add_argument("--article", nargs="+", type=int, default=[], metavar="编号", help="文章")
        parser.add_argument("--event", nargs="+", type=int, default=[], metavar="编号", help="事件")
        parser.add_argument("--person", default="", metavar="人物", help="姓名或编号")

    def commission(self, options: dict[str, Any]) -> Commission:
        """With the selection asked for."""
        return replace(super().commission(options), articles=tuple(options["article"]), events=tuple(options["event"]),
                       person=options["person"])
