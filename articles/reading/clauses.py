"""Sentences, quotations and the lists of people named in them: what both statements and participations are read from.

Everything here is one pass over the text: no step looks back further than the sentence it stands in.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from articles.reading.types import Mention, Span, Text

_QUOTES = re.compile(r'[“”"「」『』\n]')
_CLOSING = {"“": "”", "「": "」", "『": "』", '"': '"'}
_SPEECH_BEFORE = frozenset(",，:：。!！?？;；\n…")
_LONGEST_TERM = 60  # characters of a quoted term (“放管服”改革); more than that, inside a clause, is a quote mark lost
_BOUNDARY = re.compile(r"[。!?;\n]")
_PARAGRAPH_ENDS = frozenset('。!?;:"”’」』…)）')
_CLAUSE_MARKS = frozenset(",。;:!?\n")
_BETWEEN = re.compile(r"(?:同志|女士|先生|教授|院士)?(?:[、,/\s]|以及|和|与|及|同|\([^()]{1,8}\))*")
_NO_TITLE = re.compile(
    r"[在到为对向由把将被让给说从于的会等了着。;:]"
    r"|主持|出席|参加|陪同|讲话|带队|汇报|前往|一同|调研|检查|强调|指出|要求|表示|担任"
)
_OF_BODY = re.compile(
    "[\u4e00-\u9fff]{2,14}(?:[中小大]学|学校|[校园馆站所社厂队班组]|公司|集团|中心|街道|社区|[镇乡村县市区旗州局院])的"
)
"""Whose somebody in a list is: 唐大鹏、翔凤镇小学的杨桂花."""
_LONGEST_TITLE = 40  # characters between two names of one list
_NEAREST = 4  # lists of people that are looked at before a verb
_LONGEST_CLAUSE = 200  # characters; a clause is taken to begin no further back


@dataclass(frozen=True, slots=True)
class PersonList:
    """People named in one breath: `lead` is where their titles begin, `start`–`end` runs from first to last name."""

    lead: int
    start: int
    end: int
    referents: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with the people named in it; quoted speech is never divided."""

    start: int
    end: int
    people: tuple[PersonList, ...]

    def before(self, at: int) -> tuple[PersonList, ...]:
        """The last few lists of people that end before the character `at`."""
        index = bisect_right(self.people, at, key=lambda people: people.end)
        return self.people[max(0, index - _NEAREST) : index]


def quotations(printed: str) -> tuple[Span, ...]:
    """Where quoted words stand, marks included; what a lost mark would make of half a paragraph is left out.

    >>> quotations("他说:“路通了。”大家叫“连心路”。")
    (Span(start=3, end=9), Span(start=12, end=17))
    """
    found: list[Span] = []
    opened = -1
    for mark in _QUOTES.finditer(printed):
        at, character = mark.start(), mark.group()
        if character == "\n":
            opened = -1
        elif opened >= 0 and character == _CLOSING[printed[opened]]:
            if _is_quotation(printed, opened, at):
                found.append(Span(opened, at + 1))
            opened = -1
        elif opened < 0 and character in _CLOSING:
            opened = at
    return tuple(found)


def _is_quotation(printed: str, opened: int, closed: int) -> bool:
    if opened == 0 or printed[opened - 1] in _SPEECH_BEFORE:
        return True
    return closed - opened <= _LONGEST_TERM and "。" not in printed[opened:closed]


def within(spans: Sequence[Span], at: int) -> Span | None:
    """The one of `spans` (ascending, apart) that the character `at` lies in."""
    index = bisect_right(spans, at, key=lambda span: span.start) - 1
    return spans[index] if index >= 0 and at < spans[index].end else None


@dataclass(frozen=True, slots=True)
class Scene:
    """A body as both statements and events are read from it: its sentences, and where quoted words stand."""

    body: Text
    told: tuple[Sentence, ...]
    quoted: tuple[Span, ...]


def scene_of(body: Text, mentions: Sequence[Mention]) -> Scene:
    """The body's sentences, with the people named in them, and its quotations."""
    quoted = quotations(body.printed)
    return Scene(body, sentences(body, mentions, quoted), quoted)


