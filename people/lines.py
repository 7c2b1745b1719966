"""The shapes of a succession list: what is cited, what documents state, and the lines that come of it. Pure."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date

from .qualifiers import COMING, PASSING, parts


@dataclass(frozen=True, slots=True, order=True)
class Stated:
    """A date as a document has it: the first day of what it states, to the day, the month or the year."""

    day: date
    precision: str = "day"

    @property
    def latest(self) -> date:
        """The last day that it may mean.

        >>> Stated(date(2021, 2, 1), "month").latest
        datetime.date(2021, 2, 28)
        """
        if self.precision == "year":
            return self.day.replace(month=12, day=31)
        return self.day.replace(day=monthrange(self.day.year, self.day.month)[1]) if self.precision == "month" else self.day


@dataclass(frozen=True, slots=True)
class Cited:
    """Somebody is called by the post `count` times between two days of one month; None: the date is unknown.

    `exact` is False where articles are dated to the month or year only: then the days are the bounds of that.
    """

    person: int
    qualifier: str = ""
    first: date | None = None
    last: date | None = None
    count: int = 1
    exact: bool = True
    articles: tuple[int | None, int | None] = (None, None)


@dataclass(frozen=True, slots=True)
class Documented:
    """A document says that the person held the post; `end` None: it doesn't say until when. `key` is the document's id."""

    person: int
    start: Stated | None
    end: Stated | None
    qualifier: str = ""
    how: str = ""
    term: int | None = None
    key: int = 0

    @property
    def bounds(self) -> tuple[date, date]:
        """The widest stretch of days that it allows."""
        return (self.start.day if self.start else date.min, self.end.latest if self.end else date.max)


@dataclass(frozen=True, slots=True)
class Step:
    """How often and when somebody is called by the post with one qualifier: 代县长, then 县长."""

    qualifier: str
    first: date | None
    last: date | None
    citations: int


@dataclass(slots=True)
class Line:
    """One person's tenure: a line of a succession list. `begins` is what lists sort by, None where no day is known.

    `cited` are the citations of holding, `former` those that call the person 原; `documents` lie together in time. `rank`
    decides between people of whom the same days are known: it has to be of the evidence, as ids tell who was met first.
    """

    person: int
    qualifier: str
    cited: tuple[Cited, ...] = ()
    former: tuple[Cited, ...] = ()
    documents: tuple[Documented, ...] = ()
    sequence: int = 1
    begins: date | None = None
    steps: tuple[Step, ...] = field(default=())
    rank: str = ""
    exact: list[Cited] = field(init=False)
    """The citations of known days, in order."""
    first: date | None = field(init=False)
    last: date | None = field(init=False)
    """First and last cited."""

    def __post_init__(self) -> None:
        """Asked for again and again: worked out once."""
        self.exact = sorted((one for one in self.cited if one.exact and one.first), key=lambda one: (one.first, one.last))
        self.first = min((one.first for one in self.exact if one.first), default=None)
        self.last = max((one.last for one in self.exact if one.last), default=None)

    @property
    def articles(self) -> tuple[int | None, int | None]:
        """The articles that attest the first and the last day."""
        exact = self.exact
        if not exact:
            return (None, None)
        return exact[0].articles[0], max(exact, key=lambda one: one.last or date.min).articles[1]

    @property
    def start(self) -> Stated | None:
        """When documents have the post taken up: the earliest."""
        return min((one.start for one in self.documents if one.start), default=None)

    @property
    def end(self) -> Stated | None:
        """When documents have it left: the latest, None where the last one doesn't say.

        The end of 代县长 is not the end of who is 县长 then.
        """
        ends = [one.end for one in self.documents if not self.superseded(one)]
        if not ends:
            return None
        return max((end for end in ends if end), key=lambda end: end.latest, default=None) if None not in ends else None

    def superseded(self, document: Documented) -> bool:
        """Whether a document tells only of a step on the way to a post that is cited in full."""
        return bool(parts(document.qualifier) & PASSING) and any(not parts(one.qualifier) & PASSING for one in self.cited)

    @property
    def proposed(self) -> bool:
        """Whether the person is only said to be about to take the post."""
        return COMING in parts(self.qualifier)


@dataclass(frozen=True, slots=True)
class Gap:
    """Nobody is attested between two holders; that says nothing of the post, as not every issue is there."""

    before: int
    after: int
    first: date
    last: date
