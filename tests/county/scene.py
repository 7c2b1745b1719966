"""What an article is made from: a day in a county, with the people in its seats and how they are printed."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date

from tests.county.bodies import Seat
from tests.county.careers import Careers, Person, Tenure
from tests.county.meetings import Meeting
from tests.county.plan import Home

FIRST_TOKEN = 0xE000
"""A person in an unprinted text is one private letter: FIRST_TOKEN + the person's id."""


def token(person: Person) -> str:
    """The letter that stands for a person until the page is printed."""
    return chr(FIRST_TOKEN + person.id)


@dataclass(slots=True)
class Draft:
    """An article before it is printed. `cited` has (seat, person's id) of every post that stands by a name."""

    home: Home
    day: date
    headline: str
    paragraphs: list[str]
    cited: list[tuple[Seat, int]] = field(default_factory=list)
    meeting: Meeting | None = None


@dataclass(slots=True)
class Scene:
    """A day in a county. Texts made here print posts as held on that day and note them in `cited`."""

    home: Home
    careers: Careers
    day: date
    chance: random.Random
    swaps: float
    cited: list[tuple[Seat, int]] = field(default_factory=list)

    def draft(self, headline: str, *paragraphs: str, meeting: Meeting | None = None) -> Draft:
        """The article that tells this."""
        return Draft(self.home, self.day, headline, list(paragraphs), list(self.cited), meeting)

    def seat(self, key: str) -> Seat:
        """The seat of that key."""
        return next(seat for seat in self.careers.seats if seat.key == key)

    def sitting(self, seats: list[Seat]) -> list[Tenure]:
        """Who sits in these seats today, in protocol order."""
        return [tenure for seat in self.careers.seats if seat in seats and (tenure := self.careers.on(seat, self.day))]

    def holder(self, key: str) -> Tenure:
        """Who sits in a seat today."""
        return self.sitting([self.seat(key)])[0]

    def posted(self, tenure: Tenure, foreign: bool = False) -> str:
        """Post and name: 县委书记王某某; as another county's paper has it: 岚浦县委书记王某某."""
        forms = tenure.seat.acting if self.day < tenure.elected else tenure.seat.forms
        form = forms[0] if len(forms) == 1 or self.chance.random() < 0.7 else self.chance.choice(forms[1:])
        self.cited.append((tenure.seat, tenure.person.id))
        if foreign:
            form = self.home.county + (form.removeprefix("县") if form.startswith("县委") else form)
        return form + token(tenure.person)

    def swapped(self, tenures: list[Tenure]) -> list[Tenure]:
        """The list, with two neighbours exchanged here and there."""
        found = list(tenures)
        for at in range(len(found) - 1):
            if self.chance.random() < self.swaps:
                found[at], found[at + 1] = found[at + 1], found[at]
        return found

    def row(self, tenures: list[Tenure]) -> str:
        """Everybody with posts; who has the same as the one before goes without: 副县长某某某、某某，县教育局局长某某."""
        words, before = "", None
        for tenure in self.swapped(tenures):
            form = tenure.seat.forms[0]
            if before == form:
                words += f"、{token(tenure.person)}"
                self.cited.append((tenure.seat, tenure.person.id))
            else:
                words += ("，" if words else "") + self.posted(tenure)
            before = form if len(tenure.seat.forms) == 1 else None
        return words

    def names(self, tenures: list[Tenure]) -> str:
        """Everybody without posts: 某某某、某某、某某某."""
        return "、".join(token(tenure.person) for tenure in self.swapped(tenures))

    def some(self, seats: list[Seat], number: int) -> list[Tenure]:
        """So many of those who sit in the seats, in protocol order; fewer where there are fewer."""
        chosen = self.chance.sample(seats, min(number, len(seats)))
        return self.sitting(chosen)
