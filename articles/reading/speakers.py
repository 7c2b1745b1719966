"""The clauses that lead a statement in, and whose they are: a named subject, 他/她, or a subject carried over.

The verbs are 强调 指出 要求 表示 希望 说. Most of the work is telling them from nouns (按照要求, 小说), from courtesies
(表示感谢) and from what somebody else does (会议强调, 甲的司机说). No look-back is longer than `_REACH` characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articles.reading.clauses import PersonList, Sentence, clause_start, within
from articles.reading.governing import governed
from articles.reading.participants import takes_part
from articles.reading.types import Span

_REACH = 120  # characters between a subject and its verb
_FIRST = 4  # lists of people that are looked at for the subject of a sentence
_MOST_SPEAKERS = 3  # people who may say one thing together
_VERB = re.compile(r"(强调|指出|要求|表示|希望|说)(?!强调|指出|要求|希望)([道着]?(?=[,:\"'「『])[,:]*)?")
_COURTESY = (
    r"(?:衷心|诚挚|热烈|亲切|深切|崇高|由衷|最|高度|充分|十分|非常|坚决|完全|极大|真诚|节日|深深|热情|良好|真挚|的)*"
    r"(?:感谢|谢意|祝贺|慰问|欢迎|问候|敬意|满意|肯定|赞赏|支持|同意|赞同|关切|关心|关怀|哀悼|悼念|认可|祝福|赞许|歉意|反对|遗憾|担忧|理解|祝愿)"
)
_NOT_SAID = re.compile(
    rf"[。!?;、)\]》\s]|[了过的地得]|(?<=表示){_COURTESY}"
    r"|(?<=说)(?:[明话法服起不到书唱理教辞词客谎完罢](?!要)|什么[也都]|[这那]话|干就干|出)"
    r"|(?<=强调)(?!要|必须|务必|应|一[是要]|各|全)|(?<=指出)(?!要|必须|应|一[是要]|各|全)"
)
_NO_SPEECH_BEFORE = frozenset("的小听据传演解诉游劝述学评胡再虽")
_NOUN_BEFORE = re.compile(
    r"(?:按照?|根据|依据|对照|遵照|落实|贯彻|符合|达到|工作|有关|相关|具体|总体|目标|质量|任务|标准|原则|部署|高|严|新)$"
)
_ADVERBS = (
    r"(?:还|也|又|并|均|都|则|再次|最后|随后|接着|同时|当即|当场|现场|特别|着重|重点|明确|一再|反复|殷切|衷心|热切|进一步|严肃|郑重|首先"
    r"|分别|先后|真诚|由衷|曾经|多次|强烈|迫切|诚挚|共同|一致|更|表态|介绍|总结|致辞|讲话|发言|解释|感慨|补充|回忆|坦言|激动|微?笑|高声"
    r"|动情|高兴|自豪|欣慰|深情|开心|兴奋|满怀信心|信心满满|感激|认真|严厉|慎重|斩钉截铁|语重心长|一边|连忙|地|着|而且|此外|另外|一行|同志|女士|先生|等|,)*"
)
_PHRASE = r"(?:(?:在|就|对|向|从|围绕|针对|结合|代表|通过|面对|接受|当|和|同|与|给|跟|为|作)[^,:]{1,60})?"
_PLAIN = re.compile(rf"{_ADVERBS}(?:{_PHRASE}{_ADVERBS})?")
_CLAIM = re.compile(r"提出了?[^,。的]{0,10}$")
_PRONOUN = re.compile(
    r"(?:^|[,、:\"”』」])(?:并|而|同时|随后|接着|最后|当时|为此|对此|其间|期间|之后|会后|今天|现在|如今)?,?[他她](?![们人方日国乡])"
)
_INSTITUTION = re.compile(
    r"(?:会议|大会|全会|例会|常委会|全[省市县区]|双方|他们|她们|通知|方案|决定|活动|[省市县区]委|国务院|党中央|演练)"
)
_MEETS = re.compile("(?:座谈|会谈|交谈|交流|见面|握手|签约|合影)")  # what somebody does with the others of a list
_REMARKS = re.compile("(?:同志)?就[^,。]{2,30}(?:提出|作|讲|谈|发表)")
_AWARE = re.compile("(?:听说|得知|获悉|了解到|看到|看见|听到|当|由于|因为|为了让|为帮助)")
"""How a sentence begins that tells first what somebody heard of or did something for."""
_LESSER = re.compile(r"(?:同志)?等?[^,。]{0,30}?(?:陪同|一同|出席|参加|列席|随同)")
_INTERRUPTION = re.compile(
    r"(?:会议(?!精神)|大会|全会|会上|会前|会后|随后|座谈会上|当天|当日|当晚|据悉|据了解|与会|活动中|活动现场|仪式上|仪式结束|期间|之后|在此之前)"
)


@dataclass(frozen=True, slots=True)
class Head:
    """The clause that leads a statement in: it begins at `start`, what is said at `said`; `sentence` is its index."""

    start: int
    said: int
    verb: str
    speakers: tuple[int, ...]
    sentence: int


@dataclass(slots=True)
class _Stage:
    """Whom 他/她 stands for, whether a clause without a subject is theirs, and whether they are still speaking."""

    person: int | None = None
    carried: bool = False
    speaking: bool = False


def heads(folded: str, quoted: Sequence[Span], told: Sequence[Sentence]) -> Iterator[Head]:
    """The clauses that lead statements in, in printed order; `quoted` are the quotations, which lead nothing in."""
    stage = _Stage()
    verbs = [match for match in _VERB.finditer(folded) if not within(quoted, match.start())]
    at = 0
    for index, sentence in enumerate(told):
        if sentence.start and folded[sentence.start - 1] == "\n":
            stage.speaking = False
        first = at
        while at < len(verbs) and verbs[at].start() < sentence.end:
            at += 1
        if not sentence.people and _INSTITUTION.match(folded, sentence.start):
            stage.carried = False
        opened: tuple[int, ...] = ()
        closed = False
        for match in verbs[first:at]:
            speakers = () if _is_no_speech(folded, match) else _speakers(folded, sentence, match, stage, opened)
            if speakers:
                start = clause_start(folded, sentence, match.start()) - 1 if opened else sentence.start
                yield Head(start, match.end(), match.group(1), speakers, index)
                opened = speakers
                quotation = within(quoted, match.end())
                closed = quotation is not None and quotation.start == match.end()
        if opened or (sentence.people and (not stage.speaking or interrupts(folded, sentence))):
            _move_on(folded, sentence, stage, opened)
            stage.speaking = stage.speaking and not closed


def interrupts(folded: str, sentence: Sentence) -> bool:
    """Whether a sentence can't be a part of what is being said: somebody acts, or the meeting goes on."""
    if _INTERRUPTION.match(folded, sentence.start):
        return True
    first = sentence.people[0] if sentence.people else None
    if first is not None and first.lead == sentence.start and _REMARKS.match(folded, first.end, sentence.end):
        return True
    return first is not None and first.lead <= sentence.start + 60 and takes_part(folded, sentence, first)


