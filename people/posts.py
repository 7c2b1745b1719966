"""A printed post → the post it is: bare post, customary label, full official body, area. Pure.

`lexicons/bodies.tsv` and `lexicons/exclusive_posts.tsv` are the editable knowledge.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from articles.places import area_at, resolve

from .qualifiers import joined, without_qualifiers, without_trailing

LEXICONS = Path(__file__).with_name("lexicons")
NATION = "全国"
RANK = re.compile(r"(?:[一二三四]级)?(?:调研员|巡视员|主任科员|警长|警监|高级法官|高级检察官)$")
HEADS = (
    "总书记", "书记", "总理", "省长", "市长", "县长", "区长", "旗长", "州长", "盟长", "镇长", "乡长", "主席", "主任",
    "部长", "局长", "厅长",
    "院长", "检察长", "政委", "会长", "理事长", "监事长", "董事长", "总经理", "经理", "厂长", "校长", "园长", "所长",
    "站长", "处长", "科长", "股长",
    "总队长", "支队长", "大队长", "中队长", "队长", "组长", "秘书长", "总编辑", "主编", "社长", "台长", "馆长", "行长",
    "司令员", "庭长", "村长", "总裁",
    "总工程师", "执行主席", "成员", "常委", "委员", "专员", "委员长", "总指挥", "指挥长", "政治委员",
)
PARTY = r"(?P<party>党组|党工委|党委|党总支|党支部|总支|支部|工委)?"
POST = re.compile(PARTY + r"(?P<post>副?(?:" + "|".join(HEADS) + r"))(?:[(（].{1,8}[)）])?$")
LIKE_QUALIFIERS = re.compile(r"[原前代]")
"""Areas whose names begin like a qualifier: 原平市, 代县."""

TERM = re.compile(r"^第?[一二三四五六七八九十百0-9]+届")
YOUTH_LEAGUE = re.compile(r"^(?:共青)?团(?:[\u4e00-\u9fff]{1,6}?[省市县区旗州]|[省市县区旗州])委(?:员会)?$")
CONSULTATIVE = re.compile(r"^(?:中国人民政治协商会议|政协)[\u4e00-\u9fff]{1,10}?[省市县区旗州]委员会")
NAMELESS = re.compile(r"^(?:[全我本]?[省市县区旗州乡镇村社关代]|街道|社区|主席团|大会)$")
CARRIED_PARTY = re.compile(r"(?:党组|党工委|党委|党总支|党支部)$")
HEAD_OF = re.compile(r"副?(?P<body>[部局厅处科所站馆院])长$")
LEVEL_CHARACTER = re.compile(r"^(?:中共|我|全|本)?(?:[省县区旗州盟]|市(?!场))(?=.)")
TOWN = re.compile(r"^(?P<town>.{1,8}?(?:街道办事处|街道|镇|乡|苏木))(?P<organ>.*)$")
TOWN_LIKE = re.compile(r"(?:家|城)乡$")
"""住房和城乡建设局, 老家乡…: no township ends there."""

TOWN_PARTY = frozenset({"党委", "党工委", "工委", "委", "委员会"})
TOWN_ORGANS = frozenset({"人大", "政府", "人民政府", "党委"})
TOWN_GOVERNMENT = frozenset({"", "政府", "人民政府"})
VILLAGE = re.compile(r"(?:村|社区|居委会|嘎查)(?:委会|委|两委|党支部|党总支)?$")
KINDS = (
    ("企业", re.compile(r"(?:公司|集团|厂|银行|信用社|合作社|超市|酒店|农场|矿)$")),
    ("学校", re.compile(r"(?:学校|中学|小学|幼儿园|大学|学院|一中|二中|三中|职中|高中|初中)$")),
    ("医院", re.compile(r"(?:医院|卫生院|保健院|诊所)$")),
    ("临时机构", re.compile(
        r"(?:大会执行|主席团|宣讲团|领导小组|工作组|指挥部|专班|工作队|督导组|调研组|委员会筹备组)(?:办公室)?$")),
    ("村", VILLAGE),
)
GOVERNMENT_HEADS = {"省": "省长", "市": "市长", "县": "县长", "区": "区长", "旗": "旗长", "州": "州长", "盟": "盟长"}
GOVERNMENT_POSTS = frozenset(GOVERNMENT_HEADS.values())
NATIONAL = {
    "总书记": ("中国共产党中央委员会", "中共中央总书记"),
    "国家主席": ("中华人民共和国", "国家主席"),
    "总理": ("中华人民共和国国务院", "国务院总理"),
    "委员长": ("全国人民代表大会常务委员会", "全国人大常委会委员长"),
}


class Post(NamedTuple):
    """A normalised post. `area` is a full path, "" for companies and what has none; `kind` is the body's."""

    label: str
    post: str
    organization: str
    area: str
    kind: str
    qualifier: str = ""
    exclusive: bool = False
    printed: str = ""


