"""Counting right, missed and surplus answers, for scoring readings."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

_BLANKS = re.compile(r"\s+")
_WIDTHS = str.maketrans("，：；！？（）“”‘’－", ",:;!?()\"\"''-")


def squash(text: str | None) -> str:
    """The text without blanks and with half-width punctuation.

    >>> squash("第 5 次，会议")
    '第5次,会议'
    """
    return _BLANKS.sub("", text or "").translate(_WIDTHS)


@dataclass(slots=True)
class Tally:
    """Right, missed and surplus answers of one figure, with the differences in words."""

    right: int = 0
    missed: int = 0
    surplus: int = 0
    notes: list[str] = field(default_factory=list)

    def compare(self, where: str, gold: set[Any], found: set[Any]) -> None:
        """Counts two sets of answers against each other."""
        self.right += len(gold & found)
        self.missed += len(gold - found)
        self.surplus += len(found - gold)
        if gold != found:
            self.notes.append(f"{where}: missed {sorted(map(str, gold - found))} surplus {sorted(map(str, found - gold))}")

    def share(self, where: str, gold: Any, found: Any) -> None:
        """Counts one answer: a wrong one is half missed, half surplus, so that F1 is the share of right ones."""
        if gold == found:
            self.right += 2
            return
        self.missed += 2
        self.surplus += 2
        self.notes.append(f"{where}: gold {gold!r} found {found!r}")

    def figure(self) -> float | None:
        """F1 from 0 to 1, None where there was nothing to compare."""
        total = 2 * self.right + self.missed + self.surplus
        return 2 * self.right / total if total else None
