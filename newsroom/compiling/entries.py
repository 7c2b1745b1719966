"""One event → the sentences of its entry in a chronicle, out of printed words alone. Pure.

A meeting, contest or ceremony is told as its clause on the page tells it (绛县召开…), else by its name and the printed verb
(…会议召开); an inspection or visit by who led it (县委书记某某检查…). Who chaired, spoke and accompanied follows with the
printed verbs, in printed order, with the posts as printed then.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .ranks import AFTER_DEPUTIES, HEADS
from .texts import plain

STAGED = frozenset({"meeting", "contest", "drill", "broadcast", "ceremony"})
APPOINTED = re.compile(r"^[\u4e00-\u9fff·]{2,12}?(?:为|的).*(?:职务|[长席任记员官])$")
HELD = ("召开", "举行", "举办", "开幕", "闭幕", "落幕", "落下帷幕", "启动", "开班", "收官")
SPOKE = ("讲话", "致辞", "作报告", "作工作报告", "作总结", "动员", "授课", "宣讲", "宣布")
WATCHED = ("收听收看", "收看", "收听", "观看")
BESIDE = ("陪同", "随同", "一同", "应邀参加")
VAGUE = re.compile(r"^.{0,2}(?:仪式|活动|会议?|座谈会?|会直播|大会|比赛|颁奖会|启动仪式|通车仪式|工作座谈)$")
UNCLEAN = re.compile(r"[,，;；。：:\"]|\d{1,2}[月日]|随后|接着|同时|此次|这次|并$")
LONGEST_CLAUSE = 60
LEADING = "lead"


@dataclass(frozen=True, slots=True)
class Taker:
    """Somebody who took part: `posts` as they are to be shown (县委副书记、县长), verbs as printed, place in printed order.

    `key` is what names are sorted by where they aren't in printed order; `person` the id of the record.
    """

    name: str
    posts: str
    capacity: str
    verbs: tuple[str, ...]
    order: int
    key: str = ""
    person: int = 0


@dataclass(frozen=True, slots=True)
class Happening:
    """An event as its first report tells it. `clause` is the stretch of the body that does, `headline` the article's whole
    headline where the article reports nothing else, `headed` whether the event is called by its headline; `county` the
    short name of the paper's own county.
    """

    name: str
    kind: str
    activity: str = ""
    organizer: str = ""
    clause: str = ""
    headline: str = ""
    headed: bool = False
    county: str = ""
    takers: tuple[Taker, ...] = ()


def entry_text(told: Happening) -> str:
    """The entry without its day and source.

    >>> entry_text(Happening("县防汛第12次专题会议", "meeting", "召开",
    ...                      takers=(Taker("李一", "县委副书记、县长", "chair", ("主持",), 1),)))
    '县防汛第12次专题会议召开。县委副书记、县长李一主持。'
    """
    first = plain(_opening(told), told.county)
    takers = [taker for taker in told.takers if taker.name not in first]
    second = "，".join(part for part in (_hosts(takers), _watchers(told, takers), _company(told, takers)) if part)
    return "".join(f"{sentence}。" for sentence in (first, plain(second, told.county)) if sentence)


def _opening(told: Happening) -> str:
    if told.kind == "appointment":
        return _appointment(told)
    if told.kind not in STAGED and told.activity not in HELD:
        return _deed(told)
    if _is_clean(told):
        return told.clause
    if VAGUE.search(told.name) and told.headline:
        return _with_posts(told.headline, told.takers)
    return _staged(told)


def _staged(told: Happening) -> str:
    """A meeting, contest … by its name and the printed verb; by who did it where the verb is theirs (出席仪式)."""
    if any(verb in told.name for verb in HELD):
        return told.name
    if told.activity in HELD:
        return told.name + told.activity
    doing = [taker for taker in told.takers if told.activity and told.activity in taker.verbs]
    return f"{people(doing)}{told.activity}{told.name}" if doing else told.name


def _appointment(told: Happening) -> str:
    """An appointment by its name; of a list (任命：甲为…) each with the word at the head of the list."""
    name = re.sub("同志(?=[任不担])", "", told.name)
    headless = told.activity not in name and APPOINTED.search(name)
    return told.activity + name if headless else name


def _is_clean(told: Happening) -> bool:
    """Whether the clause on the page can stand as it is: it says that something was held, and nothing else."""
    clause = told.clause
    if not clause or len(clause) > LONGEST_CLAUSE or UNCLEAN.search(clause) or not any(verb in clause for verb in HELD):
        return False
    return not any(taker.name in clause for taker in told.takers) and len(clause) >= len(told.name)


def _deed(told: Happening) -> str:
    """What somebody did, with who did it before it where the name of the event doesn't say so itself."""
    leaders = _leaders(told)
    name = _with_posts(told.name, told.takers)
    if told.headed or any(taker.name in name for taker in told.takers if taker in leaders or not leaders) or (
            told.organizer and name.startswith(told.organizer)):
        return name
    return people(leaders) + name if leaders or not told.headline else _with_posts(told.headline, told.takers)


