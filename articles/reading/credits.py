"""The names in credits: (记者 … 通讯员 …), … 文/图, two names with a blank between, names run together."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from articles.reading.searching import holds_pair
from articles.reading.surnames import SINGLE, surname_length, surname_weight
from articles.reading.tables import any_of, lexicon_rows, words_of
from articles.reading.tongues import BY_SOUND

PLACE = r"(?:本报|本台|本网|本刊|本社)?"
RANK = r"(?:全媒体|融媒体中心|融媒体|融媒|新闻中心|电视台|报社|特约|特派|见习|实习|首席|驻站|驻县|青年|小)*"
_PERSON_LABEL = rf"{PLACE}{RANK}(?:记者|通讯员|报道员|评论员|撰稿人|实习生|编辑|作者)"
_LABEL = (
    rf"(?:{_PERSON_LABEL}|撰稿"
    r"|摄影报道|摄影记者|文并摄影|文并摄|文并图|撰文|文字整理|综合整理|摄影|摄像|文字|图文|图片|供稿|供图|来稿|采写|整理|报道|制图|文/图|图/文|文/摄|文图|文·图|图·文|/文|/图|/摄)"
)
_SPLITTER = re.compile(rf"{_LABEL}|[ 、,/&|;:—\-□○●◎■◆△▲☆★@()\[\]【】〔〕<>]+")
_PERSON = re.compile(_PERSON_LABEL)
_STARTS_WITH_LABEL = re.compile(rf"[□○●◎■◆△▲☆★@/ ]*(?:{_LABEL}|[文图摄][/: ])")
_LABELLED = re.compile(_LABEL)
_ENDS_WITH_LABEL = re.compile(r"(?:文/图|图/文|文/摄|文图|/文|/图|/摄|摄影报道|摄影|供图|报道|摄)$")
_LEVELS = frozenset("县市区旗州镇乡")
_MARKS = " 、,/&|;:—-"
_SINGLE_LABELS = frozenset("文图摄")
_OFFICE = re.compile(
    r"[\u4e00-\u9fff]{2,14}(?:办|局|委|部|院|校|中心|台|站|所|社|组|联|会|宣|办公室|政府|[镇乡县市区旗州]|[中小大]学|[支大]队|集团|公司)"
)
_PEN_NAME = re.compile("[公法检司组纪政农教卫交税工团妇科林水民人统国财审区县市体文经海供电]渔?[宣轩]")
_HAN_NAME = re.compile(r"[\u4e00-\u9fff]{2,4}")
_MINORITY = re.compile(rf"(?:{any_of(words_of('minority_names'))}){{1,3}}")
_COMMON = words_of("common_words")
_GIVEN = {letter: float(weight) for letter, weight in lexicon_rows("given_characters")}
_NO_FIRST = frozenset("在从到了就获还也是说等将向对为的于及与和被把让这那我他她")
_LONGEST = 60
_LIKELY_GIVEN = 0.0


@dataclass(slots=True)
class _Group:
    """Pieces between two labels; `sure`: the label before them is one of persons (记者, 通讯员), `editors`: 编辑."""

    sure: bool = False
    editors: bool = False
    pieces: list[str] = field(default_factory=list)


def has_label(words: str, breaks: Collection[int] = ()) -> bool:
    """Whether credits say what their people did: 记者, 通讯员, 文/图 …; behind a blank (`breaks`) too.

    >>> has_label("记者李明"), has_label("李明摄"), has_label("李明"), has_label("李明通讯员王芳", (2,))
    (True, True, False, True)
    """
    if _STARTS_WITH_LABEL.match(words) or _ENDS_WITH_LABEL.search(words):
        return True
    return any(_LABELLED.match(words, at) for at in breaks)


def waits_for_name(words: str) -> bool:
    """Whether credits end with a label whose name is still to come: 本报记者李明通讯员.

    >>> waits_for_name("本报记者李明通讯员"), waits_for_name("本报记者李明")
    (True, False)
    """
    return words.endswith(("记者", "通讯员"))


def is_office(words: str) -> bool:
    """Whether words name an office rather than a person: 县委办, 镇党政办.

    >>> is_office("镇党政办"), is_office("李明")
    (True, False)
    """
    return bool(_OFFICE.fullmatch(words)) and (len(words) > 3 or surname_weight(words) < 0.8)


def _names_office(piece: str, sure: bool) -> bool:
    """Whether one of several pieces is an office's: 镇党政办, 公宣; behind a label of persons 孔令旗 is none."""
    if _PEN_NAME.fullmatch(piece):
        return True
    return len(piece) > 2 and (is_office(piece) if sure else _OFFICE.fullmatch(piece) is not None)


def is_plain_name(name: str) -> bool:
    """Whether a name that no label stands by is rather a name than other words: 林岭, but not 文体 or 公示."""
    given = name[surname_length(name) :]
    if "·" in name or not given:
        return True
    likely = sum(_GIVEN.get(letter, 0.0) for letter in given) / len(given)
    if name in _COMMON and likely < 0.8:
        return False
    return likely > -1.5 or (len(given) == 1 and surname_weight(name) >= 0.8 and likely > -2.5)


def is_by_sound(name: str) -> bool:
    """Whether a name is written by its sound: 特·那顺巴图, 仁钦."""
    return bool(_MINORITY.fullmatch(name)) or all(letter in BY_SOUND for letter in name.replace("·", ""))


def likely_given(names: Sequence[str]) -> bool:
    """Whether all names have three characters or more and given names such as people have, whatever their surnames.

    >>> likely_given(["类延明"]), likely_given(["全县会"])
    (True, False)
    """
    return all(len(name) > 2 and min(_GIVEN.get(letter, 0.0) for letter in name[1:]) > _LIKELY_GIVEN for name in names)


