"""Weighs every stretch of a text that may be a name, by what was learned from texts whose names are marked.

The rules propose (`proofs`, `lists`, `unlisted`); this decides between them, and finds what no rule proposes. The weights of
the `signs` by which it decides are natural log odds, learned by `python -m tests.training`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from itertools import chain, pairwise, repeat
from math import exp

from articles.reading.after_names import COMMON, WORDS, right_side
from articles.reading.before_names import PLACES, left_on
from articles.reading.candidates import Candidate, Left, Page
from articles.reading.institutions import INSTITUTION
from articles.reading.lists import FIRST_LETTERS
from articles.reading.overlaps import NameSpan
from articles.reading.searching import holds_pair
from articles.reading.signs import Around, Setting, Sight, other_signs, signs_at_once
from articles.reading.tables import lexicon_rows
from articles.reading.tongues import LETTERS

WHOLE = "whole"
"""The rule of names that no other rule proposes: all signs together."""
_LEAST_SCORE = -2.2
_LEAST_SCORE_OF_SPEAKERS, _LEAST_SCORE_OF_OPEN_ENDED, _LEAST_SCORE_OF_TOLD = -5.0, -2.0, -3.6
_LEAST_RIGHT, _SPEAKS = 2, 3
_BY_SOUND = re.compile(f"[{''.join(sorted(LETTERS))}]{{2,}}")
_ENUMERATED = re.compile("(?<=[、,;\\d元])[\u4e00-\u9fff·]{2,12}(?=[、\\d(])")
_PIECE = re.compile("[\u4e00-\u9fff·]{2,12}")
_SHORTEST, _LONGEST = 2, 4
_BEFORE_LISTED = frozenset("、:(")
_HOPELESS = -1.5
"""What the first signs have to weigh where no rule proposes a name; nothing ever made up for less."""
_ENOUGH, _LEAST, _LEAST_ALONE = 0.32, 0.30, 0.36
"""Probability from which some name is taken to begin at a place, and from which the likeliest one is taken for it: where a rule
proposes it, and where none does."""


def weigh(setting: Setting, proposed: Iterable[NameSpan]) -> list[NameSpan]:
    """What is likelier a name than not, each with its probability as confidence; overlaps are left in.

    `proposed` is what rules propose.
    """
    seen = sights(setting.text, proposed, setting.page, setting.blanks)
    around = around_of(setting.text, seen)
    found: dict[int, NameSpan] = {}
    unlikely: dict[int, float] = {}
    for sight in seen:
        plain = total_of(signs_at_once(setting, sight))
        if sight.rule is None and plain < _HOPELESS:
            continue
        start, likely = sight.start, probability(other_signs(setting, sight, around), plain)
        unlikely[start] = unlikely.get(start, 1.0) * (1 - likely)
        if start not in found or likely > found[start].confidence:
            found[start] = NameSpan(start, sight.end, sight.rule.rule if sight.rule else WHOLE, round(likely, 3))
    return [
        span
        for start, span in found.items()
        if span.confidence >= (_LEAST_ALONE if span.rule == WHOLE else _LEAST) and unlikely[start] <= 1 - _ENOUGH
    ]


def sights(text: str, proposed: Iterable[NameSpan], page: Page, blanks: frozenset[int] = frozenset()) -> list[Sight]:
    """Everything in `text` that may be a name, each stretch once: what rules propose, and likely candidates besides.

    `blanks` are the offsets of characters before which a blank stood.
    """
    rules: dict[tuple[int, int], NameSpan] = {}
    for span in sorted(proposed, key=_confidence):
        rules[span.start, span.end] = span
    found: list[Sight] = []
    starts, ends = {start for start, _ in rules}, {end for _, end in rules}
    for at in sorted(starts.union(_places(text), blanks)):
        left = left_on(page, text, at)
        wanted = at in blanks or (text[at - 1 : at] == "、" and at - 1 in ends)
        if left == "closed" and not wanted and at not in starts and blanks.isdisjoint((at + 2, at + 3, at + 4)):
            continue
        for one in page.candidates_at(text, at):
            rule = rules.pop((one.start, one.end), None)
            likely = wanted or _is_likely(text, one, left)
            if rule or one.end in blanks or (likely and not INSTITUTION.match(text, one.end)):
                found.append(Sight(one.start, one.end, left, one, rule))
    found += [Sight(span.start, span.end, left_on(page, text, span.start), None, span) for span in rules.values()]
    taken = {(sight.start, sight.end) for sight in found}
    others = chain(_without_surname(text, page), _standing_alone(text, blanks))
    free = dict.fromkeys(span for span in others if span not in taken and not INSTITUTION.match(text, span[1]))
    return found + [Sight(start, end, left_on(page, text, start), None, None) for start, end in free]


def _without_surname(text: str, page: Page) -> Iterator[tuple[int, int]]:
    """Stretches of two to four characters that begin with no listed surname: after a post, or all written by sound."""
    for _, at in page.posts(text):
        if text[at] not in FIRST_LETTERS and text[at : at + 2] not in COMMON and text[at + 1 : at + 3] not in COMMON:
            yield from _ending(text, at, 1 if text[at] in LETTERS else _LEAST_RIGHT)
    for piece in _BY_SOUND.finditer(text):
        at = piece.start()
        if left_on(page, text, at) != "closed":
            yield from _ending(text, at, _LEAST_RIGHT)


def _standing_alone(text: str, blanks: Collection[int]) -> Iterator[tuple[int, int]]:
    """What stands between marks of enumeration, figures and blanks and is no common word: 、华锐卓玛500."""
    for piece in chain(_ENUMERATED.finditer(text), filter(None, (_PIECE.match(text, at) for at in sorted(blanks)))):
        edges = [piece.start(), *(at for at in range(piece.start() + 1, piece.end()) if at in blanks), piece.end()]
        for start, end in pairwise(edges):
            fits = 1 < end - start <= _LONGEST or "·" in text[start + 1 : end - 1]
            if fits and not holds_pair(text[start:end], WORDS):
                yield start, end


def _ending(text: str, at: int, least: int) -> Iterator[tuple[int, int]]:
    for end in range(at + 2, at + 5):
        if not "\u4e00" <= text[end - 1 : end] <= "\u9fff":
            return
        if text[end - 2 : end] in WORDS:
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


def _is_likely(text: str, one: Candidate, left: Left) -> bool:
    if one.doubt == "v" and left == "open" and one.right != _SPEAKS:
        short = one.end - one.start == _SHORTEST  # 司秋萍、包容, but not 勤洗手、常通风、少聚集
        listed = short and one.right > _SPEAKS and text[one.start - 1 : one.start] in _BEFORE_LISTED
        return listed or text[one.end : one.end + 1] == "为"
    if left == "closed":
        return False
    if not one.right:
        return one.score > (_LEAST_SCORE_OF_OPEN_ENDED if left == "open" else _LEAST_SCORE_OF_TOLD)
    return left != "open" or one.score > (_LEAST_SCORE if one.right < _SPEAKS else _LEAST_SCORE_OF_SPEAKERS)


def around_of(text: str, seen: Sequence[Sight]) -> Around:
    """What stands around names: others that begin where a name may, and others that end where a name may."""
    ends: dict[int, float] = {}
    starts: dict[int, float] = {}
    for start, end, left, one, rule in seen:
        score = max(one.score if one else -1.0, 3.0 if rule else -9.0)
        if rule or (one and one.right > 1):
            starts[start] = max(score, starts.get(start, -9.0))
        if rule or left != "closed":
            ends[end] = max(score, ends.get(end, -9.0))
    return Around(ends, starts, _chains(text, seen))


def _chains(text: str, seen: Sequence[Sight]) -> dict[int, int]:
    """End of a proposed name → how many proposed names stand in its list up to there (甲、乙、丙)."""
    found: dict[int, int] = {}
    for start, end in sorted({(sight.start, sight.end) for sight in seen if sight.rule}):
        before = found.get(start - 1, 0) if text[start - 1 : start] == "、" else 0
        found[end] = max(found.get(end, 0), before + 1)
    return found


@cache
def weights() -> dict[str, float]:
    """What each sign weighs."""
    return {sign: float(weight) for sign, weight in lexicon_rows("name_weights")}


_NONE = repeat(0.0)
"""What signs weigh that nothing was learned of."""


def total_of(found: Sequence[str]) -> float:
    """What signs weigh together, in natural log odds."""
    return sum(map(weights().get, found, _NONE))


def probability(found: Sequence[str], besides: float = 0.0) -> float:
    """How likely a stretch with these signs is a name, 0–1; `besides` is what its other signs weigh."""
    total = total_of(found) + besides
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))
