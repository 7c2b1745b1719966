"""Weighs every stretch of a text that may be a name, by what was learned from texts whose names are marked.

The rules propose (`proofs`, `lists`, `unlisted`); this decides between them, and finds what no rule proposes. A stretch is
described by its signs, short strings such as `L3` (three characters) or `<post>3` (a post before it, a verb of saying after
it). `lexicons/name_weights.tsv` has a weight for each, in natural log odds; they are learned by `python -m tests.training`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from math import exp
from typing import NamedTuple

from articles.reading.areas import stems
from articles.reading.before_names import PLACES, Left, left_side
from articles.reading.candidates import COMMON, CONFUSABLE, GIVEN, MARKS, Candidate, Page, follows, right_side
from articles.reading.lists import FIRST_LETTERS
from articles.reading.overlaps import NameSpan
from articles.reading.tables import lexicon_rows
from articles.reading.tongues import LETTERS

STEMS = stems()
WHOLE = "whole"
"""The rule of names that no other rule proposes: all signs together."""
_LEAST_SCORE = -3.0
_LEAST_SCORE_OF_SPEAKERS, _LEAST_SCORE_OF_OPEN_ENDED = -6.0, -2.0
_LEAST_RIGHT, _SPEAKS = 2, 3
_PLACES, _SHORT = ("镇", "村", "乡"), 2
_ENUMERATION = frozenset("、和与及,")
BY_SOUND_ONLY = re.compile(f"[{''.join(sorted(LETTERS))}]{{2,}}")


_ENOUGH, _LEAST = 0.47, 0.4
"""Probability from which some name is taken to begin at a place, and from which the likeliest one is taken for it."""


class Setting(NamedTuple):
    """A text on its page: `proved` counts the names that rules find on the page, `blanks` are the offsets behind blanks."""

    text: str
    page: Page
    proved: Mapping[str, int]
    blanks: frozenset[int]


class Around(NamedTuple):
    """Where other names may end and begin: the best score of a sight that ends, or begins, at each offset."""

    ends: dict[int, float]
    starts: dict[int, float]


class Sight(NamedTuple):
    """A stretch that may be a name: what stands before it, the candidate it is if a listed surname begins it, and the surest
    rule that proposes it."""

    start: int
    end: int
    left: Left
    candidate: Candidate | None
    rule: NameSpan | None


def weigh(setting: Setting, proposed: Iterable[NameSpan]) -> list[NameSpan]:
    """What is likelier a name than not, each with its probability as confidence; overlaps are left in.

    `proposed` is what rules propose.
    """
    seen = sights(setting.text, proposed, setting.page)
    around = around_of(seen)
    found: dict[int, NameSpan] = {}
    unlikely: dict[int, float] = {}
    for sight in seen:
        start, likely = sight.start, probability(signs(setting, sight, around))
        unlikely[start] = unlikely.get(start, 1.0) * (1 - likely)
        if start not in found or likely > found[start].confidence:
            found[start] = NameSpan(start, sight.end, sight.rule.rule if sight.rule else WHOLE, round(likely, 3))
    return [span for start, span in found.items() if span.confidence >= _LEAST and unlikely[start] <= 1 - _ENOUGH]


def sights(text: str, proposed: Iterable[NameSpan], page: Page) -> list[Sight]:
    """Everything in `text` that may be a name, each stretch once: what rules propose, and likely candidates besides."""
    rules: dict[tuple[int, int], NameSpan] = {}
    for span in sorted(proposed, key=_confidence):
        rules[span.start, span.end] = span
    found: list[Sight] = []
    for at in sorted({start for start, _ in rules}.union(_places(text))):
        left = left_side(text, at)
        for one in page.candidates_at(text, at):
            rule = rules.pop((one.start, one.end), None)
            if rule or _is_likely(one, left):
                found.append(Sight(one.start, one.end, left, one, rule))
    known = {(sight.start, sight.end) for sight in found}
    free = (
        (start, end) for start, end in _without_surname(text, page) if (start, end) not in known and (start, end) not in rules
    )
    found += [Sight(span.start, span.end, left_side(text, span.start), None, span) for span in rules.values()]
    found += [Sight(start, end, left_side(text, start), None, None) for start, end in dict.fromkeys(free)]
    return found


def _without_surname(text: str, page: Page) -> Iterator[tuple[int, int]]:
    """Stretches of two to four characters that begin with no listed surname: after a post, or all written by sound."""
    for _, at in page.posts(text):
        if text[at] not in FIRST_LETTERS and text[at : at + 2] not in COMMON and text[at + 1 : at + 3] not in COMMON:
            yield from _ending(text, at, 1 if text[at] in LETTERS else _LEAST_RIGHT)
    for piece in BY_SOUND_ONLY.finditer(text):
        at = piece.start()
        if left_side(text, at) != "closed":
            yield from _ending(text, at, _LEAST_RIGHT)


def _ending(text: str, at: int, least: int) -> Iterator[tuple[int, int]]:
    for end in range(at + 2, at + 5):
        if not "\u4e00" <= text[end - 1 : end] <= "\u9fff":
            return
        if right_side(text, end) >= least:
            yield at, end


def _confidence(span: NameSpan) -> float:
    return span.confidence


def _places(text: str) -> Iterator[int]:
    """Where a surname stands behind something that names may stand behind, and no word goes on."""
    for match in PLACES.finditer(text):
        at = match.start()
        if text[at - 1 : at + 1] not in COMMON:
            yield at


def _is_likely(one: Candidate, left: Left) -> bool:
    if left == "closed" or not one.right:
        return left != "closed" and one.score > _LEAST_SCORE_OF_OPEN_ENDED
    return left != "open" or one.score > (_LEAST_SCORE if one.right < _SPEAKS else _LEAST_SCORE_OF_SPEAKERS)


def around_of(seen: Sequence[Sight]) -> Around:
    """What stands around names: others that begin where a name may, and others that end where a name may."""
    ends: dict[int, float] = {}
    starts: dict[int, float] = {}
    for start, end, left, one, rule in seen:
        score = max(one.score if one else -1.0, 3.0 if rule else -9.0)
        if rule or (one and one.right > 1):
            starts[start] = max(score, starts.get(start, -9.0))
        if rule or left != "closed":
            ends[end] = max(score, ends.get(end, -9.0))
    return Around(ends, starts)


def signs(setting: Setting, sight: Sight, around: Around) -> list[str]:
    """What speaks for or against a name at `sight`."""
    text, page, proved, blanks = setting
    start, end, left, one, rule = sight
    name = text[start:end]
    length = end - start
    right = one.right if one else right_side(text, end)
    doubt = one.doubt if one else CONFUSABLE.get(name, "")
    before, after = _shown(text[max(0, start - 2) : start]), _shown(text[end : end + 2])
    found = [
        f"L{length}",
        f"<{left}",
        f">{right}",
        f"<{left}>{right}",
        f"<{left}>{right}={doubt}",
        f"-1{_class(before[-1:])}",
        f"+1{_class(after[:1])}",
        f"+2{after}",
        f"^{text[start - 1 : start + 1] in COMMON:d}{text[end - 1 : end + 1] in COMMON:d}",
        f"in{name[:2] in COMMON:d}{name[1:] in COMMON:d}",
        f"of{CONFUSABLE.get(name[:2], '') if length > 2 else '_'}{name[1:] in CONFUSABLE:d}",
        f"at{name in STEMS:d}{_names_place(name, page):d}",
        f"F{follows(text[end : end + 2])}{text[end : end + 2] in COMMON:d}",
        f"S{name[0]}",
        f"E{name[-1]}",
        f"]{name[-1]}{after[:1]}",
        f"[{before[-1:]}{name[0]}",
    ]
    if blanks:
        found += _of_blanks(sight, around, blanks)
    found += _of_letters(name)
    found += _of_others(text, start, end, around)
    found += _of_candidate(one, length) if one else _of_sound(name, left, right)
    found += _of_rule(rule, doubt, right, one, left)
    count = min(page.count(name), 4)
    found += [f"n{count}L{length}{doubt}", f"p{min(3, proved.get(name, 0) - (rule is not None))}"]
    return found


def _names_place(name: str, page: Page) -> bool:
    """Whether the page prints a town or village of that name (周庄镇)."""
    return len(name) == _SHORT and any(page.count(name + kind) for kind in _PLACES)


def _shown(letters: str) -> str:
    return letters.replace("\n", "|")


def _class(letter: str) -> str:
    if not letter:
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


def _of_letters(name: str) -> list[str]:
    given = [GIVEN.get(letter, 1.0) for letter in name[1:]] or [0.0]
    return [f"g{min(given) // 0.7:.0f}", f"G{max(given) // 0.7:.0f}"]


def _of_candidate(one: Candidate, length: int) -> list[str]:
    score = max(-6, min(8, int(one.score // 1)))
    weight = int(one.weight * 5)
    return [f"s{score}", f"s{score}L{length}", f"w{weight}", f"w{weight}{one.doubt}", f"={one.doubt}", f"!{one.stopped:d}"]


def _of_others(text: str, start: int, end: int, around: Around) -> list[str]:
    """Names right beside this one, or beyond a mark of enumeration."""
    left = _bucket(around.ends.get(start)) if start else "_"
    right = _bucket(around.starts.get(end))
    found = [f"A{left}", f"Z{right}"]
    if text[start - 1 : start] in _ENUMERATION:
        found.append(f"A、{_bucket(around.ends.get(start - 1))}")
    if text[end : end + 1] in _ENUMERATION:
        found.append(f"Z、{_bucket(around.starts.get(end + 1))}")
    return found


def _bucket(score: float | None) -> str:
    return "_" if score is None or score < 0 else f"{min(4, score // 1.5):.0f}"


def _of_sound(name: str, left: str, right: int) -> list[str]:
    sound = sum(letter in LETTERS for letter in name) * 3 // len(name)
    words = any(name[at : at + 2] in COMMON for at in range(len(name) - 1))
    found = [f"none{right}", f"none<{left}>{right}{words:d}", f"sound{sound}L{len(name)}", f"sound{sound}>{right}"]
    return [*found, f"holds{words:d}", f"dot{'·' in name:d}"]


def _of_rule(rule: NameSpan | None, doubt: str, right: int, one: Candidate | None, left: str) -> list[str]:
    if rule is None:
        return ["r-", f"r-<{left}>{right}"]
    score = int(one.score // 2) if one else 9
    surely = int(rule.confidence * 20)
    return [f"r{rule.rule}", f"r{rule.rule}{surely}", f"r{rule.rule}={doubt}", f"r{rule.rule}>{right}", f"r{rule.rule}s{score}"]


@cache
def weights() -> dict[str, float]:
    """What each sign weighs."""
    return {sign: float(weight) for sign, weight in lexicon_rows("name_weights")}


def probability(found: Sequence[str]) -> float:
    """How likely a stretch with these signs is a name, 0–1."""
    known = weights()
    total = sum([known[sign] for sign in found if sign in known])
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))
