"""What editors type, before it is stored. Pure."""


def storable(text: str, longest: int | None = None) -> str:
    """The text itself. Raises ValueError for what no database keeps: NUL, halves of a character, more than `longest` characters.

    >>> storable("县长", 5)
    '县长'
    """
    if "\x00" in text or any("\ud800" <= character <= "\udfff" for character in text):
        raise ValueError("there are characters in it that can't be stored: write it without them")
    if longest is not None and len(text) > longest:
        raise ValueError(f"that is too long: {len(text)} characters, at most {longest}")
    return text
