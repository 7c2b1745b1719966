"""Print the reading of one page, as JSON or explained: python -m articles.reading [--explain] PAGE.txt"""

from __future__ import annotations

import argparse
import dataclasses
import json
import sys
from pathlib import Path
from typing import Any

from articles.reading.areas import parse_area
from articles.reading.explaining import explained
from articles.reading.pipeline import read_page
from articles.reading.types import ArticleReading, Mention, PageReading, PrintedDate, Span, Text

_ENCODINGS = ("utf-8-sig", "gb18030")
_EPILOG = """示例 examples:
  python -m articles.reading page.txt                      读一版，输出 JSON
  python -m articles.reading page.txt --area 河北省石家庄市正定县   报纸所在的县已知
  python -m articles.reading --explain page.txt            看哪里读作什么、依据是什么（文字，不是 JSON）
  cat page.txt | python -m articles.reading -              从标准输入读
Offsets (start, end) count characters of the article's body (or headline); "raw" are the offsets on the page as given."""


def main(arguments: list[str] | None = None) -> int:
    """Parse the command line, read the page, print it; the exit status is 0, or 1 where the page cannot be read."""
    parser = argparse.ArgumentParser(
        prog="python -m articles.reading",
        description="读一版报纸的 OCR 文本：文章、日期、署名、人物、职务、活动、讲话。Read one OCR page of a newspaper.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("page", metavar="PAGE.txt", help="UTF-8, UTF-16 or GB18030 text; - for standard input")
    parser.add_argument(
        "--area", metavar="省市县", help="the paper's home county or city, as 河北省石家庄市正定县; else concluded"
    )
    parser.add_argument("--explain", action="store_true", help="标出读到的内容与依据 show what was found in the text, and why")
    given = parser.parse_args(arguments)
    home = None
    if given.area:
        try:
            home = parse_area(given.area)
        except ValueError as error:
            return _refuse(f"--area {given.area}：{error}")
    try:
        raw = sys.stdin.buffer.read() if given.page == "-" else Path(given.page).read_bytes()
    except OSError as error:
        return _refuse(f"{given.page}：读不了 (cannot be read): {error.strerror}")
    text = _decoded(raw)
    if text is None:
        return _refuse(f"{given.page}：不是 UTF-8、UTF-16 或 GB18030 文本 (no text in a known encoding)")
    reading = read_page(text, home)
    shown = explained(reading) if given.explain else json.dumps(page_shape(reading), ensure_ascii=False, indent=2) + "\n"
    sys.stdout.buffer.write(shown.encode("utf-8", "backslashreplace"))
    return 0


def _refuse(message: str) -> int:
    print(message, file=sys.stderr)
    return 1


def _decoded(raw: bytes) -> str | None:
    encodings = ("utf-16",) if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else _ENCODINGS
    for encoding in encodings:
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def page_shape(reading: PageReading) -> dict[str, Any]:
    """The reading of a page as plain lists and dictionaries, ready for JSON."""
    return {
        "reader_version": reading.reader_version,
        "home": dataclasses.asdict(reading.home) if reading.home else None,
        "articles": [_article(article) for article in reading.articles],
        "clues": [dataclasses.asdict(clue) for clue in reading.clues],
        "furniture": [list(span) for span in reading.furniture],
    }


def _article(article: ArticleReading) -> dict[str, Any]:
    text = article.text
    return {
        "reading_order": article.reading_order,
        "headline": text.headline.printed,
        "headline_state": text.headline_state,
        "section": text.section,
        "dateline": text.dateline,
        "date": _date(text.date),
        "byline": text.byline,
        "reporters": list(text.reporters),
        "continues": text.continues,
        "body": text.body.printed,
        "raw": list(text.raw),
        "mentions": [
            _mention(mention, text.headline if mention.field == "headline" else text.body) for mention in article.mentions
        ],
        "events": [_located(dataclasses.asdict(event), text.body, event.start, event.end) for event in article.events],
        "statements": [_located(dataclasses.asdict(said), text.body, said.start, said.end) for said in article.statements],
    }


def _mention(mention: Mention, text: Text) -> dict[str, Any]:
    return _located(dataclasses.asdict(mention), text, mention.start, mention.end)


def _located(shape: dict[str, Any], text: Text, start: int, end: int) -> dict[str, Any]:
    span: Span | None = text.raw_span(start, end) if start < end else None
    return {**shape, "raw": list(span) if span else None}


def _date(date: PrintedDate | None) -> dict[str, Any] | None:
    return {name: part for name, part in dataclasses.asdict(date).items() if part is not None} if date else None


if __name__ == "__main__":
    sys.exit(main())
