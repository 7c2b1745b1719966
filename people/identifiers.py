"""Which id a recomputed record keeps: the one it shares most of its first evidence with. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(slots=True)
class Claim:
    """One record to be: votes of its evidence for the ids it first stood for, and for those it stood for later.

    `keep` is the id that a judgement keeps for it, `absorbed` the ids that it swallowed. `fresh` marks what an editor split
    off: it takes an old id only when nobody else has a claim.
    """

    votes: Counter[int] = field(default_factory=Counter)
    keep: int | None = None
    fresh: bool = False
    later: Counter[int] = field(default_factory=Counter)
    absorbed: frozenset[int] = frozenset()


def allot(claims: Sequence[Claim]) -> list[int | None]:
    """An old id for each claim, or None where a new one is due. No id is given twice.

    Ids are given by first evidence; only who gets none by it takes one that its evidence stood for later.

    >>> allot([Claim(Counter({7: 2})), Claim(Counter({7: 1, 9: 1}))])
    [7, 9]
    """
    given: list[int | None] = [None] * len(claims)
    used: set[int] = set()
    for at, claim in enumerate(claims):
        if claim.keep is not None and claim.keep not in used:
            given[at] = claim.keep
            used.add(claim.keep)
    for claim in claims:
        used |= claim.absorbed
    wishes = [(False, claim.fresh, -count, identifier, at)
              for at, claim in enumerate(claims) for identifier, count in claim.votes.items()]
    wishes += [(True, claim.fresh, -count, identifier, at)
               for at, claim in enumerate(claims) for identifier, count in claim.later.items()]
    for *_, identifier, at in sorted(wishes):
        if given[at] is None and identifier not in used:
            given[at] = identifier
            used.add(identifier)
    return given


def moved_to(claims: Sequence[Claim], given: Sequence[int], old: set[int]) -> dict[int, int]:
    """Where the ids that nobody kept went: to the record that has most of their first evidence, else of their later.

    >>> moved_to([Claim(Counter({7: 2, 9: 1}))], [7], {7, 9})
    {9: 7}
    """
    shares: dict[int, list[tuple[bool, int, int]]] = {}
    for at, claim in enumerate(claims):
        for first, votes in ((True, claim.votes), (False, claim.later)):
            for identifier, count in votes.items():
                shares.setdefault(identifier, []).append((first, count, -at))
    gone = sorted(identifier for identifier in old.difference(given) if identifier in shares)
    return {identifier: given[-max(shares[identifier])[2]] for identifier in gone}
