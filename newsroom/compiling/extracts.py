"""The sentences of a text that hold some stretch of it. Pure."""

from __future__ import annotations

from collections.abc import Iterable

ENDS = "。！？\n"
CLOSING = "”’」』）)"
LEFT_OUT = "……"


def sentences_around(body: str, stretches: Iterable[tuple[int, int]]) -> str:
    """The whole sentences that these stretches (start, end) stand in, in the order of the text; …… where some are left out.

    >>> sentences_around("甲主持会议。乙出席。甲强调，要抓紧。", [(0, 1), (10, 11)])
    '甲主持会议。……甲强调，要抓紧。'
    """
    spans: list[list[int]] = []
    for start, end in sorted(_sentence(body, start, end) for start, end in stretches):
        if spans and start <= spans[-1][1]:
            spans[-1][1] = max(spans[-1][1], end)
        else:
            spans.append([start, end])
    return LEFT_OUT.join(body[start:end].strip() for start, end in spans)


def _sentence(body: str, start: int, end: int) -> tuple[int, int]:
    """The bounds of the sentences from the one that holds `start` to the one that holds `end`."""
    begun = max(body.rfind(mark, 0, start) for mark in ENDS) + 1
    while begun < start and body[begun] in CLOSING:
        begun += 1
    ends = [at for mark in ENDS if (at := body.find(mark, max(end - 1, 0))) >= 0]
    ended = min(ends, default=len(body) - 1) + 1
    while ended < len(body) and body[ended] in CLOSING:
        ended += 1
    return begun, max(ended, end)
