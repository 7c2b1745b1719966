"""Cursors: a position in a list as an opaque text that is checked before it is believed.

A cursor carries a digest, so that a mistyped or altered one is refused. It is no secret: whoever makes one up with the
right digest only chooses where to read on in a list that is public anyway.
"""

import binascii
import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from datetime import date
from hashlib import blake2s
from typing import Any

import orjson

from .ordering import Key, Ordering, Position

DIGEST_BYTES = 9
MOST_CHARACTERS = 4000
LARGEST_INTEGER = 2**63 - 1
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)


class ForgedCursor(ValueError):
    """The text is no cursor of this list in this order."""


@dataclass(frozen=True)
class Cursor:
    """Read on after `position`, or before it."""

    position: Position
    backwards: bool = False


def encode(cursor: Cursor, resource: str, ordering: Ordering) -> str:
    """The cursor as text, for this list in this order only."""
    payload = orjson.dumps([resource, str(ordering), cursor.backwards, *cursor.position])
    return urlsafe_b64encode(_digest(payload) + payload).decode().rstrip("=")


def decode(given: str, resource: str, ordering: Ordering) -> Cursor:
    """The cursor that a text stands for. Raises ForgedCursor for any other text."""
    if len(given) > MOST_CHARACTERS or not given.isascii():
        raise ForgedCursor
    try:
        sealed = urlsafe_b64decode(given + "=" * (-len(given) % 4))
    except (binascii.Error, ValueError) as error:
        raise ForgedCursor from error
    digest, payload = sealed[:DIGEST_BYTES], sealed[DIGEST_BYTES:]
    if digest != _digest(payload) or urlsafe_b64encode(sealed).decode().rstrip("=") != given:
        raise ForgedCursor
    try:
        parts = orjson.loads(payload)
    except orjson.JSONDecodeError as error:
        raise ForgedCursor from error
    if not isinstance(parts, list) or len(parts) != 3 + len(ordering.keys) or parts[:2] != [resource, str(ordering)]:
        raise ForgedCursor
    if not isinstance(parts[2], bool):
        raise ForgedCursor
    return Cursor(tuple(_typed(key, value) for key, value in zip(ordering.keys, parts[3:], strict=True)), parts[2])


def _digest(payload: bytes) -> bytes:
    return blake2s(payload, digest_size=DIGEST_BYTES, person=b"cursor").digest()


def _typed(key: Key, value: Any) -> Any:
    if value is None and key.nullable:
        return None
    if key.kind == "integer" and type(value) is int and 0 <= value <= LARGEST_INTEGER:
        return value
    if key.kind == "text" and isinstance(value, str) and "\0" not in value:
        return value
    if key.kind == "day" and isinstance(value, str) and DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError as error:
            raise ForgedCursor from error
    raise ForgedCursor
