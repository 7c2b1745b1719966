"""Evidence and records written straight into the database, so that the desks are tested without reading a page."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client

from articles.models import (
    Article,
    Correction,
    EventReport,
    ImportRun,
    Mention,
    Newspaper,
    Page,
    PageSource,
    ReadingRun,
    RefusedFile,
    Reporter,
    StaleGroup,
    Statement,
)
from people.models import (
    Appearance,
    AppearancePost,
    Area,
    Citation,
    Event,
    EventCitation,
    Judgement,
    Organization,
    OrganizationAlias,
    Participation,
    Person,
    PersonName,
    Redirect,
    Role,
    Suggestion,
    Tenure,
    TenureConflict,
    TenureDocument,
)

HEADLINE = "县水利工作会议召开"
HOSTILE = "<script>alert(1)</script>&amp;<b onclick=\"x\">'"


@dataclass
class Told:
    """One row of every kind, all belonging together."""

    page: Page
    article: Article
    mention: Mention
    person: Person
    role: Role
    event: Event


def write_everything(number: int, user: User, name: str = "钟离远", extra: str = "") -> Told:
    """A page with one article that names one person in one event, all that is computed from it, and what was done and decided."""
    mentions, report = write_evidence(number, name, extra)
    told = write_records(number, name, mentions, report)
    run = ImportRun.objects.create(counts={"new": 1})
    RefusedFile.objects.create(run=run, path=f"/pages/{number}.jpg", reason="no text")
    ReadingRun.objects.create(page=told.page, reader_version="1", counts={"articles": 1})
    StaleGroup.objects.create(kind="name", key=name)
    Correction.objects.create(kind="review", page=told.page, start=0, end=3, after="reviewed", made_by=user)
    Judgement.objects.create(kind="confirm", left=told.person.pk, made_by=user, names=[name])
    Suggestion.objects.create(left=told.person.pk, right=told.person.pk + 10_000, score=0.7, reasons=[{"rule": "name"}],
                              linker_version="1")
    Redirect.objects.create(old=told.person.pk + 10_000, new=told.person.pk)
    return told


def write_evidence(number: int, name: str, extra: str) -> tuple[list[Mention], EventReport]:
    """A page with one article, in which the name stands twice, and the event that it reports."""
    paper, _ = Newspaper.objects.get_or_create(name=f"青岭报{number}", area="青岭县")
    body = f"3月5日，副县长{name}主持会议，{name}强调要修好水渠。{extra}"
    first, again = body.index(name), body.index(name, body.index(name) + 1)
    page = Page.objects.create(sha256=hashlib.sha256(f"{number}".encode()).hexdigest(), name=f"page_{number:03}",
                               text=f"{HEADLINE}\n{body}", encoding="utf-8", newspaper=paper,
                               issue_date=date(2021, 3, 6), section="1", home_area="青岭县", reader_version="1")
    PageSource.objects.create(page=page, path=f"/pages/{number}.txt")
    article = Article.objects.create(
        page=page, reading_order=1, raw_start=0, raw_end=len(page.text), headline=HEADLINE, headline_state="complete",
        body=body, byline="元朗", date_first=date(2021, 3, 5), date_last=date(2021, 3, 5), date_precision="day",
        date_basis="inferred", date_certainty="probable", printed_date={"text": "3月5日", "month": 3, "day": 5},
        date_reasons=[{"rule": "issue_date", "years": [2021], "weight": 0.9, "detail": "2021年3月6日"}])
    Reporter.objects.create(article=article, order=1, name="元朗")
    shift = len(HEADLINE) + 1
    mentions = [Mention.objects.create(
        article=article, field="body", start=at, end=at + len(name), raw_start=at + shift, raw_end=at + shift + len(name),
        exact=name, prefix=body[max(0, at - 3):at], suffix=body[at + len(name):at + len(name) + 3], name_as_printed=name,
        referent=0, roles=[{"text": "副县长"}], rule="title", confidence=0.9) for at in (first, again)]
    start = body.index("强调") + 2
    Statement.objects.create(article=article, speaker=mentions[1], verb="强调", quote=body[start:start + 6], start=start,
                             end=start + 6)
    report = EventReport.objects.create(
        article=article, order=1, raw_start=shift, start=0, end=10, name="县水利工作会议", kind="meeting",
        activity_as_printed="会议", participants=[{"referent": 0, "capacity": "chair", "verbs": ["主持"], "order": 1}],
        date_first=date(2021, 3, 5), date_last=date(2021, 3, 5), date_precision="day", date_basis="inferred")
    return mentions, report


def write_records(number: int, name: str, mentions: list[Mention], report: EventReport) -> Told:
    """The person, the post and the event that the mentions and the report stand for."""
    article, page = report.article, report.article.page
    area, _ = Area.objects.get_or_create(path=f"明州市青岭县{number}", name="青岭县", level="county")
    body_of_state = Organization.objects.create(name="青岭县人民政府", area=area, kind="政府")
    OrganizationAlias.objects.create(organization=body_of_state, name="县政府")
    role = Role.objects.create(label="副县长", post="副县长", organization=body_of_state)
    person = Person.objects.create(name=name, name_key="zhongli yuan", person_class="public_official", area=area,
                                   first_cited=date(2021, 3, 5), last_cited=date(2021, 3, 5), article_count=1, event_count=1)
    PersonName.objects.create(person=person, name=name)
    for mention in mentions:
        Citation.objects.create(person=person, mention=mention, page=page, raw_start=mention.raw_start)
    appearance = Appearance.objects.create(person=person, article=article, order=1, name_as_printed=name,
                                           roles_as_printed=["副县长"], area="青岭县")
    AppearancePost.objects.create(appearance=appearance, role=role)
    Tenure.objects.create(person=person, role=role, first_cited=date(2021, 3, 5), last_cited=date(2021, 3, 5), citations=1)
    document = TenureDocument.objects.create(digest=str(number), name=name, role=role, printed="副县长", person=person,
                                             date_start=date(2021, 1, 1), date_start_precision="year", source="青任〔2021〕1号")
    TenureConflict.objects.create(role=role, kind="before_start", key=f"before_start:{person.pk}", left=person, document=document,
                                  first_day=date(2020, 3, 5), last_day=date(2020, 3, 5), reasons="早于文件\nbefore the document")
    event = Event.objects.create(name="县水利工作会议", kind="meeting", activity_as_printed="会议", organization=body_of_state,
                                 area=area, date_first=date(2021, 3, 5), date_last=date(2021, 3, 5), date_precision="day",
                                 date_basis="inferred")
    EventCitation.objects.create(event=event, report=report, page=page, raw_start=report.raw_start)
    Participation.objects.create(event=event, person=person, name_as_printed=name, roles_as_printed=["副县长"],
                                 capacity="chair", verbs_as_printed=["主持"], order=1)
    return Told(page, article, mentions[0], person, role, event)


@pytest.fixture(autouse=True)
def no_collected_files(settings) -> None:
    """Static files come from the applications; nothing has been collected in a working copy."""
    settings.STATIC_ROOT = None


@pytest.fixture
def editor(db) -> User:
    """Somebody who may do everything."""
    return User.objects.create_superuser("editor")


@pytest.fixture
def desk(client: Client, editor: User) -> Client:
    """A browser in which that editor is logged in."""
    client.force_login(editor)
    return client


@pytest.fixture
def told(editor: User) -> Told:
    """One row of every kind."""
    return write_everything(1, editor)


@pytest.fixture
def onlooker(client: Client, db) -> Client:
    """A browser in which somebody is logged in who may look at everything and decide nothing."""
    user = User.objects.create_user("onlooker", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__startswith="view_"))
    client.force_login(user)
    return client


@pytest.fixture
def tell(editor: User) -> Callable[..., Told]:
    """Writes one row of every kind, another one for each number."""
    return partial(write_everything, user=editor)