def _is_no_speech(folded: str, match: re.Match[str]) -> bool:
    """Whether the word is a noun (小说, …的要求), a courtesy (表示感谢), or nothing is said after it."""
    before = folded[match.start() - 1] if match.start() else ""
    if before and (before in _NO_SPEECH_BEFORE or (before in "没不" and match.group(1) == "说")):
        return True
    return not match.group(2) and bool(_NOT_SAID.match(folded, match.end()))


def _speakers(folded: str, sentence: Sentence, match: re.Match[str], stage: _Stage, opened: tuple[int, ...]) -> tuple[int, ...]:
    """Who the subject of a verb is: the nearest people that can be, else a pronoun, else who was spoken of before."""
    at = match.start()
    clause = clause_start(folded, sentence, at)
    for people in _nearest(sentence, at):
        if governed(folded, people):
            continue
        if _PRONOUN.search(folded, people.end, at):
            return people.referents[:1]
        if opened:
            return _goes_on(folded, match, clause, people, opened)
        leads = _leads_to(folded, people, match, clause)
        speakers = people.referents[:1] if _MEETS.search(folded, people.end, clause) else people.referents
        return speakers if leads and len(people.referents) <= _MOST_SPEAKERS else ()
    person = (stage.person,) if stage.person is not None else ()
    if opened:
        return _goes_on(folded, match, clause, None, opened)
    start = max(sentence.start, at - _REACH)
    pronoun = _PRONOUN.search(folded[start:at])
    if pronoun:
        return person if match.group(2) or _is_plain(folded, max(start + pronoun.end(), clause), match) else ()
    return person if stage.carried and _is_plain(folded, sentence.start, match) else ()


def _nearest(sentence: Sentence, at: int) -> Iterator[PersonList]:
    """The last few lists of people that stand before the character `at`, nearest first."""
    for people in reversed(sentence.before(at)):
        if at - people.end > _REACH:
            return
        yield people


def _goes_on(
    folded: str, match: re.Match[str], clause: int, people: PersonList | None, opened: tuple[int, ...]
) -> tuple[int, ...]:
    """Who speaks in a clause after a statement has begun in the same sentence (甲说,…,乙表示,…,并要求…)."""
    if people is not None and people.start >= clause:
        leads = match.group(2) or match.start() == people.end
        return people.referents if leads and _leads_to(folded, people, match, clause) else ()
    if clause == match.start() and match.group(1) in ("希望", "要求"):
        return opened
    joined = folded.startswith(("并", "同时", "还", "随后"), clause)
    return opened if joined and _is_plain(folded, clause, match) else ()


def _leads_to(folded: str, people: PersonList, match: re.Match[str], clause: int) -> bool:
    """Whether nothing between the names and the verb takes the verb away from them."""
    if clause > people.end:
        return _is_plain(folded, clause, match)
    if folded.startswith("的", people.end):
        return False
    strong = bool(match.group(2)) and match.group(1) not in ("要求", "希望")
    return strong or _is_plain(folded, people.end, match)


def _is_plain(folded: str, start: int, match: re.Match[str]) -> bool:
    """Whether only adverbs and phrases like 在讲话中 stand before the verb."""
    end = match.start()
    if end - start > _REACH or _NOUN_BEFORE.search(folded[max(start, end - 6) : end]):
        return False
    if match.group(2) and _CLAIM.search(folded[max(start, end - 16) : end]):
        return True
    return bool(_PLAIN.fullmatch(folded, start, end))


def _move_on(folded: str, sentence: Sentence, stage: _Stage, opened: tuple[int, ...]) -> None:
    """Remember who the next sentence goes on about: who spoke, or one acting person, not those who came along."""
    stage.speaking = bool(opened)
    if opened:
        stage.person, stage.carried = opened[0], True
        return
    free = [people for people in sentence.people[:_FIRST] if not governed(folded, people)]
    if _AWARE.match(folded, sentence.start):
        free = [people for people in free if folded[people.lead - 1] == ","] or free
    owner = sentence.people[0] if len(sentence.people) == 1 and folded.startswith("的", sentence.people[0].end) else None
    first = free[0] if free else owner
    if first and len(first.referents) == 1 and not _LESSER.match(folded, first.end, min(sentence.end, first.end + 40)):
        stage.person, stage.carried = first.referents[0], True
