"""How dates are printed, and what a page tells of the year that it does not print."""

from __future__ import annotations

from datetime import date

from tests.reading.phenomenon import Phenomenon, news

MEETING = "我县召开春耕会。"

PRINTED = (
    Phenomenon(
        "本报讯 touching the date",
        news(MEETING, lead="本报讯12月26日,"),
        {"printed": ["12月26日"], "bodies": [f"12月26日,{MEETING}"]},
        r"本报讯11月4日",
    ),
    Phenomenon(
        "本报讯 apart from the date",
        news(MEETING, lead="本报讯 12月26日,"),
        {"printed": ["12月26日"]},
        r"本报讯 11月3日",
    ),
    Phenomenon(
        "2022年12月26日",
        news(MEETING, lead="本报讯 2022年12月26日,"),
        {"dates": ["2022-12-26"], "basis": ["stated"]},
        r"2022年3月26日,我县与",
    ),
    Phenomenon(
        "12月26日",
        news(MEETING, lead="本报讯 12月26日,"),
        {"dates": ["2022-12-26"], "basis": ["inferred"]},
        r"本报讯 3月24日",
        date(2022, 12, 29),
    ),
    Phenomenon(
        "26日",
        news(MEETING, lead="26日,"),
        {"printed": ["26日"], "dates": ["2022-12-26"]},
        r"(?m)^17日,县政府",
        date(2022, 12, 29),
    ),
    Phenomenon(
        "3月29日晚",
        news(MEETING, lead="本报讯 3月29日晚,"),
        {"printed": ["3月29日"], "dates": ["2022-03-29"]},
        r"本报讯 7月14日晚",
        date(2022, 3, 31),
    ),
    Phenomenon(
        "12月9日至10日",
        news(MEETING, lead="本报讯 12月9日至10日,"),
        {"dates": ["2022-12-09"], "ends": ["2022-12-10"]},
        r"3月15日至16日",
        date(2022, 12, 12),
    ),
    Phenomenon(
        "昨天, resolved against a known issue date",
        news(MEETING, lead="本报讯 昨天,"),
        {"printed": ["昨天"], "dates": ["2022-12-28"], "basis": ["inferred"]},
        r"本报讯 昨天",
        date(2022, 12, 29),
    ),
    Phenomenon(
        "昨天, only against a known issue date",
        news(MEETING, lead="本报讯 昨天,"),
        {"dates": [None], "basis": ["unknown"]},
        r"本报讯 昨天,县委副书记",
    ),
    Phenomenon(
        "近日: no day, only the time before the issue",
        news(MEETING, lead="本报讯 近日,"),
        {"dates": [None], "basis": ["inferred"]},
        r"县公安局近日",
        date(2022, 12, 29),
    ),
    Phenomenon(
        "full-width numerals",
        news(MEETING, lead="本报讯　２０２２年１２月２６日，"),
        {"printed": ["２０２２年１２月２６日"], "dates": ["2022-12-26"]},
        r"１０月１５日",
    ),
    Phenomenon(
        "Chinese numerals (二〇二二年三月)",
        news(MEETING, lead="本报讯 二〇二二年三月二十九日,"),
        {"dates": ["2022-03-29"], "basis": ["stated"]},
        r"二〇二〇年四月二十九日",
    ),
    Phenomenon(
        "a second date in the text is not the article's",
        news("我县启动征文。征文截止日期为2022年9月30日。", "我县启动征文", "本报讯 2022年7月12日,"),
        {"dates": ["2022-07-12"]},
        r"征文截止日期为9月30日",
    ),
)