def names_in(credits: str, breaks: Collection[int] = ()) -> tuple[str, ...]:
    """The names in a byline, none if anything in it is neither name, label nor office.

    `breaks` are the offsets in `credits` before which a blank stood on the page.

    >>> names_in("记者李明通讯员王小红"), names_in("张文李京华", (2,)), names_in("李明", (1,)), names_in("记者在现场")
    (('李明', '王小红'), ('张文', '李京华'), ('李明',), ())
    """
    if len(credits) > _LONGEST:
        return ()
    marked: list[str] = []
    at = 0
    labels = [found.span() for found in _SPLITTER.finditer(credits)] if breaks else []
    real = sorted(b for b in breaks if 0 < b < len(credits) and not any(left < b < right for left, right in labels))
    for end in (*real, len(credits)):
        marked.append(credits[at:end])
        at = end
    if credits[-1:] == "摄" and len(marked[-1]) > 1 and not _LABELLED.search(marked[-1]):
        marked[-1] = marked[-1][:-1]
    names: list[str] = []
    for group in _groups(" ".join(marked)):
        found = _names_of_group(group)
        if found is None:
            return ()
        names.extend(found)
    return tuple(dict.fromkeys(names))


def _groups(marked: str) -> list[_Group]:
    """Pieces of names divided by blanks only, grouped between labels and other separators."""
    groups = [_Group()]
    at = 0
    for found in (*_SPLITTER.finditer(marked), None):
        piece = marked[at : found.start() if found else len(marked)]
        opened = (groups[-1].sure and not groups[-1].pieces and len(marked) > at + 1) or _waits_for_given(groups[-1])
        if piece in _SINGLE_LABELS and not opened:
            groups.append(_Group())
        elif piece:
            groups[-1].pieces.append(piece)
        if found is None:
            break
        if found[0].strip():
            goes_on = not groups[-1].pieces and found[0][0] in _MARKS
            sure = _PERSON.fullmatch(found[0]) is not None or (goes_on and groups[-1].sure)
            groups.append(_Group(sure, found[0].endswith("编辑") or (goes_on and groups[-1].editors)))
        at = found.end()
    return [group for group in groups if group.pieces]


def _waits_for_given(group: _Group) -> bool:
    """Whether the last of single letters is a surname that wants its given name: 潘 登 蓝; 通讯员 温 [文]."""
    singles = list(takewhile(lambda piece: len(piece) == 1, reversed(group.pieces)))
    return len(singles) % 2 == 1 and (len(singles) > 1 or group.sure) and surname_weight(singles[0]) > 0


def _names_of_group(group: _Group) -> list[str] | None:
    """The names of a group, an empty list for an office's pen name, None where it holds other words."""
    pieces = group.pieces
    if _PEN_NAME.fullmatch("".join(pieces[:2])) and len(pieces) > 2:
        pieces = pieces[2:]  # 体 宣  吴 晓 东
    if len(pieces) > 1:
        pieces = [piece for piece in pieces if not _names_office(piece, group.sure)] or pieces[-1:]
    whole = "".join(pieces)
    office = len(pieces) < 2 and (is_office(whole) or _PEN_NAME.fullmatch(whole))
    if group.editors or office or whole in _LEVELS:
        return []
    found = _names_of(pieces)
    if found or not group.sure:
        return found or None
    if all(len(piece) == 1 for piece in pieces):
        pieces = [whole]
    return list(pieces) if all(_HAN_NAME.fullmatch(piece) and _may_be_name(piece) for piece in pieces) else None


def _may_be_name(piece: str) -> bool:
    """Whether letters that begin with no known surname may be a name all the same (阿牧, 次央), not 在现场."""
    if piece in _COMMON or piece[0] in _NO_FIRST:
        return False
    return len(piece) < 3 or not holds_pair(piece, _COMMON)


def _names_of(pieces: Sequence[str]) -> list[str]:
    """Names of which every piece is one, several run together, or a part (李 明, 孟子 涵); none if any piece is not."""
    names: list[str] = []
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        following = pieces[at + 1] if at + 1 < len(pieces) else ""
        after = pieces[at + 2] if at + 2 < len(pieces) else ""
        if piece == following and len(piece) == 1:
            found, used = [piece + following], 2  # 莎 莎
        elif len(piece) == 1 and following and len(following) <= 2:
            odd = len(following) == 1 and len(after) == 1 and at + 3 == len(pieces)
            found, used = _run_together(piece + following + (after if odd else "")), 3 if odd else 2
        elif len(piece) == 2 and len(following) == 1 and (len(after) != 1 or surname_weight(after) > surname_weight(following)):
            found, used = _run_together(piece + following), 2
        else:
            found, used = _run_together(piece), 1
        if not found:
            return []
        names.extend(found)
        at += used
    return names


def _run_together(words: str) -> list[str]:
    """Names without a blank between: 张文文李京华 → 张文文, 李京华; none if the characters cannot be divided so."""
    if "·" in words:
        dotted = re.fullmatch(r"[\u4e00-\u9fff]{1,6}(?:·[\u4e00-\u9fff]{1,6})+", words)
        return [words] if dotted and not holds_pair(words, _COMMON) else []
    if 1 < len(words) <= 7 and (_MINORITY.fullmatch(words) or (len(words) > 3 and all(letter in BY_SOUND for letter in words))):
        return [words]
    length = surname_length(words)
    if length == len(words) > 1 and words[0] in SINGLE:
        length = 1
    if not length or not length < len(words) <= 15 or not re.fullmatch(r"[\u4e00-\u9fff]+", words):
        return []
    if len(words) <= length + 2:
        return [words]
    for size in (length + 2, length + 1):
        rest = _run_together(words[size:])
        if rest:
            return [words[:size], *rest]
    return []
