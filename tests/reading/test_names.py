"""Who is named in a sentence, phenomenon by phenomenon: own sentences, invented people."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest

from articles.reading.areas import parse_area
from articles.reading.folding import fold
from articles.reading.names import read_names
from articles.reading.types import ArticleText, Correction, Lexicon, Mention, Run, Text
from tests.steps import assert_linear

SENTENCES = [
    # a post before the name
    ("会议由县委副书记、县长陶景明主持。", "陶景明"),
    ("县委书记翁立言深入柳泉镇调研。", "翁立言"),
    ("县委书记翁玥夜访企业。", "翁玥"),
    ("县委副书记,县长陶景明出席。", "陶景明"),
    ("副县长曲向东到会。县人大常委会副主任于洋、马骋列席。", "曲向东 于洋 马骋"),
    ("县政协主席司马长风、县检察院检察长欧阳靖应邀参加。", "司马长风 欧阳靖"),
    ("县水利局局长甘露陪同检查,县气象局局长云海介绍了雨情。", "甘露 云海"),
    ("县林业局局长高山作了汇报。", "高山"),
    ("副区长程前一同调研。", "程前"),
    ("县卫健局局长和平、县财政局局长宁静参加。", "和平 宁静"),
    ("组长:陶景明 副组长:曲向东 马骋", "陶景明 曲向东 马骋"),
    ("县委书记翁立言与来澄考察的江北云谷科技有限公司董事长柯以宁座谈。", "翁立言 柯以宁"),
    # a title after the name
    ("会上传达了祁连城市长的批示。", "祁连城"),
    ("认真学习习近平总书记重要讲话精神。", "习近平"),
    ("向因公牺牲的方志强同志学习。", "方志强"),
    ("康学文一行到我县考察。", "康学文"),
    # a last letter that begins a word, and a word that looks like a last letter
    ("县水利局局长陶立刚到柳泉镇检查。", "陶立刚"),
    ("县教育局局长曲长学到丙乡走访。", "曲长学"),
    ("邻县县委书记翁立率考察团来我县考察。", "翁立"),
    ("县长曲立带队督导。", "曲立"),
    ("会议决定任命陶景明为县教育局局长。", "陶景明"),
    # verbs of saying and acting
    ("翁立言强调,要抓好春耕。", "翁立言"),
    ("随后,陶景明指出:安全生产不能松。", "陶景明"),
    ("陶景明主持召开第8次县长办公会。", "陶景明"),
    # lists
    ("县领导翁立言、陶景明、曲向东、马骋、于洋、卜一等参加会议。", "翁立言 陶景明 曲向东 马骋 于洋 卜一"),
    ("翁立言、陶景明、曲向东等县四家班子领导参加义务植树。", "翁立言 陶景明 曲向东"),
    ("苗壮、时立新同志获得一等奖,辛柏,万佳,仇英同志获得二等奖。", "苗壮 时立新 辛柏 万佳 仇英"),
    ("县领导翁立言 陶景明 曲向东出席。", "翁立言 陶景明 曲向东"),
    ("鲁小满、谢云、孔繁星获得优秀奖。", "鲁小满 谢云 孔繁星"),
    ("获奖名单:鲁小满谢云舟孔繁星祝枝山", "鲁小满 谢云舟 孔繁星 祝枝山"),
    ("一等奖鲁小满谢云舟孔繁星二等奖祝小山钱多多童欣。", "鲁小满 谢云舟 孔繁星 祝小山 钱多多 童欣"),
    # ordinary people
    ("今年68岁的村民葛长根蹲在地头。", "葛长根"),
    ("“这水真甜。”柳泉镇北沟村村民胡桂香笑着说。", "胡桂香"),
    ("县一中学生田小禾夺得第一名。", "田小禾"),
    ("实验小学的夏雨荷、城关中学的伍子衿获奖。", "夏雨荷 伍子衿"),
    ("北沟村护林员葛长根每天巡山。", "葛长根"),
    ("贫困户老党员沈大有领到了分红。", "沈大有"),
    ("来自北沟村的罗春梅说,日子越过越好。", "罗春梅"),
    ("嫌疑人何某某、张某被抓获。", ""),
    # several tongues
    ("旗长巴特尔主持会议,副旗长乌兰图雅、阿古拉参加。", "巴特尔 乌兰图雅 阿古拉"),
    ("县长扎西次仁走访慰问,副县长格桑卓玛陪同。", "扎西次仁 格桑卓玛"),
    ("援疆教师阿依古丽·买买提说,孩子们进步很大。", "阿依古丽·买买提"),
    ("旗委书记白额尔敦、旗长查干巴根到会,副旗长乌云毕力格、苏德、郝连山参加。", "白额尔敦 查干巴根 乌云毕力格 苏德 郝连山"),
    ("副县长热合曼·艾力、巴音达来、柯以宁参加。", "热合曼·艾力 巴音达来 柯以宁"),
    ("酿酒师努尔兰·别克说,葡萄好酒才好。", "努尔兰·别克"),
    ("冠军由巴特尔、宝力格分获。", "巴特尔 宝力格"),
    ("各族干部来到乌兰图雅苏木调研,《要闻·综合》版刊发。", ""),
    ("会议深入学习习近平新时代中国特色社会主义思想和邓小平理论。", "习近平"),
    ("领导到山药中心、禾沃(岭东)创客中心和白云寺参观。", ""),
    ("縣委書記張國強出席會議並講話,副縣長劉曉東陪同調研。", "張國強 劉曉東"),
    # rare surnames, and surnames that are words as well
    ("县长昝立国、副县长綦向阳、亢玉梅参加。", "昝立国 綦向阳 亢玉梅"),
    ("县委书记者阿亮主持会议,县长起云山讲话。", "者阿亮 起云山"),
    ("县委书记翁立言和广大干部一起劳动。", "翁立言"),
    ("书记起草文件,主任都要到场,局长自己动手。", ""),
    # where a name ends
    ("教师申屠岚领唱国歌,局长尉迟山为优胜者颁奖。", "申屠岚 尉迟山"),
    ("局长谢可为列席会议。", "谢可为"),
    ("城关中学伍子衿获一等奖,柳泉镇谢世安分获二三名。", "伍子衿 谢世安"),
    ("走访了贫困户祝大山、吴小娥两家。", "祝大山 吴小娥"),
    ("由县长助理(挂职)蔺山河出席。", "蔺山河"),
    # who is introduced by an occupation, a circumstance or what follows
    ("门将祝铁柱获“最佳守门员”,前锋谢天赐领奖。", "祝铁柱 谢天赐"),
    ("祝山秀,女,苗族,现任县教育局副局长。", "祝山秀"),
    ("只见祝大勇纵身跳入水中。", "祝大勇"),
    ("在祝建国的带领下,全村种上了花椒。", "祝建国"),
    ("“多亏了大家。”谢秀莲抹着眼泪说。", "谢秀莲"),
    # no people
    ("茶叶是群众的“金叶子”,小龙虾、河蟹、白花花的棉花。", ""),
    ("春耕时节好风光。(韦春雁文 谢云舟/图)", ""),
    ("本报记者谢云舟报道,通讯员祝枝山。", ""),
    ("代表们参观了白居易纪念馆、鲁班广场和杨家岭水库。", ""),
    ("要高度重视,严格落实,全面排查,安全生产,方便群众。", ""),
    ("县委书记高度重视,局长安排部署,主任应当负责。", ""),
    ("会议指出,各乡镇党委书记要亲自抓。", ""),
    ("县委书记要带头,县长要负责,局长应到现场。", ""),
    ("全县党员干部向先进学习,和群众一起劳动。", ""),
    ("章程规定,单位负责人应当到场,时间安排另行通知。", ""),
    ("县长努尔别克·赛力克江主持召开会议,要求于四月底前完成,于本周内上报。", "努尔别克·赛力克江"),
    ("于家湾、王家院两个社已拉起警戒线。巴彦温都尔苏木扑灭一起草原火。", ""),
    ("安丰初中获二等奖,龙门中学石路通获得铜牌。", "石路通"),
    # appointments
    ("会议决定:任命谷丰为县财政局局长,免去时光的县财政局局长职务。", "谷丰 时光"),
    ("陶景明当选为县长,曲向东、马骋、于洋当选为副县长。", "陶景明 曲向东 马骋 于洋"),
    ("选举翁立言为县委书记,陶景明、辛夷为县委副书记。", "翁立言 陶景明 辛夷"),
]  # fmt: skip


def article(body: str, headline: str = "") -> ArticleText:
    """An article whose text is its own raw page."""
    head = Text(headline, fold(headline), (Run(0, len(headline), 0, len(headline)),))
    text = Text(body, fold(body), (Run(0, len(body), len(headline), len(body)),))
    return ArticleText(head, "complete", text)


def names(body: str, headline: str = "") -> list[str]:
    """The distinct names of an article, in order of appearance."""
    found = read_names([article(body, headline)], None, Lexicon(), ())[0]
    return list(dict.fromkeys(mention.exact for mention in found))


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_a_sentence_names_these_people(sentence: str, expected: str) -> None:
    assert names(sentence) == expected.split()


def test_the_papers_own_county_is_no_person() -> None:
    home = parse_area("尤溪县")
    found = read_names([article("客商来尤兴业,老同志是尤溪发展的见证者,县领导祝山参加。")], home, Lexicon(), ())[0]
    assert [one.exact for one in found] == ["祝山"]


def mentions(body: str, headline: str = "") -> tuple[Mention, ...]:
    return read_names([article(body, headline)], None, Lexicon(), ())[0]


def test_a_name_is_found_again_without_title_and_in_the_headline() -> None:
    found = mentions("县委书记翁立言到柳泉镇调研。翁立言边走边看。", "翁立言到柳泉镇调研")
    assert [(one.field, one.start) for one in found] == [("headline", 0), ("body", 4), ("body", 14)]
    assert {one.referent for one in found} == {0}


def test_names_established_in_one_article_are_found_in_another() -> None:
    page = [article("县委书记翁立言主持会议。"), article("翁立言给大家上了一课。")]
    assert [[one.exact for one in found] for found in read_names(page, None, Lexicon(), ())] == [["翁立言"], ["翁立言"]]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("县长李强主持会议。李强调研企业。", ["李强", "李强"]),
        ("县长于静怡到会。选手于静获得第一名。于静怡颁奖。", ["于静怡", "于静", "于静怡"]),
        ("副县长李敏陪同考察。李敏说,路要修好。", ["李敏", "李敏"]),
        ("县长康翔讲话。康翔强调,要落实。", ["康翔", "康翔"]),
    ],
)
def test_overlaps(body: str, expected: list[str]) -> None:
    assert [one.exact for one in mentions(body)] == expected


def test_offsets_point_at_the_printed_characters() -> None:
    body = "县委书记翁立言，县长陶景明（女）出席。"
    assert all(body[one.start : one.end] == one.exact for one in mentions(body))


def test_an_editor_has_the_last_word() -> None:
    text = article("白云说下雨了。县长陶景明在场。")
    name = Correction("name", 0, 2)
    no_name = Correction("not_name", 9, 12)
    found = read_names([text], None, Lexicon(), (name, no_name))[0]
    assert [(one.exact, one.rule, one.confidence) for one in found] == [("白云", "corrected", 1.0)]


def test_confirmed_names_help() -> None:
    plain = article("路上白露拉着车。")
    assert not read_names([plain], None, Lexicon(), ())[0]
    assert read_names([plain], None, replace(Lexicon(), names=frozenset({"白露"})), ())[0][0].exact == "白露"


@pytest.mark.parametrize(
    "unit",
    ["县委副书记、", "张", "((((（", "王小川、", "县长", "阿·", "书记张伟", ":王小川李大山", "绛县召开", "甲乙镇", "“", "2月3日"],
)
def test_work_is_linear(unit: str) -> None:
    def work(times: int) -> Callable[[], object]:
        return partial(read_names, [article(unit * times)], None, Lexicon(), ())

    assert_linear(work, small=250)
