"""How far a name reaches from the place where it begins, and how likely it is one at all.

Scores are sums of natural logarithms of odds: above 0 speaks for a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from operator import attrgetter
from typing import Literal, NamedTuple

from articles.reading.after_names import COMMON, FOLLOWING, MARKS, right_side
from articles.reading.areas import stems
from articles.reading.lookalike_words import goes_on_as_place, is_hamlet, tells_time
from articles.reading.posts import HEADS
from articles.reading.printed import Printed
from articles.reading.surnames import COMPOUND, SINGLE, SURNAMES
from articles.reading.tables import lengths_by_ending, lexicon_rows, words_of
from articles.reading.tongues import OPENINGS, tongue_end

Left = Literal["generic", "post", "person", "label", "likeness", "body", "open", "closed"]
"""What stands before a place where a name may begin (`before_names`)."""
_RARE = 1.0  # log odds of a character that hardly any text holds: names are where such characters live
_STOPPED = -4.0
_STOP = words_of("contexts", "stop")
GIVEN: dict[str, float] = {row[0]: float(row[1]) for row in lexicon_rows("given_characters")} | dict.fromkeys(_STOP, _STOPPED)
CONFUSABLE: dict[str, str] = dict.fromkeys(stems(), "n")  # 高平 and 安宁 are counties before they are people
CONFUSABLE.update((word, kind) for word, kind in lexicon_rows("confusable"))
for _kind in ("cut", "lead", "act", "speech"):
    CONFUSABLE.update(dict.fromkeys(words_of("contexts", _kind), "v"))
_ASTRIDE: dict[str, float] = {word: 2.5 if kind == 3 else 1.0 for word, kind in FOLLOWING.items() if kind in (2, 3)}
_SCHOOLS = frozenset({"初中", "高中", "小学", "中学", "大学"} | {number + "中" for number in "一二三四五六七八九十"})  # 会宁一中
_BAD_ENDINGS = frozenset(word[-2:] for word in HEADS) | _SCHOOLS
LABELS = words_of("contexts", "label") | words_of("contexts", "reach")
_POSTS = HEADS | LABELS
_POST_LENGTHS = lengths_by_ending(_POSTS)
_POST_END = re.compile(f"[{''.join(sorted(_POST_LENGTHS))}](?=[\u4e00-\u9fff]{{2}})")
_CALLINGS = frozenset(word for word in LABELS if len(word) == 2)  # 刘大妈 is hardly a name
_NEVER = words_of("contexts", "never")
_COURTESIES = frozenset("伯叔婶嫂爷奶婆姨舅爸妈哥姐弟妹总某氏") | {"女士", "先生", "小姐", "师傅"}  # 刘女士 is none
_PLACE_ENDINGS = frozenset("乡镇村县市区省局厅街寨屯庙寺祠馆院所站队社校场岁")
_AREA_ENDINGS = frozenset("县市区旗州镇乡村")
OPENING = frozenset("、,。;:!?()\"'\n \u3000“”‘’…—》>】▲|")
_LEADING_ON = frozenset("为领给向对获赴率带将")  # what goes on after a name oftener than it ends one
_NO_LAST = frozenset("作向像用分以从把被们是在")  # hardly ever the last of a given name, often the word after one
_GOES = re.compile("[刚学长和正]到[^,。;:!?、\\s]{1,5}?[镇乡村县区局校站厂园场矿店企棚]")
_LEADS = re.compile("[率带领](?:[^,。;:!?、\\s]{0,5}(?:考察|代表|访问|慰问|工作|党政))?[^,。;:!?、\\s]{0,2}[团队组]")
_BEFORE_NUMBERS = frozenset("以和与达为在近约于第各共仅有从自年满种")
_BEFORE_PLACES = frozenset("和与及同是来由在到从向自去回对为让")
_PRIOR = {2: -0.5, 3: 0.5, 4: -2.5}
_COMPOUND_PRIOR = {3: 2.0, 4: 3.0}
RIGHT_SCORES = (-2.5, 0.6, 1.3, 2.1, 2.4)
_DOUBTS = {"": 0.0, "n": 2.5, "a": 3.0, "v": 4.0}
_TWICE = 1.5  # a given name of one character twice (甜甜)
_OF_PIECES = 4.0  # the score of a name that is all pieces of other tongues
_HOPELESS = -7.0  # no context makes up for less
_MOST_KEPT = 50_000  # places whose candidates are kept
_NAMES_KEPT = 1 << 14  # names whose letters have been weighed


class Candidate(NamedTuple):
    """A name from `start` to `end` with its score, how sure its right end is (`right_side`), and what word it also is.

    `doubt` is the kind of `lexicons/confusable.tsv`: n, a or v, empty for what is no other word. `weight` is the
    surname's, `stopped` whether a character stands in it that given names (almost) never have.
    """

    start: int
    end: int
    score: float
    right: int
    doubt: str
    weight: float
    stopped: bool


_by_score = attrgetter("score")


class Page(Printed):
    """The whole text of a page, with what was worked out at each place of it."""

    def __init__(self, text: str, places: frozenset[str] = frozenset()) -> None:
        """`text`: all texts of the page, divided by newlines; `places`: what the page calls its own county."""
        super().__init__(text)
        self.places = places
        self._candidates: dict[tuple[str, int], list[Candidate]] = {}
        self.lefts: dict[tuple[str, int], Left] = {}
        self._posts: dict[str, list[tuple[int, int]]] = {}

    def candidates_at(self, text: str, at: int) -> list[Candidate]:
        """`candidates_at`, worked out once for each place."""
        key = (text, at)
        known = self._candidates.get(key)
        if known is None:
            if len(self._candidates) > _MOST_KEPT:
                self._candidates.clear()
            known = self._candidates[key] = candidates_at(text, at, self)
        return known

    def posts(self, text: str) -> list[tuple[int, int]]:
        """Where posts and labels stand in `text` that two Chinese characters follow."""
        if text not in self._posts:
            self._posts[text] = list(_posts_in(text))
        return self._posts[text]


def _posts_in(text: str) -> Iterator[tuple[int, int]]:
    for letter in _POST_END.finditer(text):
        end = letter.end()
        for length in _POST_LENGTHS[letter[0]]:
            if length <= end and text[end - length : end] in _POSTS:
                yield end - length, end
                break


def candidates_at(text: str, at: int, page: Page | None = None) -> list[Candidate]:
    """All names that may begin at offset `at`, likeliest first; `page` knows how often each is printed.

    >>> [(one.start, one.end) for one in candidates_at("王小川主持会议", 0)][:1]
    [(0, 3)]
    """
    found: list[Candidate] = []
    window = text[at : at + 4]
    if window[:2] in OPENINGS or window[1:3] in OPENINGS:
        whole = tongue_end(text, at) or at
        if whole - at > 3 and (right := right_side(text, whole)):
            return [Candidate(at, whole, _OF_PIECES, right, "", 1.0, False)]
    _add_all(found, text, at, window)
    if found and page is not None and (_names_places(text, at, page.places) or tells_time(text, at)):
        return []
    if len(found) > 1:
        if page is not None and max(found, key=_by_score).score > _HOPELESS + 2:
            found = _with_evidence(text, found, page)
        found.sort(key=_by_score, reverse=True)
    return found


def _add_all(found: list[Candidate], text: str, at: int, window: str) -> None:
    """Appends what may be a name of the up to four characters `window` at offset `at`."""
    if window[:2] in COMPOUND:
        weight = SURNAMES[window[:2]]
        _add(found, text, at, window[:3], 2, weight)
        if len(window) > 3:
            _add(found, text, at, window, 2, weight)
    surname = window[:1]
    if surname in SINGLE:
        weight = SURNAMES[surname]
        _add(found, text, at, window[:2], 1, weight)
        if len(window) > 2:
            _add(found, text, at, window[:3], 1, weight)
        if len(window) > 3 and weight >= 0.9 and SURNAMES.get(window[1:2], 0.0) >= 0.9 and right_side(text, at + 4) > 2:
            _add(found, text, at, window, 1, weight)


def _names_places(text: str, at: int, places: frozenset[str]) -> bool:
    """Whether the page's own county is meant at offset `at`, with or without a word before it (和硕, 是和硕, 来绛)."""
    return text[at : at + 2] in places or (text[at] in _BEFORE_PLACES and text[at + 1 : at + 3] in places)


