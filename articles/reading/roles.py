"""The posts printed beside names: before, after, shared over a list, in apposition, by appointment."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from articles.reading.bodies import body_area, body_of, is_bare
from articles.reading.localities import Localities
from articles.reading.overlaps import NameSpan
from articles.reading.posts import GENERIC, SHARED, head_length, post_after, posts_before
from articles.reading.row_names import post_of_row
from articles.reading.types import Area, PrintedRole, Span, Text

_BETWEEN = re.compile("[、, \u3000]|和|及|与|以及|[、,]?以及|同志[、,]")
_APPOSITION = re.compile(
    "(?:同志)?等?(?:[一二两三四五六七八九十0-9]+[位名个])?(?P<title>(?:[省市县区州旗镇乡]、?){0,3}(?:上|委)?"
    "(?:四[大套家]|几[大套家]|党政|五套)?(?:领导)?(?:班子)?(?:主要|分管)?(?:领导|成员)(?:同志|干部)?)"
)
_BECOMES = re.compile(
    "(?:等?[0-9一二三四五六七八九十两]+[名位人](?:同志)?)?(?:同志)?(?:同时)?(?:当选为?|被(?:任命|选举|推选|聘任|聘|选)为|担任|出任|兼任|就任|挂职(?:担?任)?|任|为|现任|拟任)"
)
_IS = re.compile(
    "(?:今年[0-9一二三四五六七八九十]{1,4}岁)?,?(?:如今|现在|现|已经|已|就|都|也|本来|原来)*是(?:[^,。;:!?()]{0,30}?(?:的一[名位]|一[名位]|的))?"
    "(?P<post>[^,。;:!?()的]{2,16}?)(?=[,。;])"
)
"""王小川已经是县中学的教师."""
_BIOGRAPHY = re.compile("[,(][男女][,)]")
_HOLDS = re.compile("现任|拟任|拟提任|拟聘任|(?:拟)?提名为|拟推荐为|拟作为")
_GOES_ON = re.compile(",(?:并|同时)?(?:拟任|(?:拟)?提名为|兼任|任)")
_GIVEN_TO = re.compile("(?:同志)?(?:担任|兼任|出任|任)")
_LOSES = re.compile("(?:同志)?(?:辞去|不再担任|不再兼任|卸任|的)")
_UNTIL = re.compile(r"[。;:!?()\n,]|职务|的请求|一职|的职")
_NUMBERED = re.compile("[0-9一二三四五六七八九十两]+个")
_QUALIFIERS = re.compile("常务|(?<!世)代(?=理?[县市区省镇乡院主局])|挂职|主持[^)]{0,8}工作|拟任|^原|兼(?=[^职])|[一二三四]级")


_AND_OTHERS = re.compile(
    r"等(?P<title>[^、,。;:!?()\s]{2,16}?(?:成员|委员|常委|代表|组长))(?=参加|出席|列席|陪同|一同|分别|深入|[,。])"
)


_OF_A_DAY = re.compile("(?:现场|演练)?(?:副)?总指挥$")  # who leads a drill holds no post


_HONOUR = re.compile("优秀|先进|模范|最美|十佳|杰出")  # what a list of winners is headed by: no post


@dataclass(slots=True)
class _Found:
    """The posts of one name while they are collected."""

    posts: list[Span]
    generic: list[Span]


def roles_of_names(text: Text, names: Sequence[NameSpan], home: Area | None, headline: str = "") -> list[tuple[PrintedRole, ...]]:
    """For every name of a text, in order of appearance, the posts printed beside it; `headline` stands above the text."""
    places = Localities(text.folded, headline, home)
    found = _own_posts(text.folded, names)
    groups = _groups(text.folded, names)
    for group in groups:
        _share(text.folded, names, found, group)
    carried: str | None = None
    roles: list[tuple[PrintedRole, ...]] = []
    for at, one in enumerate(found):
        if at and not _adjacent(text.folded, names, found, at):
            carried = None
        made = _made(text, one, places, carried)
        if made and any(not role.generic for role in made):
            carried = made[0].area if home and made[0].area != home.name else None
        roles.append(made)
    return roles


def _own_posts(text: str, names: Sequence[NameSpan]) -> list[_Found]:
    found: list[_Found] = []
    before = 0
    for at, name in enumerate(names):
        one = _Found([], [])
        for post in posts_before(text, name.start, before):
            if _HONOUR.match(text, post.start):
                continue
            (one.generic if _is_generic(text, post) else one.posts).append(post)
        if text[name.start - 1 : name.start] == "由" and _GIVEN_TO.match(text, name.end):
            one.posts += posts_before(text, name.start - 1, before)
        one.posts += _later_posts(text, name, names[at + 1].start if at + 1 < len(names) else len(text))
        found.append(one)
        before = name.end
    return found


def _is_generic(text: str, post: Span) -> bool:
    printed = text[post.start : post.end]
    return printed.endswith(tuple(GENERIC)) or bool(_NUMBERED.search(printed))


def _later_posts(text: str, name: NameSpan, limit: int) -> list[Span]:
    """Posts after the name: the rest of its row, a title (王小川市长), in brackets, or what the person becomes or loses."""
    if row := post_of_row(text, name):
        return _chain(text, *row)
    if (title := post_after(text, name.end)) and title.end != limit:
        return [title]
    if text[name.end : name.end + 1] == "(":
        close = text.find(")", name.end, name.end + 60)
        if close > 0 and head_length(text, close) and close <= limit:
            return _chain(text, name.end + 1, close)
    return _biography(text, name.end, limit) if _BIOGRAPHY.match(text, name.end) else _taken_or_lost(text, name, limit)


def _taken_or_lost(text: str, name: NameSpan, limit: int) -> list[Span]:
    """What the person is said to become or to give up (王小川任县长, 免去王小川的局长职务)."""
    if (is_one := _IS.match(text, name.end, min(limit, name.end + 60))) and head_length(text, is_one.end("post")):
        return [Span(*is_one.span("post"))]
    verb = _BECOMES.match(text, name.end) or _LOSES.match(text, name.end)
    if not verb or verb.end() >= limit:
        return []
    end = min(limit, verb.end() + 60)
    stop = _UNTIL.search(text, verb.end(), end)
    lost = verb.group().endswith("的") and not (stop and stop.group() == "职务")
    appointed = re.search("任命|免去|免|选举|决定|聘任|任$", text[max(0, name.start - 4) : name.start])
    if lost and not appointed:
        return []
    posts = [post for post in _chain(text, verb.end(), stop.start() if stop else end) if not _OF_A_DAY.match(text, *post)]
    more = _GOES_ON.match(text, stop.start(), limit) if stop and posts else None
    if more:
        stop = _UNTIL.search(text, more.end(), min(limit, more.end() + 60))
        posts += _chain(text, more.end(), stop.start() if stop else more.end())
    return posts


def _biography(text: str, at: int, limit: int) -> list[Span]:
    """The posts that a public notice of an appointment tells of somebody (男,1980年生,现任…,拟任…)."""
    line = text.find("\n", at, at + 300)
    end = min(limit, line if line >= 0 else at + 300)
    posts: list[Span] = []
    for verb in _HOLDS.finditer(text, at, end):
        stop = _UNTIL.search(text, verb.end(), end)
        posts += _chain(text, verb.end(), stop.start() if stop else end)
    return posts


def _chain(text: str, start: int, end: int) -> list[Span]:
    """The posts between two offsets, divided by 、 or 兼, as long as each ends like a post."""
    posts: list[Span] = []
    for piece in re.finditer("[^、,兼]+", text[start:end]):
        at, stop = start + piece.start(), start + piece.end()
        if not head_length(text, stop):
            break
        posts.append(Span(at, stop))
    return posts


def _groups(text: str, names: Sequence[NameSpan]) -> list[range]:
    """Runs of names with nothing but a separator between them."""
    groups: list[range] = []
    start = 0
    for at in range(1, len(names) + 1):
        gap = text[names[at - 1].end : names[at].start] if at < len(names) else None
        if gap is None or len(gap) > 4 or not _is_gap(gap):
            groups.append(range(start, at))
            start = at
    return groups if names else []


def _is_gap(gap: str) -> bool:
    return not gap or bool(re.fullmatch(f"(?:{_BETWEEN.pattern}){{1,3}}", gap))


def _share(text: str, names: Sequence[NameSpan], found: list[_Found], group: range) -> None:
    first = found[group[0]]
    last = found[group[-1]]
    becoming = [post for post in last.posts if post.start > names[group[-1]].end]
    for at in group[:-1]:
        if _BECOMES.match(text, names[group[-1]].end):
            found[at].posts += becoming
    for at in group[1:]:
        first_posts = first.posts if len(first.posts) == 1 or not first.posts else first.posts[-1:]
        if not found[at].posts:
            found[at].posts += [post for post in first_posts if _is_shared(text, post)]
        found[at].generic += first.generic
    end = names[group[-1]].end
    title = _AND_OTHERS.match(text, end) or _APPOSITION.match(text, end)
    if title and len(title["title"]) > 2 and title["title"][0] not in "领成":
        span = Span(title.start("title"), title.end("title"))
        for at in group:
            found[at].generic.append(span)


def _is_shared(text: str, post: Span) -> bool:
    printed = text[post.start : post.end]
    return printed.endswith(tuple(SHARED))


def _adjacent(text: str, names: Sequence[NameSpan], found: list[_Found], at: int) -> bool:
    """Whether a name follows the one before it with only posts and separators between."""
    start = min((post.start for post in found[at].posts), default=names[at].start)
    gap = text[names[at - 1].end : max(start, names[at - 1].end)]
    return len(gap) <= 4 and _is_gap(gap)


def _made(text: Text, found: _Found, places: Localities, carried: str | None) -> tuple[PrintedRole, ...]:
    roles: dict[str, PrintedRole] = {}
    area: str | None = carried
    body: str | None = None
    for post in found.posts:
        printed = text.printed[post.start : post.end]
        folded = text.folded[post.start : post.end]
        area = body_area(folded, places.home_at(folded, post.start), area)
        own = body_of(folded)
        organization = body if is_bare(folded) else None
        body = own if own and not is_bare(folded) else body
        qualifiers = tuple(match.group() for match in _QUALIFIERS.finditer(folded))
        roles.setdefault(printed, PrintedRole(printed, organization, area, False, qualifiers))
    for post in found.generic:
        printed = text.printed[post.start : post.end]
        roles.setdefault(printed, PrintedRole(printed, None, body_area(printed, places.home_at(printed, post.start), None), True))
    return tuple(roles.values())
