"""An explained reading shows everything that was found, and loses nothing of the text."""

from __future__ import annotations

import re

import pytest

from articles.reading.__main__ import main
from articles.reading.explaining import explained
from articles.reading.pipeline import read_page
from tests.reading.golden import SETS
from tests.reading.scoring import decode

PAGE = "我县召开春耕会\n\n本报讯 3月1日,县委书记、县长李明主持会议。李明强调,要抓紧春耕。王芳同志发言。\n\n陈芳\n"


@pytest.mark.parametrize("words", [
    "标题 complete: 我县召开春耕会", "电头 本报讯 3月1日", "署名 陈芳", "【李明】①〔县委书记〕〔县长〕", "①⟶“要抓紧春耕。”",
    "① 李明 ×2", "前有职务(post)", "② 王芳 ×1 — 未见职务 — 后有称谓(title)", "活动 meeting", "① chair（主持",
])  # fmt: skip
def test_it_shows(words):
    assert words in explained(read_page(PAGE))


def test_without_its_marks_it_is_the_text():
    marks = re.compile("[【】«»①-⑳⟶]|\\([0-9]+\\)|〔[^〕]*〕")
    for path in sorted(SETS[0].folder.glob("*.txt")):
        reading = read_page(decode(path.read_bytes()))
        shown = marks.sub("", explained(reading).replace("⟶“", "⟶").replace("”", ""))
        for article in reading.articles:
            assert marks.sub("", article.text.body.printed.replace("”", "")) in shown


def test_the_command_prints_it(tmp_path, capfdbinary):
    page = tmp_path / "page.txt"
    page.write_text(PAGE, encoding="utf-8")
    assert main(["--explain", str(page)]) == 0
    assert "【李明】①" in capfdbinary.readouterr().out.decode()
