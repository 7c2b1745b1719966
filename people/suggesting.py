"""Suggestions: pairs of people that machines can't decide, refreshed whenever their names are computed anew."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Q

from .clusters import Cluster, Verdict
from .identity import LINKER_VERSION, likenesses
from .models import Suggestion


def write_suggestions(clusters: Sequence[Cluster], people: Sequence[int], old: set[int], verdicts: Sequence[Verdict]) -> None:
    """Make the suggestions about `people` (the ids of `clusters`, in their order) and `old` ones what the clusters say."""
    concerned = old | set(people)
    wanted = {}
    for found in likenesses(clusters, verdicts):
        left, right = sorted((people[found.left], people[found.right]))
        wanted[left, right] = (found.score, list(found.reasons))
    about = Suggestion.objects.filter(Q(left__in=concerned) | Q(right__in=concerned), record="person")
    known = {(row.left, row.right): row for row in about}
    stale = [row.pk for key, row in known.items() if wanted.get(key) != (row.score, row.reasons)]
    Suggestion.objects.filter(pk__in=stale).delete()
    Suggestion.objects.bulk_create(
        Suggestion(record="person", left=left, right=right, score=score, reasons=reasons, linker_version=LINKER_VERSION)
        for (left, right), (score, reasons) in sorted(wanted.items())
        if (left, right) not in known or (known[left, right].score, known[left, right].reasons) != (score, reasons))
