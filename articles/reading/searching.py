"""Looking for pieces in strings."""

from __future__ import annotations

from collections.abc import Container, Iterator


def offsets_of(piece: str, text: str) -> Iterator[int]:
    """Every offset of `text` at which `piece` (not empty) stands, also where two of them overlap.

    >>> list(offsets_of("天天", "天天天来"))
    [0, 1]
    """
    at = text.find(piece)
    while at >= 0:
        yield at
        at = text.find(piece, at + 1)


def holds_pair(text: str, pairs: Container[str]) -> bool:
    """Whether two characters that stand side by side in `text` are one of `pairs`.

    >>> holds_pair("开会议事", {"会议"}), holds_pair("王小川", {"会议"})
    (True, False)
    """
    return any(text[at : at + 2] in pairs for at in range(len(text) - 1))
