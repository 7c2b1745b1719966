"""manage.py compile_career: 人物任职简历."""

from argparse import ArgumentParser
from dataclasses import replace
from typing import Any

from newsroom.compiling.commanding import CompileCommand
from newsroom.compiling.commission import Commission

EXAMPLES = """示例 Examples
  manage.py compile_career 某某某 -o 简历.docx
  manage.py compile_career 12 --years 2020-2022       按编号（编辑台“人物”页网址里的数字）
同名的人会列出编号和职务，请用编号再来一次。普通人、未成年人和已隐去的人不编。
Namesakes are listed with their numbers; private people, minors and withheld ones have no career compiled."""


class Command(CompileCommand):
    """A person in, a career out."""

    help = "编一个人的任职简历：职务和公开活动，依次列出。 One person's posts and events in order, with sources."
    product = "career"
    examples = EXAMPLES

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Besides what all products take: whose."""
        parser.add_argument("person", metavar="人物", help="姓名或编号")
        super().add_arguments(parser)

    def commission(self, options: dict[str, Any]) -> Commission:
        """With the person asked for."""
        return replace(super().commission(options), person=options["person"])
