"""A headline's text and state: complete, damaged (letters visibly lost) or missing."""

from __future__ import annotations

import re

from articles.reading.after_names import COMMON, WORDS, right_side
from articles.reading.agreement import LEAD_LENGTH
from articles.reading.areas import areas_named, stems
from articles.reading.candidates import CONFUSABLE
from articles.reading.searching import offsets_of
from articles.reading.surnames import COMPOUND, surname_weight
from articles.reading.tables import words_of
from articles.reading.tongues import BY_SOUND
from articles.reading.types import HeadlineState, Text

_FRAGMENT_START = re.compile(
    r"^(?:[次届的等暨及与而也了着过地得们者亩吨%]|余[名个家户亩万吨元]|万[亩元吨]|会(?![议员计展泽宁理同昌稽师见客商战演谈晤长友飞唱用说做干])|[,。、;:!?)》”’\]】]|院(?=[召举开审判公])|局(?=[破召举组])|色(?![彩调泽素情])|常委会|委(?=常委|书记|副书记|理论|全会|办公室|召开|举行|中心组)|年(?![轻底初终货画味度会级])|员(?!工)|国(?![家际内庆有务土道防税企网旗歌学画标外产债资民电门药保考足乒])|中(?![\u4e00-\u9fff]{1,2}[镇乡村]|[国央小学共秋医华心午考年层外科专职老铁石建])|(?:员会|议室|作会|防控第|题会|量发展))"
)
_FRAGMENT_END = re.compile(
    r"(?:[第的和与暨及对在为把将被向于并、,:(《“‘]|召|扑|省决|更|揭|贯|慰|扎|隆|落实党|(?<![角村部院段])落|(?<![选壮义盛创])举|(?<![开重])启|(?<!标)签"
    r"|时[强指要表]|(?<!第)[一两二三四五六七八九十\d](?:名|位|所|座|批|辆|台|头)|[到在赴进][^,。]{2,12}(?<!展|序|面|利|实|入)开展"
    r"|(?<!监)督|(?<![强协])调|工作会议精|圆|座)$"
    "|让.*[^一发兴掀崛撑扛了]起$|(?:慰问|看望|走访|理赔|救助|关爱|帮扶)(?:受灾|贫困|困难|留守|离休|退休|驻地)$"
)
_ONE_LETTER_PLACE = re.compile(r"^([^我全该各本两外邻省市县区赴到在临入老穷强大小新])([县市区镇乡村])")
_MEETING_WANTED = re.compile(r"(?:召开|举行|举办|主持)")
_MEETING = re.compile(r"[会议式赛班训坛展练式动]|仪式|活动|推演|调研|座谈|讲座|培训|典礼|签约|演讲|汇演|演出|节$|周$")
_AFTER_POST = re.compile(r"[长记任席员理事导授师表志、,:]$")
_PAIRS = (("(", ")"), ("《", "》"), ("“", "”"), ("‘", "’"), ("【", "】"), ("「", "」"))
_LOOKALIKES = ("县具设且", "人入八", "于干千", "己已巳", "大太犬", "日曰目", "未末", "土士", "天夫", "问间", "治冶", "市巿布")
_SAME = {letter: group for group in _LOOKALIKES for letter in group}
_SIDES = frozenset("里上中下内外前后的了")
_NO_SOUND, _PLACES_AND_FEASTS = frozenset("的了和在与"), frozenset("节镇乡村县寺山河湖")
_WORD = 4
_COMMON_SURNAME, _LIKELY_SURNAME, _NO_VERB = 0.8, 0.5, 2

_WORDS = WORDS | words_of("followers")
_PLACES = frozenset(stems())
_WHOLE_LETTERS = frozenset("火会式赛班训坛展练动节周奖金县市区乡镇村校园城书人家路桥灯花年月日站队组员户亩元件项个次度率量力")
_LEVELS = frozenset("省市县区旗镇乡村")
_MAY_BE_LOST = frozenset("大小")
_ONE_LETTER_STARTS = _LEVELS | frozenset("我全该各本两在让把为与从到赴以用新大小老")


def headline_state(headline: Text, body: Text) -> HeadlineState:
    """Whether the headline is whole, judged by itself and by the body it stands over.

    >>> body = Text("3月1日,县长李明调研县医院。", "3月1日,县长李明调研县医院。")
    >>> headline_state(Text("李明调研县医院", "李明调研县医院"), body), headline_state(Text("明调研县医院", "明调研县医院"), body)
    ('complete', 'damaged')
    """
    words = headline.folded
    if not words.strip():
        return "missing"
    lead = body.folded[: 2 * LEAD_LENGTH]
    cut = _cut_at_start(words, lead, body.folded) or _cut_at_end(words, lead, body.folded)
    return "damaged" if cut or _unbalanced(headline.printed, words) or _misread(words, lead) else "complete"


