"""The products that can be compiled, by name, and what writing one as a file takes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from .cards import compile_cards
from .career import compile_career
from .chronicle import compile_chronicle
from .commission import Commission
from .documents import Compilation
from .officeholders import compile_officeholders
from .sessions import compile_sessions
from .writing import table_lines, text_lines


@dataclass(frozen=True, slots=True)
class Product:
    """A product: its Chinese title, what compiles it, and what one must be allowed to view for it."""

    title: str
    compile: Callable[[Commission], Compilation]
    permission: str


PRODUCTS = {
    "chronicle": Product("大事记", compile_chronicle, "people.view_event"),
    "officeholders": Product("历任领导名录", compile_officeholders, "people.view_tenure"),
    "sessions": Product("会议届次表", compile_sessions, "people.view_event"),
    "career": Product("人物任职简历", compile_career, "people.view_person"),
    "cards": Product("资料卡片", compile_cards, "articles.view_article"),
}
LINES: dict[str, Callable[[Compilation], Iterator[str]]] = {"csv": table_lines, "txt": text_lines}
"""Formats that are written line by line; the third one is docx."""
FORMATS = ("docx", *LINES)
