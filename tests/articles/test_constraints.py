"""What the databases themselves refuse."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from articles.models import Article, Correction, EventReport, Mention, Page, Reporter, Statement
from people.models import (
    Appearance,
    AppearancePost,
    Citation,
    Event,
    EventCitation,
    Judgement,
    Organization,
    Participation,
    Person,
    PersonName,
    Redirect,
    Role,
    Suggestion,
    Tenure,
)

DAY = date(2021, 3, 5)


def copy(row, **changes):
    """The same row once more, but for these changes."""
    row = type(row).objects.get(pk=row.pk)
    row.pk = None
    for field, value in changes.items():
        setattr(row, field, value)
    row.save(force_insert=True)


def change(row, **changes):
    type(row).objects.filter(pk=row.pk).update(**changes)


REFUSED = {
    "two pages of the same bytes": lambda: copy(Page.objects.first()),
    "a page of half a digest": lambda: change(Page.objects.first(), sha256="abc"),
    "two live articles in one place": lambda: copy(Article.objects.live().first()),
    "an article that ends before it begins": lambda: change(Article.objects.first(), raw_start=9, raw_end=3),
    "a headline that is missing and there": lambda: change(
        Article.objects.exclude(headline="").first(), headline_state="missing"
    ),
    "half a date": lambda: change(Article.objects.first(), date_last=None),
    "a date without precision": lambda: change(Article.objects.first(), date_precision=""),
    "a date that rests on nothing": lambda: change(
        Article.objects.first(), date_first=None, date_last=None, date_precision="", date_basis="stated"
    ),
    "a date whose end is its beginning": lambda: change(Article.objects.first(), date_first=date(2021, 4, 1), date_last=DAY),
    "a range that ends before it begins": lambda: change(Article.objects.first(), date_end=date(1990, 1, 1)),
    "two reporters in one place": lambda: copy(Reporter.objects.first()),
    "two mentions in one place": lambda: copy(Mention.objects.first()),
    "an empty mention": lambda: change(Mention.objects.first(), start=3, end=3),
    "a mention of nothing on the page": lambda: change(Mention.objects.first(), raw_start=3, raw_end=3),
    "more than certain": lambda: change(Mention.objects.first(), confidence=1.5),
    "two statements in one place": lambda: copy(Statement.objects.first()),
    "a statement of nothing": lambda: change(Statement.objects.first(), end=0),
    "two reports in one place": lambda: copy(EventReport.objects.first()),
    "a mention of two people": lambda: copy(
        Citation.objects.filter(active=True).first(), person_id=Person.objects.last().pk + 99_999
    ),
    "a citation twice": lambda: copy(Citation.objects.first(), active=False),
    "a report of two events": lambda: copy(EventCitation.objects.filter(active=True).first(), raw_start=99_999),
    "a name twice": lambda: copy(PersonName.objects.first()),
    "cited last before first": lambda: change(Person.objects.first(), first_cited=date(2030, 1, 1)),
    "an appearance twice": lambda: copy(Appearance.objects.first()),
    "a post twice beside one name": lambda: copy(AppearancePost.objects.first()),
    "a tenure twice": lambda: copy(Tenure.objects.first()),
    "a tenure that ends before it begins": lambda: change(Tenure.objects.first(), date_start=DAY, date_end=date(2020, 1, 1)),
    "a role twice": lambda: copy(Role.objects.first()),
    "a body twice": lambda: copy(Organization.objects.exclude(area=None).first()),
    "a part twice in one event": lambda: copy(Participation.objects.first()),
    "half a date of an event": lambda: change(Event.objects.first(), date_last=None),
    "a suggestion of one person": lambda: Suggestion.objects.create(left=1, right=1, score=0.5),
    "a suggestion the wrong way round": lambda: Suggestion.objects.create(left=2, right=1, score=0.5),
    "a suggestion surer than sure": lambda: Suggestion.objects.create(left=1, right=2, score=1.1),
    "a redirect to itself": lambda: Redirect.objects.create(old=1, new=1),
}


@transaction.atomic
def write_and_check(write) -> None:
    """What is checked at the end of a transaction is checked now."""
    write()
    connection.check_constraints()


@pytest.mark.parametrize("write", REFUSED.values(), ids=REFUSED)
def test_the_database_refuses(write, archive):
    with pytest.raises(IntegrityError):
        write_and_check(write)


@pytest.mark.parametrize(
    "row",
    [
        {"kind": "same", "left": 1},
        {"kind": "same", "left": 1, "right": 1},
        {"kind": "confirm", "left": 1, "right": 2},
        {"kind": "field", "left": 1},
        {"kind": "confirm", "left": 1, "field": "name"},
    ],
)
def test_the_database_refuses_judgements_that_say_nothing(row, editor):
    with pytest.raises(IntegrityError), transaction.atomic():
        Judgement.objects.create(made_by=editor, **row)


def test_the_database_refuses_half_withdrawals_and_backward_stretches(archive, editor):
    page = archive["later"]
    for row in ({"start": 5, "end": 2}, {"start": 1, "end": 2, "withdrawn_by": editor}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Correction.objects.create(kind="furniture", page=page, made_by=editor, **row)
    with pytest.raises(IntegrityError), transaction.atomic():
        Judgement.objects.create(kind="confirm", left=1, made_by=editor, withdrawn_by=editor)


def test_two_redirects_of_one_record_are_refused(db):
    Redirect.objects.create(old=1, new=2)
    with pytest.raises(IntegrityError), transaction.atomic():
        Redirect.objects.create(old=1, new=3)
