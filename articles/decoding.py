"""Bytes of a file → the text of a page, or the reason why it can't be one. Pure."""

from __future__ import annotations

import codecs
import re

from .reading.refusals import Refusal, _

# What a county office's folder holds beside pages, told by its first bytes.
SIGNATURES = (
    (b"\xff\xd8\xff", _("a JPEG picture, not text")),
    (b"\x89PNG", _("a PNG picture, not text")),
    (b"GIF8", _("a GIF picture, not text")),
    (b"II*\x00", _("a TIFF picture, not text")),
    (b"MM\x00*", _("a TIFF picture, not text")),
    (b"%PDF", _("a PDF document, not text")),
    (b"PK\x03\x04", _("a zip archive or office document, not text")),
    (b"\xd0\xcf\x11\xe0", _("an old office document, not text")),
    (b"\x1f\x8b", _("a gzip archive, not text")),
    (b"Rar!", _("a RAR archive, not text")),
    (b"7z\xbc\xaf", _("a 7z archive, not text")),
    (b"SQLite format 3", _("a database, not text")),
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
PRINTS_NOTHING = {ord(character): None for character in "\u200b\u2060\ufeff"}
EMPTY = _("empty")


class Unreadable(Refusal):
    """These bytes are no page of text; the message says why."""


def decode(raw: bytes) -> tuple[str, str]:
    """The text and the name of its encoding: utf-8, utf-16 (either order) or gb18030, with or without a byte order mark.

    Raises Unreadable for empty, binary and undecodable bytes.

    >>> decode("县长".encode("gb18030"))
    ('县长', 'gb18030')
    """
    if not raw.strip(b"\x00 \t\r\n"):
        raise Unreadable(EMPTY if not raw.strip() else _("nothing but NUL bytes"))
    for mark, encoding in BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            return _checked(_decoded(raw[len(mark):], encoding), encoding), encoding
    for signature, what in SIGNATURES:
        if raw.startswith(signature):
            raise Unreadable(what)
    if BITMAP.match(raw):
        raise Unreadable(_("a bitmap picture, not text"))
    return _guessed(raw)


def _guessed(raw: bytes) -> tuple[str, str]:
    for encoding in _candidates(raw):
        text = _try(raw, encoding)
        if text is not None and _blank(text):
            raise Unreadable(EMPTY)
        if text is not None and _plausible(text, encoding):
            return text, encoding
    text = _try(raw, "utf-8")
    if text is not None:
        return _checked(text, "utf-8"), "utf-8"
    raise Unreadable(_("binary, or in an encoding other than UTF-8, GB18030 and UTF-16"))


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
        raise Unreadable(_("marked as {encoding}, but damaged"), encoding=encoding)
    return text


def _blank(text: str) -> bool:
    """Whether nothing of it would be printed."""
    return not text.translate(PRINTS_NOTHING).strip()


def _plausible(text: str, encoding: str) -> bool:
    """Whether bytes that decode so were meant so. What is no UTF-8 hardly ever passes for it, but for short words."""
    if "\x00" in text:
        return False
    if encoding == "utf-8":
        return len(SHORT_UTF8.findall(text)) <= len(LONG_UTF8.findall(text)) + (1 - PLAUSIBLE_SHARE) * len(text)
    return len(PRINT.findall(text)) >= PLAUSIBLE_SHARE * len(text)


def _checked(text: str, encoding: str) -> str:
    if _blank(text):
        raise Unreadable(EMPTY)
    if "\x00" in text or len(CONTROL.findall(text)) > len(text) // 100:
        raise Unreadable(_("binary: control characters in what decodes as {encoding}"), encoding=encoding)
    return text
