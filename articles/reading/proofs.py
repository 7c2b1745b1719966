"""The contexts that prove a name: a post or label before it; 同志, a title, a verb or an appointment after it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from articles.reading.after_names import COMMON, right_side
from articles.reading.before_names import LABELLING, LINKS, PLACES, REPORTER, appointed_at, left_on
from articles.reading.candidates import CONFUSABLE, Candidate, Page
from articles.reading.lists import list_after, list_before, name_span
from articles.reading.overlaps import NameSpan
from articles.reading.posts import HEADS, head_length, post_after
from articles.reading.surnames import SINGLE, SURNAMES
from articles.reading.tables import any_of, words_of

_QUOTES, _OWNING, _DOING = frozenset("“”\"‘’'《》"), frozenset('的"'), frozenset("着到起来习问")  # verbs that are labels (带着)
_WEAK_LEFTS = frozenset({"likeness", "body", "open"})
_PERSON_AFTER = re.compile(
    "(?:(?:同志|同学|老师|烈士)(?!们|代表|家长)|大夫|[,(][男女][,)]|一行|先生|女士|等[人同一二两三四五六七八九十0-9])"
)
_CIRCUMSTANCE = re.compile(  # what follows a name after 在
    "的(?:带领|带动|帮助|指导|陪同|影响|印象|号召|鼓励|支持|家|心|眼|手|身)|看来|眼[里中]|心[里中]|身[上边]|手[里中上]|家[里中]?"
)
_WINNING = re.compile(
    "(?:分?别?获得?|荣获|荣膺|[夺摘]得|勇夺|攻入|射入)[^。;\n]{0,16}?"
    "(?:[一二三四特优]等奖|奖|[冠亚季]军|第[一二三四五六七八九十]|[二三四五六七]至?[三四五六七八]名|[0-9一二三四五六]球|优胜|称号|[金银铜]牌)"
)
_ATTRIBUTED = re.compile("(?:来自[^,。;]{2,9}|[0-9]{1,2}岁)的[\u4e00-\u9fff]{2,5}$")
_SAYS_SOMEHOW = re.compile('[\u4e00-\u9fff]{1,6}?[说道][,:。“"]')
_SENTENCE_ENDS = frozenset('”"。\n!?')
_COMMONEST = "".join(sorted(surname for surname in SINGLE if SURNAMES[surname] == 1))
_PERSONAL = frozenset(word for word in words_of("contexts", "speech") if len(word) == 2) | {"同志", "一行", "先生", "女士"}
_UNANCHORED = re.compile(f"(?<![·•])[{_COMMONEST}][\u4e00-\u9fff]{{2}}(?={any_of(_PERSONAL)})")
_SPEECH = re.compile(any_of(words_of("contexts", "speech")))
_DEEDS = words_of("contexts", "act") | words_of("contexts", "speech")
_BECOMING = re.compile("[为任][\u4e00-\u9fff]{0,24}?(?:" + any_of(HEADS) + ")")
_LOSING = re.compile("的[\u4e00-\u9fff、]{2,40}?职务")

# The least score of a name by its right side (`right_side`: nothing, one character, other verb, known follower, mark).
_AFTER_POST = (-0.3, -2.0, -2.4, -2.6, -3.2)
_NO_WORD_AFTER_POST = -2.8
_AFTER_LABEL = (1.2, -0.3, 0.0, -0.8, -0.8)
_LINKING_WEIGHT = 0.25
_PERSONS_WEIGHT = 0.8
_AFTER_PERSON = (-1.8, -1.5, -1.5, -2.0, -2.0)
_AFTER_PERSON_TWO = (9.0, -1.0, -1.0, -1.2, -1.2)
_BEFORE_TITLE = {"": -1.0, "n": -2.0, "a": -1.0, "v": 0.5}
_AFTER_BODY = 2.5
_WINNERS_WEIGHT = 0.5
_COMING = "来"  # 省领导来澄溪视察
_SPOKEN = 2.0
_ALONE, _ALONE_BUT_NO_WORD, _ALONE_BUT_REPEATED = 3.0, 2.0, 1.5


def proved_names(text: str, page: Page) -> list[NameSpan]:
    """Names that their own surroundings prove, and the lists that these belong to."""
    found: list[NameSpan] = []
    done = 0
    places = sorted({place.start() for pattern in (PLACES, _UNANCHORED) for place in pattern.finditer(text)})
    for at in places:
        if at < done:
            continue
        name = _judge(text, at, page) or _spoken(text, at, page)
        if name is None:
            continue
        found += [*list_before(text, name, page), name, *list_after(text, name, page)]
        done = found[-1].end
    return found


def _judge(text: str, at: int, page: Page) -> NameSpan | None:
    """Whether a name begins at offset `at`, by what stands before and after it."""
    left = left_on(page, text, at)
    if left == "closed" or text[at : at + 2] in LABELLING or _leads_to_name(text, at):
        return None
    if left in _WEAK_LEFTS and CONFUSABLE.get(text[at : at + 2]) == "v" and not _is_subject(text, at + 2):
        return None
    candidates = page.candidates_at(text, at)
    if not candidates:
        return None
    if left in ("post", "generic"):
        name = _after_post(text, candidates, left == "generic")
        return name or (_by_right_side(text, page, candidates) if left == "post" else None)
    if left == "body":
        return _winning(text, candidates) or _after_body(candidates[0])
    name = _after_person(text, candidates) if left == "person" else None
    name = name or (_after_label(text, candidates[0]) if left in ("label", "person") else None)
    if left == "likeness":
        name = _after_likeness(text, candidates[0], page)
    return name or _by_right_side(text, page, candidates)


def _leads_to_name(text: str, at: int) -> bool:
    """Whether a word that may be a surname leads to the name that follows it instead (由刁慧主持)."""
    return text[at] in LINKS and SURNAMES.get(text[at], 0.0) <= _LINKING_WEIGHT < SURNAMES.get(text[at + 1 : at + 2], 0.0)


def _is_subject(text: str, end: int) -> bool:
    """Whether what follows offset `end` is said of people only: becomes an official, wins a prize."""
    return bool(_BECOMING.match(text, end) or _WINNING.match(text, end))


def _spoken(text: str, at: int, page: Page) -> NameSpan | None:
    """A name that only what it does proves, whatever stands before it (只见王小川说)."""
    if not _UNANCHORED.match(text, at) or text[at - 1 : at + 1] in COMMON or head_length(text, at + 1):
        return None
    if text[at : at + 2] in COMMON or text[at + 1 : at + 3] in COMMON or REPORTER.search(text, max(0, at - 5), at):
        return None
    one = max(page.candidates_at(text, at), key=lambda one: one.score, default=None)
    fits = one is not None and not one.doubt and one.right > 2 and one.end - at == 3 and one.score > _SPOKEN
    return name_span(one, "verb", 0.65) if one and fits else None


def _after_post(text: str, candidates: Sequence[Candidate], generic: bool) -> NameSpan | None:
    """A post is the strongest proof: words that nouns make are names here (局长甘泉), verbs only before a mark."""
    best = max(candidates, key=_score_after_post)
    if (best.doubt and generic) or (text[best.start] == _COMING and best.right < 4) or (best.stopped and best.right < 4):
        return None
    opening = text[best.start : best.start + 2]
    if text[best.start : best.end] in _DEEDS:
        return None
    wanted = _AFTER_POST[best.right] if best.right or opening in COMMON or opening in CONFUSABLE else _NO_WORD_AFTER_POST
    return name_span(best, "post", 0.97) if _score_after_post(best) > wanted else None


def _score_after_post(one: Candidate) -> float:
    score = one.score + (1 - one.weight) * 2
    if one.doubt in ("n", "a"):
        return score + 2.0
    return score + (2.5 if one.doubt and one.right == 4 and one.weight >= 0.3 else 0.0)


def _after_label(text: str, best: Candidate) -> NameSpan | None:
    if best.weight < 0.6 and (best.doubt or text[best.start - 1] == "的"):
        return None
    if best.doubt == "v" and best.right > 0 and best.end - best.start == 2 and text[best.start : best.end] not in COMMON:
        best = best._replace(doubt="n", score=best.score + 1.5)
    if text[best.start - 1] in _DOING and best.weight < 0.8:
        return None
    score = best.score + (1 - best.weight if best.weight >= 0.6 else 0) * 2 + (1.5 if best.doubt == "n" and best.right else 0.0)
    return name_span(best, "label", 0.9) if score > _AFTER_LABEL[best.right] else None


def _after_person(text: str, candidates: Sequence[Candidate]) -> NameSpan | None:
    """A name after who somebody is (儿子, 渔工), whatever goes on after it; words only where more is told (53岁的渔工)."""
    for one in candidates:
        if one.weight < _PERSONS_WEIGHT or one.stopped:
            continue
        name = text[one.start : one.end]
        wanted = _AFTER_PERSON if len(name) > 2 else _AFTER_PERSON_TWO
        if one.score > wanted[one.right] and not _holds_words(name):
            return name_span(one, "label", 0.88)
        if one.doubt in ("n", "a") and one.right and _ATTRIBUTED.search(text, max(0, one.start - 18), one.start):
            return name_span(one, "label", 0.75)
    return None


def _holds_words(name: str) -> bool:
    return any(name[at : at + 2] in COMMON or name[at : at + 2] in CONFUSABLE for at in range(len(name) - 1))


def _after_likeness(text: str, best: Candidate, page: Page) -> NameSpan | None:
    """A name after what is formed like a post or a label (播种员, 采药人) and stands in no list of ours."""
    if best.doubt or best.weight < 0.8 or not best.right or best.score < 0.5:
        return None
    wanted = (1.5 if best.right > 1 else 2.5) + 2 * (3 - best.end + best.start)
    if page.count(text[best.start : best.end]) > 1:
        wanted -= 1.0
    return name_span(best, "label", 0.8) if best.score > wanted else None


def _after_body(best: Candidate) -> NameSpan | None:
    """A name right after a school, a village or an office (城关中学伍子衿获奖)."""
    fits = not best.doubt and best.weight >= 0.8 and best.right > 2 and best.end - best.start < 4
    return name_span(best, "body", 0.7) if fits and best.score > _AFTER_BODY else None


def _by_right_side(text: str, page: Page, candidates: Sequence[Candidate]) -> NameSpan | None:
    """Names proved by what follows: 同志, an appointment, a title, a verb of saying or acting."""
    before = text[candidates[0].start - 1 : candidates[0].start]
    if before != "在" and (name := _winning(text, candidates)):
        return name
    for one in candidates:
        if before == "在" and not _CIRCUMSTANCE.match(text, one.end):
            continue
        name = _appointed(text, one) or _titled(text, one)
        if name:
            return name
        if one.doubt or (one.weight < 0.6 and one.score < 3.0) or one.score < 0.3:
            continue
        confidence = _acting(text, one, before)
        if confidence:
            return name_span(one, "verb", confidence)
        if _likely(text, one, page):
            return name_span(one, "likely", 0.6)
    return None


def _winning(text: str, candidates: Sequence[Candidate]) -> NameSpan | None:
    """A name before a prize (夏天获一等奖), where even words are names."""
    fitting = [one for one in candidates if one.weight >= _WINNERS_WEIGHT and _WINNING.match(text, one.end)]
    if not fitting or (fitting[0].doubt and text[fitting[0].start - 1] in _OWNING):
        return None  # 以11秒3的成绩夺得冠军, "李小白"米酒获得金奖
    best = max(fitting, key=lambda one: (one.end - one.start == 3 or bool(one.doubt), one.score))
    return name_span(best, "prize", 0.85)


def _acting(text: str, one: Candidate, before: str) -> float:
    """How surely the words after a name tell that somebody speaks or acts, 0 where they don't."""
    if _SPEECH.match(text, one.end):
        return 0.88
    if one.score > 2.0 and one.right == 3:
        return 0.75
    says = before in _SENTENCE_ENDS and one.end - one.start == 3 and _SAYS_SOMEHOW.match(text, one.end)
    return 0.7 if says or (before == "在" and one.score > 0.5) else 0.0


