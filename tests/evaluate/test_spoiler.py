"""Spoiled pages are spoiled by the measure that is asked for, and the same way every time."""

from __future__ import annotations

import pytest

from tests.evaluate.spoiler import SPOILERS, WIDTHS, spoil, without_swaps

TEXT = (
    "我县召开春耕生产动员大会\n\n本报讯 3月1日,县委书记王小川主持会议,县长李大山、副县长周明出席。\n"
    "会议要求,各乡镇要抓好春\n耕。\n"
) * 40
NARROW = str.maketrans({wide: narrow for narrow, wide in WIDTHS.items()})


@pytest.mark.parametrize("name", SPOILERS)
def test_the_same_seed_spoils_alike_and_another_one_otherwise(name):
    assert spoil(TEXT, {name: 0.3}, 7) == spoil(TEXT, {name: 0.3}, 7) != spoil(TEXT, {name: 0.3}, 8)
    assert spoil(TEXT, {name: 0.0}) == TEXT != spoil(TEXT, {name: 0.3}, 7)


@pytest.mark.parametrize(("name", "kept"), [
    ("line breaks", lambda text: "".join(text.split())),
    ("blanks", lambda text: "".join(text.split())),
    ("joined lines", lambda text: "".join(text.split())),
    ("look-alikes", without_swaps),
    ("width", lambda text: text.translate(NARROW)),
])  # fmt: skip
def test_what_a_spoiler_may_not_touch(name, kept):
    assert kept(spoil(TEXT, {name: 1.0})) == kept(TEXT)


def test_rates_are_shares():
    swapped = spoil(TEXT, {"look-alikes": 0.01})
    assert 0.005 < sum(one != other for one, other in zip(swapped, TEXT, strict=True)) / len(TEXT) < 0.015
    lost = spoil(TEXT, {"lost marks": 0.5})
    assert 0.3 < (len(TEXT) - len(lost)) / sum(TEXT.count(mark) for mark in ",、。") < 0.7