YEARS = (
    Phenomenon(
        "no year printed: a year printed on the same page",
        news(MEETING, lead="本报讯 12月26日,") + "\n" + news("县图书馆开放。", "县图书馆开放", "本报讯 2022年12月20日,"),
        {"dates": ["2022-12-26", "2022-12-20"], "basis": ["inferred", "stated"], "reasons": ["page_date", "printed_date"]},
        r"2016年6月17日",
    ),
    Phenomenon(
        "no year printed: a dated public event (党的二十大)",
        news("县委组织干部集中收看党的二十大开幕会。", lead="本报讯 10月16日,"),
        {"dates": ["2022-10-16"], "reasons": ["public_event"]},
        r"党的二十大开幕会",
    ),
    Phenomenon(
        "no year printed: a dated public event and a plan weighed together (十九届五中全会)",
        news("县委书记纪怀山主持会议,传达学习党的十九届五中全会精神,研究“十四五”规划编制。", lead="本报讯 11月6日,"),
        {"dates": ["2020-11-06"], "reasons": ["plan_year", "public_event"]},
        r"“十四五”规划",
    ),
    Phenomenon(
        "no year printed: the issue date",
        news(MEETING, lead="本报讯 1月3日,"),
        {"dates": ["2021-01-03"], "reasons": ["issue_date"]},
        r"2021年10月29日 星期五",
        date(2021, 1, 6),
    ),
    Phenomenon(
        "no year printed: an issue at the turn of the year",
        news(MEETING, lead="本报讯 12月30日,"),
        {"dates": ["2020-12-30"]},
        r"2023年1月4日　星期三(?s:.*)本报讯 12月30日",
        date(2021, 1, 6),
    ),
    Phenomenon(
        "no year printed: neighbours on the page",
        news("干部集中收看党的二十大开幕会。", lead="本报讯 10月16日,")
        + "\n" + news("县图书馆开放。", "县图书馆开放", "本报讯 10月14日,"),
        {"dates": ["2022-10-16", "2022-10-14"], "basis": ["inferred", "inferred"]},
        r"本报讯 10月25日晚",
    ),
    Phenomenon(
        "no year printed: weekdays weighed together with what else is printed",
        news("县委书记纪怀山传达学习党的十九届四中全会精神。", lead="本报讯 11月6日(星期三),"),
        {"dates": ["2019-11-06"], "reasons": ["public_event", "weekday"]},
        r"6月20日\(星期一\)|8月3日（星期三）",
    ),
    Phenomenon(
        "unknown when the reasons do not suffice",
        news("县图书馆延长开放时间。", lead="本报讯 5月18日,"),
        {"dates": [None], "basis": ["unknown"]},
        r"本报讯 5月18日，我县举办“清溪杯”",
    ),
    Phenomenon(
        "series belong to an organizer and a term (市委第120次, 县第111次)",
        news("市委第120次防汛视频会议结束后,县长岑望舒立即召开我县第111次防汛专题会议。", lead="本报讯 7月5日,"),
        {"numbers": [120, 111], "event_areas": ["云泽市", "澄溪县"]},
        r"市委第131次疫情防控视频会议结束后",
    ),
    Phenomenon(
        "a series of a term (十六届…第三十次)",
        news("县十六届人大常委会第三十次会议召开。"),
        {"numbers": [30], "terms": [16]},
        r"县十六届人大常委会第五十次会议",
    ),
    Phenomenon(
        "reasons stand on printed facts, never on each other",
        news("县图书馆开放。", "县图书馆开放", "本报讯 5月18日,")
        + "\n" + news("县中医院开诊。", "县中医院开诊", "本报讯 5月20日,"),
        {"dates": [None, None], "reasons": []},
        r"本报讯 5月20日，县人大常委会副主任",
    ),
    Phenomenon(
        "a dateline without its month has a concluded month too, and says so",
        news(MEETING, lead="本报讯 2022年12月26日,") + "\n" + news("县图书馆开放。", "县图书馆开放", "24日,"),
        {"dates": ["2022-12-26", "2022-12-24"], "basis": ["stated", "inferred"], "reasons": ["neighbour_month", "page_date"]},
        r"(?m)^5日,县关工委",
    ),
)

ROWS = (*PRINTED, *YEARS)
