"""Names that don't begin with a surname we list: with a dot (阿依努尔·买买提), of other tongues (巴特尔), of rare surnames.

They are only taken in strong places: after a post or a label, or in a list with others; and where several pieces of other
tongues stand together.
"""

from __future__ import annotations

import re

from articles.reading.after_names import MARKS, right_side
from articles.reading.candidates import GIVEN, LABELS, OPENING, Page
from articles.reading.overlaps import NameSpan
from articles.reading.posts import GENERIC, head_length
from articles.reading.surnames import SINGLE
from articles.reading.tables import lengths_by_ending, words_of
from articles.reading.tongues import BY_SOUND, DOTS, LETTERS, OPENING_PIECE, OPENINGS, PIECES, pieces_end, tongue_end

_WORDS = words_of("common_words") | words_of("followers")
_LABEL_LENGTHS = lengths_by_ending(LABELS)
_DOT = re.compile("(?<=[\u4e00-\u9fff])[·•・](?=[\u4e00-\u9fff])")
_LINKS = frozenset("由与和同及向对为给让请跟被是像随称据经的")
_NO_NAME = re.compile("[会办室组团处部局院所站队级员长人们者性制度化等及和与在到对将就也还又已会要不]")
_PLACE = re.compile("[县市旗镇乡村盟州区河湖山滩]|苏木|嘎查|草原|浩特|水库|景区|公司|牧场|社区|街道|自治|小学|中学")
_OF_PLACE = re.compile("[乡村镇旗县队]的$|嘎查的$|苏木的$")
_ACTS = 3
_LIKELY_BY_SOUND = 0.6  # share of a dotted name's characters that are used to write sounds
_PLACE_ENDS = frozenset("镇乡县旗市")
_SAYING = frozenset("说道称")
_FURTHEST = 8  # characters before the first dot of a name


def unlisted_names(text: str, page: Page) -> list[NameSpan]:
    """Names of other shapes than surname and given name, with the lists that follow them."""
    return [*_dotted_names(text), *_after_posts(text, page), *_of_pieces(text)]


def _of_pieces(text: str) -> list[NameSpan]:
    """Names of four characters and more that their pieces prove wherever they stand (乌云毕力格), unless they are a place's."""
    found: list[NameSpan] = []
    for match in OPENING_PIECE.finditer(text):
        start = match.start()
        if found and start < found[-1].end:
            continue
        end = pieces_end(text, start)
        before = text[start - 1 : start]
        dotted = before in DOTS or text[end : end + 1] in DOTS
        whose = text[start:end] in PIECES and _OF_PLACE.search(text, max(0, start - 4), start)
        if (end - start < 4 and not whose) or dotted or _PLACE.match(text, end) or not right_side(text, end):
            continue
        free = bool(whose) or not before or before in OPENING or before in _LINKS or head_length(text, start)
        if free or any(text[start - length : start] in LABELS for length in _LABEL_LENGTHS.get(before, ()) if length <= start):
            found.append(NameSpan(start, end, "unlisted", 0.9))
    return found


def _after_posts(text: str, page: Page) -> list[NameSpan]:
    found: list[NameSpan] = []
    for start, end_of_post in page.posts(text):
        at = end_of_post
        opening = text[at : at + 2]
        if opening in _WORDS or opening[0] in "不没的们顶冒迎踏披":
            continue
        if opening[0] in SINGLE and opening not in OPENINGS and not tongue_end(text, at):
            continue
        if head_length(text, at + 1) or text[at - 2 : at] in GENERIC:
            continue
        strict = text[start:at] in LABELS
        end = end_of_unlisted(text, at, page, strict)
        while end:
            confidence = 0.98 if _is_of_other_tongue(text[at:end]) else 0.72
            found.append(NameSpan(at, end, "unlisted", confidence))
            at = end + 1
            end = end_of_unlisted(text, at, page, strict) if text[end:at] == "、" else None
    return found


def _is_of_other_tongue(name: str) -> bool:
    """Whether four characters or more are of other tongues, so that no surname explains the first of them."""
    if len(name) < 4:
        return False
    pieces = (name[start : start + length] in PIECES for length in (2, 3) for start in range(len(name) - 1))
    return tongue_end(name, 0) == len(name) or (all(letter in LETTERS for letter in name) and any(pieces))


