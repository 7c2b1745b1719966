"""Who wrote an article: the byline at its end or its front."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from itertools import accumulate

from articles.reading.after_names import COMMON
from articles.reading.candidates import CONFUSABLE
from articles.reading.credits import PLACE, RANK, has_label, is_by_sound, is_office, is_plain_name, likely_given, names_in
from articles.reading.searching import holds_pair
from articles.reading.surnames import SURNAME_CLASS, surname_weight
from articles.reading.types import Text

_BRACKETED = re.compile(r"^[\(\[【〔〖<「『]([^\)\]】〕〗>」』]{2,60})[\)\]】〕〗>」』]$")
_POSSIBLE = re.compile(
    rf"[\(\[【〔〖<「『□○●◎■◆△▲☆★@/]|{PLACE}{RANK}(?:记者|通讯|报道|撰稿|实习|作者|编辑)|{SURNAME_CLASS}|.·|[文图摄供撰]|[\u4e00-\u9fff]{{2,4}}(?:文/图|/文|/图|文图|摄影|摄$)"
)
_NOT_NAMES = re.compile(
    r"[年月日会县市镇乡村局委办部院校组队员长的了在与和对为是等说]$|会议|召开|工作|活动|调研|公告|通知|简讯|要闻|经济|安全|项目|建设|发展"
)
_SOURCE = re.compile(
    r"[\(\[【〔](?:[^\(\)。]{0,24}(?:供稿|供图|提供|整理|综合|摄|报道|宣传部|编辑部)"
    r"|(?:来源|作者|本报讯|据|摘自|选自|转自|原载)[^\(\)。]{1,30})[\)\]】〕]"
)
_OFFICE_LINE = re.compile(r"[\u4e00-\u9fff]{2,14}(?:供稿|供图|提供)$|[□■●◎]*本[报台刊](?:特约)?(?:评论员|编辑部|编委会)$")
_SOURCE_ENDS = frozenset(")]】〕稿图供员部会")
_NO_NAME = re.compile(
    r"(?:.{1,8}报|.[宣轩]|简[讯介报]|常委会|高[速铁考]|平安|安全|文明|文化|文艺|明天|时[讯政]|水利|金融|党[建史]|国[庆税]|都市|马上|钟声)$"
)
_SIGNER = re.compile(
    r"作者.{1,24}|(?:热心)?(?:读者|村民|市民|居民|网友)|[\u4e00-\u9fff\d]{2,16}(?:村|组|镇|乡|街道|社区|小区|厂|矿|场|校|学|园|站|局|委|办|院|公司|中心|银行|队"
    r"|职工|教师|读者|村民|市民|居民|学生|家长|学员|网友|农民|工人|干部|党员|户主|代表)"
)
"""Who signs a letter or is said to be its author, before the name: 思林镇英竹村 梁世昌, (作者系马头山林场场长 汤子明)."""
_BEFORE_LABEL = re.compile(r"([\u4e00-\u9fff]{2,4})(?:文/图|图/文|文图|摄影报道|摄影|/文|/图|摄)")
_SHORT, _SURE, _LIKELY, _RARE = (2, 3), 0.9, 0.5, 0.1
_OFFICE_ENDS = frozenset("办局委部院校站所社组联会宣")
_RUN_TOGETHER = 0.7
"""Weight that the surnames of names without anything between them must have."""
_ONE_NAME, _LONGEST_BRACKET, _LONGEST = 3, 12, 60
_MARKS = frozenset("(□○●◎■◆△▲☆★/")
_EMPLOYER = 16
_EMPLOYED = re.compile(r"[\u4e00-\u9fff]{0,6}(?:融媒体中心|新闻中心|电视台|报社)记者")

FRONT_CREDITS = re.compile(
    rf"[□○●◎■◆]*({PLACE}{RANK}(?:记者|通讯员)[\u4e00-\u9fff·]{{2,30}}?)"
    r"(?:摄影报道|报道[:,]?|[:\n]|(?=[\d\(\[【]|本报|近日|日前|昨|为))"
)
"""Credits without brackets before a lead: 本报记者李明报道; group 1 has the labels and names."""


@dataclass(frozen=True, slots=True)
class Byline:
    """A byline as printed and its names; `start` is where in the body it begins (the body's length if there is none)."""

    text: str | None
    reporters: tuple[str, ...]
    start: int


def is_byline_line(folded: str, breaks: Collection[int] = ()) -> bool:
    """Whether a whole line is a byline; `breaks` are the offsets before which a blank stood.

    >>> is_byline_line("(通讯员李明文/图)"), is_byline_line("张伟"), is_byline_line("我县召开会议")
    (True, True, False)
    """
    if len(folded) > _LONGEST:
        return False
    employed = folded.find("记者", 1, _EMPLOYER) > 0 and _EMPLOYED.match(folded) is not None
    placed = breaks and (is_office(folded[: min(breaks)]) or _SIGNER.fullmatch(folded[: max(breaks)]))
    if not (employed or placed or _POSSIBLE.match(folded)):
        return False
    run_together = folded[0] not in "([【" and not breaks and len(folded) > _ONE_NAME and not has_label(folded)
    if run_together and holds_pair(folded, COMMON):
        return False
    return bool(_credited(folded, breaks))


def _credited(credits: str, breaks: Collection[int]) -> tuple[str, ...]:
    """The names in `credits` where they are a byline; none where they are other words."""
    inner = _BRACKETED.match(credits)
    words = inner[1] if inner else credits
    left = 1 if inner else 0
    if words[-1] in ",、;:" or "。" in words or words.count("(") != words.count(")"):
        return ()
    inside = [at - left for at in breaks if at > left]
    labelled = has_label(words, inside)
    if (not labelled or words.startswith("作者")) and (signed := signature(words, inside)):
        return (signed,)
    names = () if not labelled and _is_other(words, inner is not None, inside) else names_in(words, inside)
    if labelled:
        return names or _sole_name(words)
    likely = ((inner or words[0] in _MARKS) and _are_bracketed(names, words, inside)) or _are_likely(names, words, inside)
    return names if likely else (words,) if not names and _is_pen_name(words, inside) else ()


def _are_bracketed(names: tuple[str, ...], words: str, breaks: Collection[int]) -> bool:
    """Whether brackets alone make a byline of a name or of several divided by blanks, whatever words they also are: (高原)."""
    if names == (words,) and len(words) > max(_SHORT) and is_by_sound(words):
        return True
    if names == (words,):
        return len(words) in _SHORT and surname_weight(words) >= _SURE and words[-1] not in _OFFICE_ENDS
    return len(names) > 1 and bool(breaks) and all(map(_is_likely, names))


def _is_likely(name: str) -> bool:
    """Whether one of several is a name: by its surname, by a likely given name, or a pen name that says one letter twice."""
    least = _RARE if likely_given([name]) else _LIKELY
    return surname_weight(name) >= least or (len(name) == 2 and name[0] == name[1])


def _sole_name(words: str) -> tuple[str, ...]:
    """The one name before a label at the end, whatever letters it has: 俄尔布吉 文/图."""
    found = _BEFORE_LABEL.fullmatch(words)
    return (found[1],) if found and not holds_pair(found[1], COMMON) else ()


def _is_other(words: str, bracketed: bool, breaks: Collection[int]) -> bool:
    """Whether words without a label are too long for names, or another word's."""
    if bracketed and breaks:
        return len(words) > _LONGEST_BRACKET
    if _NO_NAME.match(words) or (not bracketed and not breaks and CONFUSABLE.get(words) == "v"):
        return True
    return len(words) > (_LONGEST_BRACKET if bracketed else 20) or (len(words) > 3 and _NOT_NAMES.search(words) is not None)


def _are_likely(names: tuple[str, ...], words: str, breaks: Collection[int]) -> bool:
    """Whether names that no label stands by are names, by what they are or by the office before them."""
    wanted = _RARE if likely_given(names) else 0.5 if len(names) < 2 else 0.3
    if breaks and is_office(words[: min(breaks)]):
        return True
    if len(names) > 1 and not breaks and "".join(names) == words:
        ends = list(accumulate(map(len, names)))[:-1]
        if any(words[end - 1 : end + 1] in COMMON for end in ends) or any(surname_weight(name) < _RUN_TOGETHER for name in names):
            return False
    return bool(names) and all((surname_weight(name) >= wanted or is_by_sound(name)) and is_plain_name(name) for name in names)


def _credited_across(credits: str, breaks: Collection[int]) -> tuple[str, ...]:
    """The names in credits where one of the breaks is a line's end that cuts a name: ◆吴德 / 利 郑 重."""
    if not breaks or not (credits[0] in _MARKS or has_label(credits)):
        return ()
    tried = (_credited(credits, [one for one in breaks if one != left_out]) for left_out in breaks)
    return next(filter(None, tried), ())


def signature(words: str, breaks: Collection[int]) -> str | None:
    """The name behind the last blank of a line that tells where its signer lives or works; None if it is no such line.

    >>> signature("思林镇英竹村梁世昌", (6,)), signature("思林镇英竹村梁世昌", ())
    ('梁世昌', None)
    """
    at = next((at for at in sorted(breaks, reverse=True) if 1 < len(words) - at < 5 and _SIGNER.fullmatch(words[:at])), 0)
    names = names_in(words[at:]) if at else ()
    return names[0] if len(names) == 1 and (is_plain_name(names[0]) or surname_weight(names[0]) >= _SURE) else None


def _is_pen_name(words: str, breaks: Collection[int]) -> bool:
    """Whether two or three letters are spaced out as a name is, though no surname begins them: 小 雨."""
    return 2 <= len(words) <= 3 and not _NO_NAME.match(words) and len(set(breaks)) == len(words) - 1 and is_plain_name(words)


def is_source_line(folded: str) -> bool:
    """Whether a line names an office or a source instead of people: (县农业局供稿), (来源:本报综合), (县农业局)."""
    if folded[-1:] in _SOURCE_ENDS and (_SOURCE.fullmatch(folded) or _OFFICE_LINE.fullmatch(folded)):
        return True
    inner = _BRACKETED.match(folded)
    return inner is not None and folded[0] in "([【〔" and is_office(inner[1])


_SENTENCE_END = re.compile(r"[。！？!?…][\"”’'』」》\)]*|\n")
_LAST_SENTENCE = re.compile(r"[。！？!?…][\"”’'』」》\)]*(?=[^。！？!?…]{2,60}$)")
_LAST_DATE = re.compile(r"\n[\d〇零○一二三四五六七八九十]{4}年[\d一二三四五六七八九十]{1,2}月[\d一二三四五六七八九十]{1,3}日\n*$")
_EDITORS_NOTE = re.compile(r"\n(?:编后语?|编者按|编者附言|编辑附言|记者附记|记者调查|记者回访|回音)[:,]")
_TAIL, _LONGEST_DATE = 90, 16


def read_byline(body: Text, breaks: Collection[int] = ()) -> Byline:
    """The byline at the end of `body` (its last line, or after its last full stop).

    `breaks` are the offsets of `body` before which a blank or a line's end stood on the page.

    >>> read_byline(Text("会议结束。陈芳", "会议结束。陈芳")).reporters
    ('陈芳',)
    """
    folded = body.folded
    length = len(folded)
    ends = [found.end() for found in _SENTENCE_END.finditer(folded, max(length - _TAIL, 0))]
    reporters: tuple[str, ...] = ()
    start = stop = len(folded.rstrip("\n"))
    if dated := _LAST_DATE.search(folded, max(length - _LONGEST_DATE, 0)):
        start = dated.start()
        ends = [at for at in ends if at <= start]
    for at in reversed(ends[-5:]):
        credits = folded[at:start].rstrip("\n")
        if not credits:
            continue
        inside = [b - at for b in breaks if at < b < at + len(credits)]
        names = _credited(credits, inside) or _credited_across(credits, inside)
        if not names or (reporters and not has_label(credits)):
            break
        reporters = (*names, *reporters)
        start = at
    if not reporters:
        start = stop
        start = _source_start(folded[:stop], ends)
    if start == stop:
        return Byline(None, _signed_before_note(folded, breaks), length)
    text = body.printed[start:stop].replace("\n", " ")
    return Byline(text, tuple(dict.fromkeys(reporters)), start - (folded[start - 1] == "\n"))


def last_line(body: Text) -> Byline:
    """The last paragraph of `body` as the byline of one person."""
    start = body.folded.rfind("\n") + 1
    return Byline(body.printed[start:], (body.folded[start:],), max(start - 1, 0))


def _signed_before_note(folded: str, breaks: Collection[int]) -> tuple[str, ...]:
    """Who signed a letter that a note of the editors follows (编后:…)."""
    note = _EDITORS_NOTE.search(folded)
    if note is None:
        return ()
    at = folded.rfind("\n", 0, note.start()) + 1
    if _LAST_DATE.fullmatch(folded, at - 1, note.start()):
        at, end = folded.rfind("\n", 0, at - 1) + 1, at - 1
    else:
        end = note.start()
    return _credited(folded[at:end], [b - at for b in breaks if at < b < end]) if at < end else ()


def _source_start(folded: str, ends: list[int]) -> int:
    """Where at the end of a text an office or a source begins; its length where there is none."""
    for at in reversed(ends):
        if at < len(folded):
            return at if is_source_line(folded[at:].rstrip("\n")) else len(folded)
    return len(folded)


def ends_in_byline(folded: str, breaks: Collection[int] = ()) -> bool:
    """Whether a line of text ends with a byline after its last full stop: `…工作。张伟` (`breaks` as elsewhere)."""
    left = max(len(folded) - _TAIL, 0)
    found = _LAST_SENTENCE.search(folded[left:])
    if not found:
        return False
    at = left + found.end()
    return is_source_line(folded[at:]) or is_byline_line(folded[at:], [b - at for b in breaks if b > at])
