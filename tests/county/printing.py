"""Drafts become pages of text: datelines, bylines, lines and columns, misprints; and the truth of what stands where."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date

from tests.county.meetings import Meeting
from tests.county.names import misprinted
from tests.county.plan import Plan
from tests.county.scene import FIRST_TOKEN, Draft
from tests.county.wording import REPORTERS

LAST_TOKEN = 0xF8FF
WEEKDAYS = "一二三四五六日"


@dataclass(frozen=True, slots=True)
class PrintedName:
    """A name at `start`–`end` of the page's text (line ends counted), and whose it is."""

    start: int
    end: int
    printed: str
    person: int
    misprinted: bool


@dataclass(frozen=True, slots=True)
class TruePost:
    """A post printed by a person's name, by its official body and bare title."""

    organization: str
    post: str
    exclusive: bool
    person: int


@dataclass(frozen=True, slots=True)
class TrueArticle:
    """An article from its headline to its byline, as it is."""

    start: int
    end: int
    day: date
    year_printed: bool
    names: tuple[PrintedName, ...]
    posts: tuple[TruePost, ...]
    meeting: Meeting | None


@dataclass(frozen=True, slots=True)
class TruePage:
    """A page with its truth; `name` is its file's stem and tells nothing of the day."""

    name: str
    newspaper: str
    area: str
    issue_day: date
    yearless: bool
    text: str
    articles: tuple[TrueArticle, ...]


class Press:
    """Prints pages under a plan; `names` has everybody's name by id."""

    def __init__(self, plan: Plan, names: dict[int, str]) -> None:
        """The rates of misprints and years are the plan's; at other rates the same county is printed."""
        self.plan, self.names = plan, names
        self.chance, self._letters = random.Random(f"{plan.seed} pages"), random.Random(f"{plan.seed} letters")
        stripped = (plan.yearless_datelines - plan.yearless_pages) / (1 - plan.yearless_pages)
        self._stripped = max(0.0, stripped)

    def page(self, name: str, drafts: list[Draft], issue_day: date, newspaper: int) -> TruePage:
        """One page of these articles."""
        chance = self.chance
        yearless = chance.random() < self.plan.yearless_pages
        wide = chance.choice((0, 0, 20, 22, 26))
        home = drafts[0].home
        text, articles = self._head(issue_day, yearless), []
        for draft in drafts:
            text += "\n" if text else ""
            with_year = not yearless and chance.random() >= self._stripped
            text, article = self._article(text, draft, with_year, wide, newspaper)
            articles.append(article)
        return TruePage(name, home.newspaper, home.path, issue_day, yearless, text, tuple(articles))

    def _head(self, day: date, yearless: bool) -> str:
        if yearless or self.chance.random() < 0.6:
            return ""
        return f"第{self.chance.choice('一二三四')}版 要闻 {day.year}年{day.month}月{day.day}日 星期{WEEKDAYS[day.weekday()]}\n"

    def _article(self, text: str, draft: Draft, with_year: bool, wide: int, newspaper: int) -> tuple[str, TrueArticle]:
        start = len(text)
        reporter = self.chance.choice(REPORTERS[newspaper])
        when = f"{draft.day.year}年" * with_year + f"{draft.day.month}月{draft.day.day}日"
        at_front = self.chance.random() < 0.3
        lead = f"本报讯（记者 {reporter}） {when}，" if at_front else f"本报讯 {when}，"
        paragraphs = [lead + draft.paragraphs[0], *(words for words in draft.paragraphs[1:] if words)]
        if not at_front:
            paragraphs[-1] += f"（记者 {reporter}）"
        names: list[PrintedName] = []
        text = self._set(text, draft.headline, 0, names) + "\n" + ("" if wide else "\n")
        for words in paragraphs:
            text = self._set(text, ("　　" if wide else "") + words, wide, names) + "\n" + ("" if wide else "\n")
        posts = dict.fromkeys(TruePost(seat.organization, seat.post, seat.exclusive, person) for seat, person in draft.cited)
        return text, TrueArticle(start, len(text), draft.day, with_year, tuple(names), tuple(posts), draft.meeting)

    def _set(self, text: str, words: str, wide: int, names: list[PrintedName]) -> str:
        """Add a paragraph, broken after `wide` letters (0: not at all); its printed names are added to `names`."""
        column, at = 0, len(text)
        out: list[str] = []
        marks = ("，", "。", "、", "）", "；")
        for letter in words:
            person = ord(letter) - FIRST_TOKEN
            name = self.names[person] if 0 <= person <= LAST_TOKEN - FIRST_TOKEN else ""
            printed = misprinted(name, self._letters, self.plan.look_alikes, self.plan.any_letters) if name else letter
            start = None
            for character in printed:
                if wide and column >= wide and character not in marks:
                    out.append("\n")
                    column, at = 0, at + 1
                start = at if start is None else start
                out.append(character)
                column, at = column + 1, at + 1
            if name and start is not None:
                names.append(PrintedName(start, at, printed, person, printed != name))
        return text + "".join(out)
