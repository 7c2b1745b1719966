"""The multiplied sample pages: other names, counties and years, the same lines, the same for the same seed."""

from __future__ import annotations

import re

import pytest

from articles.reading.pipeline import read_page
from newsroom.manifest import read_manifest
from tests.bench.variation import YEARS_OF_A_SPAN, sample_pages, varied_pages, write_pages

SAMPLES = sample_pages()


def test_the_same_seed_gives_the_same_pages():
    assert varied_pages(40, seed=7) == varied_pages(40, seed=7)
    assert varied_pages(40, seed=7) == varied_pages(60, seed=7)[:40]
    assert varied_pages(40, seed=7) != varied_pages(40, seed=8)


def test_all_pages_differ():
    pages = varied_pages(200)
    assert len({page.text for page in pages}) == len({page.name for page in pages}) == 200


def test_lines_break_where_they_broke():
    for sample, page in zip(SAMPLES, varied_pages(len(SAMPLES)), strict=True):
        assert [len(line) for line in page.text.split("\n")] == [len(line) for line in sample.text.split("\n")]


def test_names_are_gone_even_across_line_breaks():
    for sample, page in zip(SAMPLES, varied_pages(len(SAMPLES)), strict=True):
        squashed = re.sub(r"\s", "", page.text)
        assert [name for name in (*sample.names, "澄溪") if len(name) > 2 and name in squashed] == []


def test_years_go_back_span_by_span():
    number = len(SAMPLES)
    pages = varied_pages(2 * number)
    first, second = pages[:number], pages[number:]
    dates = [(one.manifest["issue_date"], two.manifest["issue_date"]) for one, two in zip(first, second, strict=True)]
    assert all(int(one[:4]) - int(two[:4]) == YEARS_OF_A_SPAN for one, two in dates if one)
    assert [re.findall(r"(?<!\d)20[12]\d年", page.text) for page in varied_pages(number * 3)[number * 2:]] == [[]] * number


def test_varied_pages_are_read_like_the_sample():
    """Names and years are all that changes, so as many articles are found."""
    for sample, page in zip(SAMPLES[:6], varied_pages(6), strict=True):
        assert len(read_page(page.text).articles) == len(read_page(sample.text).articles)


def test_pages_can_be_written_with_their_manifest(tmp_path):
    manifest = read_manifest(write_pages(tmp_path / "pages", varied_pages(20)))
    assert {f"{path.name}" for path in (tmp_path / "pages").iterdir()} == set(manifest.rows)


def test_there_is_an_end():
    with pytest.raises(ValueError, match="at most"):
        varied_pages(10**9)
