"""What goes on after the name of somebody to whom a hall, a prize or a doctrine is dedicated: such a name is no person there."""

from __future__ import annotations

import re

INSTITUTION = re.compile(
    "\\([\\d一二三四五六七八九十]{1,3}\\)班|\\([\u4e00-\u9fff]{2,8}\\)[\u4e00-\u9fff]{0,6}?(?:公司|集团|中心|基地)|"
    "(?!新时代|(?:法治|强军|外交|经济|文化|生态文明)思想)[\u4e00-\u9fff]{0,4}?(?:纪念馆|纪念堂|纪念碑|故居|故里|陵园|公园|广场|工作室|工作站|中学|小学|学校|大学|医院|图书馆|展厅|美术馆|基金会"
    "|事务所|诊所|村委会|祠|墓|庙|庄园|思想|理论|主义|精神(?![抖饱好状])|大桥|水库|大道|奖学金|合作社|农场|公司|风电场|电站|景区|隧道|林场|机场|古镇|山庄)"
)
"""Matched right behind a name (邵某纪念馆, 杨某书画展厅)."""