def _leaders(told: Happening) -> list[Taker]:
    """Those who led: who did what the event is called by, else who led together with the first of them."""
    named = told.activity and told.activity in told.name
    acting = [taker for taker in told.takers if named and told.activity in taker.verbs]
    leading = [taker for taker in told.takers if taker.capacity == LEADING]
    if told_of := [taker for taker in leading if any(told.activity and told.activity in verb for verb in taker.verbs)]:
        return told_of
    if not leading:
        return acting
    return [taker for taker in leading if taker is leading[0] or set(taker.verbs) & set(leading[0].verbs)]


def _with_posts(text: str, takers: Iterable[Taker]) -> str:
    """A text that begins with somebody's name gets the posts before it, as printed on the page."""
    first = next((taker for taker in takers if text.startswith(taker.name)), None)
    return f"{first.posts}{text}" if first else text


def people(takers: Sequence[Taker]) -> str:
    """People with their posts, one after the other: 县委副书记、县长李一，副县长王二; those without posts join by 、."""
    parts = []
    for at, taker in enumerate(takers):
        joint = "" if not at else "，" if taker.posts else "、"
        parts.append(f"{joint}{taker.posts}{taker.name}")
    return "".join(parts)


def _said(taker: Taker, words: Sequence[str]) -> str:
    """The printed verb of theirs that is one of these words, else has one of them in it: 讲话 rather than 作重要讲话."""
    exact = next((word for word in words if word in taker.verbs), "")
    return exact or next((verb for word in words for verb in taker.verbs if word in verb), "")


def _hosts(takers: Sequence[Taker]) -> str:
    """Who chaired and who spoke, the latter with the printed verb; whoever convened a meeting (某某召开…会议) chaired it."""
    parts = []
    for taker in takers:
        verb = "主持" if taker.capacity == "chair" and _said(taker, ("主持", "召开")) else _said(taker, SPOKE)
        if verb and taker.posts:
            parts.append(f"{taker.posts}{taker.name}{verb}")
    return "，".join(parts)


def _watchers(told: Happening, takers: Sequence[Taker]) -> str:
    """Who watched, the first by name: 县委书记李一等收听收看."""
    watching = [taker for taker in takers if _said(taker, WATCHED) and taker.capacity == "attend"]
    if not watching or told.kind not in STAGED:
        return ""
    return f"{people(watching[:1])}{'等' if watching[1:] else ''}{_said(watching[0], WATCHED)}"


def _company(told: Happening, takers: Sequence[Taker]) -> str:
    """Who came along: …陪同; of 一同 the deed is named again, as 一同检查 is printed."""
    groups: dict[str, list[Taker]] = {}
    for taker in takers:
        verb = _said(taker, BESIDE)
        if taker.capacity == "accompany" and verb:
            groups.setdefault(verb, []).append(taker)
    return "，".join(people(group) + (verb + told.activity if verb == "一同" else verb) for verb, group in groups.items())


def posts_shown(printed: Sequence[str], labels: Sequence[str], area: str, home: str) -> str:
    """Printed posts in one string; a bare first one by its label, another county's with its name before.

    `labels`: the posts' customary titles, `area` the name of the area of the first, `home` the path of the paper's area.

    >>> posts_shown(["副主任"], ["县人大常委会副主任"], "澄溪县", "岭东省云泽市澄溪县")
    '县人大常委会副主任'
    >>> posts_shown(["县委常委", "宣传部长"], ["县委常委"], "夏县", "山西省运城市绛县")
    '夏县县委常委、宣传部长'
    """
    if not printed:
        return ""
    bare = printed[0].removeprefix("副") in HEADS or printed[0] in AFTER_DEPUTIES
    fuller = [label for label in labels if bare and label.endswith(printed[0]) and len(label) > len(printed[0])]
    posts = [*(fuller[:1] or printed[:1]), *printed[1:]]
    shown = "、".join(post for at, post in enumerate(posts) if not any(
        other.endswith(post) and (len(other) > len(post) or before < at) for before, other in enumerate(posts) if before != at))
    foreign = bool(area) and area not in home and area not in shown and area != "全国"
    return area + shown if foreign else shown
