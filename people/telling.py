"""Contradictions in the evidence for a post, in words: Chinese first, then English. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from .contradictions import Contradiction

WORDS: dict[str, tuple[str, str]] = {
    "together": (
        "{left}与{right}在{first}至{last}间同时被称为{post}（分别{left_count}次、{right_count}次），而此职只应有一人",
        "{left} and {right} are both cited as {post} between {first} and {last} ({left_count} and {right_count} times), "
        "though the post has one holder"),
    "after_successor": (
        "{right}已接任{post}（此前已被引述{right_count}次），{left}在{first}仍被称为{post}（{left_count}次）",
        "{left} is still cited as {post} on {first} ({left_count} times), after {right} took over"),
    "before_predecessor": (
        "{right}在{first}已被称为{post}（{right_count}次），而此后{left}仍任此职（{left_count}次）",
        "{right} is cited as {post} on {first} already ({right_count} times), while {left} went on ({left_count} times)"),
    "stray": (
        "{right}在{first}被称为{post}（{right_count}次），而此前此后任此职的都是{left}；疑为姓名、职务或日期有误",
        "{right} is cited as {post} on {first} ({right_count} times) amid the tenure of {left}: a slip of name, post or date?"),
    "after_former": (
        "{left}在{first}已被称为原{post}，{last}又被称为{post}（{left_count}次）",
        "{left} is called a former {post} on {first}, and again the {post} on {last} ({left_count} times)"),
    "before_start": (
        "{left}在{first}已被称为{post}（{left_count}次），早于文件所载的任职时间：{document}",
        "{left} is cited as {post} on {first} ({left_count} times), before the document has it: {document}"),
    "after_end": (
        "{left}在{last}仍被称为{post}（{left_count}次），晚于文件所载的离任时间：{document}",
        "{left} is still cited as {post} on {last} ({left_count} times), after the document ends it: {document}"),
    "documents": (
        "两份文件不一致：{first}至{last}间，{document}载{left}任{post}，{other}载{right}任{post}",
        "Two documents disagree: from {first} to {last} {document} has {left} as {post}, {other} has {right}"),
    "others_document": (
        "{left}在{first}被称为{post}（{left_count}次），而文件载当时任此职的是{right}：{document}",
        "{left} is cited as {post} on {first} ({left_count} times), while the document has {right}: {document}"),
    "several": (
        "文件所载的{name}（{post}）可能是以下几位中的任一位，尚未归入：{candidates}",
        "The {name} of the document ({post}) may be any of these, so it is attached to none: {candidates}"),
    "gap": (
        "{first}至{last}间，{left}之后、{right}之前，没有资料表明谁任{post}；未必是空缺，也可能是缺报",
        "From {first} to {last}, after {left} and before {right}, nothing says who was {post}: perhaps issues are missing"),
}
UNKNOWN = ("不详", "unknown")


def told(one: Contradiction, post: str, names: Mapping[int, str], sources: Mapping[int, str],
         candidates: str = "", name: str = "") -> str:
    """One line of Chinese and one of English. `names` of people and `sources` of documents by id.

    >>> found = Contradiction("stray", 1, 2, date(2016, 5, 3), date(2016, 5, 3), 9, 1)
    >>> told(found, "县长", {1: "沈知秋", 2: "陆远山"}, {}).splitlines()[0]
    '陆远山在2016-05-03被称为县长（1次），而此前此后任此职的都是沈知秋；疑为姓名、职务或日期有误'
    """
    def filled(language: int) -> str:
        def day(known: date | None) -> str:
            return known.isoformat() if known else UNKNOWN[language]

        def called(known: Mapping[int, str], identifier: int | None) -> str:
            return known.get(identifier or 0, UNKNOWN[language])

        return WORDS[one.kind][language].format(
            post=post, left=called(names, one.left), right=called(names, one.right), first=day(one.first), last=day(one.last),
            left_count=one.left_count, right_count=one.right_count, document=called(sources, one.document),
            other=called(sources, one.other), candidates=candidates, name=name)

    return f"{filled(0)}\n{filled(1)}"
