"""Zip archives: pages come out of safe ones; unsafe ones are refused before anything is unpacked."""

from __future__ import annotations

import io
import stat
import zipfile
import zlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.models import Article, Page, PageSource
from newsroom import sources as module
from newsroom.sources import Refused, sources
from tests.conftest import LATER, MEETING, SERIES


def made(path, *members, compression=zipfile.ZIP_DEFLATED):
    with zipfile.ZipFile(path, "w", compression) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return path


@pytest.mark.django_db
def test_pages_of_an_archive(tmp_path, import_paths):
    path = made(
        tmp_path / "三月.zip",
        ("2021/03/meeting.txt", MEETING),
        ("2021/03/series.txt", SERIES.encode("gb18030")),
        ("__MACOSX/._meeting.txt", b"\x00\x05"),
        ("2021/.DS_Store", b"\x00"),
        ("2021/03/manifest.csv", "file"),
        ("2021/04/", ""),
    )
    account = import_paths(path)
    assert (account.new, Article.objects.count()) == (2, 4)
    assert [where.rpartition("!")[2] for where, _ in account.refused] == ["2021/03/manifest.csv"]
    assert set(PageSource.objects.values_list("path", flat=True)) == {f"{path}!2021/03/meeting.txt", f"{path}!2021/03/series.txt"}
    assert import_paths(path).unchanged == 2


@pytest.mark.django_db
def test_a_chinese_name_of_an_old_program(tmp_path, import_paths):
    path = tmp_path / "old.zip"
    made(path, ("abcdefghij.txt", LATER))
    name = "三月十二日".encode("gb18030")
    path.write_bytes(path.read_bytes().replace(b"abcdefghij", name))
    import_paths(path)
    assert Page.objects.get().name == "三月十二日"


def bomb(path):
    made(path, *((f"{number}.txt", b"\x00" * 1_000_000) for number in range(20)))
    raw = bytearray(path.read_bytes())
    at = 0
    while (at := raw.find(b"PK\x01\x02", at)) >= 0:  # the directory says 512 MB for each
        raw[at + 24 : at + 28] = (512 * 1024 * 1024).to_bytes(4, "little")
        at += 4
    path.write_bytes(bytes(raw))


def link(path):
    member = zipfile.ZipInfo("link.txt")
    member.external_attr = (stat.S_IFLNK | 0o777) << 16
    made(path, (member, "/etc/passwd"))


def encrypted(path):
    made(path, ("a.txt", LATER))
    raw = bytearray(path.read_bytes())
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(bytes(raw))


UNSAFE = {
    "ten gigabytes": bomb,
    "upwards": lambda path: made(path, ("a.txt", LATER), ("../b.txt", LATER)),
    "upwards inside": lambda path: made(path, ("a/../../b.txt", LATER)),
    "upwards with backslashes": lambda path: made(path, ("a\\..\\..\\b.txt", LATER)),
    "absolute": lambda path: made(path, ("/etc/b.txt", LATER)),
    "absolute on another system": lambda path: made(path, ("C:\\b.txt", LATER)),
    "a link": link,
    "an archive inside": lambda path: made(path, ("a.txt", LATER), ("b.zip", b"PK\x03\x04")),
    "encrypted": encrypted,
    "no archive": lambda path: path.write_bytes(b"PK\x03\x04 and nothing more"),
    "empty": lambda path: path.write_bytes(b""),
    "half of one": lambda path: path.write_bytes(made(path, ("a.txt", LATER)).read_bytes()[:80]),
}


@pytest.mark.django_db
@pytest.mark.parametrize("make", UNSAFE.values(), ids=UNSAFE)
def test_unsafe_archives_are_refused_before_anything_is_unpacked(make, tmp_path, import_paths, monkeypatch):
    make(tmp_path / "x.zip")
    opened = []
    monkeypatch.setattr(zipfile.ZipFile, "open", lambda *_, **__: opened.append(1))
    account = import_paths(tmp_path)
    assert (account.new, len(account.refused), opened) == (0, 1, [])
    assert account.refused[0][1]


@pytest.mark.django_db
def test_an_archive_under_the_name_of_a_page_is_no_page(tmp_path, import_paths):
    inner = made(tmp_path / "inner.bin", ("a.txt", LATER)).read_bytes()
    (tmp_path / "inner.bin").unlink()
    made(tmp_path / "x.zip", ("good.txt", LATER), ("bad.txt", inner))
    account = import_paths(tmp_path)
    assert (account.new, [where.rpartition("!")[2] for where, _ in account.refused]) == (1, ["bad.txt"])


@pytest.mark.django_db
def test_a_member_that_is_larger_than_it_says_is_refused(tmp_path, import_paths):
    path = made(tmp_path / "x.zip", ("a.txt", LATER * 300))
    raw = bytearray(path.read_bytes())
    at = raw.index(b"PK\x01\x02")
    raw[at + 24 : at + 28] = (10).to_bytes(4, "little")
    path.write_bytes(bytes(raw))
    account = import_paths(path)
    assert (account.new, len(account.refused)) == (0, 1)


@pytest.mark.django_db
def test_a_member_over_the_limit_is_refused_and_the_others_come_in(tmp_path, import_paths, settings):
    settings.NEWSROOM_MAX_PAGE_BYTES = 5000
    account = import_paths(made(tmp_path / "x.zip", ("big.txt", "县" * 5000), ("good.txt", LATER)))
    assert (account.new, len(account.refused)) == (1, 1)


@pytest.mark.django_db
def test_a_long_name_in_an_archive_is_named_not_stored(tmp_path, import_paths):
    account = import_paths(made(tmp_path / "x.zip", ("长" * 5000 + ".txt", LATER), ("good.txt", LATER)))
    assert (account.new, len(account.refused)) == (1, 1)


WHOLE = io.BytesIO()
made(WHOLE, ("a.txt", LATER), ("b.txt", SERIES))


@given(st.lists(st.tuples(st.integers(0, len(WHOLE.getvalue()) - 1), st.integers(0, 255)), min_size=1, max_size=4))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=300)
def test_a_damaged_archive_is_read_or_refused(tmp_path, changes):
    raw = bytearray(WHOLE.getvalue())
    for at, value in changes:
        raw[at] = value
    path = tmp_path / "x.zip"
    path.write_bytes(bytes(raw))
    for source in sources([str(path)]):
        try:
            got: bytes | str = source.read()
        except Refused as refused:
            got = str(refused)
        assert got or got == b""


def test_what_damage_raises_is_known():
    assert zlib.error in module.DAMAGED
