"""What stands under a picture: ▲… lines, and lines that end with who took the picture."""

from __future__ import annotations

import re
from collections.abc import Collection

from articles.reading.bylines import is_byline_line
from articles.reading.credits import has_label

_CAPTION = re.compile(r"^(?:[▲△▼▽↑↓←→◀▶]|图[①-⑩\d一二三四五]?[:：]|图[①-⑩为](?!书)|上图|下图|左图|右图|题图|本版图)")
_SHORTEST = 5
"""The shortest words (characters) about a picture, before its photographer."""


def is_caption(folded: str, gaps: Collection[int] = ()) -> bool:
    """Whether a line stands under a picture; `gaps` are the offsets in it before which a blank stood.

    >>> is_caption("▲群众领取物资"), is_caption("群众领取物资记者向维摄", (6, 8, 10)), is_caption("群众领取物资")
    (True, True, False)
    """
    if _CAPTION.match(folded):
        return True
    return folded[-1] == "摄" and bool(gaps) and _is_credited(folded, gaps)


def _is_credited(folded: str, gaps: Collection[int]) -> bool:
    """Whether words come first and, behind a blank, who took the picture: 村民领取物资 记者 向维 摄."""
    shown = [at for at in gaps if at > _SHORTEST and is_byline_line(folded[at:], [gap - at for gap in gaps if gap > at])]
    return bool(shown) and not has_label(folded[: shown[0]]) and not is_byline_line(folded[: shown[0]], gaps)
