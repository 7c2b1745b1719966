"""Bytes of a file → the text of a page, or the reason why it can't be one. Pure."""

from __future__ import annotations

import codecs
import re

# What a county office's folder holds beside pages, told by its first bytes.
SIGNATURES = (
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"\x89PNG", "a PNG picture"),
    (b"GIF8", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a zip archive or office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"SQLite format 3", "a database"),
)
BITMAP = re.compile(rb"BM.{4}\x00{4}", re.DOTALL)
BYTE_ORDER_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
# What Chinese print consists of: a wrong decoding mostly yields other letters.
PRINT = re.compile(
    r"[\u4e00-\u9fff\u3400-\u4dbf\u3000-\u303f\uff00-\uffef\u2010-\u27bf\u00b7\u00d7\u00f7\u00e0-\u00fc\u0101-\u01dc\x20-\x7e\s]")
# GB18030 characters that pass for UTF-8 pass for letters of two bytes (Latin with accents, Greek, Cyrillic, Arabic); what
# Chinese text consists of has three.
SHORT_UTF8 = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\u07ff]")
LONG_UTF8 = re.compile(r"[\u0800-\uffff]")
PLAUSIBLE_SHARE = 0.9


class Unreadable(ValueError):
    """These bytes are no page of text; the message says why."""


def decode(raw: bytes) -> tuple[str, str]:
    """The text and the name of its encoding: utf-8, utf-16 (either order) or gb18030, with or without a byte order mark.

    Raises Unreadable for empty, binary and undecodable bytes.

    >>> decode("县长".encode("gb18030"))
    ('县长', 'gb18030')
    """
    if not raw.strip(b"\x00 \t\r\n"):
        raise Unreadable("empty" if not raw.strip() else "nothing but NUL bytes")
    for mark, encoding in BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            return _checked(_decoded(raw[len(mark):], encoding), encoding), encoding
    for signature, what in SIGNATURES:
        if raw.startswith(signature):
            raise Unreadable(f"{what}, not text")
    if BITMAP.match(raw):
        raise Unreadable("a bitmap picture, not text")
    for encoding in _candidates(raw):
        text = _try(raw, encoding)
        if text is not None and _plausible(text, encoding):
            return text, encoding
    text = _try(raw, "utf-8")
    if text is not None:
        return _checked(text, "utf-8"), "utf-8"
    raise Unreadable("binary, or in an encoding other than UTF-8, GB18030 and UTF-16")


def _candidates(raw: bytes) -> tuple[str, ...]:
    """Encodings to try in turn; NUL bytes occur in UTF-16 only."""
    if b"\x00" in raw[:4096]:
        return ("utf-16-le", "utf-16-be")
    return ("utf-8", "gb18030", "utf-16-le", "utf-16-be")


def _try(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return None


def _decoded(raw: bytes, encoding: str) -> str:
    text = _try(raw, encoding)
    if text is None:
        raise Unreadable(f"marked as {encoding}, but damaged")
    return text


def _plausible(text: str, encoding: str) -> bool:
    """Whether bytes that decode so were meant so. What is no UTF-8 hardly ever passes for it, but for short words."""
    if "\x00" in text or not text.strip():
        return False
    if encoding == "utf-8":
        return len(SHORT_UTF8.findall(text)) <= len(LONG_UTF8.findall(text)) + (1 - PLAUSIBLE_SHARE) * len(text)
    return len(PRINT.findall(text)) >= PLAUSIBLE_SHARE * len(text)


def _checked(text: str, encoding: str) -> str:
    if not text.strip():
        raise Unreadable("empty")
    if "\x00" in text or len(CONTROL.findall(text)) > len(text) // 100:
        raise Unreadable(f"binary: control characters in what decodes as {encoding}")
    return text
