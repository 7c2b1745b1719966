"""How likely two printed names are one person: each circumstance by itself, and the least that makes an editor look."""

from __future__ import annotations

from datetime import date

import pytest

from people.clusters import Cluster, Sighting
from people.lookalikes import look_alike, name_keys, shape_likeness, variants
from people.matching import LEAST, match, may_be_misprint
from people.posts import normalise
from people.profiles import Profile, from_json, profile_of, to_json

HOME = "湖东省澄江市白石县"
ELSEWHERE = "湖东省澄江市青山县"


def seen(name: str, *posts: str, day: str = "2022-03-01", home: str = HOME, row: str = "", **more) -> Sighting:
    """A sighting; `row` is the list it stands in, with — for the name: "葛川 方圆 — 石磊"."""
    seen.number += 1
    at = seen.number
    before, _, after = row.partition("—")
    made = [post for text in posts if (post := normalise(text, "", home[-3:], home))]
    assert len(made) == len(posts)
    on = date.fromisoformat(day) if day else None
    return Sighting(("p", "sha", 1, at), at, name, home, (("sha", at),), tuple(made), since=on, until=on,
                    before=tuple(before.split()[::-1]), after=tuple(after.split()), **more)  # fmt: skip


seen.number = 0


def of(*sightings: Sighting) -> Profile:
    return profile_of(Cluster(list(sightings)))


ROW = "葛川 方圆 — 石磊"
PAIRS = {
    "the same name, the same county": ((seen("沈知秋", "县长"),), (seen("沈知秋"),), 0.55),
    "the same name, two counties": ((seen("沈知秋", "县长"),), (seen("沈知秋", "副县长", home=ELSEWHERE),), 0.4),
    "the same name, an official and a headmaster": ((seen("沈知秋", "县长"),), (seen("沈知秋", "县一中校长"),), 0.5),
    "two offices at once, each cited twice": (
        (seen("沈知秋", "县财政局局长", day="2020-01-01"), seen("沈知秋", "县财政局局长", day="2022-01-01")),
        (seen("沈知秋", "柳湾镇镇长", day="2020-06-01"), seen("沈知秋", "柳湾镇镇长", day="2021-06-01")), None),
    "thirteen years between": (
        (seen("沈知秋", "副县长", day="2000-01-01"),), (seen("沈知秋", "县财政局局长", day="2013-06-01"),), 0.3),
    "a look-alike letter": ((seen("雷鸣", "副县长"),), (seen("雷呜"),), 0.5),
    "a look-alike letter in another county": ((seen("雷鸣", "副县长"),), (seen("雷呜", "副县长", home=ELSEWHERE),), None),
    "a look-alike letter, both printed often": (
        tuple(seen("雷鸣", "县财政局局长", day=f"2022-0{at}-01") for at in range(1, 6)),
        tuple(seen("雷呜", "柳湾镇镇长", day=f"2022-0{at}-11") for at in range(1, 6)), None),
    "another letter and nothing else": ((seen("沈云海", "副县长"),), (seen("沈文海"),), None),
    "another letter that sounds alike, and nothing else": ((seen("沈云海", "副县长"),), (seen("沈匀海"),), None),
    "another letter in the same place of the list": (
        (seen("沈云海", row=ROW),), (seen("沈文海", row="李开 方圆 马川 — 石磊", day="2022-11-01"),), 0.65),
    "another letter in another place of the list": ((seen("沈云海", row=ROW),), (seen("沈文海", row="葛川 石磊 — 方圆"),), None),
    "the same place in lists of other times": (
        (seen("沈云海", row=ROW),), (seen("沈文海", row=ROW, day="2015-03-01"),), None),
    "another letter, the same post": ((seen("沈云海", "县财政局局长"),), (seen("沈文海", "县财政局局长"),), 0.6),
    "another letter, both of the standing committee": (
        (seen("沈云海", "县委常委"),), (seen("沈文海", "县委常委"),), None),
    "two letters apart": ((seen("沈云海", "县长", row=ROW),), (seen("陈文海", "县长", row=ROW),), None),
    "one letter more": ((seen("沈云海", "县长", row=ROW),), (seen("沈海", "县长", row=ROW),), None),
}  # fmt: skip


