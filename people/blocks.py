"""What has to be computed together: evidence, the records that it stands or stood for, and the judgements on them.

A block is closed: whoever is cited by evidence of the block has all of their evidence in it. So the order in which blocks
are computed doesn't matter, and no two blocks can claim one id.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from .models import Judgement

PAIRING = ("same", "differ", "assign")
Reach = Callable[[set[str], set[int]], tuple[set[str], set[int]]]
"""From new keys (names, event keys) and new ids of records to the keys and ids that they are tied to by evidence."""


@dataclass(slots=True)
class Block:
    """Keys of evidence, ids of records that stand or stood for it, and the active judgements on these, by id."""

    keys: set[str] = field(default_factory=set)
    ids: set[int] = field(default_factory=set)
    judgements: set[int] = field(default_factory=set)


def closed_block(record: str, keys: Iterable[str], reach: Reach) -> Block:
    """The smallest closed block that holds these names or event keys. `record` is "person" or "event"."""
    block = Block()
    judgements = _active(record)
    more_keys, more_ids = set(keys), set[int]()
    while more_keys or more_ids:
        block.keys |= more_keys
        block.ids |= more_ids
        next_keys, next_ids = reach(more_keys, more_ids)
        for judgement in judgements:
            if judgement.identifier not in block.judgements and judgement.concerns(block):
                block.judgements.add(judgement.identifier)
                if judgement.pairing:
                    next_keys |= judgement.keys
                    next_ids |= judgement.ids
        more_keys, more_ids = next_keys - block.keys, next_ids - block.ids
    return block


@dataclass(frozen=True, slots=True)
class _Judged:
    identifier: int
    pairing: bool
    keys: frozenset[str]
    ids: frozenset[int]

    def concerns(self, block: Block) -> bool:
        return not (self.keys.isdisjoint(block.keys) and self.ids.isdisjoint(block.ids))


def _active(record: str) -> list[_Judged]:
    rows = Judgement.objects.filter(record=record, withdrawn_at=None).order_by("id")
    found = []
    for identifier, kind, keys, left, right, before in rows.values_list("id", "kind", "names", "left", "right", "before"):
        ids = frozenset(record for record in (left, right, before if kind == "assign" else None) if isinstance(record, int))
        found.append(_Judged(identifier, kind in PAIRING, frozenset(keys), ids))
    return found
