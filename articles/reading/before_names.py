"""What stands before a place where a name may begin: a post, a label, a body, a mark, or nothing that lets one begin."""

from __future__ import annotations

import re

from articles.reading.after_names import COMMON
from articles.reading.candidates import LABELS, OPENING, Left, Page
from articles.reading.lists import FIRST_LETTER
from articles.reading.posts import GENERIC, HEADS, head_length
from articles.reading.surnames import COMPOUND, SURNAMES
from articles.reading.tables import lengths_by_ending, words_of

_PERSONS = words_of("contexts", "label")
_APPOINTING = words_of("contexts", "appoint")
LABELLING = LABELS | _APPOINTING
_LABEL_LENGTHS = lengths_by_ending(LABELLING)
LINKS = frozenset("由与和同及向对为给让请跟被是像称的日晚了在")
_BODY_LIKE = frozenset("中小村局院队组社班区镇乡司厂行所站办委店团会校部科处")
_MOST_KEPT = 50_000  # places whose left side is kept
_SURE_SURNAME = 0.8
_SCHOOLS = frozenset({"中学", "小学", "大学", "同学"})
_LIKENESSES = frozenset("员长师官户人民生者手匠兵嫂爷婆妈爸哥姐弟妹夫妻友客主工农商警婿媳孩童舅姨姑孙徒士家亲娘汉伴板军属")
_LEFTS = (
    frozenset(_LABEL_LENGTHS)
    | {word[-1] for word in HEADS | GENERIC}
    | LINKS
    | OPENING
    | _LIKENESSES
    | _BODY_LIKE
    | frozenset(")岁在学")
)
PLACES = re.compile(f"(?<![^{re.escape(''.join(sorted(_LEFTS)))}]){FIRST_LETTER}")
REPORTER = re.compile("(?:[记記]者|通[讯訊][员員])[ :]?$")  # whose names are bylines, no people of the article
_BELONGING = re.compile(
    "(?:[乡镇村县区校院]队|班|年级|[中小大]学|[一二三四五六七八九十][中小]|学校|学院|村|社区|镇|乡|公司|医院|[大支中]队|代表队|厂|组|来自[\u4e00-\u9fff]{2,8}|岁)的$"
)


def left_side(text: str, at: int) -> Left:
    """What stands before offset `at`; closed where no name can begin, in the middle of a post for instance."""
    head = head_length(text, at)
    if text[at - 1 : at] == ")" and at > 1:
        if text[at] == "班":
            return "closed"  # 六(3)班
        bracket = text.rfind("(", max(0, at - 12), at)
        if bracket > 0 and head_length(text, bracket):
            return "post"
    if head and not head_length(text, at + 1):
        return "generic" if text[at - head : at] in GENERIC else "post"
    return "closed" if head_length(text, at + 1) else _left_word(text, at)


def left_on(page: Page, text: str, at: int) -> Left:
    """`left_side`, worked out once for each place of a page."""
    known = page.lefts.get((text, at))
    if known is None:
        if len(page.lefts) > _MOST_KEPT:
            page.lefts.clear()
        known = page.lefts[text, at] = left_side(text, at)
    return known


def appointed_at(text: str, at: int) -> bool:
    """Whether a word of appointing or removing ends at offset `at` (免去)."""
    return _label_before(text, at) in _APPOINTING


def _left_word(text: str, at: int) -> Left:
    """What stands before offset `at` where no post does."""
    word = _label_before(text, at)
    astride = len(word) < 2 and (text[at - 1 : at + 1] in COMMON or (word and text[at - 2 : at] in COMMON))
    if astride or REPORTER.search(text, max(0, at - 5), at):
        return "closed"
    if word:
        return "post" if word in _APPOINTING else "person" if word in _PERSONS else "label"
    return _left_letter(text, at)


def _left_letter(text: str, at: int) -> Left:
    """What the character before offset `at` tells where no word of ours stands."""
    previous = text[at - 1 : at]
    if previous == "的" and _BELONGING.search(text, max(0, at - 12), at):
        return "label"
    if previous in _LIKENESSES:
        return "likeness"
    if previous in _BODY_LIKE or text[at - 2 : at] in _SCHOOLS:
        surname = text[at : at + 2] if text[at : at + 2] in COMPOUND else text[at]
        return "body" if SURNAMES.get(surname, 0.0) >= _SURE_SURNAME else "closed"
    return "open" if not previous or previous in OPENING or previous in LINKS else "closed"


def _label_before(text: str, at: int) -> str:
    """The label or the word of appointing that ends at offset `at`, empty where there is none."""
    for length in _LABEL_LENGTHS.get(text[at - 1 : at], ()):
        if length <= at and text[at - length : at] in LABELLING:
            return text[at - length : at]
    return ""
