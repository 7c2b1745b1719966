"""Whether the holders of an exclusive post are exactly those that the pages attest, in their order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from newsroom.api.resources.roles import SUCCESSION, undoubted_tenures
from tests.county.evidence import ToldArticle
from tests.county.figures import Figure
from tests.county.identities import Joined
from tests.county.making import County

Body = tuple[str, str]
"""An exclusive post: (official body, bare post)."""


def successions(label: str, articles: Sequence[ToldArticle], meant: Mapping[int, int], joined: Joined, county: County) -> Figure:
    """Exclusive posts by whether their list is right. `meant` says whom of the truth a person of the database is.

    People whom `joined` has for one count as one; somebody is in the list where first cited.
    """
    figure = Figure(label)
    starts = {(tenure.seat.organization, tenure.seat.post, tenure.person.id): tenure.start for tenure in county.tenures}
    found = _holders()
    for post, attested in sorted(attested_holders(articles).items()):
        true = sorted(attested, key=lambda person: starts[(*post, person)])
        have = list(dict.fromkeys(joined.get(person, person) for person, _ in found[post]))
        told = [meant.get(person, -1) for person in have]
        undated = any(first is None for _, first in found[post])
        example = f"{post[0]}{post[1]}: {_shown(true, county)} read {_shown(told, county)}"
        figure.count(told == true, _difference(true, told, undated), example)
    return figure


def _holders() -> dict[Body, list[tuple[int, object]]]:
    """(person, first cited) of every post's holders, in the order in which the API lists them; a body by any of its names."""
    found: dict[Body, list[tuple[int, object]]] = defaultdict(list)
    by_alias: dict[Body, list[tuple[int, object]]] = defaultdict(list)
    tenures = SUCCESSION.sorted(undoubted_tenures()).select_related("role__organization")
    for tenure in tenures.prefetch_related("role__organization__aliases"):
        body, holder = tenure.role.organization, (tenure.person_id, tenure.first_cited)
        found[body.name, tenure.role.post].append(holder)
        for alias in body.aliases.all():
            by_alias[alias.name, tenure.role.post].append(holder)
    return defaultdict(list, by_alias | found)


def attested_holders(articles: Sequence[ToldArticle]) -> dict[Body, set[int]]:
    """Who is printed by the right name with an exclusive post at least once."""
    attested: dict[Body, set[int]] = defaultdict(set)
    for article in articles:
        well = {name.person for name in article.true.names if not name.misprinted}
        for post in article.true.posts:
            if post.exclusive and post.person in well:
                attested[post.organization, post.post].add(post.person)
    return attested


def _difference(true: list[int], told: list[int], undated: bool) -> str:
    """What is wrong with a list, in one word; the first of these that holds."""
    if not told:
        return "no holder at all"
    if len(set(told)) < len(told):
        return "a holder twice, as two people"
    if set(true) - set(told):
        return "a holder is missing"
    if set(told) - set(true):
        return "a stranger among the holders"
    return "in another order, with undated holders" if undated else "in another order"


def _shown(people: list[int], county: County) -> str:
    return "、".join(f"{county.names.get(person, '?')}#{person}" for person in people)
