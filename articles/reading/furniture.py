"""Lines that are the page's own and no article's: its head and foot, its staff, notes to the reader, slogans."""

from __future__ import annotations

import re
from collections.abc import Collection

_NUMERAL = r"[\d〇零一二三四五六七八九十百]"
_FURNITURE = re.compile(
    r"^(?:"
    r"[\(\[【<]?[上下]一[版期篇][\)\]】>]?(?:[上下]一[版期篇])?[^\u4e00-\u9fffA-Za-z\d]*(?:$|(?:责任)?(?:编辑|责编|校对))"
    rf"|(?:本期|今日|本报今日|今天)(?:共)?{_NUMERAL}{{1,3}}个?版"
    rf"|第?{_NUMERAL}{{1,2}}版[:：·/|]?[^。,]{{0,12}}$|[^。,]{{0,12}}[·/|]?第{_NUMERAL}{{1,2}}版$|A?\d{{1,2}}版?$"
    rf"|[^。,]{{0,30}}(?:总第|第){_NUMERAL}{{1,6}}期(?![\u4e00-\u9fff]{{3,}}[班会训营])"
    r"|(?:[【\[][\u4e00-\u9fff]{2,6}[】\]])?\(?(?:本版|值班|执行|首席|见习|助理|版面)?(?:责任|值班|执行|首席|见习|助理|版面|组版|编辑|视觉|美术)*"
    r"(?:责任编辑|责编|编辑|校对|审读|审核|排版|版式|美编|组版|编审|值班总编|总编辑|统筹|监制|终审|初审|复审|编校|制图)[:：/]"
    r"|\(?(?:本版|本报)(?:图片|摄影|稿件|电话|地址|邮箱|热线)"
    r"|(?:国内统一|国内刊号|统一刊号|CN\d|ISSN|刊号|准印证|内部资料|邮发代号|广告经营|投稿|新闻热线|热线电话|联系电话|电子邮箱|邮箱"
    r"|社址|地址|网址|印刷|承印|(?:主办|主管|出版|订阅|发行)(?:单位|[:/])|微信公众号|扫一扫|扫码|E-?mail|http|www\.)"
    rf"|(?:公元)?{_NUMERAL}{{4}}年{_NUMERAL}{{1,3}}月{_NUMERAL}{{1,3}}日(?:,?\(?(?:农历|星期|周|第|总第|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]).{{0,50}})?$"
    rf"|第?{_NUMERAL}{{1,2}}版.{{0,12}}{_NUMERAL}{{4}}年{_NUMERAL}{{1,3}}月{_NUMERAL}{{1,3}}日.{{0,30}}$"
    rf"|.{{0,12}}{_NUMERAL}{{4}}年{_NUMERAL}{{1,3}}月{_NUMERAL}{{1,3}}日.{{0,20}}(?:第{_NUMERAL}{{1,2}}版|星期[一二三四五六日天]|责编.{{0,12}}|编辑.{{0,12}})$"
    r"|.{0,24}本版(?:责任)?(?:编辑|责编|校对|美编)|(?:友情|温馨|特别)提[示醒]:"
    r"|[^。,的]{2,6}(?:新闻|时讯|报)\([汉蒙藏维哈朝]文版\)$|[^。,的]{2,4}(?:新闻|要闻|时讯|周刊|导报|快报|新报|融媒体?)$"
    r"|(?:[昨今明]日?天?|本[周地县市]|未来.{1,4}天|城区)?(?:天气|气象)(?:预报)?(?:[:：]|$)"
    r"|(?:下期|本期|明日|今日)(?:要目|导读|看点|提要)|[A-Za-z ]{4,40}$"
    r"|(?:中共|中国共产党).{2,16}[委会](?:宣传部)?(?:机关报)?(?:主管|主办|主管主办)(?:$|内部|·)"
    r"|[上下]一版(?:[上下]一版)?.{0,20}(?:责编|编辑|校对|值班|客户端|电话|邮箱|信箱)"
    r"|(?:编辑|责编).{2,6}(?:组版|校对|版式|美编).{2,12}(?:邮箱|信箱|电话|热线|$)"
    r"|[\u4e00-\u9fff]{2,10}(?:融媒体中心|报社|新闻中心)(?:出版|主办|编印)"
    r"|(?:广告)?(?:遗失)?(?:声明|启事)[:,].{2,40}作废|[\u4e00-\u9fff]{2,12}(?:热线|电话)[:]*[\d*×(-]+$"
    r"|[^。,]{0,12}(?:责任编辑|责编|编辑)[:/][^。]{0,30}(?:电话|校对|版式|热线|邮箱|美编)"
    r"|星期[一二三四五六日天]$|农历.{2,20}$"
    r"|[^。,]{2,10}(?:报社|日报|周报|晚报|县报|市报)(?:社)?(?:出版|编辑部)?$"
    r"|[\(【\[]?(?:公益广告|广告|遗失声明|图片新闻|要闻简报|本报综合|简讯|短讯|快讯|简明新闻|导读|要闻速览|今日导读)[\)】\]]?$"
    r")"
)
_SLOGAN = re.compile(
    r"^(?:讲文明,?树新风|绿水青山就是金山银山|不忘初心,?牢记使命|社会主义核心价值观|富强,?民主,?文明,?和谐|空谈误国,?实干兴邦"
    r"|众志成城,?(?:抗击疫情|共克时艰)|安全生产,?人人有责|厉行节约,?反对浪费|喜迎(?:党的)?二十大|学党史,?悟思想,?办实事,?开新局"
    r"|热烈(?:庆祝|祝贺|欢迎)[^。,]{4,30}|(?:万众一心,?)?众志成城,?抗[^。,]{1,6}|沉着应对,?措施果断.{0,12}|牢记嘱托,?感恩奋进|扫黑除恶,?.{2,12}|珍爱生命,?.{2,8}|爱护环境,?人人有责|中国梦,?我的梦|我的梦,?中国梦|诚信友善|文明健康,?有你有我)[!。]?$"
)
_STAFF = (
    r"(?:本版|责任|值班|执行|首席|见习|助理|版面|视觉|美术|文字|图片)*"
    r"(?:值班主任|值班编委|值班领导|出品人?|总监制|编辑|责编|校对|审读|审校|审核|排版|组版|版式|美编|编审|总编|主编|统筹|监制|终审|初审|复审|编校|制图|设计|签发)"
)
_STAFF_LABEL = re.compile(rf"{_STAFF}[:/ ]+")
_STAFF_NAMES = 10
"""How many letters and blanks of names may follow each label of the staff."""
_DATE = (
    rf"(?:公元)?(?:\d{{4}}|[二〇零○一九]{{4}})年{_NUMERAL}{{1,3}}月{_NUMERAL}{{1,3}}日"
    r"|\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}月\d{1,2}日"
)
_STRONG = re.compile(
    rf"{_DATE}|(?:星期|礼拜)[一二三四五六日天]|\(周[一二三四五六日]\)|第?{_NUMERAL}{{1,2}}版(?!块|图)|(?<![A-Za-z\d])[A-D]\d{{1,2}}版?(?![A-Za-z\d])"
    rf"|\(?(?:总第|第){_NUMERAL}{{1,6}}期\)?|(?:今日|本期|本报今日|今天)共?{_NUMERAL}{{1,3}}个?版"
    r"|(?:国内统一)?(?:连续出版物|刊)号[A-Z\d: /()—-]*|CN ?\d[\d-]*(?:/[A-Z])?|准印证[^ ]*|邮发代号[\d:-]*|农历[^ ,。]{2,14}"
    rf"|{_STAFF}[:/ ]+[\u4e00-\u9fff](?: ?[\u4e00-\u9fff·]){{1,3}}|内部资料|免费(?:交流|赠阅)|注意保存"
    r"|[\u4e00-\u9fff]{2,30}(?:机关报|机关刊物)|[\u4e00-\u9fff、 ]{2,40} (?:主办|主管|承办|协办|编印|出版)(?![^ ])"
)
_WEAK = re.compile(
    r"[\u4e00-\u9fff]{2,10}(?:日报|周报|晚报|报|新闻|时讯|快讯|通讯|周刊|融媒)(?![^ ])|(?:汉|蒙|藏|维|哈|朝)文版"
    r"|(?:今日|本地|本市|本县|综合|时政|民生|社会|经济|文化|教育|国内|国际|乡镇|部门|基层)*(?:要闻|综合|新闻|专版|专刊|专题|副刊|广告|导读|时政|民生|社会|经济|文化|理论|版)"
    r"|[A-Za-z]+|[\d ·/|—:,()+-]+"
)
_HEAD_LETTERS = re.compile(r"[月版期刊号编校审版计监统主印免机热电邮传内注微扫识长]|\d[-./]\d")
_SENTENCE = re.compile("[。,;!?]|记者|通讯员|^[(【]?本[报网台刊]讯")
_DAY_OF_WEEK = re.compile(r"日 ?\(?(?:星期|周)[一二三四五六日天]")
_LABEL_LINE = re.compile(
    r"(?:第?\d{1,2}版?[·/| ]*)?"
    r"(?:(?:今日|新)?[\u4e00-\u9fff]{2,6}(?=(?:要闻|综合|新闻|专版|副刊)\d))?(?:综合|时政|本地|民生|社会|经济|国内|国际|部门|基层)?(?:要闻|综合|新闻|专版|专刊|副刊|理论)"
    r"(?:[·/| ](?:要闻|综合|新闻|专版|副刊|理论|社会|民生|文化))?(?:[ /|·]*\d{1,2}版?)?"
)
_READER_NOTE = re.compile(
    r"版权所有|未经(?:本报)?(?:书面)?授权|关注[\"'「].{2,16}[\"'」]$|长按|(?:扫描|识别).{0,8}二维码|微信号[: ]"
    r"|[\u4e00-\u9fff]{0,6}(?:热线|电话|邮箱|传真)[: ]*[\d(A-Za-z]"
)
_REST, _MUCH_REST = 4, 10
"""How many letters a page head may print besides what is known, with one sure piece and with several."""