def _add(found: list[Candidate], text: str, at: int, name: str, surname: int, weight: float) -> None:
    """Appends the candidate `name` at offset `at`, unless it is no run of Chinese characters or hopeless."""
    end = at + len(name)
    letters = _of_letters(name, surname)
    if letters is None or (found and end in [one.end for one in found]):
        return
    score, doubt, stopped = letters
    right = right_side(text, end)
    score += RIGHT_SCORES[right]
    if score > _HOPELESS:
        score -= _against(text, end, name, surname, weight, right)
    if score > _HOPELESS:
        found.append(Candidate(at, end, score, right, doubt, weight, stopped))


@lru_cache(maxsize=_NAMES_KEPT)
def _of_letters(name: str, surname: int) -> tuple[float, str, bool] | None:
    """Score, doubt and `stopped` of a name whose first `surname` characters are its surname, whatever stands beside it; None
    where no right side makes up for what speaks against it."""
    length = len(name)
    if length <= surname or name[surname:] in _COURTESIES or name in _NEVER or is_hamlet(name):
        return None
    doubt = CONFUSABLE.get(name, "")
    weight = SURNAMES[name[:surname]]
    score = (weight - 1) * 4 + (_COMPOUND_PRIOR if surname == 2 else _PRIOR)[length] - _DOUBTS[doubt]
    stopped = False
    for letter in name[surname:]:
        likely = GIVEN.get(letter)
        if likely is None:
            if not "\u4e00" <= letter <= "\u9fff":
                return None
            likely = _RARE
        score += 0.8 * likely
        stopped = stopped or (likely <= _STOPPED and letter in _STOP)
    if length == 3 and name[1] == name[2]:
        score += _TWICE
    return (score, doubt, stopped) if score > _HOPELESS - RIGHT_SCORES[-1] else None


