"""Who took part in what an article tells of, in what capacity, and with which printed verbs.

The verbs and their capacities are `lexicons/participation_verbs.tsv`. Who is only mentioned (贯彻…讲话精神) took no part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from articles.reading.clauses import PersonList, Sentence
from articles.reading.governing import governed, rule_over
from articles.reading.tables import any_of, lexicon_rows, words_of
from articles.reading.types import Capacity, Span

_CAPACITIES = {verb: cast(Capacity, capacity) for verb, capacity, _ in lexicon_rows("participation_verbs")}
_MINOR = frozenset(verb for verb, _, weight in lexicon_rows("participation_verbs") if weight == "minor")
_ADDRESS = (
    r"(?:[作做]|进行|发表|作出)了?(?:[^,。;]{0,16}?|的《[^》。]{2,60}?)(?:(?P<report>说明|工作报告|报告|汇报|通报)"
    r"|(?P<speak>安排|部署|讲话|发言|总结|动员|点评|辅导|讲解|表态|致辞|讲座|讲授))"
)
_VERB = re.compile(
    rf"{_ADDRESS}|(?P<verb>{any_of(words_of('participation_verbs'))})"
    r"|(?P<award>获奖(?!选手|队伍|球队|者|单位|代表|运动员|学生|教师|家庭|作品|人|个人|集体|名单|证书)|蝉联"
    r"|获[^,。;奖]{1,20}?(?:奖|[冠亚季]军|第[一二三四五六]名?|前[一二三四五六七八]名|[二三四五六七八]名|称号|[金银铜]牌)|获\"[^\"。]{1,16}\")"
    r"|(?P<attend>带来了?[^,。;]{0,12}(?:表演|节目|歌曲|舞蹈|相声|小品|独唱|演唱|快板)|在[^,。;]{0,12}会上(?=代表|作)"
    r"|在[^,。;]{0,8}[主分]会场|一[曲首段][^,。;]{0,4}《|下达[^,。;]{0,8}[指命口]令|担任[^,。;]{0,6}(?:评委|裁判|嘉宾|审判[长员]|[升护]旗手)"
    r"|组织[^,。;]{0,8}(?:群众|干部|党员|村民|力量|民兵|队员))"
    r"|(?P<lead>[任为](?:总指挥|组长|团长|领队)|带着[^,。;]{0,12}(?:[击援务疗愿作讲逻表防]队|人员|干部|党员|群众|民兵|志愿者|青年|学生|同学|师生))"
)
_NOUN_AFTER = re.compile(r"(?:[会稿材组词费车](?!议|场|上|见|谈|商)|人(?!员)|员(?!工)|精神|制度|工作的|条例|医生|过)")
_NUMBER_OF = re.compile(r"[^,。;]{0,14}(?:案|纠纷|事故|盗|火灾)")  # 一起 is a number there
_SITUATION = re.compile(r"(?!了?[我本全][省市县区旗])了?[^,。;]{0,24}?(?:情况|做法|经验|进展|成效)")
_RELATIVE = re.compile(r"(?:了|着)?[^,。、;]{0,8}的[县市省区乡镇全各领同人代干选企单嘉党群学职家老]|的")
_PASSIVE = re.compile(r"(?:听取|听|审议|聆听|学习|贯彻|落实|收听|收看)了?[^,;。]{0,60}$")
_NOT_DONE = {
    "部署": ("决策", "工作", "统一", "总体", "安排"), "动员": ("运",), "参加": ("未",), "主持": ("节目",), "陪同": ("不带",),
    "召开": ("的", "成功", "胜利", "顺利"),
}  # fmt: skip
_OF_PRESENCE = frozenset(("chair", "attend", "accompany"))
_TOGETHER = frozenset(("一同", "一道", "一起"))
_ALONG = re.compile(r"[^,。;]{0,12}?(?:前往|深入|来到|随行|活动|参加|" + any_of(words_of("activities")) + ")")
_ACTIVITY = re.compile(any_of(words_of("activities")) + "(?![会组员团金品信])")
_NO_EVENT = frozenset(
    ("介绍", "讲述", "签订", "签署", "带领", "一起", "一同", "一道", "谈了", "宣讲", "回应", "解读", "推介", "参加")
)
_MOST_ESCORTS = 4
_TEACHES = re.compile(r"[^。;]{0,40}?(?:讲授|授课|讲课|讲座|辅导|宣讲|作[^,。;]{0,12}报告|现场指导|传授)")
_BY = re.compile(r"等?[^,。;]{0,20}?的?(?P<word>陪同|带领|率领|主持|见证|引导|指导|组织|帮助)")
_ESCORTS: dict[str, Capacity] = {
    "陪同": "accompany", "带领": "lead", "率领": "lead", "主持": "chair", "见证": "attend", "引导": "accompany", "指导": "attend",
    "组织": "lead", "帮助": "attend",
}  # fmt: skip
_SPOKE_OF = re.compile(r"[^,。;]{0,60}?(?:汇报|说明|报告|介绍|发言|讲解)")
_HONOUR = re.compile(r"[^,。;]{0,30}?(?:颁奖|颁发|授牌|颁证|授予|佩戴|戴上)")
_COMMENDED = re.compile(r"[^,。;]{0,40}?(?:进行了?|予以|给予)(?:通报)?(?:表彰|表扬|奖励|嘉奖)")
_POSSESSED = re.compile(
    r"(?:总书记|主席|同志|书记)?(?:的(?!讲话|发言|陪同|带领|独唱|演唱|表演|演奏|朗诵|舞蹈|歌舞|《)|关于(?!.{0,40}汇报)|在[^,。]{0,30}(?:讲话|报告|指示)精神|系列|重要|新时代|提出的|指示|题写|所著|撰写)"
)
_UNFINISHED = re.compile(r"[、和及与][^。;]{0,70}|[^。;]{0,70}[,、和及与]")


@dataclass(frozen=True, slots=True)
class Part:
    """One capacity of some people in one sentence: `at` is where they are named, `verb` what is printed.

    `minor`: it counts only where nothing weightier is printed (somebody who came along also 表示 something).
    `aside`: it may be said to the reporter as well as at the event (局长甲介绍,今年…).
    """

    referents: tuple[int, ...]
    capacity: Capacity
    verb: str
    at: int
    minor: bool = False
    aside: bool = False


def takes_part(folded: str, sentence: Sentence, people: PersonList) -> bool:
    """Whether the people are told to do something at the event, in the clause that they are named in."""
    stop = folded.find("。", people.end, min(sentence.end, people.end + 60))
    stop = stop if stop > 0 else min(sentence.end, people.end + 60)
    return not governed(folded, people) and any(True for _ in _deeds(folded, people, stop, False))


def parts(folded: str, sentence: Sentence, stop: int, inspecting: bool) -> Iterator[Part]:
    """What the people named in one sentence take part in, up to `stop`, where what is said begins.

    `inspecting`: the article tells of a visit, so that its subject leads it (甲到乙镇调研).
    """
    stop = min(sentence.end, stop)
    found: list[tuple[Part, ...]] = []
    escorts: list[Span] = []
    follower: tuple[Part, ...] = ()
    for people in reversed(sentence.people):
        if people.start >= stop:
            continue
        rule = rule_over(folded, people)
        teaches = rule and rule[0] == "invited" and _TEACHES.match(folded, people.end, sentence.end)
        if rule and rule[0] != "there" and not teaches:
            found.append(tuple(_as_object(folded, people, rule, sentence.end)))
            if rule[0] == "escort" and (by := _BY.match(folded, people.end, sentence.end)):
                escorts.append(Span(people.lead, by.end()))
            continue
        end = max(stop, people.end)
        mine = tuple(_deeds(folded, people, end, inspecting, escorts)) or _shared(folded, people, end, follower)
        if rule and not teaches:
            mine = (Part(people.referents, "attend", "出席", people.start), *mine)
        found.append(mine)
        stop, follower, escorts = people.lead, mine, []
    for mine in reversed(found):
        yield from mine


def _shared(folded: str, people: PersonList, end: int, follower: tuple[Part, ...]) -> tuple[Part, ...]:
    """The deeds of the people named next, where nothing but a comma parts the two lists."""
    if follower and _UNFINISHED.fullmatch(folded, people.end, end):
        return tuple(Part(people.referents, part.capacity, part.verb, people.start) for part in follower)
    return ()


def _deeds(folded: str, people: PersonList, stop: int, inspecting: bool, escorts: Sequence[Span] = ()) -> Iterator[Part]:
    """What the subject of a sentence does, up to the next subject, apart from what their `escorts` do (在甲陪同下)."""
    start = people.end
    if _POSSESSED.match(folded, start, stop):
        return
    first = stop
    for verb in _VERB.finditer(folded, start, stop):
        capacity = _capacity(folded, verb, start, stop)
        if capacity and not any(escort.start <= verb.start() < escort.end for escort in escorts[:_MOST_ESCORTS]):
            first = min(first, verb.start())
            word = verb.group()
            aside = word == "介绍" and folded.startswith((",", ":", "说", "道"), verb.end())
            yield Part(people.referents, capacity, word, people.start, word in _MINOR or aside, aside)
    if inspecting:
        activity = _ACTIVITY.search(folded, start, first)
        if activity and not _PASSIVE.search(folded[max(start, activity.start() - 80) : activity.start()]):
            yield Part(people.referents, "lead", activity.group(), people.start)


def _capacity(folded: str, verb: re.Match[str], start: int, stop: int) -> Capacity | None:
    """What a verb stands for here; None where it names something (汇报会) or is what others did (听取汇报)."""
    word = verb.group()
    capacity = _CAPACITIES[word] if verb.lastgroup == "verb" else cast(Capacity, verb.lastgroup)
    if _is_no_deed(folded, verb, start, stop) or (capacity in _OF_PRESENCE and _is_relative(folded, verb, stop)):
        return None
    if word == "介绍" and _SITUATION.match(folded, verb.end(), stop):
        return "report"
    if capacity in ("report", "speak"):
        clause = max(start, folded.rfind(",", start, verb.start()) + 1, verb.start() - 80)
        if _PASSIVE.search(folded[clause : verb.start()]):
            return None
    return "attend" if word in _TOGETHER and not _ALONG.match(folded, verb.end(), stop) else capacity


def _is_no_deed(folded: str, verb: re.Match[str], start: int, stop: int) -> bool:
    """Whether a verb's characters are part of another word (汇报会, 一起案件) or what is done isn't theirs (成功召开)."""
    word = verb.group()
    if _NOUN_AFTER.match(folded, verb.end(), stop) or (word == "一行" and verb.start() > start):
        return True
    if word == "一起" and _NUMBER_OF.match(folded, verb.end(), stop):
        return True
    return any(folded.endswith(before, start, verb.start()) for before in _NOT_DONE.get(word, ()))


def _is_relative(folded: str, verb: re.Match[str], stop: int) -> bool:
    """Whether a verb says of somebody else who they are (参加会议的代表)."""
    return verb.group() != "一行" and verb.group() not in _MINOR and bool(_RELATIVE.match(folded, verb.end(), stop))


def _as_object(folded: str, people: PersonList, rule: tuple[str, str], end: int) -> Iterator[Part]:
    """What somebody takes part in who is not the subject: 在甲陪同下, 会见甲, 听取甲的汇报, 为甲颁奖."""
    how, word = rule
    if how == "escort":
        by = _BY.match(folded, people.end, min(end, people.end + 40))
        if by:
            yield Part(people.referents, _ESCORTS[by.group("word")], by.group("word"), people.start)
    elif how == "along":
        yield Part(people.referents, "lead", word, people.start)
    elif how in ("met", "beside"):
        yield Part(people.referents, "attend", word, people.start)
    elif how == "heard" and _SPOKE_OF.match(folded, people.end, end):
        yield Part(people.referents, "report", "汇报", people.start)
    elif how in ("crowned", "listed", "won"):
        yield Part(people.referents, "award", word, people.start)
    elif how == "mentioned" and _COMMENDED.match(folded, people.end, end):
        yield Part(people.referents, "award", "表彰", people.start)
    elif how == "honoured" and _HONOUR.match(folded, people.end, end):
        yield Part(people.referents, "award", "颁奖", people.start)


def counting(told: Sequence[tuple[int, Part]], aside: frozenset[int]) -> Iterator[tuple[int, Part]]:
    """Those of `told` that make participants: what bystanders only say to a reporter doesn't."""
    acting = {referent for _, part in told if not part.aside for referent in part.referents}
    for at, part in told:
        if not part.aside or any(referent in acting or referent not in aside for referent in part.referents):
            yield at, part


def makes_an_event(part: Part) -> bool:
    """Whether something took place where this was done: honours, work and words also fill portraits and features."""
    return part.capacity != "award" and not part.minor and part.verb not in _NO_EVENT and not part.verb.startswith("组织")