def end_of_unlisted(text: str, at: int, page: Page, strict: bool) -> int | None:
    """Where a name without a listed surname ends that begins at `at`, None where none does.

    `strict`: only names all whose characters are frequent in names of other tongues.
    """
    whole = tongue_end(text, at)
    if whole and right_side(text, whole) and not _PLACE.match(text, whole) and text[whole - 1] not in _PLACE_ENDS:
        return whole
    if text[at : at + 2] in PIECES and right_side(text, at + 2) > 1:
        return at + 2
    for length in (3, 4, 2, 5, 6):
        name = text[at : at + length]
        if len(name) < length or not all("\u4e00" <= letter <= "\u9fff" for letter in name):
            continue
        if strict and length == 2 and name not in PIECES:
            continue
        right = right_side(text, at + length)
        tongues = sum(letter in LETTERS for letter in name) / length
        if right < (1 if tongues == 1 and name[:2] in OPENINGS else 2):
            continue
        if any(name[place : place + 2] in _WORDS for place in range(length - 1)):
            continue
        score = sum(1.0 if letter in LETTERS else GIVEN.get(letter, 0.5) for letter in name) / length
        if _NO_NAME.search(name) and tongues < 1:
            continue
        if tongues == 1 or (not strict and score > 0 and ((length == 3 and right > 2) or (page.count(name) > 1 and length > 2))):
            return at + length
    return None


def dotted_end(text: str, at: int) -> int | None:
    """Where a name with a dot ends that begins at offset `at`, None where none does."""
    dot = next((place for place in range(at + 2, min(len(text), at + _FURTHEST)) if text[place] in DOTS), None)
    if dot is None or any(letter in MARKS for letter in text[at:dot]):
        return None
    return _whole_dotted_end(text, dot) if _reads_by_sound(text, at, dot) else None


def _dotted_names(text: str) -> list[NameSpan]:
    """Names with a dot: back to the nearest boundary, on to where a name may end."""
    found: list[NameSpan] = []
    for dot in _DOT.finditer(text):
        if found and dot.start() < found[-1].end:
            continue
        start = _dotted_start(text, dot.start())
        if start is None:
            continue
        if _reads_by_sound(text, start, dot.start()) or head_length(text, start):
            found.append(NameSpan(start, _whole_dotted_end(text, dot.start()), "dotted", 0.98))
    return found


def _reads_by_sound(text: str, start: int, dot: int) -> bool:
    """Whether the characters around a dot are such as write the sounds of other tongues."""
    name = text[start:dot] + text[dot + 1 : _dotted_end(text, dot + 1)]
    return sum(letter in BY_SOUND for letter in name) >= _LIKELY_BY_SOUND * len(name)


def _whole_dotted_end(text: str, dot: int) -> int:
    end = _dotted_end(text, dot + 1)
    while text[end : end + 1] in DOTS and end < dot + 25:
        end = _dotted_end(text, end + 1)
    return end


def _dotted_start(text: str, dot: int) -> int | None:
    for start in range(dot - 2, max(-1, dot - _FURTHEST), -1):
        before = text[start - 1 : start]
        if not "\u4e00" <= text[start] <= "\u9fff":
            return start + 1 if start + 1 < dot - 1 else None
        free = not before or before in OPENING or before in _LINKS or head_length(text, start)
        if free and not head_length(text, start + 1):
            return start
        if any(text[start - length : start] in LABELS for length in _LABEL_LENGTHS.get(before, ()) if length <= start):
            return start
    start = dot
    while start > max(0, dot - _FURTHEST) and text[start - 1] in BY_SOUND:
        start -= 1
    return start if start < dot - 1 else None


def _dotted_end(text: str, at: int) -> int:
    whole = at
    while whole < min(len(text), at + 6) and text[whole] not in MARKS and "\u4e00" <= text[whole] <= "\u9fff":
        whole += 1
    sound = at
    while sound < whole and text[sound] in BY_SOUND:
        sound += 1
    for end in range(at + 2, whole + 1):
        right = right_side(text, end)
        if end < sound and not (right == _ACTS and text[end : end + 2] in _WORDS):
            continue  # …·赛力克江|主持: letters that write sounds too
        if text[end : end + 1] in _SAYING and text[end + 1 : end + 2] in MARKS:
            return end
        if right > 1 or (right == 1 and end - at > 2):
            return end
    return min(whole, at + 3)
