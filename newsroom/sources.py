"""Where pages come from: files, folders, globs, zip archives, standard input. Nothing is unpacked to disk."""

from __future__ import annotations

import glob
import lzma
import os
import stat
import struct
import sys
import unicodedata
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from django.conf import settings
from django.utils.translation import gettext as _

# Files that lie beside pages and are none; everything else is tried, whatever its name.
OTHER_KINDS = frozenset({".json", ".csv", ".tsv", ".xml", ".html", ".htm", ".md", ".py", ".log", ".sqlite3"})
ARCHIVES = frozenset({".zip", ".7z", ".rar", ".gz", ".tar", ".tgz", ".bz2", ".xz"})
# What reading a damaged archive raises, by the place where it is damaged.
DAMAGED = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, OSError, EOFError, NotImplementedError, ValueError, RuntimeError,
           struct.error)
LONGEST_PATH = 1000
UTF8_NAMES = 0x800
ENCRYPTED = 0x1
CONTROLLING = {"Cc", "Cf", "Cs", "Zl", "Zp"}
"""Unicode categories of what a terminal or a line obeys instead of showing it."""


class Refused(Exception):
    """A file that can't be taken; the message says why."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file to be read: `path` says where it is (archive.zip!member for members); `read` gives its bytes or raises Refused."""

    path: str
    read: Callable[[], bytes]
    size: int | None = None


def sources(paths: Iterable[str]) -> Iterator[Source]:
    """All files below the given paths, in order of their names within each path.

    A path that names nothing, and an archive that isn't safe, come as a Source whose `read` raises Refused.
    """
    for path in paths:
        if path == "-":
            yield Source("stdin", _standard_input)
            continue
        matches = sorted(glob.glob(path, recursive=True)) if glob.has_magic(path) and not os.path.exists(path) else [path]
        if not matches:
            yield _refusing(shown(path), _("no file matches"))
        for match in matches:
            yield from _below(Path(match))


def _or_refusal(found: Iterator[Source], where: str, reason: str) -> Iterator[Source]:
    """What is found; where that is nothing, the place itself is refused."""
    nothing = True
    for source in found:
        nothing = False
        yield source
    if nothing:
        yield _refusing(where, reason)


def _below(path: Path) -> Iterator[Source]:
    if path.is_dir():
        yield from _or_refusal(_in_folder(path), shown(str(path)), _("there is no file in this folder"))
    elif path.exists():
        yield from _file(path)
    else:
        yield _refusing(shown(str(path)), _("there is no such file or folder"))


