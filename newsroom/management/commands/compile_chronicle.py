"""manage.py compile_chronicle: 大事记."""

from newsroom.compiling.commanding import CompileCommand

EXAMPLES = """示例 Examples
  manage.py compile_chronicle                                        显示全部入选和候选的条目
  manage.py compile_chronicle --years 2020-2022 -o 大事记.docx
  manage.py compile_chronicle --area 某县 --only 入选 -o 大事记.csv
条目在编辑台“事件”中选：勾选后用“列入大事记”或“不列入大事记”。选定的条目重新导入也不会丢，可以撤回。
〔2022〕年：报上没印年份，是推定或编辑所定的，后面注明确定、推定或存疑。
Entries are chosen on the desk for events; candidates are marked, rejected ones left out."""


class Command(CompileCommand):
    """Options in, a chronicle out."""

    help = "按年月编大事记，每条注明出处。 A chronicle by year and month, every entry with its source."
    product = "chronicle"
    takes = frozenset({"area", "only", "sort"})
    examples = EXAMPLES
