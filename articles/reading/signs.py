"""The signs by which a stretch of text is weighed as a name: short strings such as `L3` (three characters) or `<post>3` (a post
before it, a verb of saying after it). `lexicons/name_weights.tsv` has a weight for each.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from articles.reading.after_names import COMMON, FOLLOWING, MARKS, WORDS, right_side
from articles.reading.areas import stems
from articles.reading.candidates import CONFUSABLE, GIVEN, Candidate, Left, Page
from articles.reading.overlaps import NameSpan
from articles.reading.posts import head_length
from articles.reading.searching import holds_pair
from articles.reading.tongues import LETTERS

_STEMS = stems()
_PERSONAL = frozenset("男女汉回满蒙藏维壮苗彝土家朝哈侗瑶白傣黎")
"""What a bracket behind a name begins with that tells of a person: 男, 女 or a nationality."""
_SEVERAL_PLACES = re.compile(
    "(?:[、和][\u4e00-\u9fff]{2,5}){0,12}等?[\\d一二三四五六七八九十两多数几各]{1,4}个?"
    "(?:[县市区]?[乡镇村县市区州]|行政村|自然村|街道|社区|寨)"
)
"""What follows the last of several places: 松山、毛藏等6个乡镇."""
_ENUMERATION = frozenset("、和与及,")
_LEVELS = frozenset("县市区省州旗镇乡村")
_BREAK = ("\n", "|")  # as it is shown in a sign
_LONG_LIST = 3
_MOST_KEPT = 1 << 14  # names and letters whose signs are kept


class Setting(NamedTuple):
    """A text on its page: `proved` counts the names that rules find on the page, `blanks` are the offsets behind blanks."""

    text: str
    page: Page
    proved: Mapping[str, int]
    blanks: frozenset[int]


class Around(NamedTuple):
    """Where other names may end and begin: the best score of a sight that ends, or begins, at each offset; and how many names
    that rules propose, divided by 、, a list has that ends at an offset."""

    ends: dict[int, float]
    starts: dict[int, float]
    chains: dict[int, int]


class Sight(NamedTuple):
    """A stretch that may be a name: what stands before it, the candidate it is if a listed surname begins it, and the surest
    rule that proposes it."""

    start: int
    end: int
    left: Left
    candidate: Candidate | None
    rule: NameSpan | None

    def right(self, text: str) -> int:
        """How clearly a name may end here in its `text` (`right_side`)."""
        return self.candidate.right if self.candidate else right_side(text, self.end)

    def doubt(self, name: str) -> str:
        """What other word its letters, `name`, are: a kind of `lexicons/confusable.tsv`, or nothing."""
        return self.candidate.doubt if self.candidate else CONFUSABLE.get(name, "")


def signs(setting: Setting, sight: Sight, around: Around) -> list[str]:
    """What speaks for or against a name at `sight`."""
    return [*signs_at_once(setting, sight), *other_signs(setting, sight, around)]


def signs_at_once(setting: Setting, sight: Sight) -> list[str]:
    """The signs of the letters themselves and of those beside them."""
    text, page = setting.text, setting.page
    start, end, left, _, rule = sight
    name = text[start:end]
    last, first, two = text[end - 1 : end + 1], text[end : end + 1], text[end : end + 2]
    titled = rule is not None and rule.rule == "title"
    before, after = text[start - 1 : start] if start else "", _class(first)
    places = f"{page.names_place(name):d}{_SEVERAL_PLACES.match(text, end) is not None:d}"
    right, doubt = sight.right(text), sight.doubt(name)
    return [
        *(_of_post(text, start, right, doubt) if left == "post" else ()),
        *_of_name(name),
        *_of_sides(left, right, doubt),
        f"-1{_class(before)}",
        f"+1{'(p' if first == '(' and two[1:] in _PERSONAL else after}",
        f"+2{two.replace(*_BREAK)}",
        f"^{text[start - 1 : start + 1] in COMMON:d}{0 if titled else _wordiness(last)}",
        f"at{name in _STEMS:d}{places}",
        _of_following(two),
        f"]{last.replace(*_BREAK)}",
        f"[{before.replace(*_BREAK)}{name[0]}",
    ]


def other_signs(setting: Setting, sight: Sight, around: Around) -> list[str]:
    """The signs of what stands around, of the candidate and the rule that propose a name, and of the rest of the page."""
    text, page, proved, blanks = setting
    start, end, left, one, rule = sight
    name = text[start:end]
    length = end - start
    right, doubt = sight.right(text), sight.doubt(name)
    found = [*_of_letters(name)]
    if blanks:
        found += _of_blanks(sight, around, blanks)
    found += _of_others(text, start, end, around)
    found += _of_candidate(one, length) if one else _of_sound(name, left, right)
    found += _of_rule(rule, doubt, right, one, left)
    count = min(page.count(name), 4)
    elsewhere = min(3, proved.get(name, 0) - (rule is not None))
    return [*found, f"n{count}L{length}{doubt}", f"p{elsewhere}{'at' if page.names_place(name) else ''}"]


@lru_cache(maxsize=_MOST_KEPT)
def _of_name(name: str) -> tuple[str, ...]:
    """How long a name is, the words in it, and its first and last letter."""
    opening = CONFUSABLE.get(name[:2], "") if len(name) > 2 else "_"
    return (
        f"L{len(name)}",
        f"in{name[:2] in COMMON:d}{name[1:] in COMMON:d}",
        f"of{opening}{name[1:] in CONFUSABLE:d}",
        f"S{name[0]}",
        f"E{name[-1]}",
    )


@cache
def _of_sides(left: Left, right: int, doubt: str) -> tuple[str, ...]:
    """What stands before and behind a name, and both together."""
    return f"<{left}", f">{right}", f"<{left}>{right}", f"<{left}>{right}={doubt}"


def _of_post(text: str, end: int, right: int, doubt: str) -> list[str]:
    """The last word of the post that ends at offset `end`, what its body ends in (局长 and 局), and whether a body is named at
    all, together with what stands behind the name."""
    length = head_length(text, end)
    if not length:
        return []
    head, body = text[end - length : end], _class(text[end - length - 1 : end - length])
    bodied = head[0] in _LEVELS or ("\u4e00" <= body <= "\u9fff" and body not in _ENUMERATION)
    return [f"H{head}", f"B{body}", f"P{bodied:d}{doubt}>{right}"]


@lru_cache(maxsize=_MOST_KEPT)
def _of_following(two: str) -> str:
    return f"F{FOLLOWING.get(two, 0)}{two in COMMON:d}"


def _wordiness(two: str) -> int:
    """2 for a common word, 1 for a rarer one, 0 for none."""
    return 2 if two in COMMON else 1 if two in WORDS else 0


@lru_cache(maxsize=_MOST_KEPT)
def _class(letter: str) -> str:
    if letter in ("", "\n"):
        return "|"
    if letter.isdigit():
        return "0"
    return "A" if letter < "\u0100" and letter not in MARKS else letter


def _of_blanks(sight: Sight, around: Around, blanks: frozenset[int]) -> list[str]:
    """Blanks before, behind and inside, which divide names or space them out."""
    start, end = sight.start, sight.end
    inside = sum([at in blanks for at in range(start + 1, end)])
    return [
        f"b{start in blanks:d}{inside}{end in blanks:d}L{end - start}",
        f"b{end in blanks:d}Z{_bucket(around.starts.get(end))}",
    ]


@lru_cache(maxsize=_MOST_KEPT)
def _of_letters(name: str) -> tuple[str, ...]:
    given = [GIVEN.get(letter, 1.0) for letter in name[1:]] or [0.0]
    return (f"g{min(given) // 0.7:.0f}", f"G{max(given) // 0.7:.0f}")


def _of_candidate(one: Candidate, length: int) -> list[str]:
    score = max(-6, min(8, int(one.score // 1)))
    weight = int(one.weight * 5)
    return [f"s{score}", f"s{score}L{length}", f"w{weight}", f"w{weight}{one.doubt}", f"={one.doubt}", f"!{one.stopped:d}"]


def _of_others(text: str, start: int, end: int, around: Around) -> list[str]:
    """Names right beside this one, or beyond a mark of enumeration."""
    left = _bucket(around.ends.get(start)) if start else "_"
    right = _bucket(around.starts.get(end))
    found = [f"A{left}", f"Z{right}", f"A{left}Z{right}"]
    if text[start - 1 : start] in _ENUMERATION:
        found.append(f"C{min(_LONG_LIST, around.chains.get(start - 1, 0))}")
        found.append(f"A、{_bucket(around.ends.get(start - 1))}")
    if text[end : end + 1] in _ENUMERATION:
        found.append(f"Z、{_bucket(around.starts.get(end + 1))}")
    return found


def _bucket(score: float | None) -> str:
    return "_" if score is None or score < 0 else f"{min(4, score // 1.5):.0f}"


def _of_sound(name: str, left: str, right: int) -> list[str]:
    sound = sum(letter in LETTERS for letter in name) * 3 // len(name)
    words = holds_pair(name, COMMON)
    found = [f"none{right}", f"none<{left}>{right}{words:d}", f"sound{sound}L{len(name)}", f"sound{sound}>{right}"]
    return [*found, f"holds{words:d}", f"dot{'·' in name:d}"]


def _of_rule(rule: NameSpan | None, doubt: str, right: int, one: Candidate | None, left: str) -> list[str]:
    if rule is None:
        return ["r-", f"r-<{left}>{right}"]
    score = int(one.score // 2) if one else 9
    surely = int(rule.confidence * 20)
    return [f"r{rule.rule}", f"r{rule.rule}{surely}", f"r{rule.rule}={doubt}", f"r{rule.rule}>{right}", f"r{rule.rule}s{score}"]
