"""Concludes from a page's own text which county or city the paper belongs to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from articles.reading.areas import areas_named, completed, listed_names, names_by_stem, stem_of
from articles.reading.posts import HEADS
from articles.reading.searching import offsets_of
from articles.reading.short_names import short_name_weights
from articles.reading.tables import any_of, words_of
from articles.reading.towns import county_by_towns, county_inside
from articles.reading.types import Area, ArticleText

_OWN = re.compile("我([县市区旗州])(?!场|域|长|里)")
_WHOLE = re.compile("[全本]([县区旗])(?!场|域|长|里|别|分|间)")
_ORGANS = re.compile("([县市区旗州])(?:委(?!员)|政府|人大|政协|长[\u4e00-\u9fff]|直)")
_PAPER = "(?:日报|晚报|晨报|早报|时报|周报|商报|新报|电视报|广播电视报|报(?![道告名请社])|新闻|时讯|快讯|周刊|融媒|发布|通讯)"
_ENDING = re.compile("(?<=[\u4e00-\u9fff])[县市区旗](?![场域长])")
_ORGAN = re.compile(
    "县?委|人民政府|政府|人大|政协|纪委|监委|公安|人民法院|人民检察院|委员会|第[一二三四五六七八九十]+[届次]"
    "|召开|举行|举办|融媒体|人民代表大会|[\u4e00-\u9fff]{2,8}局|开展|各级"
)
_NO_STEM = frozenset(
    "届次的在到来返不没未为与和及了往从对是由被赴至向于把将有各等经让给该这那省中共党我全本邻外整个代前后副任县市区旗乡镇村两多几每某"
)
_NO_PLACE = re.compile(
    "(?:社|小|园|景|片|城|农|都|辖|街|校|矿|灾|山|牧|林|地|险|开发|封|功能|保护|示范|管|疫|库|厂|新|老|高新|特|乡|州|禁|禁渔|贫困"
    "|文明|卫生|强|大)[县市区旗]$"
)
_VERBS = words_of("followers") | words_of("contexts", "cut") | words_of("contexts", "act") | words_of("confusable")
_TWO_LETTERS = words_of("common_words") | words_of("rarer_words")
_KNOWN = 2.0  # how much more a listed name counts than one that no list has
_WORDS = frozenset(
    {"人民", "光明", "中国"}
    | {"资源", "公安", "通道", "新民", "和平", "新华", "兴国", "兴业", "东方", "建设", "民主", "文明", "振兴", "城关"}
)
_OFFICES = frozenset(word for word in HEADS if len(word) == 2)
_LONGEST = 5  # characters of an unlisted name, its last one counted
_MAY_PRECEDE = frozenset("在到来返赴与对由为从向离是入们共党省市州于协团往地了过让给将把经自及我")
_HELPER = re.compile("(?:市|区|县)?(?:对口)?(?:援[疆藏青川琼]|支援|帮扶|协作|驻)")
_GUEST = re.compile("[^。;!?\n]{0,40}?[来到赴]我[县市区旗]|[^。;!?\n]{0,12}?(?:党政)?(?:代表团|考察团)")
_VISITED = frozenset("到赴去往")
_VISITING = re.compile("[^。;!?\n]{0,6}?(?:参观|考察|学习|对接|招商|取经|观摩)")
_OUTSIDE = 2.0  # how much more an area weighs that the page prints outside its articles (主办:中共X县委)
_WANTED = 2.0  # weight below which nothing is concluded
_BY_SHORT_NAME = 1.4  # the same where only short names tell


def conclude_home(articles: Sequence[ArticleText], margin: str = "") -> Area | None:
    """The county or city whose paper the articles are from, None where nothing tells.

    `margin` is what the page prints outside its articles: a masthead (今日尤溪, 楚雄日报) tells most. Else
    counted are the areas that the text names, more where their organs act (X县召开, 中共X县委), at the level at which the
    paper says 我县, 我市, 我区 or 我旗.
    """
    text = "\n".join(part.folded for article in articles for part in (article.headline, article.body))
    level = _own_level(text)
    printed = "".join(margin.split(" "))
    titled = _titled(printed, text, level)
    if titled:
        return completed(titled, text)
    weights = _weigh(f"{text}\n{printed}")
    likely = {name: weight for name, weight in weights.items() if level is None or name.endswith(level)}
    outside = _weigh(printed)
    for name in likely:
        likely[name] += _OUTSIDE * outside.get(name, 0.0) + _short_form_weight(text, name)
        likely[name] += _weight_of_parts(name, weights) - _foreign_weight(text, name)
    if level is not None:
        likely = _with_short_names(likely, text, level)
    best = _best(likely)
    if best is None:
        return county_by_towns(text, level)
    if level is not None and _is_city(best):
        county = county_inside(text, completed(best, text))
        if county and county.name.endswith(level):
            return county
    home = completed(_inside_of_guest(best, weights, text) or best, text)
    return home if home.code else _with_city(home, weights)


def _is_city(name: str) -> bool:
    """Whether a city above counties, or a prefecture, is called so."""
    return any(area.level == "city" for area in areas_named(name))


def _titled(margin: str, text: str, level: str | None) -> str | None:
    """The area that the paper's own name in the margin names, None where it names none that is listed."""
    counted = Counter(next(filter(None, match.groups())) for match in _mastheads().finditer(margin))
    ranked = Counter(match.group(1) for match in _ORGANS.finditer(text)).most_common()
    for short, _ in counted.most_common():
        if short in _WORDS:
            continue
        names = (short,) if areas_named(short) else names_by_stem().get(short, ())
        for ending in ([level] if level else []) + [organ for organ, _ in ranked]:
            fitting = [name for name in names if name.endswith(ending)]
            if fitting:
                return fitting[0]
        if names:
            return names[0]
    return None


