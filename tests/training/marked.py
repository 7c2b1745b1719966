"""Texts whose names are marked (`县长[[王小川]]出席`), and the same texts with other names put in."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass

from articles.reading.after_names import COMMON
from articles.reading.candidates import CONFUSABLE
from articles.reading.surnames import SURNAMES
from tests.evaluate.people import KnownPage
from tests.reading.golden import TESTS

FOLDER = TESTS / "pages" / "marked"
_MARK = re.compile(r"\[\[(.+?)\]\]")
_ARTICLES = 5
"""How many articles of a marked text are read as one page."""
_SWAPPED, _SPACED, _LIKELY_SURNAME, _RUN_TOGETHER = 0.8, 0.04, 0.5, 0.03
_BETWEEN = re.compile("\\]\\]、\\[\\[")
_COMMONEST = (
    "李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭"
    "廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
)
"""The hundred commonest surnames (census figures)."""
_OF_COMMONEST = 0.6


@dataclass(frozen=True, slots=True)
class MarkedPage:
    """A page as plain text and where names stand in it, as offsets."""

    text: str
    names: tuple[tuple[int, int], ...]


def marked_texts() -> Iterator[str]:
    """Pages of a few articles each with their marks, in order."""
    for path in sorted(FOLDER.glob("*.txt")):
        articles = [one for one in re.split(r"\n\s*\n", path.read_text(encoding="utf-8").strip()) if one.strip()]
        for at in range(0, len(articles), _ARTICLES):
            yield "\n\n".join(articles[at : at + _ARTICLES])


def unmarked(marked: str) -> MarkedPage:
    """The text without its marks.

    >>> unmarked("县长[[李明]]说")
    MarkedPage(text='县长李明说', names=((2, 4),))
    """
    pieces: list[str] = []
    names: list[tuple[int, int]] = []
    length = at = 0
    for mark in _MARK.finditer(marked):
        pieces += [marked[at : mark.start()], mark[1]]
        length += mark.start() - at
        names.append((length, length + len(mark[1])))
        length += len(mark[1])
        at = mark.end()
    return MarkedPage("".join([*pieces, marked[at:]]), tuple(names))


class Swapper:
    """Puts other names in: surnames as frequent as in life, given names that the marked texts have; and loses a mark between
    two of them now and then. The same seed, the same."""

    def __init__(self, seed: int) -> None:
        """`seed` of the chance."""
        self.chance = random.Random(seed)
        names = {name for text in marked_texts() for name in _MARK.findall(text) if 1 < len(name) < 4}
        self.names = sorted(name for name in names if SURNAMES.get(name[0], 0.0) >= _LIKELY_SURNAME)

    def _name(self) -> str:
        surname = self.chance.choice(_COMMONEST) if self.chance.random() < _OF_COMMONEST else self.chance.choice(self.names)[0]
        return surname + self.chance.choice(self.names)[1:]

    def _spaced(self, name: str) -> str:
        """Names of two characters are often printed with a blank between."""
        return f"{name[0]} {name[1]}" if len(name) == 2 and self.chance.random() < _SPACED else name

    def marked(self, text: str) -> str:
        """A marked text with most names replaced, each by one other throughout."""
        others: dict[str, str] = {}
        for name in dict.fromkeys(_MARK.findall(text)):
            plain = 1 < len(name) < 4 and name[0] in SURNAMES and name not in CONFUSABLE
            others[name] = self._spaced(self._name() if plain and self.chance.random() < _SWAPPED else name)
        text = _MARK.sub(lambda mark: f"[[{others[mark[1]]}]]", text)
        return _BETWEEN.sub(lambda _: "]][[" if self.chance.random() < _RUN_TOGETHER else "]]、[[", text)

    def page(self, page: KnownPage) -> KnownPage:
        """A page and its facts with most names of three characters replaced that are no words."""
        text, facts = page.text, json.dumps(page.facts, ensure_ascii=False)
        names = page.names() | page.bylines()
        for name in sorted(names):
            other = self._name()
            parts = any(name != one and (name in one or one in name) for one in names)
            word = name in CONFUSABLE or name[1:] in COMMON or name[:2] in COMMON
            fits = len(name) == len(other) == 3 and name[0] in SURNAMES and other not in text
            if fits and not parts and not word and self.chance.random() < _SWAPPED:
                text, facts = text.replace(name, other), facts.replace(name, other)
        return KnownPage(page.name, text, json.loads(facts), page.home)
