"""How far a headline and the opening of a body tell the same news."""

from __future__ import annotations

import re

_NO_WORDS = re.compile(r"[^\u4e00-\u9fffA-Za-z0-9]+")
LEAD_LENGTH = 160


def agreement(headline: str, lead: str) -> float:
    """The share of the headline's pairs of neighbouring characters that the lead's first 160 characters have too, 0–1.

    >>> agreement("我县召开春耕会", "3月1日,我县召开春耕会。"), agreement("秋收", "3月1日,我县召开春耕会。")
    (1.0, 0.0)
    """
    words = _NO_WORDS.sub("", headline)
    pairs = {words[at : at + 2] for at in range(len(words) - 1)}
    if not pairs:
        return 0.0
    text = _NO_WORDS.sub("", lead[:LEAD_LENGTH])
    return sum(1 for pair in pairs if pair in text) / len(pairs)