def _cut_at_start(words: str, lead: str, body: str) -> bool:
    if _FRAGMENT_START.match(words):
        return True
    if _place_cut(words, lead):
        return True
    if _starts_in_word(words, body):
        return True
    free = words[:2] not in _WORDS and words[0] not in _ONE_LETTER_STARTS and right_side(words, 1) > 0
    if free and _lost_surname(words[0], lead):
        return True
    if words[0] in _LEVELS:
        return False  # 县第十四届… below 茂县第十四届…: no name
    return _name_cut(words, lead, _WORD) or (words[:2] not in _WORDS and _name_cut(words, lead, 2))


def _name_cut(words: str, lead: str, length: int) -> bool:
    """A name that has lost its beginning: the lead has a surname, or more of a name of other tongues, before these letters."""
    at = lead.find(words[:length])
    if at < 1:
        return False
    if lead[at - 1 : at + 1] in COMPOUND:
        return True
    own = surname_weight(words) < _COMMON_SURNAME
    lost = lead[at - 1 : at] if own else lead[max(0, at - 2) : at]
    posted = _AFTER_POST.search(lead[: at - len(lost)]) is not None
    sounding = BY_SOUND.issuperset(words[:2] + lost) and lost[-1] not in _NO_SOUND and words[2:3] not in _PLACES_AND_FEASTS
    if sounding and (own or posted):
        return True
    return own and posted and surname_weight(lead, at - 1) >= _LIKELY_SURNAME


def _lost_surname(last: str, lead: str) -> bool:
    """Whether a name after a post in the lead ends in the letter `last` with which a headline begins (寰来我县 of 陆振寰)."""
    for at in offsets_of(last, lead):
        for start in (at - 2, at - 1):
            if start > 0 and surname_weight(lead, start) >= 0.8 and _AFTER_POST.search(lead[:start]) and right_side(lead, at + 1):
                return True
    return False


def _starts_in_word(words: str, body: str) -> bool:
    """A word that has lost its first letter: 种工作推进会 where the body only has 接种工作."""
    if words[0] in _ONE_LETTER_STARTS - _MAY_BE_LOST:
        return False
    whole = words[:2] in _WORDS
    if whole and not (words[1:3] in COMMON and words[2:4] not in COMMON):
        return False
    for length in (_WORD, 3) if whole else (_WORD, 3, 2):
        before = {body[at - 1] for at in offsets_of(words[:length], body) if at}
        if before:
            lost = before.pop()
            named = _AFTER_POST.match(lost) and surname_weight(words) > 0
            return not (before or named) and (lost + words[0] in _WORDS or lost + words[0] in _PLACES)
    return False


def _place_cut(words: str, lead: str) -> bool:
    """A place that has lost its first letter: 溪县第三次… where the body knows only 清溪县."""
    place = _ONE_LETTER_PLACE.match(words)
    if not place or areas_named(place[0]) or place[0] in _WORDS:
        return False
    found = re.findall(f"(.?){re.escape(place[0])}", lead)
    return bool(found) and len(set(found)) == 1 and "\u4e00" <= found[0] <= "\u9fff"


def _cut_at_end(words: str, lead: str, body: str) -> bool:
    if _FRAGMENT_END.search(words):
        return True
    tail = words[-_WORD:]
    at = lead.find(tail)
    following = lead[at + len(tail) : at + len(tail) + 1] if at >= 0 else ""
    if following == "议" and tail[-1] == "会" and words.startswith(("县召开", "市召开", "区召开")):
        return True
    if _ends_in_word(words, body):
        return True
    wanted = _MEETING_WANTED.search(words)
    if following in ("会", "式") and wanted and not words.endswith("主持"):
        return not _MEETING.search(words, wanted.end())
    return False


def _ends_in_word(words: str, body: str) -> bool:
    """A word that has lost its last letter: …东西部扶贫协 where the body only has 东西部扶贫协作."""
    if words[-2:] in _WORDS or words[-2:] in CONFUSABLE or words[-1] in _WHOLE_LETTERS:
        return False
    for tail in (words[-4:], words[-3:], words[-2:]):
        after = {body[at + len(tail)] for at in offsets_of(tail, body[:-1])}
        if after:
            lost = after.pop()
            return not after and lost not in _SIDES and words[-1] + lost in _WORDS
    return False


def _unbalanced(printed: str, folded: str) -> bool:
    if any(printed.count(left) != printed.count(right) for left, right in _PAIRS[1:]):
        return True
    return folded.count("(") != folded.count(")") or folded.count('"') % 2 == 1


def _misread(words: str, lead: str) -> bool:
    """A letter that the lead has otherwise, with the same letters around it: 具人民医院 beside 县人民医院."""
    for at, letter in enumerate(words):
        group = _SAME.get(letter)
        if group is None or letter == group[0]:
            continue  # the body is misread, not the headline
        left, right = words[max(at - 2, 0) : at], words[at + 1 : at + 4]
        if left + letter + right in lead or (len(right) < 3 and len(left) < 2):
            continue
        if any(left + other + right in lead for other in group if other != letter):
            return True
    return len(words) > _WORD and words[0] in "设具且没" and words[1] == "县" and words[1:5] in lead and words[:2] not in lead
