"""A compilation as a .docx: A4, Chinese fonts by name, headings as styles, header rows repeated on every page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import deepcopy
from typing import IO, Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from .documents import Block, Card, Compilation, Heading, Line, Table

SONG, HEI, LATIN = "宋体", "黑体", "Times New Roman"
WIDTH, HEIGHT, MARGIN = Cm(21.0), Cm(29.7), Cm(2.5)
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
SIZES = {"Normal": 10.5, "Title": 20, "Heading 1": 15, "Heading 2": 13, "Heading 3": 11.5}
QUIET = "Quiet"


def write_docx(compilation: Compilation, target: IO[bytes]) -> None:
    """Write the whole compilation to `target`."""
    document = Document()
    _page(document, compilation.landscape)
    _styles(document)
    document.core_properties.title = compilation.title
    document.core_properties.author = document.core_properties.comments = ""
    document.add_paragraph(_clean(compilation.title), style="Title")
    for note in compilation.notes:
        document.add_paragraph(_clean(note), style=QUIET)
    writer = _Writer(document)
    for block in compilation.blocks():
        writer.write(block)
    document.add_paragraph()  # a document may not end with a table
    document.save(target)


class _Writer:
    """Blocks onto the end of a document, by copying prepared elements: the library's own way slows down as a document grows."""

    def __init__(self, document: Any) -> None:
        """`document` is written to."""
        self.end = document.element.body.sectPr
        self.width = document.sections[0].page_width - 2 * MARGIN
        self.styles = {style.name: style.style_id for style in document.styles}

    def write(self, block: Block) -> None:
        """One more block."""
        if isinstance(block, Heading):
            self.end.addprevious(self._paragraph(block.text, f"Heading {min(block.level, 3)}"))
        elif isinstance(block, Line):
            self.end.addprevious(self._paragraph(block.text, QUIET if block.quiet else "Normal", indented=not block.quiet))
        elif isinstance(block, Table):
            self._table(block.rows, self._widths(block), block.columns)
        else:
            self._card(block)

    def _widths(self, table: Table) -> list[int]:
        shares = table.widths or [1] * len(table.columns)
        return [int(self.width * share / sum(shares)) for share in shares]

    def _card(self, card: Card) -> None:
        label = int(Cm(2.5))
        self._table(card.fields, [label, self.width - label], (), "Card")
        self.end.addprevious(self._paragraph("", "Normal"))

    def _table(self, rows: Any, widths: Sequence[int], header: Sequence[str], style: str = "Cell") -> None:
        table = OxmlElement("w:tbl")
        table.append(_table_properties(self.styles["Table Grid"]))
        grid = OxmlElement("w:tblGrid")
        for width in widths:
            grid.append(_element("w:gridCol", w=str(width // 635)))
        table.append(grid)
        if header:
            table.append(self._row(header, widths, "Head", repeated=True))
        for row in rows:
            table.append(self._row(row, widths, style))
        self.end.addprevious(table)

    def _row(self, cells: Sequence[str], widths: Sequence[int], style: str, repeated: bool = False) -> Any:
        row = OxmlElement("w:tr")
        properties = OxmlElement("w:trPr")
        properties.append(OxmlElement("w:cantSplit"))
        if repeated:
            properties.append(OxmlElement("w:tblHeader"))
        row.append(properties)
        for text, width in zip(cells, widths, strict=True):
            cell = OxmlElement("w:tc")
            size = OxmlElement("w:tcPr")
            size.append(_element("w:tcW", w=str(width // 635), type="dxa"))
            cell.append(size)
            cell.append(self._paragraph(text, style))
            row.append(cell)
        return row

    def _paragraph(self, text: str, style: str, indented: bool = False) -> Any:
        paragraph = OxmlElement("w:p")
        properties = OxmlElement("w:pPr")
        properties.append(_element("w:pStyle", val=self.styles[style]))
        if indented:
            properties.append(_element("w:ind", firstLineChars="200", firstLine="420"))
        paragraph.append(properties)
        for at, part in enumerate(_clean(text).split("\n")):
            run = OxmlElement("w:r")
            if at:
                run.append(OxmlElement("w:br"))
            written = OxmlElement("w:t")
            written.text = part
            written.set(qn("xml:space"), "preserve")
            run.append(written)
            paragraph.append(run)
        return paragraph


def _clean(text: str) -> str:
    """The text without what XML can't hold."""
    return FORBIDDEN.sub("", text)


def _element(tag: str, **attributes: str) -> Any:
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element


def _table_properties(style: str) -> Any:
    properties = OxmlElement("w:tblPr")
    properties.append(_element("w:tblStyle", val=style))
    properties.append(_element("w:tblW", w="5000", type="pct"))
    properties.append(_element("w:tblLayout", type="fixed"))
    return properties


def _page(document: Any, landscape: bool) -> None:
    """A4 upright or across, with the page's number at its foot."""
    section = document.sections[0]
    section.page_width, section.page_height = (HEIGHT, WIDTH) if landscape else (WIDTH, HEIGHT)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = _element("w:fldSimple", instr="PAGE")
    field.append(deepcopy(foot.add_run("1")._r))
    foot._p.clear_content()
    foot._p.append(field)


def _styles(document: Any) -> None:
    styles = document.styles
    for name, based in ((QUIET, "Normal"), ("Cell", "Normal"), ("Head", "Normal"), ("Card", "Normal")):
        styles.add_style(name, 1).base_style = styles[based]
    for name, size in SIZES.items():
        _font(styles[name], SONG if name == "Normal" else HEI, size)
        styles[name].paragraph_format.space_after = Pt(3 if name == "Normal" else 6)
    title = styles["Title"]
    title.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for border in title.element.pPr.findall(qn("w:pBdr")):
        title.element.pPr.remove(border)
    _font(styles["Head"], HEI, 9)
    for name in ("Cell", QUIET):
        _font(styles[name], SONG, 9)
    for name in ("Cell", "Head", "Card"):
        styles[name].paragraph_format.space_before = styles[name].paragraph_format.space_after = Pt(2)
    styles["Card"].paragraph_format.keep_with_next = True


def _font(style: Any, chinese: str, size: float) -> None:
    """Latin letters in one font, Chinese ones in another, by the attribute that word processors look for."""
    style.font.name = LATIN
    style.font.size = Pt(size)
    style.font.color.rgb = None
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    fonts.set(qn("w:eastAsia"), chinese)
    fonts.set(qn("w:hAnsi"), LATIN)
