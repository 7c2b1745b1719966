"""Redirects from ids that are gone to the records that have their evidence now.

They may lead on: where A was merged into B and B into C, each merge can be undone by itself.
"""

from __future__ import annotations

from .models import Redirect


def write_redirects(record: str, went: dict[int, int], concerned: set[int]) -> None:
    """Make the redirects of the `concerned` ids what `went` says: old id → new id; others of them end."""
    known = {row.old: row for row in Redirect.objects.filter(record=record, old__in=concerned)}
    ended = [row.pk for row in known.values() if went.get(row.old) != row.new]
    Redirect.objects.filter(pk__in=ended).delete()
    Redirect.objects.bulk_create(Redirect(record=record, old=gone, new=stays) for gone, stays in sorted(went.items())
                                 if gone not in known or known[gone].new != stays)
