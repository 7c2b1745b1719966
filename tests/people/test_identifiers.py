"""Ids: by first evidence, never twice, and back again when evidence comes back."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from people.anchors import Places
from people.identifiers import Claim, allot, moved_to


def claim(votes: dict[int, int], **more) -> Claim:
    return Claim(Counter(votes), **more)


def test_most_first_evidence_wins_and_the_lower_id_on_a_tie():
    assert allot([claim({7: 1, 9: 3}), claim({7: 1})]) == [9, 7]
    assert allot([claim({9: 1, 7: 1})]) == [7]


def test_a_judgement_s_id_goes_before_all_others():
    assert allot([claim({7: 9}), claim({}, keep=7)]) == [None, 7]


def test_what_a_merge_swallowed_is_nobody_else_s():
    assert allot([claim({8: 5, 7: 1}, keep=8, absorbed=frozenset({7})), claim({7: 3}, fresh=True)]) == [8, None]


def test_what_was_split_off_takes_what_it_stood_for_since_then():
    claims = [claim({7: 5}), claim({7: 1}, fresh=True, later=Counter({12: 1}))]
    assert allot(claims) == [7, 12]
    assert moved_to([claim({7: 6}, later=Counter({12: 1}))], [7], {7, 12}) == {12: 7}


CLAIMS = st.lists(
    st.builds(
        Claim,
        st.dictionaries(st.integers(1, 6), st.integers(1, 4)).map(Counter),
        st.none() | st.integers(1, 6),
        st.booleans(),
        st.dictionaries(st.integers(1, 9), st.integers(1, 4)).map(Counter),
    ),
    max_size=6,
)


@given(CLAIMS)
def test_no_id_is_given_twice_and_everybody_gone_leads_somewhere_or_nowhere(claims):
    given_ids = [identifier for identifier in allot(claims) if identifier is not None]
    assert len(set(given_ids)) == len(given_ids)
    numbers = iter(range(100, 200))
    all_given = [next(numbers) if identifier is None else identifier for identifier in allot(claims)]
    went = moved_to(claims, all_given, set(range(1, 10)))
    assert not went.keys() & set(all_given)
    assert set(went.values()) <= set(all_given)


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 5)), max_size=10), st.integers(-3, 70))
def test_a_place_is_found_where_it_was_or_where_it_lies_now(drawn, offset):
    spans = []
    end = 0
    for gap, length in drawn:
        spans.append(("page", end + gap, end + gap + length))
        end += gap + length
    now = Places(spans, later=1).now("page", offset)
    holding = [start for _, start, stop in spans if start <= offset < stop]
    after = [start for _, start, _ in spans if start == offset + 1]
    assert now == (holding or after or [None])[0]
    assert Places(spans, later=1).now("other", offset) is None
