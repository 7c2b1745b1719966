"""Names that are written by their sound: Mongolian, Tibetan, Uyghur, Yi … in pieces (乌云毕力格), or with a dot.

Nothing here decides that a name is a name; it says how far the pieces of `lexicons/minority_names.tsv` reach.
"""

from __future__ import annotations

import re

from articles.reading.surnames import SURNAMES
from articles.reading.tables import any_of, words_of

PIECES = words_of("minority_names")
LETTERS = frozenset(letter for piece in PIECES for letter in piece)
OPENINGS = frozenset(piece[:2] for piece in PIECES)
BY_SOUND = LETTERS | words_of("contexts", "foreign")
DOTS = frozenset("·•・")
OPENING_PIECE = re.compile(any_of(OPENINGS))
_LENGTHS = sorted({len(piece) for piece in PIECES})
_LONGEST = 9  # characters of a name of several pieces


def pieces_end(text: str, at: int) -> int:
    """Where the pieces end that go on from offset `at`, as far as they reach; `at` itself where there is none.

    >>> pieces_end("副县长乌云毕力格到会", 3)
    8
    """
    if text[at : at + 2] not in OPENINGS:
        return at
    reached = [at]
    for start in reached:
        for length in _LENGTHS:
            end = start + length
            if end <= len(text) and end - at <= _LONGEST and end not in reached and text[start:end] in PIECES:
                reached.append(end)
    return max(reached)


def tongue_end(text: str, at: int) -> int | None:
    """Where a name of other tongues ends that begins at offset `at`: three characters and more, all of them pieces,
    or a surname and a long piece (吴额尔敦). None where none begins.

    >>> tongue_end("旗委书记吴额尔敦主持", 4), tongue_end("王小川", 0)
    (8, None)
    """
    end = pieces_end(text, at)
    if end - at >= 3:
        return end
    if SURNAMES.get(text[at : at + 1], 0.0) >= 0.5:
        end = pieces_end(text, at + 1)
        if end - at >= 4:
            return end
    return None
