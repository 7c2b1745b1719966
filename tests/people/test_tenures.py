"""Succession of one post from citations and documents, as tables: who, from when to when, gaps and contradictions."""

from __future__ import annotations

import random
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from people.contradictions import contradictions_of
from people.lines import Cited, Documented, Stated
from people.telling import WORDS, told
from people.tenures import gaps_of, lines_of, presumed, ranges_attested

PEOPLE = {"甲": 1, "乙": 2, "丙": 3, "丁": 4}
NAMES = {number: name for name, number in PEOPLE.items()}


def day(written: str) -> date:
    return date.fromisoformat(written + "-01-01"[len(written) - 4 :] if len(written) < 10 else written)


def stated(written: str) -> Stated | None:
    return Stated(day(written), {4: "year", 7: "month", 10: "day"}[len(written)]) if written else None


def cited(told_of: str) -> list[Cited]:
    """甲 2014-10-15 2014-10-27; 乙代 2016-06-12 …: one citation a day, `×3` for several on it, `?` for an unknown date."""
    found = []
    for part in filter(None, told_of.split("; ")):
        who, *days = part.split()
        for written in days:
            when, _, count = written.partition("×")
            on = None if when == "?" else day(when)
            found.append(Cited(PEOPLE[who[0]], who[1:], on, on, int(count or 1)))
    return found


def documents(told_of: str) -> list[Documented]:
    """甲 2011-06…2015-12; 乙代 2016-01…"""
    found = []
    for key, part in enumerate(filter(None, told_of.split("; ")), 1):
        who, stretch = part.split()
        start, end = stretch.split("…")
        found.append(Documented(PEOPLE[who[0]], stated(start), stated(end), who[1:], key=key))
    return found


def shown(line) -> str:
    bounds = f"{line.first or '?'}…{line.last or '?'}"
    held = f" [{line.start.day if line.start else ''}…{line.end.latest if line.end else ''}]" if line.documents else ""
    return f"{line.qualifier}{NAMES[line.person]} {bounds}{held}"


LISTS = [
    ("甲 2014-10-15 2014-10-27; 乙 2016-06-17", "", ["甲 2014-10-15…2014-10-27", "乙 2016-06-17…2016-06-17"]),
    ("乙代 2016-06-12; 乙 2018-03-19", "", ["乙 2016-06-12…2018-03-19"]),
    ("乙代 2016-06-12 2016-06-20", "", ["代乙 2016-06-12…2016-06-20"]),
    ("甲 2018-01-02 2018-05-02; 甲常务 2018-03-02", "", ["常务甲 2018-01-02…2018-05-02"]),
    ("甲主持工作 2018-01-02; 甲 2019-03-02", "", ["甲 2018-01-02…2019-03-02"]),
    ("甲挂职 2018-01-02; 甲 2019-03-02", "", ["挂职甲 2018-01-02…2019-03-02"]),
    ("甲原 2018-01-02", "", []),
    ("甲 2016-01-02; 甲原 2018-01-02", "", ["甲 2016-01-02…2016-01-02"]),
    ("甲原、代 2018-01-02", "", []),
    ("甲拟任 2018-01-02", "", ["拟任甲 2018-01-02…2018-01-02"]),
    ("甲拟任 2018-01-02; 甲 2018-05-02", "", ["甲 2018-05-02…2018-05-02"]),
    ("甲 ?; 乙 2016-01-02", "", ["乙 2016-01-02…2016-01-02", "甲 ?…?"]),
    ("乙 2016-01-02", "甲 2011-06…2015-12", ["甲 ?…? [2011-06-01…2015-12-31]", "乙 2016-01-02…2016-01-02"]),
    ("甲 2012-01-02", "甲 2011…2013; 甲 2013…2016", ["甲 2012-01-02…2012-01-02 [2011-01-01…2016-12-31]"]),
    ("甲 2012-01-02 2019-01-02", "甲 2011…2013; 甲 2018…",
     ["甲 2012-01-02…2012-01-02 [2011-01-01…2013-12-31]", "甲 2019-01-02…2019-01-02 [2018-01-01…]"]),
    ("乙代 2016-06-12; 乙 2018-03-19", "乙代 2016-06…2016-12", ["乙 2016-06-12…2018-03-19 [2016-06-01…]"]),
    ("甲 2014-01-02 2019-05-01; 乙 2016-01-02 2020-01-02", "", ["甲 2014-01-02…2019-05-01", "乙 2016-01-02…2020-01-02"]),
]


@pytest.mark.parametrize(("pages", "papers", "expected"), LISTS, ids=[row[0] + row[1] for row in LISTS])
def test_succession(pages, papers, expected):
    assert [shown(line) for line in lines_of(cited(pages), documents(papers))] == expected


def test_steps_are_in_order_of_time_with_their_citations():
    (line,) = lines_of(cited("乙 2018-03-19 2019-01-01; 乙代 2016-06-12"))
    assert [(step.qualifier, str(step.first), step.citations) for step in line.steps] == [
        ("代", "2016-06-12", 1), ("", "2018-03-19", 2)]