@cache
def _mastheads() -> re.Pattern[str]:
    known = any_of(frozenset(name for name in listed_names() | set(names_by_stem()) if len(name) > 1))
    free = "(?:^|(?<=[^\u4e00-\u9fff])|(?<=今日)|(?<=新)|(?<=美丽)|(?<=魅力))"
    return re.compile(f"{free}({known}){_PAPER}|(?:今日|^新)({known})", re.MULTILINE)


def _best(likely: dict[str, float]) -> str | None:
    """The name of most weight, a county before the city above it where both weigh the same; None where two do."""
    ranked = sorted((-weight, _is_city(name), name) for name, weight in likely.items())
    if not ranked or ranked[0][0] > -_WANTED or (len(ranked) > 1 and ranked[0][:2] == ranked[1][:2]):
        return None
    return ranked[0][2]


def _own_level(text: str) -> str | None:
    """县, 市, 区 or 旗, whichever the paper calls its own."""
    counted = Counter(match.group(1) for match in _OWN.finditer(text))
    counted = counted or Counter(match.group(1) for match in _WHOLE.finditer(text))
    return counted.most_common(1)[0][0] if counted else None


def _weigh(text: str) -> dict[str, float]:
    """How strongly each named area speaks for itself."""
    weights: dict[str, float] = {}
    unlisted: list[tuple[int, float]] = []
    for match in _ENDING.finditer(text):
        if text[match.start() - 1] in _NO_STEM:
            continue
        weight = 2.0 if _ORGAN.match(text, match.end()) else 1.0
        name = _listed(text, match.end())
        if name:
            weights[name] = weights.get(name, 0.0) + weight * _KNOWN
        else:
            unlisted.append((match.end(), weight))
    return weights | _weigh_unlisted(text, unlisted)


def _listed(text: str, end: int) -> str | None:
    """The longest listed name that ends at `end`."""
    names = listed_names()
    for length in range(min(12, end), 1, -1):
        name = text[end - length : end]
        if name in names and (length > 2 or _stands_free(text, end - length)):
            return name
    return None


def _stands_free(text: str, at: int) -> bool:
    """Whether a name of two characters at offset `at` is no end of a longer word (示范县 is not 范县)."""
    before = text[at - 1 : at]
    return not "\u4e00" <= before <= "\u9fff" or (before in _MAY_PRECEDE and text[at] not in "和成")