def _in_folder(path: Path) -> Iterator[Source]:
    closed: list[OSError] = []
    for folder, folders, files in os.walk(path, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for link in (Path(folder) / name for name in folders if (Path(folder) / name).is_symlink()):
            yield _refusing(shown(str(link.absolute())), _("a link to a folder is not followed: name the folder itself"))
        for name in sorted(files):
            if not name.startswith("."):
                yield from _file(Path(folder) / name)
    for error in closed:
        yield _refusing(shown(str(error.filename)), _("can't be opened: {error}").format(error=error.strerror or error))


def _file(path: Path) -> Iterator[Source]:
    where = shown(str(path.absolute()))
    if len(where) > LONGEST_PATH:
        yield _refusing(where, _("the path has more than {longest} characters").format(longest=LONGEST_PATH))
        return
    if path.suffix.lower() == ".zip":
        yield from _or_refusal(_members(path, where), where, _("there is no file in this archive"))
    elif path.suffix.lower() in OTHER_KINDS:
        yield _refusing(where, _("a {suffix} file, not a page of text").format(suffix=path.suffix))
    elif not path.is_file():
        yield _refusing(where, _("no ordinary file"))
    else:
        yield Source(where, lambda: _bytes_of(path), path.stat().st_size)


def _bytes_of(path: Path) -> bytes:
    try:
        if path.stat().st_size > settings.NEWSROOM_MAX_PAGE_BYTES:
            raise Refused(too_large(path.stat().st_size))
        with path.open("rb") as file:
            return _limited(file.read(settings.NEWSROOM_MAX_PAGE_BYTES + 1))
    except OSError as error:
        raise Refused(_("can't be opened: {error}").format(error=error.strerror or error)) from error


def shown(path: str) -> str:
    """A path as text that can be printed in one line and stored; names that aren't UTF-8 are read as GB18030.

    >>> shown("a/" + "县报".encode("gb18030").decode("utf-8", "surrogateescape"))
    'a/县报'
    """
    if path.isprintable():
        return path
    raw = os.fsencode(path)
    try:
        return visible(raw.decode("utf-8"))
    except UnicodeDecodeError:
        return visible(raw.decode("gb18030", "backslashreplace"))


def visible(text: str) -> str:
    """The text with the code points of what a terminal obeys instead of that itself.

    >>> visible("a\\x1b[2K\\n")
    'a<U+001B>[2K<U+000A>'
    """
    return "".join(f"<U+{ord(letter):04X}>" if unicodedata.category(letter) in CONTROLLING else letter for letter in text)


def _standard_input() -> bytes:
    return _limited(sys.stdin.buffer.read(settings.NEWSROOM_MAX_PAGE_BYTES + 1))


def _limited(raw: bytes) -> bytes:
    if len(raw) > settings.NEWSROOM_MAX_PAGE_BYTES:
        raise Refused(too_large(len(raw)))
    return raw


def too_large(size: int) -> str:
    """Why a file of `size` bytes is refused."""
    return _("larger than the limit: {size:,} bytes, at most {limit:,} are taken (NEWSROOM_MAX_PAGE_BYTES)").format(
        size=size, limit=settings.NEWSROOM_MAX_PAGE_BYTES)


def _refusing(path: str, reason: str) -> Source:
    def read() -> bytes:
        raise Refused(reason)

    return Source(path, read)


def _members(path: Path, where: str) -> Iterator[Source]:
    try:
        archive = zipfile.ZipFile(path)
    except DAMAGED as error:
        yield _refusing(where, _("no zip archive that can be opened: {error}").format(error=error))
        return
    with archive:
        reason = unsafe(archive)
        if reason:
            yield _refusing(where, reason)
            return
        for member in sorted(archive.infolist(), key=lambda member: member.filename):
            name = visible(member_name(member))
            hidden = any(part.startswith((".", "__MACOSX")) for part in PurePosixPath(name).parts)
            if not member.is_dir() and not hidden:
                yield _member(archive, member, f"{where}!{name}")


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, where: str) -> Source:
    if len(where) > LONGEST_PATH:
        return _refusing(where, _("the path has more than {longest} characters").format(longest=LONGEST_PATH))
    if PurePosixPath(member.filename).suffix.lower() in OTHER_KINDS:
        return _refusing(where, _("a {suffix} file, not a page of text").format(suffix=PurePosixPath(member.filename).suffix))

    def read() -> bytes:
        if member.file_size > settings.NEWSROOM_MAX_PAGE_BYTES:
            raise Refused(too_large(member.file_size))
        try:
            with archive.open(member) as file:
                return _limited(file.read(settings.NEWSROOM_MAX_PAGE_BYTES + 1))
        except DAMAGED as error:
            raise Refused(_("damaged in the archive: {error}").format(error=error)) from error

    return Source(where, read, member.file_size)


def member_name(member: zipfile.ZipInfo) -> str:
    """A member's name; old Chinese programs write GB18030 where the format says code page 437."""
    if member.flag_bits & UTF8_NAMES:
        return member.filename
    try:
        return member.filename.encode("cp437").decode("gb18030")
    except UnicodeError:
        return member.filename


def unsafe(archive: zipfile.ZipFile) -> str | None:
    """Why an archive is refused as a whole, before anything in it is unpacked; None for a safe one."""
    total = 0
    for member in archive.infolist():
        parts = PurePosixPath(member.filename.replace("\\", "/")).parts
        name = visible(member_name(member))
        total += member.file_size
        if member.filename.startswith(("/", "\\")) or ".." in parts or member.filename[1:2] == ":":
            return _("unsafe: a member's name leads out of the archive ({name})").format(name=name)
        if stat.S_ISLNK(member.external_attr >> 16):
            return _("unsafe: a member is a link ({name})").format(name=name)
        if member.flag_bits & ENCRYPTED:
            return _("encrypted: unpack it first")
        if PurePosixPath(member.filename).suffix.lower() in ARCHIVES:
            return _("unsafe: an archive inside the archive ({name}); unpack it first").format(name=name)
    if total > settings.NEWSROOM_MAX_ARCHIVE_BYTES:
        return _("unsafe: unpacks to {size:,} bytes, at most {limit:,} are taken (NEWSROOM_MAX_ARCHIVE_BYTES)").format(
            size=total, limit=settings.NEWSROOM_MAX_ARCHIVE_BYTES)
    return None
