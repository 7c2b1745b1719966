"""Refusals that can be said in the language of whoever reads them. Pure."""

from __future__ import annotations

from collections.abc import Callable


def _(message: str) -> str:
    """The message itself: a call marks what the catalogue has to translate."""
    return message


class Refusal(ValueError):
    """Something given can't be taken: `message` with its {fields} filled in. `str()` is English, `said` any language.

    >>> refusal = Refusal(_("at most {most} pages"), most=5)
    >>> str(refusal), refusal.said({"at most {most} pages": "最多 {most} 页"}.get)
    ('at most 5 pages', '最多 5 页')
    """

    def __init__(self, message: str, **filled: object) -> None:
        """`filled` are the fields of the message."""
        super().__init__(message.format(**filled))
        self.message, self.filled = message, filled

    def said(self, translate: Callable[[str], str]) -> str:
        """The refusal as `translate` has its message."""
        return translate(self.message).format(**self.filled)


def in_words(error: Exception, translate: Callable[[str], str]) -> str:
    """What an error says, in the language of `translate` where it is a Refusal."""
    return error.said(translate) if isinstance(error, Refusal) else str(error)
