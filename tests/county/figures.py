"""A figure: how many of how many are right, with examples of those that are not."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass(slots=True)
class Figure:
    """`right` of `all`; `wrong` counts kinds of errors, `examples` has some of each."""

    name: str
    right: int = 0
    all: int = 0
    wrong: Counter[str] = field(default_factory=Counter)
    examples: dict[str, list[str]] = field(default_factory=dict)

    @property
    def share(self) -> float:
        """1 where there is nothing to count."""
        return self.right / self.all if self.all else 1.0

    def count(self, right: bool, kind: str = "", example: str = "", weight: int = 1) -> None:
        """One more (or `weight` more); `kind` and `example` say what is wrong with it."""
        self.all += weight
        self.right += weight * right
        if not right and kind:
            self.wrong[kind] += weight
            self.examples.setdefault(kind, []).append(example)

    def lines(self, examples: int = 0) -> list[str]:
        """The figure, and its errors by kind with so many examples each."""
        out = [f"{self.name:<46}{self.share:>8.4f}{self.right:>10,} of {self.all:,}"]
        if examples:
            for kind, number in self.wrong.most_common():
                out.append(f"    {number:>7,} {kind}")
                out += [f"            {example}" for example in self.examples[kind][:examples] if example]
        return out