def _against(text: str, end: int, name: str, surname: int, weight: float, right: int) -> float:
    """How much speaks against a name up to offset `end`: likelier are 王立刚|到柳湾镇 and 王立|率考察团."""
    if surname == 1 and len(name) < 4 and _GOES.match(text, end - len(name) + 2):
        return 3.0 if len(name) == 2 else 0.0
    if surname == 1 and len(name) == 3 and _LEADS.match(text, end - 1):
        return 4.0
    return _wordiness(text, end, name, surname, weight, right)


def _wordiness(text: str, end: int, name: str, surname: int, weight: float, right: int) -> float:
    """How much speaks for words that only stand together like the name that ends at offset `end`."""
    length, last, astride = len(name), name[-1], text[end - 1 : end + 1]
    if right < 3 and goes_on_as_place(text, end):
        return 5.0
    found = 5.0 if last in _PLACE_ENDINGS or name[-2:] in _BAD_ENDINGS or name[surname:] in _CALLINGS else 0.0
    if not right and astride[1] in _AREA_ENDINGS and text[end + 1 : end + 2] not in ("长", "委"):
        found += 3.0
    if right < 4:
        found += _ASTRIDE.get(astride, 0.0)
        if length == 3 and name[:2] in CONFUSABLE:
            found += 0.7
        if length > 2 and last in _LEADING_ON and (right in (0, 2) or astride in COMMON):
            found += 2.0
    if last in _BEFORE_NUMBERS and astride[1:].isdigit():
        found += 4.0
    if length > 2 and last in _NO_LAST and astride[1:] not in MARKS:
        found += 3.0
    if astride in _CALLINGS:
        found += 3.0
    if length == 3 and weight < 0.8 and name[1:] in COMMON:
        found += 3.0
    return found


def _with_evidence(text: str, found: list[Candidate], page: Page) -> list[Candidate]:
    """Prefers the shorter of two names where the page goes on differently after it, the longer where it never does."""
    counts = [page.count(text[one.start : one.end]) for one in found]
    weighed: list[Candidate] = []
    for one, count in zip(found, counts, strict=True):
        bonus = 0.0
        for other, others in zip(found, counts, strict=True):
            if other.end == one.end + 1 and count > others:
                bonus += min(2, count - others) * 1.2
            if other.end == one.end - 1 and count == others > 1:
                bonus += 1.8
        weighed.append(one._replace(score=one.score + bonus) if bonus else one)
    return weighed
