"""Who is appointed, elected, relieved or resigns: 任命甲为副县长, 免去乙的局长职务, 丙当选县长, 接受丁辞去…的请求."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articles.reading.clauses import PersonList, Sentence

_ACT = re.compile(r"任命|聘任|免去|撤销|罢免|选举产生|选举|补选|增补|推选|接受|批准|决定")
_ANY = re.compile("任命|聘任|免去|撤销|罢免|选举|补选|增补|推选|当选|辞去|不再担任|不再兼任|同志任")
_BEFORE = 60  # characters between the word and the name that it governs
_HEADING = re.compile(r"(?:^|[\n。])(?:决定)?(任命|免去|选举|补选)[^,。;:\n]{0,12}:?\n?$")
_AFTER = re.compile(
    r"(?:等)?(?:同志)?(?:(?P<elected>当选)为?|(?P<left>不再担任|辞去|不再兼任)|(?P<holds>任)(?![务何期职教意])|(?P<named>为)|(?P<relieved>的)(?=[^,。;\n]{2,50}?职务))"
)
_POST = re.compile(r"[^,。;\n]{0,60}?(?:长|书记|主任|主席|委员|院士|代表|员|常委|主编|经理|职务|局长候选人)")
_CLAUSE_END = re.compile(r"[,。;:\n)]")
_LONGEST = 60  # characters of a post after its first noun
_PROPER = frozenset(("任命", "聘任", "选举产生", "选举", "补选", "增补", "推选"))


@dataclass(frozen=True, slots=True)
class Appointment:
    """One act that puts people into a post or out of it: `word` as printed, `start`–`end` from the act to the post.

    `post` is where what is said of the post begins.
    """

    word: str
    start: int
    post: int
    end: int
    referents: tuple[int, ...]


def appointments(folded: str, told: Sequence[Sentence], stops: Sequence[int]) -> Iterator[Appointment]:
    """The acts that a text reports, in printed order; `stops` says where in each sentence speech begins.

    A heading (任命:) holds for the lines below it until the next one.
    """
    if not _ANY.search(folded):
        return
    heading = ""
    for sentence, stop in zip(told, stops, strict=True):
        for people in sentence.people:
            if people.start >= stop:
                break
            found = _HEADING.search(folded[max(0, people.lead - 20) : people.lead])
            heading = found.group(1) if found else heading
            act = _act(folded, sentence, people, heading)
            if act:
                yield act
        if folded.startswith("会议", sentence.start):
            heading = ""


def _act(folded: str, sentence: Sentence, people: PersonList, heading: str) -> Appointment | None:
    after = _AFTER.match(folded, people.end, sentence.end)
    post = _POST.match(folded, after.end(), sentence.end) if after else None
    if after is None or post is None:
        return None
    word = next((text for name, text in after.groupdict().items() if text and name in ("elected", "left", "holds")), "")
    acts = list(_ACT.finditer(folded, max(sentence.start, people.lead - _BEFORE), people.lead))
    if not word:
        word = acts[-1].group() if acts else heading
        if after.lastgroup == "relieved" and word not in ("免去", "撤销", "罢免"):
            return None
        if after.lastgroup == "named" and word not in _PROPER:
            return None
    start = acts[-1].start() if acts and acts[-1].end() == people.lead else people.lead
    stop = _CLAUSE_END.search(folded, post.end(), min(sentence.end, post.end() + _LONGEST))
    end = stop.start() if stop else min(sentence.end, post.end() + _LONGEST)
    return Appointment(word, start, after.end(), end, people.referents)
