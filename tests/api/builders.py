"""Small builders for the API's tests: rows as the linking leaves them, of an invented county."""

from datetime import date
from hashlib import sha256
from itertools import count

from articles.models import Article, EventReport, Mention, Page, Reporter, Statement
from articles.querysets import ArticleQuerySet
from people.models import (
    Appearance,
    AppearancePost,
    Area,
    Citation,
    Event,
    EventCitation,
    Organization,
    Participation,
    Person,
    PersonName,
    Role,
    Tenure,
)

ROOT = "/api/v1/"
numbers = count(1)


def day(text: str) -> date:
    return date.fromisoformat(text)


def dated(text: str | None) -> dict:
    """Fields of Dated: "2022-12-26", "2022-12", "2022" or None."""
    if text is None:
        return {}
    first = {4: f"{text}-01-01", 7: f"{text}-01", 10: text}[len(text)]
    last = {4: f"{text}-12-31", 7: f"{text}-28", 10: text}[len(text)]
    return {
        "date_first": first,
        "date_last": last,
        "date_precision": {4: "year", 7: "month", 10: "day"}[len(text)],
        "date_basis": "stated",
        "date_certainty": "certain",
    }


def make_page(name: str = "", **fields) -> Page:
    name = name or f"page{next(numbers):05}"
    digest = sha256(f"{name} {next(numbers)}".encode()).hexdigest()
    return Page.objects.create(
        **{"sha256": digest, "name": name, "text": "x" * 500, "encoding": "utf-8", "reader_version": "1", **fields}
    )


def make_article(
    page: Page | None = None, body: str = "", reporters: tuple[str, ...] = (), on: str | None = None, **fields
) -> Article:
    page = page or make_page()
    fields = {"headline": "云岭县召开春耕工作会议", "headline_state": "complete", **dated(on), **fields}
    if fields["headline_state"] == "missing":
        fields["headline"] = ""
    order = fields.pop("reading_order", None) or page.articles.count() + 1
    article = Article.objects.create(
        page=page, reading_order=order, raw_start=0, raw_end=1, body=body or "云岭县春耕正忙。", **fields
    )
    for place, name in enumerate(reporters):
        Reporter.objects.create(article=article, order=place, name=name)
    return article


def make_person(name: str, *forms: str, **fields) -> Person:
    person = Person.objects.create(name=name, **{"person_class": "public_official", **fields})
    for form in {name, *forms}:
        PersonName.objects.create(person=person, name=form)
    return person


def make_role(
    label: str = "县长", organization: str = "云岭县人民政府", area: str = "青原省临江市云岭县", post: str = ""
) -> Role:
    place = (
        Area.objects.get_or_create(path=area, defaults={"name": area.rpartition("市")[2], "level": "county"})[0] if area else None
    )
    body = Organization.objects.get_or_create(name=organization, area=place)[0]
    return Role.objects.get_or_create(organization=body, post=post or label, defaults={"label": label})[0]


def make_tenure(person: Person, role: Role, first: str | None = None, last: str | None = None, **fields) -> Tenure:
    return Tenure.objects.create(person=person, role=role, first_cited=first, last_cited=last, citations=1, **fields)


def appear(
    article: Article, person: Person, roles: tuple[str, ...] = (), role: Role | None = None, area: str = "", posts=()
) -> Appearance:
    """The person in the article: mentions wherever the name stands in the body, citations, one appearance."""
    order = article.appearances.count()
    row = Appearance.objects.create(
        article=article,
        person=person,
        order=order,
        name_as_printed=person.name,
        area=area,
        roles_as_printed=list(roles),
        posts=list(posts),
    )
    if role:
        AppearancePost.objects.create(appearance=row, role=role)
    start = article.body.find(person.name)
    while start >= 0:
        end = start + len(person.name)
        mention = Mention.objects.create(
            article=article,
            field="body",
            start=start,
            end=end,
            raw_start=start,
            raw_end=end,
            exact=person.name,
            referent=order,
            prefix=article.body[max(0, start - 2) : start],
            suffix=article.body[end : end + 3],
            name_as_printed=person.name,
            rule="test",
            confidence=1,
        )
        Citation.objects.create(person=person, mention=mention, page=article.page, raw_start=next(numbers))
        start = article.body.find(person.name, end)
    return row


def say(article: Article, person: Person, verb: str, quote: str) -> Statement:
    speaker = article.mentions.get(citations__person=person, citations__active=True, start=article.body.find(person.name))
    start = article.body.index(quote)
    return Statement.objects.create(article=article, speaker=speaker, verb=verb, quote=quote, start=start, end=start + len(quote))


def make_event(name: str = "全县春耕工作会议", on: str | None = None, **fields) -> Event:
    return Event.objects.create(name=name, **{"kind": "meeting", **dated(on), **fields})


def report(event: Event, article: Article) -> EventCitation:
    order = article.event_reports.count()
    row = EventReport.objects.create(article=article, order=order, raw_start=0, start=0, end=1, name=event.name, kind=event.kind)
    return EventCitation.objects.create(event=event, report=row, page=article.page, raw_start=next(numbers))


def take_part(event: Event, person: Person, capacity: str = "attend", verbs: tuple[str, ...] = ("出席",)) -> Participation:
    return Participation.objects.create(
        event=event,
        person=person,
        name_as_printed=person.name,
        capacity=capacity,
        verbs_as_printed=list(verbs),
        order=event.participations.count(),
    )


def public() -> ArticleQuerySet:
    return Article.objects.public()
