"""`records = f(pages, decisions)`, with decisions drawn at random: nothing computed again changes what was decided, and
all taken back, in whatever order, the archive is as before."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from articles import corrections
from articles.corrections import CannotDecide
from articles.importing import mark_page_stale
from articles.models import Article, Correction, Mention, Page
from newsroom.importrun import run
from newsroom.intake import settle
from newsroom.orders import Order
from people import curation
from people.curation import CannotJudge
from people.models import Event, Person
from tests.conftest import LATER, MEETING, SERIES
from tests.snapshot import snapshot

PHASES = [Phase.explicit, Phase.reuse, Phase.generate]  # shrinking takes minutes and shows little more
EXAMPLES = int(os.environ.get("NEWSROOM_EXAMPLES", "15"))


def pick(queryset: Any, by_chance: random.Random) -> Any:
    """A row by its natural place, so that the same draw is the same row on every database."""
    rows = list(queryset)
    return by_chance.choice(rows) if rows else None


def somebody(chance: random.Random) -> Person:
    return pick(Person.objects.live().order_by("name", "id"), chance)


def an_event(chance: random.Random) -> Event:
    return pick(Event.objects.live().order_by("name", "id"), chance)


def an_article(chance: random.Random) -> Article:
    return pick(Article.objects.live(), chance)


def a_mention(chance: random.Random) -> Mention:
    return pick(Mention.objects.filter(article__live=True).order_by("article__page__name", "raw_start"), chance)


def a_stretch(chance: random.Random) -> tuple[Page, int, int]:
    page = pick(Page.objects.order_by("name"), chance)
    start = chance.randrange(len(page.text) - 8)
    return page, start, start + chance.randrange(1, 8)


def corrected_name(chance: random.Random, by: User) -> Correction:
    mention = a_mention(chance)
    return corrections.correct_text(
        mention.article.page, mention.raw_start, mention.raw_end, chance.choice(["陆远山", "方有伟", "庄越"]), by=by
    )


def unmarked(chance: random.Random, by: User) -> Correction:
    mention = a_mention(chance)
    return corrections.unmark_name(mention.article.page, mention.raw_start, mention.raw_end, by=by)


CHOICES: dict[str, Callable[[random.Random, User], Any]] = {
    "merge": lambda chance, by: curation.merge(somebody(chance), somebody(chance), by=by),
    "differ": lambda chance, by: curation.differ(somebody(chance), somebody(chance), by=by),
    "unsure": lambda chance, by: curation.unsure(somebody(chance), somebody(chance), by=by),
    "assign": lambda chance, by: curation.assign(a_mention(chance), somebody(chance), by=by),
    "assign to nobody": lambda chance, by: curation.assign(a_mention(chance), None, by=by),
    "name": lambda chance, by: curation.set_field(somebody(chance), "name", chance.choice(["顾长河", "沈知秋", "江一苇"]), by=by),
    "class": lambda chance, by: curation.set_field(somebody(chance), "person_class", chance.choice(["minor", "private"]), by=by),
    "confirm": lambda chance, by: curation.confirm(somebody(chance), by=by),
    "withhold": lambda chance, by: curation.withhold(somebody(chance), by=by),
    "merge events": lambda chance, by: curation.merge(an_event(chance), an_event(chance), by=by),
    "differ events": lambda chance, by: curation.differ(an_event(chance), an_event(chance), by=by),
    "event name": lambda chance, by: curation.set_field(an_event(chance), "place", "会堂", by=by),
    "correct": lambda chance, by: corrections.correct_text(
        *a_stretch(chance), chance.choice(["", "县长", "一二三四五六", "\n\n"]), by=by
    ),
    "correct a name": corrected_name,
    "mark": lambda chance, by: corrections.mark_name(*a_stretch(chance), by=by),
    "unmark": unmarked,
    "furniture": lambda chance, by: corrections.mark_furniture(*a_stretch(chance), by=by),
    "split": lambda chance, by: corrections.split_article(*a_stretch(chance)[:2], by=by),
    "join": lambda chance, by: corrections.join_article(*a_stretch(chance)[:2], by=by),
    "headline": lambda chance, by: corrections.set_headline(an_article(chance), chance.choice(["", "新标题"]), by=by),
    "section": lambda chance, by: corrections.set_section(an_article(chance), "要闻", by=by),
    "date": lambda chance, by: corrections.set_date(an_article(chance), chance.choice(["2020", "2021-03", "2021-03-07"]), by=by),
    "review": lambda chance, by: corrections.confirm_article(an_article(chance), by=by),
    "withhold article": lambda chance, by: corrections.withhold_article(an_article(chance), by=by),
}


def compute_all_again() -> None:
    run(Order([], reread=True))
    for page in Page.objects.all():
        mark_page_stale(page)
    settle()


def undo(decision: Any, by: User) -> None:
    (corrections if isinstance(decision, Correction) else curation).undo(decision, by=by)


def same(found: dict[str, Any], wanted: dict[str, Any], made: list[Any]) -> None:
    """Fail with what differs, and the decisions that led to it."""
    for kind, rows in wanted.items():
        lost = [row for row in rows if row not in found[kind]]
        more = [row for row in found[kind] if row not in rows]
        told = [f"{one.kind} {getattr(one, 'left', one.__dict__.get('start'))} {one.before!r} → {one.after!r}" for one in made]
        assert (lost, more) == ([], []), f"{kind}: {lost}\ninstead: {more}\nafter {told}"


class Decisions(TestCase):
    """A new archive for every example."""

    def import_pages(self, folder: str) -> None:
        paths = []
        for name, text in (("meeting", MEETING), ("series", SERIES), ("later", LATER)):
            paths.append(f"{folder}/{name}.txt")
            with open(paths[-1], "w", encoding="utf-8") as file:
                file.write(text)
        run(Order(paths))

    @pytest.fixture(autouse=True)
    def _folder(self, tmp_path):
        self.folder = str(tmp_path)

    @settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck), phases=PHASES)
    @given(st.lists(st.sampled_from(sorted(CHOICES)), min_size=1, max_size=12), st.integers(0, 10**6))
    def test_decisions_hold_until_they_are_taken_back(self, kinds, seed):
        self.import_pages(self.folder)
        by = User.objects.create_superuser("editor")
        chance = random.Random(seed)
        before = snapshot(ids=True)
        made = []
        for kind in kinds:
            try:
                made.append(CHOICES[kind](chance, by))
            except (CannotDecide, CannotJudge):
                continue
            if chance.random() < 0.7:  # editors don't wait for the linker
                settle()
        settle()
        decided = snapshot(ids=True)
        compute_all_again()
        same(snapshot(ids=True), decided, made)
        chance.shuffle(made)
        for decision in made:
            undo(decision, by)
            if chance.random() < 0.5:
                settle()
        settle()
        same(snapshot(ids=True), before, made)
        self.offsets_hold()

    @staticmethod
    def offsets_hold():
        for mention in Mention.objects.select_related("article__page"):
            text = mention.article.body if mention.field == "body" else mention.article.headline
            assert text[mention.start : mention.end] == mention.exact
            raw = mention.article.page.text[mention.raw_start : mention.raw_end]
            assert "".join(raw.split()) == "".join(mention.exact.split())
