"""Names that the public must not see: every character shows as ○, so that offsets hold."""

from collections.abc import Iterable

MASK = "○"


def mask(text: str, names: Iterable[str]) -> str:
    """The text with each of the names blotted out, longest first.

    >>> mask("县长李强强调", ["李强"])
    '县长○○强调'
    """
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, MASK * len(name))
    return text