@dataclass(frozen=True, slots=True)
class Body:
    """A line of bodies.tsv."""

    official: str
    kind: str
    label: str


def lexicon(name: str) -> list[dict[str, str]]:
    """The rows of a table in `lexicons/`, each by the words of its head line; lines that begin with # are comments."""
    lines = [line for line in (LEXICONS / name).read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t"))


BODIES = {row["printed"]: Body(row["official"], row["kind"], row["label"] or "") for row in lexicon("bodies.tsv")}
OFFICIAL = {body.official: printed for printed, body in reversed(BODIES.items())}
"""The short form of each official name, {area} for the area's name."""

EXCLUSIVE = frozenset(row["post"] for row in lexicon("exclusive_posts.tsv"))


def posts_of(roles: Sequence[Mapping[str, object]], home: str) -> list[Post]:
    """The posts behind an article's printed roles (reading.types.PrintedRole as JSON), without list titles and ranks."""
    found = []
    for role in roles:
        if not role["generic"]:
            post = normalise(str(role["text"]), str(role["organization"] or ""), str(role["area"] or ""), home,
                             tuple(role["qualifiers"]))  # type: ignore[arg-type]
            if post:
                found.append(post)
    return found


@lru_cache(maxsize=8192)
def normalise(text: str, organization: str, area: str, home: str, qualifiers: tuple[str, ...] = ()) -> Post | None:
    """The post that `text` prints, of the printed body `organization` where one is carried over, in the area named `area`.

    None for ranks and for posts of which no body is known.

    >>> normalise("政府副县长", "", "绛县", "山西省运城市绛县").organization
    '绛县人民政府'
    """
    text = "".join(text.split())
    bare, spoken = without_qualifiers(text)
    if LIKE_QUALIFIERS.match(area) and text.startswith(area):
        bare, spoken, qualifiers = text, [], ()
    spoken = [*qualifiers, *spoken]
    path = resolve(area, home) if area else ""
    if RANK.search(bare) or not bare:
        return None
    found = POST.search(bare)
    if area == NATION:
        official, label = NATIONAL.get(bare, NATIONAL.get(bare.removeprefix("中共中央").removeprefix("国务院"), ("", "")))
        post = found["post"] if found else bare
        return Post(label or bare, post, official or bare.removesuffix(post) or organization or "中央", NATION, "党委",
                    joined(spoken), exclusive=bool(official), printed=text)
    if not found:
        body, party, post = organization, "", bare
    else:
        body, party, post = bare[: found.start()], found["party"] or "", found["post"]
        if not body and post.removeprefix("副") not in GOVERNMENT_POSTS:
            body = organization
        elif body in TOWN_ORGANS and TOWN.fullmatch(organization):
            body = organization + body
    body, trailing = without_trailing(body)
    if not party and (carried := CARRIED_PARTY.search(body)):
        body, party = body[: carried.start()], carried.group()
    made = _in_body(body, party, post, path)
    if made is None:
        return None
    label, official, kind, where, whole = made
    exclusive = whole in EXCLUSIVE and kind not in {"临时机构", ""}
    return Post(label, whole, official, where, kind, joined([*spoken, *trailing]), exclusive, text)


def body_named(printed: str, area: str, home: str) -> Post | None:
    """The body that `printed` names in the area named `area`, as a Post without label and post; None for none.

    >>> body_named("市委", "运城市", "山西省运城市绛县").organization
    '中国共产党运城市委员会'
    """
    made = _in_body("".join(printed.split()), "", "", resolve(area, home) if area else "") if printed else None
    return Post("", "", made[1], made[3], made[2]) if made else None


def _in_body(body: str, party: str, post: str, path: str) -> tuple[str, str, str, str, str] | None:
    """(label, official body, kind, area path, post in that body) of a post in a printed body."""
    area = area_at(path)
    name = area.name if area else path
    head = HEAD_OF.search(post)
    if head and body and not body.endswith(head["body"]):
        body += head["body"]
    own = TERM.sub("", _without_area(body, name))
    kind = next((kind for kind, pattern in KINDS if pattern.search(own)), "")
    if kind == "企业" or (not path and body):
        return body + party + post, body, kind or "其他", "", party + post
    if not path:
        return None
    level = name[-1]
    if (town := TOWN.match(own)) and not TOWN_LIKE.search(town["town"]):
        return _in_town(town["town"], town["organ"], party, post, name, path)
    own = own or _implied(post)
    if own in BODIES and not (party and own == "委"):
        listed = BODIES[own]
        label = (listed.label or ("{level}政府" if party else "")).format(level=level) + party + post
        return label, listed.official.format(area=name), listed.kind, path, party + post
    if not own or NAMELESS.match(own):
        return None
    prefix = "" if kind == "村" else level
    return prefix + own + party + post, name + own, kind or "部门", path, party + post


def _without_area(body: str, name: str) -> str:
    """The printed body without the words that say whose it is: 市统计局 → 统计局, 县委 → 委, 市场监管局 stays."""
    body = YOUTH_LEAGUE.sub("团委", body.removeprefix("中共"))
    if name and (listed := OFFICIAL.get(body.replace(name, "{area}", 1))):
        return listed
    if below := re.fullmatch(f"中国共产党{re.escape(name)}(.{{1,8}}?(?:街道|镇|乡|苏木))委员会", body):
        return below[1] + "党委"
    body = CONSULTATIVE.sub("政协", body)
    if name and body.startswith(name):
        body = body[len(name):]
    elif short := re.match(r"^[\u4e00-\u9fff]{1,6}?[省市县区旗州](?=委|人大|政协|政府|纪委)", body):
        body = body[short.end():]
    return LEVEL_CHARACTER.sub("", body, count=1)


def _implied(post: str) -> str:
    """The body that a bare post can only belong to: 县长 → 政府. A bare 书记 or 主席 may be anybody's: "" for none."""
    bare = post.removeprefix("副")
    if bare in GOVERNMENT_POSTS:
        return "政府"
    return {"检察长": "检察院"}.get(bare, "")


def _in_town(town: str, organ: str, party: str, post: str, county: str, path: str) -> tuple[str, str, str, str, str]:
    """One label for each post, however its body is printed: 镇政府镇长 and 镇长 are one, so are 镇委书记 and 镇党委书记."""
    held = party + post
    if organ in TOWN_PARTY or (organ in TOWN_GOVERNMENT and (party in TOWN_PARTY or (not party and post.endswith("书记")))):
        return f"{town}党委{post}", f"中国共产党{county}{town}委员会", "乡镇", path, post
    if organ.startswith("人大") or (organ in TOWN_GOVERNMENT and not party and post.endswith("主席")):
        return f"{town}人大{held}", f"{county}{town}人民代表大会", "乡镇", path, held
    if organ in TOWN_GOVERNMENT:
        return town + held, f"{county}{town}人民政府", "乡镇", path, held
    kind = "村" if VILLAGE.search(organ) else "部门"
    return town + organ + held, county + town + organ, kind, path, held