def is_furniture(folded: str, gaps: Collection[int] = ()) -> bool:
    """Whether a short line is furniture; `gaps` are the offsets in it before which a blank stood.

    >>> is_furniture("甲县报要闻3月2日星期二", (3, 5, 9)), is_furniture("责任编辑王芳", (4,)), is_furniture("我县召开春耕会")
    (True, True, False)
    """
    if _FURNITURE.match(folded) or _SLOGAN.match(folded) or _READER_NOTE.match(folded) or _LABEL_LINE.fullmatch(folded):
        return True
    if not _HEAD_LETTERS.search(folded) or _SENTENCE.search(folded):
        return False
    words = _with_blanks(folded, gaps)
    return bool(_READER_NOTE.match(words)) or _is_staff(words) or _is_page_head(words)


def _is_staff(words: str) -> bool:
    """Whether a line begins with a label of the page's staff and has hardly more than labels and names."""
    names, labels = _STAFF_LABEL.subn("", words)
    return labels > 0 and _STAFF_LABEL.match(words) is not None and 0 < len(names) <= _STAFF_NAMES * labels


def _with_blanks(folded: str, gaps: Collection[int]) -> str:
    pieces = []
    at = 0
    for gap in gaps:
        pieces.append(folded[at:gap])
        at = gap
    return " ".join([*pieces, folded[at:]])


def _is_page_head(words: str) -> bool:
    """Whether a line is made of a page's date, number, staff and names, with hardly another letter."""
    rest, sure = _STRONG.subn(" ", words)
    if sure > 1 and _DAY_OF_WEEK.search(words):
        sure -= 1
    if not sure or (sure == 1 and re.fullmatch(r"\d{1,2}月\d{1,2}日", words)):
        return False
    left = len(_WEAK.sub("", rest).replace(" ", ""))
    return left <= (_REST if sure == 1 else _MUCH_REST)
