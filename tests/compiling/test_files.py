"""The files themselves: Word documents as word processors want them, tables that no spreadsheet runs, commands that teach."""

from __future__ import annotations

import csv
from collections.abc import Callable
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command, load_command_class
from docx import Document
from docx.oxml.ns import qn

from newsroom.compiling.documents import Card, Compilation, Heading, Line, Table
from newsroom.compiling.products import PRODUCTS
from newsroom.compiling.word import write_docx
from newsroom.compiling.writing import BOM, harmless, table_lines, text_lines
from people.models import Event, Person

COMMANDS = [f"compile_{product}" for product in PRODUCTS]
ROWS = [("沈知秋", "=县长\x00\x0b"), ("顾长河\n又行", "")]


@pytest.fixture
def compilation() -> Compilation:
    blocks = [Heading(1, "2021年"), Heading(2, "3月"), Line("5日　白石县召开会议。"), Line("备注", quiet=True),
              Table(("姓名", "职务"), ROWS, (1, 3)), Card((("主题", "会议"), ("校核人", "")))]
    return Compilation("白石县大事记", ("姓名", "职务"), lambda: iter(blocks), lambda: iter(ROWS), ["据已收录报纸", "-缺"])


@pytest.fixture
def word(compilation: Compilation) -> Callable[..., object]:
    def read(**changes: object) -> object:
        whole = BytesIO()
        write_docx(compilation if not changes else Compilation("甲", (), lambda: iter(()), lambda: iter(()), **changes), whole)
        return Document(BytesIO(whole.getvalue()))

    return read


def test_pages_are_a4(word):
    for landscape in (False, True):
        section = word(landscape=landscape).sections[0]
        sides = [round(side.cm, 1) for side in (section.page_width, section.page_height)]
        assert sides == ([29.7, 21.0] if landscape else [21.0, 29.7])
        assert "PAGE" in section.footer._element.xml


def test_headings_are_styles_and_fonts_are_chinese(word):
    document = word()
    styles = [(paragraph.style.name, paragraph.text) for paragraph in document.paragraphs if paragraph.text]
    assert styles == [("Title", "白石县大事记"), ("Quiet", "据已收录报纸"), ("Quiet", "-缺"), ("Heading 1", "2021年"),
                      ("Heading 2", "3月"), ("Normal", "5日　白石县召开会议。"), ("Quiet", "备注")]
    for name, font in (("Normal", "宋体"), ("Heading 1", "黑体"), ("Title", "黑体"), ("Cell", "宋体"), ("Head", "黑体")):
        fonts = document.styles[name].element.rPr.rFonts
        assert fonts.get(qn("w:eastAsia")) == font
        assert fonts.get(qn("w:eastAsiaTheme")) is None


def test_tables_repeat_their_heads_and_hold_what_xml_can_hold(word):
    table, card = word().tables
    cells = [[cell.text for cell in row.cells] for row in table.rows]
    assert cells == [["姓名", "职务"], ["沈知秋", "=县长"], ["顾长河\n又行", ""]]
    assert [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows] == [True, False, False]
    assert [[cell.text for cell in row.cells] for row in card.rows] == [["主题", "会议"], ["校核人", ""]]
    assert word().styles["Card"].paragraph_format.keep_with_next


def test_a_document_ends_with_a_paragraph(word):
    assert word().element.body[-2].tag == qn("w:p")


def test_tables_of_commas_can_be_read_back(compilation):
    text = "".join(table_lines(compilation))
    assert text.startswith(BOM)
    rows = list(csv.reader(StringIO(text.removeprefix(BOM))))
    assert rows == [["姓名", "职务"], ["沈知秋", "'=县长\x00\x0b"], ["顾长河\n又行", ""], [],
                    ["说明：据已收录报纸"], ["说明：-缺"]]


@pytest.mark.parametrize(("cell", "made"), [
    ("=1+1", "'=1+1"), ("+86", "'+86"), ("-缺", "'-缺"), ("@名", "'@名"), ("＝1", "'＝1"), (" =1", "' =1"), ("\n=1", "'\n=1"),
    ("\t1", "'\t1"), ("26日", "26日"), ("", ""), ("a=b", "a=b"), ("〔2022〕年", "〔2022〕年"),
])
def test_no_cell_is_a_formula(cell, made):
    assert harmless(cell) == made