def test_the_articles_that_attest_the_first_and_last_day_are_kept():
    (line,) = lines_of([Cited(1, "", day("2018-03-01"), day("2018-03-20"), 3, True, (7, 9)),
                        Cited(1, "代", day("2016-06-12"), day("2016-06-12"), 1, True, (4, 4))])
    assert line.articles == (4, 9)


def test_a_month_attests_no_day():
    month = Cited(1, "", day("2016-06-01"), day("2016-06-30"), 1, exact=False)
    (line,) = lines_of([month])
    assert (line.first, line.last, sum(one.count for one in line.cited)) == (None, None, 1)


CONTRADICTIONS = [
    ("甲 2014-01-02 2016-06-12; 乙 2016-06-12 2018-01-02", "", []),
    ("甲 2014-01-02 2015-01-02; 乙 2016-06-12 2017-01-02 2018-01-02; 甲 2017-06-01", "",
     ["after_successor 甲乙 2017-06-01…2017-06-01"]),
    ("甲 2014-01-02 2015-01-02 2022-06-01; 乙 2016-01-02 2017-01-02 2018-01-02; 丙 2019-01-02 2020-01-02 2021-01-02 2023-01-02",
     "",
     ["after_successor 甲丙 2022-06-01…2022-06-01"]),
    ("甲 2014-01-02×3 2015-01-02×3; 乙 2014-06-01", "", ["stray 甲乙 2014-06-01…2014-06-01"]),
    ("甲 2014-01-02 2014-09-02 2015-02-02 2015-03-01; 乙 2014-06-01 2016-01-02 2016-02-02", "",
     ["before_predecessor 甲乙 2014-06-01…2015-03-01"]),
    ("甲 2014-01-02 2015-01-02 2016-01-02 2017-01-02; 乙 2014-06-01 2015-06-01 2016-06-01 2017-06-01", "",
     ["together 甲乙 2014-06-01…2017-01-02"]),
    ("甲 2014-01-02 2015-01-02; 乙主持工作 2014-06-01", "", []),
    ("甲 2014-01-02 2015-01-02; 乙挂职 2014-06-01", "", []),
    ("甲 2014-01-02 2015-01-02; 乙原 2014-06-01", "", []),
    ("甲 2014-01-02 2015-01-02; 乙拟任 2014-06-01; 乙代 2015-01-02; 乙 2015-03-02", "", []),
    ("甲 2014-01-02 2014-06-05; 乙代 2014-06-01 2014-07-01", "", ["after_successor 甲乙 2014-06-05…2014-06-05"]),
    ("甲原 2016-01-02; 甲 2015-01-02 2016-05-02", "", ["after_former 甲 2016-01-02…2016-05-02"]),
    ("甲 2014-01-02", "甲 2013…2015", []),
    ("甲 2016-01-20", "甲 2013…2015", []),
    ("甲 2016-02-20", "甲 2013…2015", ["after_end 甲 2016-02-20…2016-02-20 文件1"]),
    ("甲 2012-11-20", "甲 2013…2015", ["before_start 甲 2012-11-20…2012-11-20 文件1"]),
    ("甲 2014-01-02 2019-01-02", "甲 2013…", []),
    ("乙代 2016-06-12; 乙 2018-03-19", "乙代 2016-06…2016-12", []),
    ("乙 2014-06-02", "甲 2013…2015", ["others_document 乙甲 2014-06-02…2014-06-02 文件1"]),
    ("乙 2015-12-20", "甲 2013…2015-12-28", []),
    ("", "甲 2013-01…2015-06; 乙 2015-06…2017", []),
    ("", "甲 2013-01…2015-06; 乙 2015-01…2017-01", ["documents 甲乙 2015-01-31…2015-06-01 文件1文件2"]),
    ("甲 2014-01-02; 乙 2016-01-02", "", ["gap 甲乙 2014-01-03…2016-01-01"]),
    ("甲 2014-01-02; 乙 2016-01-02", "甲 2013…2015-12", []),
]


@pytest.mark.parametrize(("pages", "papers", "expected"), CONTRADICTIONS, ids=[row[0] + row[1] for row in CONTRADICTIONS])
def test_contradictions_of_a_post_with_one_holder(pages, papers, expected):
    found = contradictions_of(lines_of(cited(pages), documents(papers)), exclusive=True)
    said = []
    for one in found:
        papers_told = "".join(f"文件{key}" for key in (one.document, one.other) if key)
        people = "".join(NAMES[person] for person in (one.left, one.right) if person)
        said.append(f"{one.kind} {people} {one.first}…{one.last} {papers_told}".strip())
    with_gaps = any(line.startswith("gap") for line in expected)
    assert [line for line in said if with_gaps or not line.startswith("gap")] == expected


