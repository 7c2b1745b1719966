"""Goes through the lines of a page once and gives each to an article or to the furniture."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from articles.reading.bylines import is_byline_line
from articles.reading.clean import CleanPage
from articles.reading.drafts import (
    Draft,
    caption_end,
    changes_measure,
    dates_notice,
    ends_article,
    next_brief,
    opens_news,
    signature_end,
)  # fmt: skip
from articles.reading.layout import Kind, begins_brief, has_news_mark, holds_briefs, is_closed, section_name
from articles.reading.second_look import SKIPPED
from articles.reading.sheet import Sheet, clean_offset
from articles.reading.strays import Strays
from articles.reading.titles import TITLE_LINES, announces, interrupts, strangers, title_run
from articles.reading.types import Correction

_FRONT_LINES = 4
"""The most lines of credits between a headline and its text, and one more."""
_LABEL = 12
"""The longest head of a column of short news (characters)."""
_CUT_NAMES = 8
"""How soon (characters) a bracket closes that the end of a column cut."""
_MASTHEAD = 6
"""The longest name of a page or paper over its date (characters)."""


class Collector:
    """Goes through the lines once, from top to bottom, and gives each to an article or to the furniture."""

    def __init__(self, page: CleanPage, corrections: Sequence[Correction]) -> None:
        """Take what each line of `page` is by itself; `corrections` (split, join, furniture) overrule the layout."""
        self.page = page
        self.sheet = Sheet(page)
        self.words, self.kinds, self.measures = self.sheet.words, self.sheet.kinds, self.sheet.measures
        self.takers: dict[Kind, Callable[[int], int]] = {
            Kind.FURNITURE: self._skip, Kind.SECTION: self._section, Kind.CAPTION: self._skip, Kind.NOTE: self._note,
            Kind.STRAY: self._glyphs, Kind.TITLE: self._title_or_text, Kind.BYLINE: self._title_or_text,
            Kind.LEAD: self._lead, Kind.DATED: self._dated, Kind.ITEM: self._item,
        }  # fmt: skip
        self.drafts: list[Draft] = []
        self.furniture: set[int] = set()
        self.section: str | None = None
        self.alone = {at for at, kind in enumerate(self.kinds) if kind is Kind.BYLINE} | self.sheet.rows
        self.strays = Strays(self.sheet)
        self.splits, self.joins = set[int](), set[int]()
        self.starts = {line.start: at for at, line in enumerate(page.lines)} if corrections else {}
        for correction in corrections:
            self._force(correction)
        self.stops = self.splits | self.joins

    def _force(self, correction: Correction) -> None:
        first = clean_offset(self.page, correction.start)
        if first is None:
            return
        starts = self.starts
        if correction.kind == "split":
            self.splits.add(starts[first])
        elif correction.kind == "join":
            self.joins.add(starts[first])
        elif correction.kind == "furniture":
            end = clean_offset(self.page, correction.end)
            stop = len(self.page.lines) if end is None else starts[end]
            for at in range(starts[first], stop):
                self.kinds[at] = Kind.FURNITURE

    def run(self) -> None:
        """Fill `drafts` and `furniture`."""
        at = 0
        while at < len(self.kinds):
            at = self._take(at)
        self.strays.house(self.drafts, self.furniture)

    def _current(self) -> Draft | None:
        return self.drafts[-1] if self.drafts else None

    def _take(self, at: int) -> int:
        """Place the line `at` (and those that go with it); return the next line to look at."""
        if at in self.splits:
            return self._forced_start(at)
        if at in self.joins and self.drafts:
            self.drafts[-1].ended = False
            self.drafts[-1].body.append(at)
            return at + 1
        return self.takers.get(self.kinds[at], self._text)(at)

    def _glyphs(self, at: int) -> int:
        return self._text(at) if self._goes_on(at) else self._skip(at)

    def _lead(self, at: int) -> int:
        """(记者 …) or …讯 inside a column of text begins nothing, 本报讯 always does."""
        if self._is_credited() or (not has_news_mark(self.words[at]) and self._goes_on(at)):
            return self._text(at)
        return self._start([], at)

    def _is_credited(self) -> bool:
        """Whether the article above has a headline and bylines and no text so far."""
        draft = self._current() or Draft()
        return bool(draft.title and draft.body) and all(self.kinds[line] is Kind.BYLINE for line in draft.body)

    def _dated(self, at: int) -> int:
        draft = self._current()
        begins = draft is None or draft.ended or self.section is not None or changes_measure(self.sheet, draft, at)
        begins = begins or self.strays.wait_for(at) or opens_news(self.sheet, draft, at)
        if not (begins or next_brief(self.sheet, self._current(), at)) or self._goes_on(at):
            return self._text(at)
        brief = holds_briefs(self.section) or (self.section is None and draft is not None and draft.brief)
        return self._start([], at, brief)

    def _item(self, at: int) -> int:
        """●3月1日,… begins an article among short news; else it is a paragraph with a mark."""
        draft = self._current()
        begins = draft is None or draft.ended or draft.brief or self.section is not None
        return self._start([], at, True) if begins else self._text(at)

    def _section(self, at: int) -> int:
        """[陈芳] right below the end of an article is its byline, elsewhere a bracketed line is a section head."""
        draft = self._current()
        below = draft is not None and not draft.ended and draft.body[-1:] == [at - 1] and self.sheet.adjacent(at)
        if below and is_closed(self.words[at - 1]) and is_byline_line(self.words[at]):
            self.kinds[at] = Kind.BYLINE
            self.alone.add(at)
            return self._text(at)
        return self._skip(at)

    def _skip(self, at: int) -> int:
        if dates_notice(self.sheet, self._current(), at):
            return self._close(at, at + 1)
        if self.kinds[at] is Kind.SECTION:
            self.section = section_name(self.words[at])
        elif holds_briefs(self.words[at]) and len(self.words[at]) <= _LABEL:
            self.section = self.words[at]
        self.furniture.add(at)
        at += 1
        end = caption_end(self.sheet, at) if self.kinds[at - 1] is Kind.CAPTION else at
        self.furniture.update(range(at, end))
        return end

    def _note(self, at: int) -> int:
        """(下转第三版) ends the article above it, (上接第一版) begins a piece."""
        if "接" in self.words[at] or not self.drafts:
            self.drafts.append(Draft(section=self._taken_section()))
        self.drafts[-1].body.append(at)
        self.drafts[-1].ended = "接" not in self.words[at]
        return at + 1

    def _forced_start(self, at: int) -> int:
        """An article begins here because an editor says so, whatever the line looks like."""
        titles: list[int] = []
        while at < len(self.kinds) and self.kinds[at] is Kind.TITLE and len(titles) < TITLE_LINES:
            titles.append(at)
            at += 1
        if not titles or (at < len(self.kinds) and self.kinds[at] not in SKIPPED):
            return self._start(titles, at)
        self.drafts.append(Draft(titles, [], self._taken_section()))
        return at

    def _start(self, titles: list[int], at: int, brief: bool = False) -> int:
        self.drafts.append(Draft(titles, [], self._taken_section(), brief=brief))
        return self._text(at)

    def _taken_section(self) -> str | None:
        section, self.section = self.section, None
        return section

    def _text(self, at: int) -> int:
        opens = holds_briefs(self.section) and not self._goes_on(at) and begins_brief(self.words[at])
        if next_brief(self.sheet, self._current(), at) or (opens and self.kinds[at] is Kind.TEXT):
            self.drafts.append(Draft(section=self._taken_section(), brief=True))
        if not self.drafts:
            self.drafts.append(Draft(section=self._taken_section()))
        draft = self.drafts[-1]
        if draft.ended and (self.kinds[at] is Kind.TEXT or self.sheet.opens_column(at)):
            draft = Draft(section=self._taken_section())
            self.drafts.append(draft)
        begun = len(draft.body) > _FRONT_LINES or any(self.kinds[line] is not Kind.BYLINE for line in draft.body[:_FRONT_LINES])
        credited = self.kinds[at] is Kind.BYLINE and begun and not self._goes_on(at)
        draft.body.append(at)
        self.section = None
        begun = begun or self.kinds[at] is not Kind.BYLINE
        draft.ended = credited or (begun and ends_article(self.sheet, draft, at))
        return at + 1

    def _goes_on(self, at: int) -> bool:
        """Whether the line goes on with the body line right above it: that one is open and reaches its edge."""
        if not self.drafts or not self.drafts[-1].body or self.drafts[-1].body[-1] != at - 1:
            return False
        above = self.words[at - 1]
        adjacent = self.sheet.adjacent(at)
        if (adjacent or ")" in self.words[at][:_CUT_NAMES]) and above.rfind("(") > above.rfind(")"):
            return True
        if not adjacent or self.kinds[at - 1] is Kind.NOTE:
            return False
        if self.measures[at].indented and self.sheet.indents:
            return False
        return not is_closed(above) and self.measures[at - 1].full is not False and not self.drafts[-1].ended

    def _title_or_text(self, at: int) -> int:
        """Decide whether the title-like lines from `at` on are a headline, a byline, a subhead or a piece of text."""
        if not self.drafts and len(self.words[at]) <= _MASTHEAD and self.sheet.is_kind(at + 1, Kind.FURNITURE):
            return self._skip(at)
        resumes = at > 0 and self.kinds[at - 1] is Kind.NOTE and self.sheet.opens_column(at)
        if self.kinds[at] is Kind.BYLINE or resumes or self._goes_on(at):
            return self._text(at)
        if signed := self._signature(at):
            return signed
        titles, follower = title_run(self.sheet, at, self.stops)
        if titles and follower < len(self.kinds) and self._heads(titles, follower):
            strange = strangers(self.sheet, titles, follower, not self.drafts)
            if self.drafts and strange:
                self.strays.aside.append(titles[:strange])
            titles = titles[strange:]
            for between in range(at, follower):
                if between not in titles:
                    self._skip(between)
            return self._start(titles, follower)
        if self.strays.keep(at, self._current()):
            return at + 1
        return self._text(at)

    def _signature(self, at: int) -> int:
        """Put the names that sign a notice, and the date under them, to the notice; the next line, 0 if there are none."""
        end = signature_end(self.sheet, self._current(), at)
        return self._close(at, end) if end else 0

    def _close(self, at: int, end: int) -> int:
        """End the article with the lines from `at` to `end`, each a paragraph; the next line."""
        self.drafts[-1].body.extend(range(at, end))
        self.drafts[-1].ended = True
        self.alone.update(range(at, end))
        return end

    def _heads(self, titles: list[int], follower: int) -> bool:
        """Whether `titles` are the headline of what begins at `follower`."""
        if len(titles) > TITLE_LINES:
            return False
        current = self._current()
        if current is None or current.ended or not current.body or self.section is not None:
            return True
        if announces(self.sheet, titles, follower):
            return True
        return interrupts(self.sheet, titles, follower, current.body[0], current.body[-1])