def _likely(text: str, one: Candidate, page: Page) -> bool:
    """Whether the characters alone speak strongly enough for a name, less so where the page repeats them."""
    if not one.right or one.weight < 0.8 or one.end - one.start > 3 or one.score <= _ALONE_BUT_REPEATED:
        return False
    before = text[one.start - 1 : one.start]
    if text[one.end - 1 : one.end + 1] in COMMON:
        return False
    if before == "、" or (before in _QUOTES and text[one.end : one.end + 1] in _QUOTES):
        return False
    name = text[one.start : one.end]
    wanted = _ALONE_BUT_NO_WORD if len(name) == 3 and name[:2] not in COMMON and name[1:] not in COMMON else _ALONE
    return one.score > wanted or page.count(text[one.start : one.end]) > 1


def _appointed(text: str, one: Candidate) -> NameSpan | None:
    if one.doubt == "v" and text[one.start : one.end] in COMMON and not appointed_at(text, one.start):
        return None
    if text[one.end : one.end + 1] in ("为", "任") and one.score > -3.0 and _BECOMING.match(text, one.end):
        return name_span(one, "appointment", 0.92)
    if text.startswith("的", one.end) and one.score > -1.5 and _LOSING.match(text, one.end):
        return name_span(one, "appointment", 0.9)
    return None


def _titled(text: str, one: Candidate) -> NameSpan | None:
    wanted = _BEFORE_TITLE["n" if one.doubt and text[one.start : one.end] not in COMMON else one.doubt]
    if one.right == 4 and one.score > wanted and _PERSON_AFTER.match(text, one.end):
        return name_span(one, "title", 0.92)
    astride = post_after(text, one.end - 1)  # 任总经理
    title = None if astride or one.doubt or one.score <= 0.5 else post_after(text, one.end)
    quoted = title and {text[one.start - 1], text[title.end : title.end + 1]} <= _QUOTES  # “荆楚好医生”
    return name_span(one, "title", 0.9) if title and not quoted and right_side(text, title.end) else None