def sentences(body: Text, mentions: Sequence[Mention], quoted: Sequence[Span] = ()) -> tuple[Sentence, ...]:
    """The sentences of a body in order. A break in the middle of a sentence, as OCR makes them, doesn't end it.

    >>> body = Text("县长王和到会。会议结束。", "县长王和到会。会议结束。")
    >>> [(s.start, s.end, s.people) for s in sentences(body, (Mention("body", 2, 4, "王和", 0),))]
    [(0, 7, (PersonList(lead=2, start=2, end=4, referents=(0,)),)), (7, 12, ())]
    """
    there = (mention for mention in mentions if mention.field == "body" and 0 <= mention.start < mention.end <= len(body))
    named = sorted(there, key=lambda mention: mention.start)
    cut: list[Sentence] = []
    start = at = 0
    for end in (*_ends(body, quoted), len(body)):
        first = at
        while at < len(named) and named[at].start < end:
            at += 1
        if body.folded[start:end].strip():
            cut.append(Sentence(start, end, _lists(body.folded, start, named[first:at])))
        start = end
    return tuple(cut)


def _ends(body: Text, quoted: Sequence[Span]) -> list[int]:
    """Where sentences end, before the last one."""
    ends: list[int] = []
    passed = 0
    for mark in _BOUNDARY.finditer(body.folded):
        at = mark.start()
        if at < passed:
            continue
        if mark.group() == "\n":
            if at and body.printed[at - 1] in _PARAGRAPH_ENDS:
                ends.append(at + 1)
            continue
        quotation = within(quoted, at)
        if quotation is None:
            ends.append(at + 1)
        elif at == quotation.end - 2:
            ends.append(quotation.end)
            passed = quotation.end
    return ends


def _lists(folded: str, start: int, named: Sequence[Mention]) -> tuple[PersonList, ...]:
    found: list[PersonList] = []
    group: list[Mention] = []
    lead = 0
    for mention in named:
        if mention.start < (group[-1].end if group else start):
            continue
        next_lead = _lead(folded, group[-1].end if group else start, mention)
        if group and not _joined(folded, group[-1].end, next_lead, mention.start):
            found.append(_list_of(lead, group))
            group = []
        lead = lead if group else next_lead
        group.append(mention)
    return (*found, _list_of(lead, group)) if group else ()


def _list_of(lead: int, group: Sequence[Mention]) -> PersonList:
    return PersonList(lead, group[0].start, group[-1].end, tuple(mention.referent for mention in group))


def _lead(folded: str, after: int, mention: Mention) -> int:
    """Where the posts before a name begin, not before the character `after`."""
    lead = mention.start
    after = max(after, mention.start - 120)
    for role in mention.roles:
        for text in (role.text, role.organization):
            at = folded.rfind(text, after, mention.start) if text else -1
            if at >= 0:
                lead = min(lead, at)
    while lead > after and folded[lead - 1] not in _CLAUSE_MARKS and folded[lead - 1] in "省市县区旗州镇乡":
        lead -= 1
    return lead


def _joined(folded: str, end: int, lead: int, start: int) -> bool:
    """Whether only separators and titles stand between two names."""
    if start - end > _LONGEST_TITLE:
        return False
    separator = _BETWEEN.match(folded, end, max(lead, end))
    after = separator.end() if separator else end
    if after == end:
        return start == end  # 甲乙 (县一中): OCR loses the mark between names
    if after >= lead:
        return True
    if folded[end] in "与和同" and "的" in folded[end:start]:
        return True  # 与来县考察的某公司董事长乙: a relative clause, not a predicate
    if _OF_BODY.fullmatch(folded, after, start):
        return True
    return not _NO_TITLE.search(folded, after, start)


def clause_start(folded: str, sentence: Sentence, at: int) -> int:
    """Where the clause begins that the character `at` of a sentence stands in: after the last comma or colon before it."""
    start = max(sentence.start, at - _LONGEST_CLAUSE)
    return max(start, folded.rfind(",", start, at) + 1, folded.rfind(":", start, at) + 1)
