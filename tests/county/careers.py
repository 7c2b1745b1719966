"""Who held which seat when: posts are handed over at new terms and between, people rise, leave and come back."""

from __future__ import annotations

import random
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tests.county.bodies import Seat
from tests.county.plan import Plan

LEAST = timedelta(days=540)
"""Nobody moves on sooner."""
LONGEST_AWAY = timedelta(days=6 * 365)
"""Who left sooner may still come back; nobody comes back much lower than he left."""
QUIET = timedelta(days=200)
"""Nothing is handed over so shortly before the end."""


@dataclass(frozen=True, slots=True)
class Person:
    """`id` tells people apart, `name` does not."""

    id: int
    name: str


@dataclass(slots=True)
class Tenure:
    """A person in a seat from `start` until the day before `end`; acting until `elected`."""

    seat: Seat
    person: Person
    start: date
    end: date
    elected: date


class Careers:
    """The tenures of a county; nobody has two seats at once, and nobody the same one twice, nor one that a namesake had."""

    def __init__(self, seats: list[Seat], plan: Plan, newcomers: Iterator[Person], officials: int, chance: random.Random) -> None:
        """Play through all years; `newcomers` are asked for `officials` people, evenly over the years."""
        self.seats, self.plan, self.chance = seats, plan, chance
        self._newcomers, self._officials, self._come = newcomers, officials, 0
        self.tenures: dict[str, list[Tenure]] = {seat.key: [] for seat in seats}
        self._starts: dict[str, list[date]] = defaultdict(list)
        self._held: dict[str, set[str]] = defaultdict(set)
        self._waiting: list[Person] = []
        self._away: list[Tenure] = []
        for seat in seats:
            self._seat(seat, self._newcomer(seat), plan.openings()[0])
        self._at_first = self._come
        for day, seat in self._handovers():
            self._hand_over(seat, day)

    def on(self, seat: Seat, day: date) -> Tenure | None:
        """Who sits in a seat on a day."""
        at = bisect_right(self._starts[seat.key], day) - 1
        return self.tenures[seat.key][at] if at >= 0 and day < self.tenures[seat.key][at].end else None

    def _newcomer(self, seat: Seat) -> Person:
        """The next newcomer, but for those whose namesakes had the seat; they wait."""
        self._come += 1
        person = self._waiting.pop() if self._waiting else next(self._newcomers)
        passed = []
        while seat.key in self._held[person.name]:
            passed.append(person)
            person = next(self._newcomers)
        self._waiting += passed
        return person

    def _handovers(self) -> list[tuple[date, Seat]]:
        """When seats are handed over: most of them about the opening of a term, some in between."""
        found = []
        openings = [*self.plan.openings(), self.plan.last_day]
        for number, opening in enumerate(openings[:-1]):
            for seat in self.seats:
                if number and self.chance.random() < 0.6:
                    found.append((opening + timedelta(days=self.chance.randint(-50, 20)), seat))
                if self.chance.random() < 0.25:
                    span = (openings[number + 1] - opening).days
                    found.append((opening + timedelta(days=self.chance.randint(span // 3, 3 * span // 4)), seat))
        return sorted(found, key=lambda item: (item[0], item[1].key))

    def _hand_over(self, seat: Seat, day: date) -> None:
        sitting = self.on(seat, day)
        if sitting is None or day - sitting.start < LEAST or self.plan.last_day - day < QUIET:
            return
        sitting.end = day
        self._fill(seat, day)
        self._away.append(sitting)

    def _fill(self, seat: Seat, day: date) -> None:
        """Seat somebody: a newcomer where few came so far, else who rises from a lower seat, is moved or comes back."""
        risers = self._risers(seat, day)
        returned = self._returning(seat, day)
        elapsed = (day - self.plan.first_day) / (self.plan.openings()[-1] - self.plan.first_day)
        due = self._at_first + (self._officials - self._at_first) * min(1.0, elapsed) > self._come
        if risers and (seat.rank >= 6 or self.chance.random() < 0.5 or not (due or returned)):
            riser = self.chance.choice(risers)
            riser.end = day
            self._seat(seat, riser.person, day)
            self._fill(riser.seat, day)
        elif due or not returned:
            self._seat(seat, self._newcomer(seat), day)
        else:
            left = returned[-1] if self.chance.random() < 0.5 else self.chance.choice(returned)
            self._away.remove(left)
            self._seat(seat, left.person, day)

    def _returning(self, seat: Seat, day: date) -> list[Tenure]:
        """The last tenures of those who left a seat of about this rank some days or years ago, the latest last."""
        return [left for left in self._away if day - left.end <= LONGEST_AWAY and -1 <= seat.rank - left.seat.rank <= 2
                and seat.key not in self._held[left.person.name]]

    def _risers(self, seat: Seat, day: date) -> list[Tenure]:
        """Tenures in seats one or two ranks lower, long enough to move on."""
        found = []
        for other in self.seats:
            tenure = self.on(other, day) if 0 < seat.rank - other.rank <= 2 else None
            if tenure and day - tenure.start >= LEAST and seat.key not in self._held[tenure.person.name]:
                found.append(tenure)
        return found

    def _seat(self, seat: Seat, person: Person, day: date) -> None:
        """Acting first, where a seat is filled by election."""
        first = day <= self.plan.first_day
        elected = day if first or not seat.acting else day + timedelta(days=self.chance.randint(60, 150))
        self.tenures[seat.key].append(Tenure(seat, person, day, date.max, elected))
        self._starts[seat.key].append(day)
        self._held[person.name].add(seat.key)