@pytest.mark.parametrize(("one", "other", "score"), PAIRS.values(), ids=PAIRS)
def test_a_pair_scores(one, other, score):
    found = match(of(*one), of(*other))
    assert (found.score if found else None) == score
    assert match(of(*other), of(*one)) == found
    assert found is None or found.score >= LEAST


def test_reasons_are_words_with_what_they_rest_on():
    found = match(of(seen("沈云海", row=ROW)), of(seen("沈文海", row="李开 方圆 马川 — 石磊", day="2022-11-01")))
    assert found.reasons == (
        "姓名一字之差（云／文） (one character apart)",
        "名单中位置相同：前有方圆，后有石磊 (same place in lists)",
        f"地区相同：{HOME} (same area)",
        "时间相接：2022-03、2022-11 (same time)",
    )


def test_the_name_of_the_other_one_is_no_neighbour_of_his():
    """Two who stand beside each other are two; nobody takes the one's place in the list for the other's."""
    assert match(of(seen("沈云海", row="葛川 — 沈文海")), of(seen("沈文海", row="葛川 沈云海 —"))) is None


IN_ONE_ARTICLE = [("雷呜", "", True), ("雷文", "", False), ("雷呜", "雷鸣 —", False), ("雷鸣", "", False)]


@pytest.mark.parametrize(("other", "row", "may"), IN_ONE_ARTICLE)
def test_both_in_one_article_the_one_may_be_a_misprint_of_the_other(other, row, may):
    often = of(*(seen("雷鸣", "副县长", day=f"2022-{at:02}-01") for at in range(1, 9)))
    assert may_be_misprint(often, of(seen(other, row=row))) is may
    assert may_be_misprint(of(seen(other, row=row)), often) is may
    assert not may_be_misprint(often, of(*(seen(other, row=row) for _ in range(3))))


def test_a_profile_is_stored_and_comes_back():
    profile = of(seen("沈知秋", "县委副书记", "县长", row=ROW), seen("沈智秋", day="", listed=True, row="— 石磊"))
    assert from_json(to_json(profile)) == profile
    assert from_json(to_json(of(seen("沈知秋", day="")))) == of(seen("沈知秋", day=""))


def test_the_size_of_a_profile_does_not_grow_with_its_sightings():
    few, many = (of(*(seen("沈知秋", "县长", row=f"甲{at} 乙{at} — 丙{at}") for at in range(number))) for number in (20, 200))
    assert len(str(to_json(many))) < 1.2 * len(str(to_json(few)))


CONFUSED = ["鸣呜", "未末", "土士", "日曰", "己已", "已巳", "戊戌", "戌戍", "入人", "人八", "千干", "干于", "王玉", "玉主",
            "大太", "天夭", "云去", "文丈"]  # fmt: skip


@pytest.mark.parametrize("pair", CONFUSED)
def test_letters_known_to_be_confused_look_alike(pair):
    assert shape_likeness(*pair) == shape_likeness(*reversed(pair)) > 0.55


@pytest.mark.parametrize("pair", ["云文", "云涛", "士轩", "海涛", "军红"])
def test_letters_of_other_shapes_do_not(pair):
    assert shape_likeness(*pair) == 0.0


def test_variants_and_keys_find_each_other():
    assert "沈未秋" in variants("沈末秋")
    assert all(look_alike("沈末秋", variant) for variant in variants("沈末秋"))
    assert len(variants("沈末秋")) < 80
    assert name_keys(["沈末秋"]) & name_keys(["沈大秋"]) == {"沈*秋"}
    assert name_keys(["沈末秋"]).isdisjoint(name_keys(["沈大冬"]))
