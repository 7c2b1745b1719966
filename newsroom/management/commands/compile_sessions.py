"""manage.py compile_sessions: 会议届次表."""

from newsroom.compiling.commanding import CompileCommand

EXAMPLES = """示例 Examples
  manage.py compile_sessions -o 会议届次表.docx
  manage.py compile_sessions --area 某县 --years 2020- -o 届次.csv
同名的市、县会议是两个系列；报上没有的次数写作“缺第5、7–9次”，不等于没有召开。
Series of one name in two areas are two; missing numbers are shown as gaps."""


class Command(CompileCommand):
    """Options in, tables of numbered meetings out."""

    help = "按系列编会议届次表，缺的次数一并列出。 Numbered meetings by series, with the numbers that are missing."
    product = "sessions"
    takes = frozenset({"area", "sort"})
    examples = EXAMPLES
