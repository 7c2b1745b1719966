"""The evidence for a record, ready to be read: quotations with the name marked, their dates, posts and sources."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import F, QuerySet
from django.utils.safestring import SafeString

from articles.models import Mention
from newsroom.marking import mark_up, quote_around
from people.models import Appearance, Citation, Person, Role, Tenure

from .desk import link
from .wording import how_known, listed, shown_date


@dataclass(frozen=True, slots=True)
class Quoted:
    """One appearance of a person: when and where, as what, and the sentence."""

    date: str
    basis: str
    posts: str
    area: str
    quote: SafeString
    article: SafeString | str
    source: str


def appearances_of(person: Person) -> QuerySet[Appearance]:
    """Everywhere the person is named, oldest first, unknown dates last, with article and page."""
    rows = Appearance.objects.filter(person=person).select_related("article__page__newspaper").defer("article__page__text")
    return rows.order_by(F("article__date_first").asc(nulls_last=True), "article__page__name", "article__page__sha256",
                         "article__reading_order", "id")


def quotations(person: Person, most: int, role: Role | None = None) -> list[Quoted]:
    """The first `most` appearances (with that post, if one is given) with their quotations, in two queries."""
    found = appearances_of(person) if role is None else appearances_of(person).filter(post_rows__role=role)
    rows: Sequence[Appearance] = list(found[:most])
    cited = Citation.objects.filter(person=person, active=True, mention__article__in=[row.article_id for row in rows])
    first: dict[int, Mention] = {}
    for citation in cited.select_related("mention").order_by("mention__field", "mention__start"):
        if citation.mention:
            first.setdefault(citation.mention.article_id, citation.mention)
    return [_quoted(row, first.get(row.article_id)) for row in rows]


def _quoted(row: Appearance, mention: Mention | None) -> Quoted:
    article = row.article
    quote = SafeString()
    if mention:
        text = article.headline if mention.field == "headline" else article.body
        passage = quote_around(text, mention.start, mention.end, "person-0")
        quote = mark_up(passage.text, passage.marks)
    date = shown_date(article, article.printed_date)
    return Quoted(date, how_known(article), listed(row.roles_as_printed), row.area, quote, link(article), article.page.citation)


def tenures_of(person: Person) -> QuerySet[Tenure]:
    """The person's posts in the order in which they were first attested."""
    rows = Tenure.objects.filter(person=person).select_related("role__organization__area")
    return rows.order_by(F("begins").asc(nulls_last=True), "role__label", "id")


def years_of(tenure: Tenure) -> str:
    """What is known of a tenure's time: attested 2022-03-29 – 2022-12-30, and when it was taken up or left where known."""
    cited = " – ".join(dict.fromkeys(day.isoformat() for day in (tenure.first_cited, tenure.last_cited) if day))
    held = f"{tenure.start or ''} – {tenure.end or ''}" if tenure.start or tenure.end else ""
    return " · ".join(filter(None, (cited, held)))
