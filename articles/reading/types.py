"""The shapes that travel through the reading pipeline.

All offsets count Unicode code points. Every shape is frozen, so a step can only hand on something new. A `Text` knows
its way back to the raw page, so that whatever is found in it can be shown on the page it was read from.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

HeadlineState = Literal["complete", "damaged", "missing"]
Field = Literal["headline", "body"]
EventKind = Literal["meeting", "inspection", "visit", "contest", "drill", "broadcast", "ceremony", "appointment", "other"]
Capacity = Literal["chair", "lead", "report", "speak", "accompany", "attend", "award", "present"]
CorrectionKind = Literal["text", "name", "not_name", "split", "join", "furniture"]


class Span(NamedTuple):
    """Half-open stretch of characters."""

    start: int
    end: int


NOWHERE = Span(0, 0)


class Run(NamedTuple):
    """`length` characters of a cleaned text from `start` on, read from `raw_length` characters of the page.

    Where both lengths are equal the characters correspond one by one. Otherwise (a correction, a paragraph break that the
    page does not print) the whole run stands for the whole raw stretch.
    """

    start: int
    length: int
    raw_start: int
    raw_length: int


@dataclass(frozen=True, slots=True)
class Text:
    """Cleaned text: layout blanks and wraps removed, nothing repaired.

    `printed` has the characters as the OCR gave them; `folded` has the same length, with widths and other pure
    variants folded (full-width digits, letters and punctuation to half width) so that rules need one form only.
    """

    printed: str = ""
    folded: str = ""
    runs: tuple[Run, ...] = ()

    def __len__(self) -> int:
        return len(self.printed)

    def raw_span(self, start: int, end: int) -> Span:
        """Where `printed[start:end]` stands on the raw page. Raises ValueError for an empty or outlying stretch."""
        if not 0 <= start < end <= len(self.printed):
            raise ValueError(f"no stretch {start}–{end} in a text of {len(self.printed)} characters")
        return Span(self._raw_offset(start, False), self._raw_offset(end - 1, True))

    def _raw_offset(self, at: int, after: bool) -> int:
        run = self.runs[bisect_right(self.runs, at, key=lambda run: run.start) - 1]
        if run.length == run.raw_length:
            return run.raw_start + at - run.start + after
        return run.raw_start + (run.raw_length if after else 0)


@dataclass(frozen=True, slots=True)
class Area:
    """A county, city or province. `path` (山西省运城市绛县) tells areas of one name apart; `parents` run upwards."""

    name: str
    path: str
    level: Literal["town", "county", "city", "province", "nation"]
    parents: tuple[str, ...] = ()
    code: str = ""


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date with the parts that are printed; what is missing is None. `text` is as printed, `raw` where on the page."""

    text: str
    raw: Span
    year: int | None = None
    month: int | None = None
    day: int | None = None
    end_year: int | None = None
    end_month: int | None = None
    end_day: int | None = None
    relative: str | None = None
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class TimeClue:
    """Something printed on the page that bounds its year.

    `rule`: printed_year · public_event · plan_year …; `not_before`/`not_after` are ISO dates (or None);
    `years` are the years spoken for, most likely first; `weight` 0–1 says how strongly.
    """

    rule: str
    text: str
    raw: Span
    years: tuple[int, ...] = ()
    not_before: str | None = None
    not_after: str | None = None
    weight: float = 0.5