def test_text_shows_all_blocks(compilation):
    assert "".join(text_lines(compilation)).split("\n") == [
        "白石县大事记", "", "据已收录报纸", "-缺", "", "# 2021年", "", "", "## 3月", "", "5日　白石县召开会议。", "备注",
        "姓名　职务", "沈知秋　=县长\x00\x0b", "顾长河 又行　—", "", "主题：会议", "校核人：", ""]


def run(command: str, *options: str) -> tuple[str, str]:
    told, warned = StringIO(), StringIO()
    call_command(command, *options, stdout=told, stderr=warned)
    return told.getvalue(), warned.getvalue()


@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_chinese_and_has_examples(command):
    text = load_command_class("newsroom", command).create_parser("manage.py", command).format_help()
    assert "示例 Examples\n  manage.py " + command in text
    assert "\n" + text[text.index("示例"):].split("\n")[1] in text
    assert all(words in text for words in ("--output", "--years", "年份", "覆盖"))


@pytest.mark.parametrize(("command", "options"), [
    ("compile_chronicle", ()), ("compile_officeholders", ("--departments", "--sort", "笔画")), ("compile_sessions", ()),
    ("compile_career", ("沈知秋",)), ("compile_cards", ("--person", "沈知秋")),
])
def test_every_command_writes_every_format(archive, tmp_path, command, options):
    shown, _ = run(command, *options)
    assert "沈知秋" in shown or "顾长河" in shown
    for form in ("docx", "csv", "txt"):
        target = tmp_path / f"编纂.{form}"
        assert run(command, *options, "--output", str(target))[0] == ""
        assert target.read_bytes()[:2] == {"docx": b"PK", "csv": b"\xef\xbb"}.get(form, target.read_bytes()[:2])
    assert (tmp_path / "编纂.txt").read_text(encoding="utf-8") == shown
    assert run(command, *options, "--format", "csv")[0].encode() == (tmp_path / "编纂.csv").read_bytes().replace(b"\r\n", b"\r\n")


def test_what_was_left_out_goes_to_the_error_output(archive):
    Event.objects.filter(name__contains="植树").update(selection="rejected")
    shown, warned = run("compile_chronicle", "--only", "候选")
    assert "植树" not in shown
    assert "不选：1条未列入" in warned
    assert "999999" in run("compile_cards", "--event", "999999")[1]


def test_cards_of_the_chosen_events(archive):
    Event.objects.filter(name__contains="植树").update(selection="chosen")
    shown, _ = run("compile_cards", "--only", "入选")
    assert shown.count("校核人：") == 1
    assert "植树" in shown


@pytest.mark.parametrize(("command", "options", "says"), [
    ("compile_chronicle", ("--area", "无此县"), "白石县"),
    ("compile_chronicle", ("--years", "2022-2020"), "2022-2020"),
    ("compile_chronicle", ("--format", "docx"), "--output"),
    ("compile_chronicle", ("--output", "大事记.pdf"), ".docx"),
    ("compile_chronicle", ("--output", "/nowhere/大事记.txt"), "/nowhere"),
    ("compile_career", ("无此人",), "无此人"),
    ("compile_cards", (), "编号"),
])
def test_what_cannot_be_is_refused_with_what_to_do(archive, command, options, says):
    with pytest.raises(CommandError, match=says):
        run(command, *options)


def test_private_people_are_refused(archive):
    Person.objects.filter(name="方有为").update(person_class="private")
    with pytest.raises(CommandError, match="普通人"):
        run("compile_career", "方有为")


def test_a_file_with_somebodys_work_is_not_overwritten(archive, tmp_path):
    mine = Path(tmp_path / "大事记.txt")
    mine.write_text("改过的", encoding="utf-8")
    with pytest.raises(CommandError, match="--overwrite"):
        run("compile_chronicle", "--output", str(mine))
    assert mine.read_text(encoding="utf-8") == "改过的"
    run("compile_chronicle", "--output", str(mine), "--overwrite")
    assert "植树" in mine.read_text(encoding="utf-8")
