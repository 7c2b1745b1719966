"""What lies beside pages in a folder: named with its reason, and stopping nothing but itself."""

from __future__ import annotations

import os
import unicodedata
import zipfile

import pytest
from django.core.management import CommandError, call_command
from django.utils.translation import gettext
from hypothesis import given
from hypothesis import strategies as st

from articles.decoding import SIGNATURES, Unreadable, decode
from articles.models import Article, Page, RefusedFile
from newsroom.sources import sources
from tests.conftest import ENGLISH, LATER, MEETING, SERIES

JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)) * 20


@pytest.mark.django_db
def test_a_folder_of_good_and_bad_files(tmp_path, capsys):
    (tmp_path / "1_good.txt").write_text(MEETING, encoding="utf-8")
    (tmp_path / "2_gb.txt").write_bytes(SERIES.encode("gb18030"))
    (tmp_path / "3_utf16.txt").write_bytes(LATER.encode("utf-16"))
    (tmp_path / "picture.txt").write_bytes(JPEG)
    (tmp_path / "empty.txt").touch()
    (tmp_path / "nuls.txt").write_bytes(b"\x00" * 5000)
    with (tmp_path / "line.txt").open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    with pytest.raises(CommandError) as failure:
        call_command("import_seeds", str(tmp_path))
    assert failure.value.returncode == 1
    assert list(Page.objects.order_by("name").values_list("name", "encoding")) == [
        ("1_good", "utf-8"),
        ("2_gb", "gb18030"),
        ("3_utf16", "utf-16-le"),
    ]
    assert Article.objects.count() == 5
    reasons = {os.path.basename(path): reason for path, reason in RefusedFile.objects.values_list("path", "reason")}
    assert set(reasons) == {"picture.txt", "empty.txt", "nuls.txt", "line.txt"}
    assert all(reasons.values())
    told = capsys.readouterr().err
    assert all(name in told for name in reasons)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("utf-8", MEETING.encode()),
        ("utf-8 with mark", b"\xef\xbb\xbf" + MEETING.encode()),
        ("CRLF", MEETING.replace("\n", "\r\n").encode()),
        ("CR", MEETING.replace("\n", "\r").encode()),
        ("gb18030", MEETING.encode("gb18030")),
        ("utf-16 little with mark", MEETING.encode("utf-16")),
        ("utf-16 little", MEETING.encode("utf-16-le")),
        ("utf-16 big with mark", b"\xfe\xff" + MEETING.encode("utf-16-be")),
        ("utf-16 big", MEETING.encode("utf-16-be")),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_every_way_to_write_a_page_reads_the_same(name, raw, tmp_path, import_paths):
    (tmp_path / "page.txt").write_bytes(raw)
    account = import_paths(tmp_path)
    assert not account.refused
    assert [article.headline for article in Article.objects.order_by("reading_order")] == [
        "白石县春耕备耕第12次专题会议召开",
        "白石县人民医院开诊",
    ]
    assert "副县长陆远山到场调研" in Article.objects.latest("reading_order").body


@pytest.mark.django_db
def test_a_long_line_of_words_is_refused_by_its_size_alone(tmp_path, import_paths, settings):
    settings.NEWSROOM_MAX_PAGE_BYTES = 3000
    (tmp_path / "page.txt").write_text("县" * 1001, encoding="utf-8")
    (tmp_path / "fits.txt").write_text("县" * 1000, encoding="utf-8")
    assert [reason for _, reason in import_paths(tmp_path).refused] != []
    assert Page.objects.get().name == "fits"


@pytest.mark.django_db
def test_names_of_files_in_any_encoding(tmp_path, import_paths):
    old = os.path.join(os.fsencode(tmp_path), "县报三月.txt".encode("gb18030"))
    with open(old, "wb") as file:
        file.write(MEETING.encode())
    refused = os.path.join(os.fsencode(tmp_path), "照相\n.txt".encode("gb18030"))
    with open(refused, "wb") as file:
        file.write(JPEG)
    account = import_paths(tmp_path)
    assert Page.objects.get().name == "县报三月"
    assert [os.path.basename(path) for path, _ in account.refused] == ["照相<U+000A>.txt"]


CONTROLLING = "好\nrefused: 假.txt: 假\r\x1b[2K\u202e\u2028\x85页"


@pytest.mark.django_db
@pytest.mark.parametrize("ending", [".txt", ".jpg.txt", ".csv"])
def test_names_of_files_can_not_forge_what_is_told(tmp_path, capsys, ending):
    raw = JPEG if ending == ".jpg.txt" else LATER.encode()
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / f"{CONTROLLING}{ending}").write_bytes(raw)
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.writestr(f"{CONTROLLING}{ending}", raw + b" ")
    with zipfile.ZipFile(tmp_path / "y.zip", "w") as archive:
        archive.writestr(f"../{CONTROLLING}{ending}", raw)
    with pytest.raises(CommandError) as failure:
        call_command("import_seeds", str(tmp_path), str(tmp_path / f"{CONTROLLING}.none"), str(tmp_path / f"{CONTROLLING}*"))
    told = "".join(capsys.readouterr()) + str(failure.value)
    assert all(unicodedata.category(letter) not in {"Cc", "Cf", "Zl", "Zp"} for letter in told.replace("\n", ""))
    assert not [line for line in told.splitlines() if line.startswith("refused")]
    assert len([line for line in told.splitlines() if line.startswith("未收：")]) == RefusedFile.objects.count()
    stored = [*RefusedFile.objects.values_list("path", flat=True), *Page.objects.values_list("name", flat=True)]
    assert all(name.isprintable() for name in stored)
    assert Page.objects.count() == (2 if ending == ".txt" else 0)


