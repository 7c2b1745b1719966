"""What stands by a printed post and says how it is held: 代, 兼, 常务, 挂职, 主持工作, 原, 拟任. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

# 原平市, 前郭县 and 代县 are places.
_LEADING = re.compile(
    r"^(?:原任?(?![平州阳])|前任|前(?![郭进锋山])|时任|拟任|拟提任|候任|代理|代(?!表|县[^长])|常务(?!委)|挂职|兼任|兼"
    r"|主持[^的、]{0,12}?工作的?)")
_TRAILING = re.compile(r"(?:原任?|前任?|代理|代|挂职|常务)$")
_BRACKETED = re.compile(r"[(（](?P<words>[^()（）]{1,16})[)）]$")
_BETWEEN = re.compile(r"[、,，;；]")
_CALLED = (
    (re.compile(r"^(?:原|前|时任)"), "原"), (re.compile(r"^(?:拟|候任)"), "拟任"), (re.compile(r"^代"), "代"),
    (re.compile(r"^常务"), "常务"), (re.compile(r"挂职"), "挂职"), (re.compile(r"^主持(?:$|.*工作)"), "主持工作"),
    (re.compile(r"^兼"), "兼"),
)
FORMER, COMING, ACTING, IN_CHARGE, SECONDED = "原", "拟任", "代", "主持工作", "挂职"
NOT_HOLDING = frozenset({FORMER, COMING})
"""Who is called so doesn't hold the post on that day: 原县长 held it, 拟任县长 is to hold it."""

PASSING = frozenset({ACTING, IN_CHARGE})
"""Steps on the way to the post: 代县长, then 县长, is one tenure."""

BESIDE = frozenset({IN_CHARGE, SECONDED})
"""Who is called so may stand beside the holder of a post that has one holder."""


def called(printed: str) -> str:
    """The qualifier that a printed word is, "" for what is none.

    >>> called("代理"), called("主持县委宣传部工作"), called("一级")
    ('代', '主持工作', '')
    """
    return next((name for pattern, name in _CALLED if pattern.search(printed)), "")


def joined(printed: Iterable[str]) -> str:
    """Qualifiers in one string, each once, in printed order: 兼、代."""
    return "、".join(dict.fromkeys(name for word in printed if (name := called(word))))


def parts(qualifier: str) -> frozenset[str]:
    """The single qualifiers of a stored string."""
    return frozenset(qualifier.split("、")) - {""}


def holds(qualifier: str) -> bool:
    """Whether somebody who is called so holds the post on that day.

    >>> holds(""), holds("代"), holds("原"), holds("原、代")
    (True, True, False, False)
    """
    return not parts(qualifier) & NOT_HOLDING


def without_qualifiers(text: str) -> tuple[str, list[str]]:
    """A printed post without the qualifiers before it and in a bracket behind it, and these as printed.

    >>> without_qualifiers("代理县长"), without_qualifiers("副局长(主持工作)")
    (('县长', ['代理']), ('副局长', ['主持工作']))
    """
    found: list[str] = []
    while match := _LEADING.match(text):
        found.append(match.group())
        text = text[match.end():]
    bracket = _BRACKETED.search(text)
    words = [word for word in _BETWEEN.split(bracket["words"]) if called(word)] if bracket else []
    return (text[: bracket.start()] if bracket and words else text), found + words


def without_trailing(body: str) -> tuple[str, list[str]]:
    """A printed body without the qualifier of the post that follows it: 县政府原 → 县政府, 原."""
    match = _TRAILING.search(body)
    return (body[: match.start()], [match.group()]) if match else (body, [])
