"""Citations of the sightings that changed, and the sightings' own rows: whom each stands for now."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import OuterRef

from articles.chunking import chunks
from articles.models import Mention
from articles.rewriting import rewrite

from .citing import end_citations, write_citations
from .models import Citation, StoredSighting
from .storing_sightings import cited_as_text
from .touching import Touched


def cite(touched: Touched, old: set[int]) -> list[int]:
    """Make citations say who is meant; the articles in which that changed. `old`: people whose lost citations end here."""
    mentions = _mentions({item.sighting.article for item, person in touched.rows if person})
    wanted: dict[tuple[int, int, int], int] = {}
    articles: dict[int, int] = {}
    for item, person in touched.rows:
        for place in item.places if person else ():
            mention = mentions[item.sighting.article, item.sighting.order[3], place[1]]
            wanted[person, *place] = mention  # type: ignore[index]
            articles[mention] = item.sighting.article
    now = {person for person, _, _ in wanted}
    end_citations(Citation, old, old - now)
    _end_gone(touched, wanted.keys())
    changed = write_citations(Citation, wanted, sorted(articles))
    _write_rows(touched)
    return sorted({articles[row.evidence_id] for row in changed if row.evidence_id in articles})


def _mentions(articles: set[int]) -> dict[tuple[int, int, int], int]:
    """The ids of the mentions of these articles, by (article, referent, raw offset)."""
    found: dict[tuple[int, int, int], int] = {}
    for some in chunks(articles):
        rows = Mention.objects.filter(article_id__in=some)
        found.update({(article, referent, start): mention for mention, article, referent, start in
                      rows.values_list("id", "article_id", "referent", "raw_start")})
    return found


def _end_gone(touched: Touched, wanted: Iterable[tuple[int, int, int]]) -> None:
    """End the citations of sightings that are gone."""
    ended = {(person, *place) for item, now in touched.rows if not now for person in item.former for place in item.places}
    ended.difference_update(wanted)
    pages = {page for _, page, _ in ended}
    rows = Citation.objects.filter(page_id__in=pages, active=True).values_list("id", "person_id", "page_id", "raw_start")
    gone = [row for row, *anchor in rows if tuple(anchor) in ended] if pages else []
    Citation.objects.filter(pk__in=gone).update(active=False)


def _write_rows(touched: Touched) -> None:
    """Keep beside each sighting whom it stands for now; one that is gone and linked no more is let go."""
    StoredSighting.objects.filter(pk__in=[item.row for item, person in touched.rows if not person]).delete()
    now = Citation.objects.filter(active=True, mention__article=OuterRef("article"), mention__referent=OuterRef("referent"))
    first = now.order_by("-mention__field", "mention__start")  # the first mention is never a later part's
    for some in chunks(item.row for item, person in touched.rows if person and (item.state or item.person != person)):
        StoredSighting.objects.filter(pk__in=some).update(
            person=first.values("person")[:1], cited="", former="", state=StoredSighting.State.LINKED)
    parts: dict[int, int] = {}
    remembered: dict[int, str] = {}
    for item, person in touched.rows:
        cited = cited_as_text([_with(people, person) for people in item.cited], person)
        if person and cited:
            remembered[item.row] = cited
        if person and item.sighting.part:
            parts[item.row] = person
    rows = list(StoredSighting.objects.filter(pk__in=sorted(remembered.keys() | parts.keys())))
    for row in rows:
        row.cited = remembered.get(row.pk, "")
        row.person_id = parts.get(row.pk, row.person_id)
    rewrite(rows, ["person", "cited"])


def _with(people: list[int], person: int | None) -> list[int]:
    return people if person is None or person in people else [*people, person]