@pytest.mark.django_db
def test_a_marked_name_of_a_file_is_all_of_its_name(tmp_path, import_paths):
    (tmp_path / "重磅!三月.txt").write_text(LATER, encoding="utf-8")
    import_paths(tmp_path)
    assert Page.objects.get().name == "重磅!三月"


@pytest.mark.django_db
def test_what_is_no_ordinary_file(tmp_path, import_paths):
    (tmp_path / "good.txt").write_text(LATER, encoding="utf-8")
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "self").symlink_to(tmp_path)
    (tmp_path / ".hidden.txt").write_text(SERIES, encoding="utf-8")
    (tmp_path / "facts.json").write_text("{}")
    account = import_paths(tmp_path)
    assert account.new == 1
    assert "链接" in dict(account.refused)[str(tmp_path / "self")]
    assert {os.path.basename(path) for path, _ in account.refused} == {"pipe.txt", "dangling.txt", "facts.json", "self"}


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (b"\x00" * 99, "NUL"),
        (JPEG, "JPEG"),
        (b"%PDF-1.4 ...", "PDF"),
        (b"PK\x03\x04rest", "zip"),
        (b"BM\x36\x00\x0c\x00\x00\x00\x00\x00\x36\x00", "bitmap"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\xff\xfe", "empty"),
        (b"\xff\xfe\x00", "damaged"),
        (b"\xef\xbb\xbf\xff\xff", "damaged"),
        (bytes(range(256)) * 4, "binary"),
        ("县长".encode() + b"\x00" * 3 + "书记".encode(), ""),
        (b"\x01\x02\x03" * 50, "control"),
        *(("\u3000 \n\ufeff".encode(encoding), "empty") for encoding in ("utf-8", "gb18030", "utf-16", "utf-16-le", "utf-16-be")),
        ("\ufeff\u200b\u2060\ufeff".encode(), "empty"),
    ],
)
def test_bytes_that_are_no_page(raw, why):
    with pytest.raises(Unreadable, match=why or ".") as refused:
        decode(raw)
    assert not ENGLISH.search(refused.value.said(gettext))


@pytest.mark.parametrize("signature", [signature for signature, _ in SIGNATURES])
def test_every_other_kind_is_named_in_chinese(signature):
    with pytest.raises(Unreadable, match="not text") as refused:
        decode(signature + b"...")
    assert not ENGLISH.search(refused.value.said(gettext))


@pytest.mark.django_db
def test_places_without_any_file_are_named(tmp_path, import_paths):
    for name in ("empty", "hidden", "nested/below", "good/without"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "hidden" / ".DS_Store").touch()
    (tmp_path / "good" / "a.txt").write_text(LATER, encoding="utf-8")
    for name, members in (("empty.zip", []), ("folders.zip", ["a/", "a/b/"]), ("hidden.zip", ["__MACOSX/a.txt"])):
        with zipfile.ZipFile(tmp_path / name, "w") as archive:
            for member in members:
                archive.writestr(member, "")
    places = ["empty", "hidden", "nested", "empty.zip", "folders.zip", "hidden.zip"]
    account = import_paths(*(tmp_path / name for name in [*places, "good"]))
    assert [path for path, _ in account.refused] == [str(tmp_path / name) for name in places]
    assert account.new == 1


@pytest.mark.parametrize(
    "text",
    [
        "BMW汽车经销店在我县开业",
        "①②③④⑤⑥⑦⑧⑨⑩",
        "│├─┤│" * 20,
        "℃→←↑↓■□▲△●○★☆",
        "GIF 动图",
        "“县长”——“书记”……《报》〔2021〕3号",
        "阿依努尔·买买提 2021年",
        "ā á ǎ à 拼音字母表和声调的标法与读法" * 4,
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_texts_that_are_pages_in_every_encoding(text, encoding):
    assert decode(text.encode(encoding))[0] == text


CHINESE = st.text(
    st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5) | st.sampled_from("，。、:“”\n 0123456789本报讯年月日县"),
    min_size=40,
)


@given(CHINESE)
def test_any_chinese_text_is_found_again_in_the_encodings_that_say_so(text):
    assert decode(text.encode("utf-8"))[0] == text or not text.strip()
    assert decode(text.encode("utf-16"))[0] == text or not text.strip()


@given(st.binary(max_size=400))
def test_any_bytes_are_a_text_or_refused(raw):
    try:
        text, encoding = decode(raw)
    except Unreadable:
        return
    assert "\x00" not in text
    assert text.strip()
    text.encode("utf-8")
    assert encoding in {"utf-8", "gb18030", "utf-16-le", "utf-16-be"}


def test_a_path_longer_than_can_be_stored_is_named(tmp_path, import_paths):
    folder = tmp_path
    for _ in range(5):
        folder /= "很" * 80
    folder /= "long" * 50
    folder.mkdir(parents=True)
    deeper = folder / ("x" * 200)
    deeper.mkdir()
    (deeper / ("y" * 200 + ".txt")).write_text(LATER, encoding="utf-8")
    paths = list(sources([str(tmp_path)]))
    assert len(paths) == 1
    account = import_paths(tmp_path)
    assert len(account.refused) + account.new == 1
