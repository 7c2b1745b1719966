"""Reads the tab-separated word lists of `lexicons/`: comment lines begin with #, the first other line names the columns."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

_FOLDER = Path(__file__).with_name("lexicons")


def lexicon_rows(name: str) -> list[list[str]]:
    """The rows of `lexicons/<name>.tsv` without comments and column names, one list of cells each.

    Raises ValueError, with file and line, for a row with another number of cells than there are columns.

    >>> ["110101", "东城区", "11"] in lexicon_rows("areas")
    True
    """
    path = _FOLDER / f"{name}.tsv"
    rows: list[list[str]] = []
    columns = 0
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        columns = columns or len(cells)
        if len(cells) != columns:
            raise ValueError(f"{path.name}, line {number}: {len(cells)} cells, {columns} are wanted, divided by tabs")
        rows.append(cells)
    return rows[1:]


def words_of(name: str, kind: str | None = None) -> frozenset[str]:
    """The first cells of a lexicon, all of them or those whose second cell is `kind`."""
    return frozenset(row[0] for row in lexicon_rows(name) if kind is None or row[1] == kind)


def lengths_by_ending(words: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """Last letter → how long the words are that end in it, longest first.

    >>> lengths_by_ending(["书记", "副书记", "县长"])
    {'记': (3, 2), '长': (2,)}
    """
    found: dict[str, set[int]] = {}
    for word in words:
        found.setdefault(word[-1], set()).add(len(word))
    return {letter: tuple(sorted(lengths, reverse=True)) for letter, lengths in found.items()}


def any_of(words: frozenset[str]) -> str:
    """A regular expression for any of `words`, the longest that fits, as a tree of shared beginnings (so it is fast).

    >>> any_of(frozenset({"书记", "书记员"}))
    '书记员?'
    """
    if words == {""}:
        return ""
    heads: dict[str, set[str]] = {}
    for word in words:
        if word:
            heads.setdefault(word[0], set()).add(word[1:])
    letters = sorted(head for head, tails in heads.items() if tails == {""})
    branches = [_escape(head) + any_of(frozenset(tails)) for head, tails in sorted(heads.items()) if tails != {""}]
    if len(letters) == 1:
        branches.append(_escape(letters[0]))
    elif letters:
        branches.append("[" + "".join(map(_escape, letters)) + "]")
    whole = branches[0] if len(branches) == 1 else "(?:" + "|".join(branches) + ")"
    if "" not in words:
        return whole
    return whole + "?" if len(branches) == 1 and (len(whole) == 1 or whole[0] == "[") else "(?:" + whole + ")?"


def _escape(character: str) -> str:
    return "\\" + character if character in r"\.^$*+?{}[]|()-/" else character
