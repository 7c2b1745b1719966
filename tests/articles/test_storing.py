"""Pages and what is known about them; rows that go on by the text they share."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.matching_rows import holding, match_by_overlap
from articles.models import Page, Statement
from articles.storing import IncomingPage, PageFacts, stem, store


def incoming(path: str, **facts) -> IncomingPage:
    return IncomingPage(path, stem(path), "ab" * 32, "县", "utf-8", PageFacts(**facts))


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("a/b/003_x.txt", "003_x"),
        ("x.zip!2021/01.txt", "01"),
        ("X.ZIP!01.txt", "01"),
        ("a/重磅!三月.txt", "重磅!三月"),
        ("stdin", "stdin"),
        ("a/.txt", ".txt"),
        ("a/01.02.txt", "01.02"),
        ("a.zip!b!c.txt", "b!c"),
        ("长" * 300 + ".txt", "长" * 200),
    ],
)
def test_the_name_of_a_page_is_the_stem_of_its_file(path, name):
    assert stem(path) == name


@pytest.mark.django_db
def test_facts_are_those_of_the_first_source_in_order_whichever_came_first():
    told = []
    for order in ((0, 1, 2), (2, 1, 0), (1, 0, 2)):
        Page.objects.all().delete()
        pages = [
            incoming("b/1.txt", issue_number="7"),
            incoming("a/2.txt", issue_number="8", section="1"),
            incoming("a/3.txt", image="x.jpg"),
        ]
        for at in order:
            store(pages[at])
        page = Page.objects.get()
        told.append((page.name, page.issue_number, page.section, page.image))
    assert told == [("1", "7", "1", "x.jpg")] * 3


@pytest.mark.django_db
def test_what_is_told_anew_of_a_source_replaces_what_was_told():
    assert store(incoming("a.txt", issue_date="2021-03-05"))[1:] == (True, True)
    assert store(incoming("a.txt", issue_date="2021-03-05"))[1:] == (False, False)
    assert store(incoming("a.txt", issue_date="2021-03-06"))[1:] == (False, True)
    page, new, changed = store(incoming("a.txt"))
    assert (page.issue_date, new, changed) == (None, False, True)


SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 12)).map(lambda drawn: (drawn[0], drawn[0] + drawn[1])), max_size=8)


@given(SPANS, SPANS)
def test_each_row_goes_on_in_the_span_that_shares_most_with_it(new, old):
    def shared(one, other):
        return min(one[1], other[1]) - max(one[0], other[0])

    matched = match_by_overlap(new, old)
    used = [at for at in matched if at is not None]
    assert len(used) == len(set(used))
    pairs = sorted(
        (-shared(one, other), at, old_at)
        for at, one in enumerate(new)
        for old_at, other in enumerate(old)
        if shared(one, other) > 0
    )
    wanted = {}
    for _, at, old_at in pairs:
        if at not in wanted and old_at not in wanted.values():
            wanted[at] = old_at
    assert matched == [wanted.get(at) for at in range(len(new))]


@given(SPANS, st.tuples(st.integers(0, 50), st.integers(0, 20)))
def test_a_decision_lies_in_the_span_that_holds_its_start_or_shares_most_with_it(spans, drawn):
    start, end = drawn[0], drawn[0] + drawn[1]
    at = holding(spans, (start, end))
    if any(first <= start < last for first, last in spans):
        assert spans[at][0] <= start < spans[at][1]
    elif at is not None:
        assert min(end, spans[at][1]) > max(start, spans[at][0])


def test_a_statement_keeps_its_id_when_the_page_is_read_again(archive, again):
    before = dict(Statement.objects.values_list("quote", "id"))
    Page.objects.update(reading_digest="")
    again()
    assert dict(Statement.objects.values_list("quote", "id")) == before