def test_posts_with_several_holders_have_no_conflicts_between_them():
    lines = lines_of(cited("甲 2014-01-02 2016-01-02; 乙 2014-06-01 2017-01-02"), documents("甲 2013…2015; 丙 2013…2015"))
    assert [one.kind for one in contradictions_of(lines, exclusive=False)] == []


@pytest.mark.parametrize(("pages", "papers", "expected"), [
    ("甲 2014-01-02; 乙 2015-01-02", "", {"甲": (None, "2015-01-01"), "乙": ("2014-01-03", None)}),
    ("甲 2014-01-02; 乙 2019-01-02", "", {"甲": (None, None), "乙": (None, None)}),
    ("甲 2014-01-02; 乙 2015-01-02", "甲 2013…2014-06", {"甲": (None, None), "乙": ("2014-07-01", None)}),
    ("甲 2014-01-02; 乙 2015-01-02", "乙 2014-06…", {"甲": (None, "2014-05-31"), "乙": (None, None)}),
    ("乙 2019-01-02", "甲 2013…", {"甲": (None, "2019-01-01"), "乙": (None, None)}),
    ("甲 2014-01-02; 乙拟任 2014-06-01; 丙 2015-01-02", "",
     {"甲": (None, "2015-01-01"), "乙": (None, None), "丙": ("2014-01-03", None)}),
])
def test_what_is_presumed_between_two_holders(pages, papers, expected):
    found = presumed(lines_of(cited(pages), documents(papers)))
    said = {NAMES[person]: tuple(bound and bound.isoformat() for bound in bounds) for (person, _), bounds in found.items()}
    assert said == expected


def test_gaps_count_from_whoever_was_there_last():
    lines = lines_of(cited("甲 2014-01-02 2017-01-02; 乙 2015-01-02; 丙 2018-01-02"))
    assert [(NAMES[gap.before], NAMES[gap.after], str(gap.first)) for gap in gaps_of(lines)] == [("甲", "丙", "2017-01-03")]


def test_evidence_decides_between_people_of_the_same_days_and_not_their_ids():
    once = lines_of(cited("甲 2014-01-02 2015-01-02; 乙 2014-01-02 2015-01-02"), ranks={1: "b", 2: "a"})
    assert [NAMES[line.person] for line in once] == ["乙", "甲"]
    (found,) = contradictions_of(once, exclusive=True)
    assert (found.kind, NAMES[found.left], NAMES[found.right]) == ("together", "乙", "甲")


def test_every_kind_has_words_in_both_languages():
    for kind, (chinese, english) in WORDS.items():
        one = next((one for row in CONTRADICTIONS for one in contradictions_of(
            lines_of(cited(row[0]), documents(row[1])), exclusive=True) if one.kind == kind), None)
        assert chinese != english
        if one:
            said = told(one, "县长", NAMES, {1: "白任〔2013〕1号", 2: "白任〔2015〕2号"}).splitlines()
            assert len(said) == 2
            assert "县长" in said[0]
            assert "{" not in "".join(said)


def test_ranges_that_documents_attest():
    held, other = ("沈知秋", "县长", "白石县人民政府", "湖东省澄江市白石县"), ("沈知秋", "书记", "中国共产党白石县委员会", "")
    found = ranges_attested([
        (held, stated("2018-03"), None), (held, stated("2016"), stated("2016")), (held, stated("2017-01-01"), stated("2017-06")),
        (other, None, stated("2020"))])
    assert found[held] == ((day("2016"), date(2017, 6, 30)), (day("2018-03"), None))
    assert found[other] == ((None, date(2020, 12, 31)),)


DAYS = st.dates(date(2010, 1, 1), date(2022, 12, 31))
CITATIONS = st.lists(st.builds(
    lambda person, qualifier, on: Cited(person, qualifier, on, on), st.sampled_from(sorted(NAMES)),
    st.sampled_from(["", "", "代", "原", "拟任", "主持工作", "兼"]), st.none() | DAYS), max_size=25)
PAPERS = st.lists(st.builds(
    lambda person, one, other, key: Documented(person, Stated(min(one, other)), Stated(max(one, other)), key=key),
    st.sampled_from(sorted(NAMES)), DAYS, DAYS, st.integers(1, 99)), max_size=5, unique_by=lambda one: one.key)


@given(CITATIONS, PAPERS, st.randoms(use_true_random=False))
def test_any_order_gives_the_same_and_no_citation_is_lost(citations, papers, chance: random.Random):
    def computed(pages, stated_by):
        lines = lines_of(pages, stated_by)
        told_of = [(shown(line), line.steps, sum(one.count for one in line.cited)) for line in lines]
        return told_of, contradictions_of(lines, True), presumed(lines), gaps_of(lines)

    once = computed(citations, papers)
    chance.shuffle(citations)
    chance.shuffle(papers)
    assert computed(citations, papers) == once
    holding = [one for one in citations if not {"原", "拟任"} & set(one.qualifier.split("、"))]
    counted = sum(line[2] for line in once[0] if not line[0].startswith("拟任"))
    assert counted == len(holding)
