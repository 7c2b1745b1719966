"""Names that are misprints: whom they mean, beyond doubt or not; and articles that name two namesakes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from people.clusters import Sighting, Verdict, united
from people.identity import identify
from tests.people.sighted import groups, seen

DEPUTY, HEAD = "副县长", "县委宣传部部长"

ESTABLISHED = [seen(at, f"2020-{at:02}-01", "县委常委", HEAD, name="雷鸣山") for at in range(1, 9)]
MISPRINTS = {
    "his exclusive post, between his days": (seen(20, "2020-04-15", HEAD, name="雷呜山"), True),
    "his posts, three weeks after his last day": (seen(20, "2020-08-21", "县委常委", HEAD, name="雷呜山"), True),
    "his post, a year later": (seen(20, "2021-08-21", HEAD, name="雷呜山"), False),
    "her exclusive post, three months before her first day": (seen(20, "2019-10-01", HEAD, name="雷呜山"), True),
    "another post": (seen(20, "2020-04-15", DEPUTY, name="雷呜山"), False),
    "a seat that several have": (seen(20, "2020-04-15", "县委常委", name="雷呜山"), False),
    "no post": (seen(20, "2020-04-15", listed=True, name="雷呜山"), False),
    "no date": (seen(20, "", HEAD, name="雷呜山"), False),
    "a letter of another shape": (seen(20, "2020-04-15", HEAD, name="雷文山"), False),
    "two letters": (seen(20, "2020-04-15", HEAD, name="霍呜山"), False),
    "in one article with him": (seen(20, "2020-04-15", HEAD, name="雷呜山", article=4), False),
}


@pytest.mark.parametrize(("misprint", "joined"), MISPRINTS.values(), ids=MISPRINTS)
def test_a_misprint_joins_only_beyond_doubt(misprint, joined):
    wanted = [[*range(1, 9), 20]] if joined else [[*range(1, 9)], [20]]
    assert groups([*ESTABLISHED, misprint]) == wanted


def test_a_name_that_is_printed_often_is_no_misprint():
    often = [seen(20 + at, f"2020-{at + 1:02}-15", HEAD, name="雷呜山") for at in range(3)]
    assert groups([*ESTABLISHED, *often]) == [[*range(1, 9)], [20, 21, 22]]


def test_whom_an_editor_keeps_apart_no_misprint_joins_again():
    misprint, later = (seen(at, "2020-04-15", HEAD, name="雷呜山") for at in (20, 30))
    apart = Verdict("differ", frozenset(ESTABLISHED[0].anchors), frozenset(misprint.anchors), 1, 2)
    assert groups([*ESTABLISHED, misprint, later], (apart,)) == [[*range(1, 9)], [20, 30]]


def test_a_misprint_that_an_editor_gave_to_another_takes_nobody_along():
    """A ≠ B and A = C were decided: that C looks like a misprint of B joins neither C nor A to B."""
    other, misprint = seen(20, "2019-01-01", "县一中校长", name="葛川"), seen(30, "2020-04-15", HEAD, name="雷呜山")
    apart = Verdict("differ", frozenset(ESTABLISHED[0].anchors), frozenset(other.anchors), 1, 2)
    same = Verdict("same", frozenset(other.anchors), frozenset(misprint.anchors), 2, 3)
    assert groups([*ESTABLISHED, other, misprint], (apart, same)) == [[*range(1, 9)], [20, 30]]


def test_a_judgement_on_somebody_leaves_his_misprints_with_him():
    misprint, other = seen(20, "2020-04-15", HEAD, name="雷呜山"), seen(30, "2019-01-01", "县一中校长", name="葛川")
    his = frozenset(anchor for sighting in (*ESTABLISHED, misprint) for anchor in sighting.anchors)
    assert groups([*ESTABLISHED, misprint, other], (Verdict("differ", his, frozenset(other.anchors), 1, 2),)) == [
        [*range(1, 9), 20], [30]]  # fmt: skip
    assert groups([*ESTABLISHED, misprint, other], (Verdict("same", his, frozenset(other.anchors), 1, 2),)) == [
        [*range(1, 9), 20, 30]]  # fmt: skip
    assert groups([*ESTABLISHED, misprint, other], (Verdict("assign", frozenset(), frozenset(misprint.anchors), 1),)) == [
        [*range(1, 9)], [20], [30]]  # fmt: skip


ROW = {"before": ("葛川", "方圆"), "after": ("石磊", "马川")}
OFTEN = [seen(100 + at, f"20{10 + at // 6}-{2 * (at % 6) + 1:02}-05", "县委常委", HEAD, name="雷鸣山", **ROW) for at in range(24)]
WHOM = {
    "a letter that looks alike, in her place of the list": (seen(20, "2012-04-15", name="雷呜山", **ROW), True),
    "the same in another place of the list": (
        seen(20, "2012-04-15", name="雷呜山", before=("石磊", "马川"), after=("葛川", "方圆")), False),
    "the same years later": (seen(20, "2019-04-15", name="雷呜山", **ROW), False),
    "any letter in her place of the list": (seen(20, "2012-04-15", name="雷文山", **ROW), False),
    "any letter, with her post of one holder": (seen(20, "2012-04-15", HEAD, name="雷文山"), True),
    "any letter, with her post, after her last day": (seen(20, "2014-01-15", HEAD, name="雷文山"), False),
    "any letter, a relative in her article": (seen(20, "2010-03-05", name="雷文山", article=101, occupation="妹妹"), False),
    "any letter, with a post that several hold": (seen(20, "2012-04-15", DEPUTY, name="雷文山"), False),
    "any letter, a speaker whom her article doesn't present": (seen(20, "2010-03-05", name="雷文山", article=101), True),
    "two letters": (seen(20, "2010-03-05", name="霍文山", article=101), False),
    "a speaker whom her article presents": (seen(20, "2010-03-05", "县一中校长", name="雷文山", article=101), False),
    "somebody in a list of her article": (seen(20, "2010-03-05", name="雷文山", article=101, before=("方圆",)), False),
    "cut short before a word that begins with her last letter": (seen(20, "2012-04-15", name="雷鸣", followed=("山",)), True),
    "cut short after a misread letter": (seen(20, "2012-04-15", HEAD, name="雷鸣", followed=("出",)), True),
    "a name of two before any other letter": (seen(20, "2012-04-15", name="雷鸣", followed=("说",)), False),
    "cut short, but her post was another's": (seen(20, "2012-04-15", DEPUTY, name="雷鸣", followed=("山",)), False),
}  # fmt: skip


@pytest.mark.parametrize(("misprint", "joined"), WHOM.values(), ids=WHOM)
def test_whom_a_misprint_means(misprint, joined):
    people = {frozenset(at for _, at in cluster.anchors()) for cluster in identify([*OFTEN, misprint])}
    hers = frozenset(range(100, 124))
    assert people == ({hers | {20}} if joined else {hers, frozenset({20})})


def test_the_post_that_stands_by_the_misprint_is_hers():
    """She is printed well without a post, by a misprint with it: one person, of whom the article tells the post."""
    bare = seen(20, "", name="雷鸣山")
    misprint = seen(30, "", HEAD, name="雷呜山", article=20)
    assert groups([*OFTEN, bare, misprint]) == [[20, *range(100, 124)]]
    (cluster,) = identify([*OFTEN, bare, misprint])
    (both,) = [one for one in cluster.sightings if one.article == 20]
    assert both.posts == misprint.posts
    assert set(both.anchors) == {*bare.anchors, *misprint.anchors}
    assert {part.anchors for part in both.parts} == {bare.anchors, misprint.anchors}


def test_who_is_called_by_what_others_were_cut_to_stays_alone():
    cut, other = (seen(at, f"2012-0{at - 16}-15", name="雷鸣", followed=(letter,)) for at, letter in ((20, "山"), (21, "说")))
    assert groups([*OFTEN, cut, other]) == [[20, *range(100, 124)], [21]]


@pytest.mark.parametrize("kind", ["differ", "same", "assign"])
def test_what_an_editor_said_of_a_misprint_in_one_article_stands(kind):
    misprint, other = seen(20, "2010-03-05", name="雷文山", article=101), seen(30, "2011-01-01", "县一中校长", name="葛川")
    left = OFTEN[1] if kind == "differ" else other
    found = groups([*OFTEN, misprint, other], (Verdict(kind, frozenset(left.anchors), frozenset(misprint.anchors), 1, 2),))
    assert list(range(100, 124)) in found


def parted(at: int, day: str, *posts: str, name: str = "沈秋水") -> Sighting:
    """What one article prints beside one name: each of the posts by another mention."""
    parts = [replace(seen(at, day, post, name=name), order=(f"{at:03}", f"sha{at}", 1, at, *([number] if number else [])),
                     anchors=((f"sha{at}", at * 10 + number),)) for number, post in enumerate(posts)]  # fmt: skip
    return united(parts)


def test_an_article_that_names_two_namesakes_is_parted():
    bureau = [seen(200 + at, f"2015-{at + 1:02}-05", "县财政局局长", name="沈秋水") for at in range(8)]
    town = [seen(300 + at, f"2015-{at + 1:02}-15", "柳湾镇镇长", name="沈秋水") for at in range(8)]
    both = parted(20, "2015-04-20", "县财政局局长", "柳湾镇镇长")
    assert groups([*bureau, *town, *both.parts]) == [[20, *range(200, 208)], [20, *range(300, 308)]]
    clusters = identify([*bureau, *town, *both.parts])
    told = [sighting.posts for cluster in clusters for sighting in cluster.sightings if sighting.article == 20]
    assert told == [part.posts for part in both.parts]


def test_two_posts_of_one_person_stay_together():
    bureau = [seen(200 + at, f"2015-{at + 1:02}-05", "县财政局局长", "县国资局局长", name="沈秋水") for at in range(8)]
    both = parted(20, "2015-04-20", "县财政局局长", "县国资局局长")
    assert groups([*bureau, *both.parts]) == [[20, *range(200, 208)]]
