"""The table that says of files what their text doesn't."""

from __future__ import annotations

import pytest
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.storing import PageFacts
from newsroom.manifest import BadManifest, iso_date, read_manifest
from tests.conftest import ENGLISH

HEADER = "file,newspaper,issue_date,issue_number,section,image,area\n"


def table(folder, text, encoding="utf-8"):
    path = folder / "pages.csv"
    path.write_bytes(text.encode(encoding))
    return read_manifest(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_table_in_any_encoding(tmp_path, encoding):
    manifest = table(tmp_path, HEADER + "2021\\01.txt,白石报, 2021/3/5 ,12,第一版,01.jpg,湖东省澄江市白石县\n", encoding)
    facts = manifest.facts_of("/somewhere/2021/01.txt", PageFacts())
    assert facts == PageFacts("白石报", "2021-03-05", "12", "第一版", "01.jpg", "湖东省澄江市白石县")
    assert manifest.facts_of("/somewhere/2020/01.txt", PageFacts(newspaper="别报")) == PageFacts(newspaper="别报")


def test_the_longest_path_that_fits_is_meant_and_members_of_archives_too(tmp_path):
    manifest = table(tmp_path, "file,issue_number\n01.txt,1\na/01.txt,2\nx.zip/a/01.txt,3\n")
    assert [manifest.facts_of(path, PageFacts()).issue_number for path in ("/q/01.txt", "/q/a/01.txt", "/q/x.zip!a/01.txt")] == [
        "1",
        "2",
        "3",
    ]
    assert manifest.unused() == []


def test_a_line_says_more_than_the_command_line_and_no_more_than_it_says(tmp_path):
    manifest = table(tmp_path, "file,section\na.txt,2\n")
    assert manifest.facts_of("a.txt", PageFacts(newspaper="白石报", section="9")) == PageFacts(newspaper="白石报", section="2")


@pytest.mark.parametrize(("row", "several"), [
    ("01.txt,2022-12-30,,", {"01.txt": ("/q/a/01.txt", "/q/b/01.txt")}),
    ("01.txt,,,第一版", {"01.txt": ("/q/a/01.txt", "/q/b/01.txt")}),
    ("01.txt,,白石报,", {}),
    ("a/01.txt,2022-12-30,,", {}),
])  # fmt: skip
def test_a_line_of_one_page_that_fits_several_files_is_told(tmp_path, row, several):
    manifest = table(tmp_path, f"file,issue_date,newspaper,section\n{row}\n")
    for path in ("/q/a/01.txt", "/q/a/01.txt", "/q/b/01.txt", "/q/c/01.txt"):
        manifest.facts_of(path, PageFacts())
    assert manifest.several == several


def test_lines_that_no_file_was_found_for(tmp_path):
    assert table(tmp_path, "file\nb.txt\na.txt\n").unused() == ["a.txt", "b.txt"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "empty"),
        ("name,paper\n", "has to name columns"),
        ("file,colour\n", "has to name columns"),
        ("file\n\na.txt\na.txt\n", "twice"),
        ("file,section\n,3\n", "no file is named"),
        ("file,issue_date\na.txt,2021-02-30\n", "line 2"),
        ("file,issue_date\na.txt,1021-02-03\n", "no date"),
        ("file,area\na.txt,某处\n", "line 2"),
        ("file,section\na.txt,1,2\n", "more cells"),
        (f"file,section\na.txt,{'长' * 31}\n", "at most 30"),
        (f"file,newspaper\na.txt,{'长' * 101}\n", "at most 100"),
        ('file,image\na.txt,"' + "x" * 200_000 + '"\n', "no CSV table"),
        ('file,section\na.txt,1\nb.txt,"2\nc.txt,3\n', "line 3: no CSV table.*close every quotation mark"),
        ('file,section\na.txt,"1"2\n', "line 2: no CSV table"),
        ('file,section\n\na.txt,"1\n2"\n', "line 3: section: there are line ends"),
        ("file,newspaper\na.txt,白\x1b[2K石报\n", "line 2: newspaper: .*control characters"),
        ("file\na\x07.txt\n", "line 2: file: .*control characters"),
        ("file,section,section\na.txt,1,2\n", "names the column section twice"),
        ("file,\x1b[2K\n", "<U.001B>"),
        ("file\nd1/01.txt\nd1//01.txt\n", "line 3: d1/01.txt is named twice"),
        ("file\n./\n", "no file is named"),
    ],
)
def test_a_table_that_makes_no_sense_is_refused_with_its_line(tmp_path, text, why):
    with translation.override("en"), pytest.raises(BadManifest, match=why):
        table(tmp_path, text)
    with pytest.raises(BadManifest) as told:
        table(tmp_path, text)
    assert not ENGLISH.search(str(told.value).removeprefix(str(tmp_path)))


@pytest.mark.parametrize("name", ["d1/01.txt", "d1//01.txt", "d1\\01.txt", "./d1/01.txt", ".\\d1\\\\01.txt", "d1/./01.txt"])
def test_one_file_written_in_many_ways(tmp_path, name):
    manifest = table(tmp_path, f"file,section\n{name},3\n")
    assert manifest.facts_of("/q/d1/01.txt", PageFacts()).section == "3"
    assert manifest.facts_of("/q/x.zip!d1/01.txt", PageFacts()).section == "3"
    assert manifest.unused() == []


def test_a_marked_name_of_a_file(tmp_path):
    manifest = table(tmp_path, "file,section\n重磅!三月.txt,3\n")
    assert manifest.facts_of("/q/重磅!三月.txt", PageFacts()).section == "3"


def test_no_table_at_all(tmp_path):
    with pytest.raises(BadManifest):
        read_manifest(tmp_path / "none.csv")


@given(st.text(st.sampled_from('file,section\n"报1\r;\t')))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_any_table_is_read_or_refused(tmp_path, text):
    try:
        table(tmp_path, "file,section\n" + text)
    except BadManifest as refused:
        reason = str(refused)
    else:
        return
    assert "pages.csv" in reason


@pytest.mark.parametrize("given_date", ["2021-3-5", "2021/03/05", "2021.3.5"])
def test_days_as_people_write_them(given_date):
    assert iso_date(given_date) == "2021-03-05"
