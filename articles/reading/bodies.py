"""Whose post it is: the body that a printed post belongs to, and the county, city or province of that body."""

from __future__ import annotations

import re

from articles.reading.areas import NATION, ancestor, areas_named, names_by_stem
from articles.reading.tables import any_of, words_of
from articles.reading.types import Area

_NATIONAL = re.compile(
    "全国|中共中央|中央|国家|国务院|党和国家|中国人民|中国共产党中央|总书记|最高人民|(?:国务院)?副?总理|全国政协"
)
_COMPANY = re.compile(
    "公司|集团|企业|厂(?!长)|酒店|超市|合作社|商会|银行|事务所|工作室|基金会|基地|家庭农场|商店|饭店|店(?=长|主)"
)
_PUBLIC = ("委", "人", "政", "县", "市", "区", "镇", "乡", "中共", "公安", "供销")
"""How the bodies of an area go on after its name that are no companies."""
_OWN = re.compile("我?(?P<level>自治[区州县旗]|地区|地委|行署|[县市省区旗州盟])(?!场|容|域|划|政公司)")
_NAMED = re.compile(
    "(?:中共|中国共产党|共青团|政协|武警(?:部队)?)?(?P<name>[\u4e00-\u9fff]{1,9}?(?:自治区|自治州|自治县|自治旗|新区|地区|[省市县区旗州盟]))"
)
_BY_POST = re.compile("副?(?P<level>[县市省区旗州])长")
_NO_AREA = re.compile("大学(?!生)|学院|研究院|研究所|科学院|工程院|协会|学会|报社|杂志社|电视台|作家|画家|院士|教授|歌手|演员")
_NO_AREA_BEFORE = frozenset("长场")
_LEADING_ON = frozenset("代任应和成同开通单兴随理")  # begins a real county's name of two characters, and is a word as well
_NO_AREA_ENDINGS = (
    "社区",
    "小区",
    "园区",
    "片区",
    "景区",
    "矿区",
    "开发区",
    "工业区",
    "旅游区",
    "度假区",
    "示范区",
    "保税区",
    "高新区",
    "试验区",
    "保护区",
    "辖区",
    "街区",
    "城市",
    "办市",
)
_NAMED_TWICE = ("县", "人民政府", "政府", "人大", "政协", "公安", "纪委", "法院", "检察院")
_HEADS = any_of(words_of("posts", "head"))
_POST_PART = re.compile(f"(?:党组|党委|党工委|党支部|党总支|机关党委)?(?:常务|第一)?副?代?(?:{_HEADS})(?:\\(.*\\))?$")
_BARE = re.compile(f"(?:党组|党委|党工委|党支部|党总支)?(?:常务|第一)?副?代?原?(?:{_HEADS})(?:\\(.*\\))?")


def home_level(home: Area | None, level: str) -> str | None:
    """What 县, 市, 省, 区 … without a name means in a paper of `home`: the name in full, None where that isn't known."""
    if home is None:
        return None
    if level in ("省", "自治区"):
        return ancestor(home, "province")
    if level in ("自治州", "地区", "地委", "行署"):
        return ancestor(home, "city")
    if level in "市州盟":
        return home.name if home.name.endswith(level) and home.level != "province" else ancestor(home, "city")
    if level == "区" and home.name.endswith("自治区"):
        return home.name
    return home.name


def body_area(post: str, home: Area | None, before: str | None) -> str | None:
    """The area of a printed post, in full, None for companies; `before` is the area of the post it is chained to.

    >>> from articles.reading.areas import parse_area
    >>> body_area("市政协副主席", parse_area("绛县"), None), body_area("县长", None, "夏县")
    ('运城市', '夏县')
    """
    if _NATIONAL.match(post) or post.endswith("总书记"):
        return NATION.name
    named = named_area(post)
    if named and _COMPANY.search(post) and not post.startswith(_PUBLIC, len(named)):
        return None
    return named or _unnamed_area(post, home, before)


def _unnamed_area(post: str, home: Area | None, before: str | None) -> str | None:
    """The area of a post that names none: by its level (市…), by the post it is chained to, else the paper's own."""
    if _COMPANY.search(post) and not post.startswith(("县", "市", "镇", "乡")):
        return None
    own = _OWN.match(post)
    if own and not _POST_PART.fullmatch(post):
        if before and own["level"] == before[-1]:
            return before
        return home_level(home, own["level"])
    if before:
        return before
    by_post = _BY_POST.search(post)
    if by_post:
        return home_level(home, by_post["level"])
    return home.name if home and not _NO_AREA.search(post) else None


def named_area(post: str) -> str | None:
    """The county, city or province that the post names itself (夏县县委常委 → 夏县), None where it names none."""
    found = _NAMED.match(post)
    if not found:
        return None
    for end in range(min(len(post), found.start("name") + 11), found.start("name") + 1, -1):
        if areas_named(post[found.start("name") : end]) and not _is_no_area(post, found.start("name"), end):
            inner = _NAMED.match(post, end)
            if inner and areas_named(inner["name"]):
                return inner["name"]
            return post[found.start("name") : end]
    name = found["name"]
    if len(name) < 3 or name[0] in "本我全各该驻县市省区镇乡" or post[found.end() : found.end() + 1] in _NO_AREA_BEFORE:
        return None
    if name.startswith("自治") or name.endswith(_NO_AREA_ENDINGS):
        return None
    whole = [full for full in names_by_stem().get(name[:-1], ()) if full[-1] == name[-1]]
    return whole[0] if len(whole) == 1 else name  # 伊犁州


def _is_no_area(post: str, start: int, end: int) -> bool:
    """Whether the listed name between two offsets is something else here: 代县长 is no 长 of 代县."""
    if post[end : end + 1] in _NO_AREA_BEFORE:
        return True
    return end - start == 2 and post[start] in _LEADING_ON and not post.startswith(_NAMED_TWICE, end)


def body_of(post: str) -> str | None:
    """The body that the post names (市统计局党组书记 → 市统计局), None where it names none (局长).

    >>> body_of("市统计局党组书记"), body_of("副局长")
    ('市统计局', None)
    """
    found = _POST_PART.search(post)
    return post[: found.start()] or None if found else None


def is_bare(post: str) -> bool:
    """Whether the post names no body of its own (局长, 党组书记), so that it takes the one before it."""
    return bool(_BARE.fullmatch(post))
