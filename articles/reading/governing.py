"""What stands before people and makes them the object of somebody else's deed: 在甲陪同下, 会见甲, 冠军:甲, 对甲说, 看望甲.

Also who is only visited or asked: the villagers and guests of a report.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from articles.reading.clauses import PersonList
from articles.reading.types import Mention

_FURTHEST = 40  # characters before a list of people in which such words may stand
_NEAR = 16  # characters that the words without much between them take up
_CLAUSE_BEGINS = frozenset(",、。;!?")
# 会见了来访的某公司董事长甲; 出席会议的还有:甲; 女子跳远:二班甲
_FAR = re.compile(
    r"(?=[会接约获荣夺摘出参陪列到一就男女米组单双跳球杯跑泳棋奖名军冠亚季前第二三特金银铜])(?:"
    r"(?P<met>(?:会见|接见|约见)了?[^,。;]{0,24})|(?P<crowned>(?:获得|荣获|夺得|摘得|获)[^,。;]{1,24}的)"
    r"|(?P<there>(?:出席|参加|陪同|列席|到会|一同|就座|就坐)[^,。;]{0,24}的[^,。;]{0,10}(?:有|是|还有|包括)?:?)"
    r"|(?P<won>(?:[冠亚季]军|前[一二三四五六七八十]名|第[一二三四五六七八]名|[一二三特]等奖|[金银铜][牌奖])(?:获得者|得主)?(?:分别|均|都|依次)?[为是由被归][^,。;:]{0,20})"
    r"|(?P<listed>(?:[男女]子|米|组|单打|双打|跳[远高绳]|[球杯跑泳棋]|奖|名|军)[^,。;:\n]{0,8}:[^,。;:\n]{0,14}))$"
)
_HONOURS = (
    r"授予|表彰了?|评选出?|产生了?|(?:他们|她们|分别|名单)(?:分别)?(?:是|如下)?[:\s]+|[十百]佳[^,。;]{0,6}[为是]:?\s*"
    r"|(?:冠军|亚军|季军|第[一二三四五六]名|[一二三特]等奖|[金银铜]奖|优秀奖|奖)(?:\([^()]{1,8}\))?(?:获得者|得主)?(?:分别)?[是为归被]?[:\s]*"
    r"|(?:类|组|好人|模范|标兵|之星|先锋|人物|能手|工匠|状元)(?:\([^()]{1,8}\))?:\s*"
)
_OBJECTS = (
    r"任命|选举|推选|免去|接受|提名|增补|补选|决定|聘任|同意|罢免|撤销|[对把将被让请问听从替叫经到去往]|走进|叫上|带上|按照|根据|依据"
    r"|(?:落实|贯彻|学习|传达|宣传|看望|慰问|走访)了?|见到|遇到|采访|告诉|感谢|邀请|祝贺|关于|围绕|遵照|领会|牢记|弘扬|指导|包括|拉着|握着|成立由"
    r"|叮嘱|嘱咐|督促|责成|提醒|协助|配合|鼓励|勉励|对(?!口)[^,。;:、的]{1,8}[民员长户人者师生]"
)
_CLOSE = re.compile(
    rf"(?:(?P<escort>在)|(?P<along>陪同|随同|陪)|(?P<heard>听取了?)|(?P<crowned>{_HONOURS})"
    r"|(?P<beside>(?:战胜|击败|力克|不敌|负于|淘汰|对阵)了?|\((?:表演|演唱|朗诵|演奏)者?:?)"
    rf"|(?P<invited>(?:邀请|特邀|请来|聘请)了?)|(?P<honoured>(?<!图)为|[向给])|(?P<mentioned>{_OBJECTS}))$"
)
_AT_HOME = re.compile(r"(?:老人|同志)?的?家(?:中|里|门|[,。、])")
_BYSTANDER = re.compile(
    r"(?:[村居市牧渔]民|[农菜果茶棉瓜蜂花][农户]|游客|乘客|旅客|顾客|患者|病人|家[属长]|群众|商户|[摊店业]主|住户|网友|老乡|老人|大[爷妈娘叔婶]"
    r"|老[汉伯]|[困脱保测殖植]户|大户|妻子|丈夫|[母父]亲|消费者|考生|受益人|老党员)$"
)


def rule_over(folded: str, people: PersonList) -> tuple[str, str] | None:
    """What stands by a list of people and decides about it: its kind (escort, met, crowned …) and the words as printed.

    Nothing does at the beginning of a clause. The kind `there` (出席会议的有甲) makes no object of anybody.

    >>> rule_over("县长会见了甲乙。", PersonList(5, 5, 7, (0,)))
    ('met', '会见了')
    """
    if _AT_HOME.match(folded, people.end):
        return "mentioned", ""
    if people.lead == 0 or folded[people.lead - 1] in _CLAUSE_BEGINS:
        return None
    return _rule_before(folded[max(0, people.lead - _FURTHEST) : people.lead])


@lru_cache(maxsize=2048)
def _rule_before(before: str) -> tuple[str, str] | None:
    """What the end of `before` says; asked for the same people by the statements and by the events."""
    found = _FAR.search(before) or _CLOSE.search(before, max(0, len(before) - _NEAR))
    return (found.lastgroup or "", found.group()) if found else None


def governed(folded: str, people: PersonList) -> bool:
    """Whether people are the object of somebody else's deed (会见甲, 对甲说, 在甲家里), not a subject."""
    found = rule_over(folded, people)
    return found is not None and found[0] != "there"


def bystanders(folded: str, mentions: Sequence[Mention]) -> frozenset[int]:
    """Those who are named as villagers, guests or visited people: what they tell a reporter makes them no participants.

    >>> bystanders("村民王和说,路好走了。", (Mention("body", 2, 4, "王和", 0),))
    frozenset({0})
    """
    return frozenset(
        mention.referent
        for mention in mentions
        if mention.field == "body"
        and (_BYSTANDER.search(folded[max(0, mention.start - 4) : mention.start]) or _AT_HOME.match(folded, mention.end))
    )