def _weigh_unlisted(text: str, places: Sequence[tuple[int, float]]) -> dict[str, float]:
    """Names of no list: the stretch before 县 or 市 that recurs as a whole, with different characters before it."""
    counted: Counter[str] = Counter()
    weighed: dict[str, float] = {}
    for end, weight in places:
        for length in range(2, _LONGEST + 1):
            name = text[max(0, end - length) : end]
            if len(name) < length or name[0] in _NO_STEM or not "\u4e00" <= name[0] <= "\u9fff":
                break
            counted[name] += 1
            weighed[name] = weighed.get(name, 0.0) + weight
    kept: dict[str, float] = {}
    for name, count in counted.items():
        office = any(word in name for word in _OFFICES)
        if len(name) < 3 or office or "届" in name or _NO_PLACE.search(name) or name[-3:-1] in _VERBS or name[:2] in _VERBS:
            continue
        longer = max((counted[other] for other in counted if other.endswith(name) and len(other) == len(name) + 1), default=0)
        alone = len(name) == 3 and name[:2] not in _TWO_LETTERS and text.count(name[:-1]) > text.count(name)
        if (count >= 2 and longer < 0.7 * count and counted.get(name[1:], 0) <= 1.5 * count) or alone:
            kept[name] = weighed[name] + (1.0 if alone else 0.0)
    return kept


def _short_form_weight(text: str, name: str) -> float:
    """What 来绛, 返绛 and the like add for 绛县, and 平陆 by itself for 平陆县."""
    short = stem_of(name) or name[:-1]
    alone = 0.3 * (text.count(short) - text.count(name)) if len(short) > 1 and short not in _WORDS else 0.0
    return alone + 0.5 * sum(text.count(verb + short) for verb in "来返入在离") if len(short) <= 2 else 0.0


def _weight_of_parts(name: str, weights: dict[str, float]) -> float:
    """What two counties or more that the page names add for the city that they lie in."""
    if not _is_city(name):
        return 0.0
    inside = [part for part in weights if any("".join(area.parents[:1]).endswith(name) for area in areas_named(part))]
    return sum(weights[part] for part in inside) if len(inside) > 1 else 0.0


def _inside_of_guest(best: str, weights: dict[str, float], text: str) -> str | None:
    """The one city below the city `best` that the page names, where the people of `best` come to visit us: 丹东市 → 凤城市."""
    if not _foreign_weight(text, best) or not _is_city(best):
        return None
    last = best[-1]
    inside = [
        name
        for name in weights
        if name.endswith(last) and any("".join(area.parents[:1]).endswith(best) for area in areas_named(name))
    ]
    return inside[0] if len(inside) == 1 else None


def _foreign_weight(text: str, name: str) -> float:
    """What speaks against a home: its people come to us (X县代表团来我县), or ours go there (赴X县考察)."""
    guests = visits = 0
    for at in offsets_of(name, text):
        end = at + len(name)
        guests += _GUEST.match(text, end) is not None or _HELPER.match(text, end) is not None
        visits += text[at - 1 : at] in _VISITED and _VISITING.match(text, end) is not None
    return 4.0 * guests + 3.0 * visits


def _with_short_names(likely: dict[str, float], text: str, level: str) -> dict[str, float]:
    """The weights with those of short names where nothing else is likely, or only the city that one of them lies in.

    A county's paper prints the name of its city (韶关市政协副主席) and leaves out its own.
    """
    best = _best(likely)
    if best is not None and not _is_city(best):
        return likely
    short = short_name_weights(text, level)
    if best is None:
        return {name: weight + _WANTED - _BY_SHORT_NAME for name, weight in short.items() if name not in likely} | likely
    inside = [name for name in short if any("".join(area.parents[:1]).endswith(best) for area in areas_named(name))]
    if len(inside) == 1 and inside[0] not in likely:
        return likely | {inside[0]: likely[best] + 1.0}
    return likely


def _with_city(home: Area, weights: dict[str, float]) -> Area:
    """An area that no list has, below the city that the page names beside it, if it names one."""
    cities = {name: weight for name, weight in weights.items() if name.endswith(("市", "州", "盟")) and name != home.name}
    if home.level != "county" or home.parents or not cities:
        return home
    city = max(sorted(cities), key=lambda name: cities[name])
    return replace(home, path=city + home.path, parents=(city,))