@dataclass(frozen=True, slots=True)
class PrintedRole:
    """One post as printed beside a name.

    `text` is exactly what stands there (局长); `organization` the printed body it belongs to, carried over from the post
    before it or from the sentence (市统计局), None where `text` names it itself or nothing does; `area` the county, city
    or province it belongs to, in full (绛县), 全国 for national posts, None for companies. `generic`: a shared list
    title (县领导), no post. `qualifiers`: 常务 代 挂职 主持工作 原 拟任 as printed.
    """

    text: str
    organization: str | None = None
    area: str | None = None
    generic: bool = False
    qualifiers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A person's name in an article: `exact` = that field's text[start:end] = the name as printed.

    Mentions of one article with the same `referent` (counted from 0 in order of appearance) are one person. `roles`
    are the posts that stand by this very mention. `rule` names what found it; `confidence` is 0–1.
    """

    field: Field
    start: int
    end: int
    exact: str
    referent: int
    roles: tuple[PrintedRole, ...] = ()
    rule: str = ""
    confidence: float = 0.5


@dataclass(frozen=True, slots=True)
class Participant:
    """Who took part: capacity is the first that fits of chair lead report speak accompany attend award present."""

    referent: int
    capacity: Capacity
    verbs: tuple[str, ...]
    order: int


@dataclass(frozen=True, slots=True)
class EventReport:
    """One event that the article reports. `start`/`end`: the stretch of body that tells of it first.

    `series` is the name without its number (县疫情防控专题会议), with the organizer and its level as printed;
    `organizer` the body that holds it as printed (市委), `area` its county, city or province in full.
    `date` is only set where the text dates this event apart from the article.
    """

    name: str
    kind: EventKind
    activity: str
    start: int
    end: int
    organizer: str | None = None
    area: str | None = None
    series: str | None = None
    term: int | None = None
    number: int | None = None
    date: PrintedDate | None = None
    place: str | None = None
    participants: tuple[Participant, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """What somebody says: `quote` = body.printed[start:end], beginning right after the verb (and its comma or colon)."""

    speaker: int
    verb: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class ArticleText:
    """One article as split from the page, before anything is understood in it.

    `body` has paragraphs separated by a newline, without headline, byline and the words 本报讯; the dateline's date
    stays in `body` and is `date`. `dateline` is the printed opening in one piece (本报讯 2022年12月26日).
    """

    headline: Text
    headline_state: HeadlineState
    body: Text
    section: str | None = None
    dateline: str | None = None
    date: PrintedDate | None = None
    byline: str | None = None
    reporters: tuple[str, ...] = ()
    continues: str | None = None
    raw: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class ArticleReading:
    """One article, read: its text and what was found in it. `reading_order` counts from 1 on the page."""

    reading_order: int
    text: ArticleText
    mentions: tuple[Mention, ...] = ()
    events: tuple[EventReport, ...] = ()
    statements: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True)
class PageReading:
    """Everything read from one page. `home` is the county (or city) whose paper this is, None where nothing tells."""

    reader_version: str
    home: Area | None
    articles: tuple[ArticleReading, ...]
    clues: tuple[TimeClue, ...] = ()
    furniture: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Correction:
    """An editor's decision about the raw page, as the reader takes it.

    text: raw[start:end] reads `replacement`. name / not_name: raw[start:end] is / is not a person's name.
    split: an article begins at `start`. join: the piece that begins at `start` belongs to the article before it.
    furniture: raw[start:end] is no text.
    """

    kind: CorrectionKind
    start: int
    end: int
    replacement: str = ""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The names that editors confirmed, frozen for one page: they help the reader, and are part of its version."""

    names: frozenset[str] = field(default_factory=frozenset)

    @property
    def version(self) -> str:
        """What the lexicon adds to the reader's version: nothing if it is empty, else a plus sign and a digest."""
        told = "\n".join(sorted(self.names)).encode("utf-8", "backslashreplace")
        return f"+{hashlib.sha256(told).hexdigest()[:12]}" if self.names else ""


def roles_of(mentions: tuple[Mention, ...], referent: int) -> tuple[PrintedRole, ...]:
    """The distinct posts of one person of an article, in printed order; shared list titles only where nothing better is.

    >>> roles_of((Mention("body", 0, 2, "李强", 0, (PrintedRole("县领导", generic=True),)),), 0)[0].text
    '县领导'
    """
    found: dict[str, PrintedRole] = {}
    for mention in mentions:
        if mention.referent == referent:
            for role in mention.roles:
                found.setdefault(role.text, role)
    posts = tuple(role for role in found.values() if not role.generic)
    return posts or tuple(found.values())
