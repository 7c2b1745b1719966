"""What editors decide about records: the only writer of `Judgement`.

Every function makes one row in the log and marks what it concerns as stale; the next settling (newsroom.intake.settle)
computes the records with it. `undo` withdraws a row. `by` is the user who decides; nothing here writes a record itself.
"""

from __future__ import annotations

from typing import Any, cast

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db.models import Field as ModelField
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.importing import mark_stale
from articles.locking import writing
from articles.models import EventKind, Mention
from articles.reading.refusals import in_words
from articles.storable import storable

from .models import Citation, Event, EventCitation, Judgement, Person, Redirect

Record = Person | Event
SETTABLE: dict[str, frozenset[str]] = {
    "person": frozenset({"name", "person_class"}),
    "event": frozenset({"name", "kind", "place", "activity_as_printed", "series", "term", "number", "selection"}),
}


class CannotJudge(ValueError):
    """The judgement makes no sense as asked; the message says why and what to do."""


def merge(keep: Record, other: Record, *, by: User, reason: str = "") -> Judgement:
    """The two are one; `keep` keeps its id, `other`'s leads to it until the merge is undone.

    Raises CannotJudge for one record twice, for two kinds, and for what isn't live (merged already).
    """
    return _on_pair("same", keep, other, by, reason)


def differ(one: Record, other: Record, *, by: User, reason: str = "") -> Judgement:
    """The two are different and are never suggested or joined again."""
    return _on_pair("differ", one, other, by, reason)


def unsure(one: Record, other: Record, *, by: User, reason: str = "") -> Judgement:
    """Somebody looked and couldn't tell; changes no record."""
    return _on_pair("unsure", one, other, by, reason)


def assign(mention: Mention, person: Person | None, *, by: User, reason: str = "") -> Judgement:
    """The name at `mention` means `person`; None: somebody of whom there is no record yet."""
    cited = Citation.objects.filter(mention=mention, active=True).select_related("person").first()
    before = cited.person if cited else None
    if person is None and before is None:
        raise CannotJudge(_("the name stands for nobody yet: settle the records first"))
    anchor = [mention.article.page.sha256, mention.raw_start]
    names = {mention.name_as_printed, *(_names(person) if person else ())}
    target = person or before
    anchors = {"left": _anchors(person) if person else [], "right": [anchor]}
    return _record("assign", target, None, by, reason, anchors, names,  # type: ignore[arg-type]
                   before=before.pk if before else None, after=person.pk if person else None)


def set_field(record: Record, field: str, value: Any, *, by: User, reason: str = "") -> Judgement:
    """`field` of the record shall be `value`, whatever machines make of it. Raises CannotJudge for what can't be set."""
    kind = _kind(record)
    if field not in SETTABLE[kind]:
        raise CannotJudge(_("“{field}” can't be set; what can: {settable}").format(
            field=field, settable=", ".join(sorted(SETTABLE[kind]))))
    allowed = {"person_class": Person.PersonClass.values, "kind": EventKind.values,
               "selection": Event.Selection.values}.get(field)
    if allowed and value not in allowed:
        raise CannotJudge(_("“{value}” is no {field}; it is one of: {allowed}").format(
            value=value, field=field, allowed=", ".join(allowed)))
    try:
        if isinstance(value, str):
            storable(value)
        column = cast("ModelField[Any, Any]", record._meta.get_field(field))
        column.clean(value, record)
    except ValidationError as error:
        raise CannotJudge(_("“{value}” is no {field}: {reason}").format(
            value=value, field=field, reason=" ".join(error.messages))) from error
    except ValueError as error:
        raise CannotJudge(in_words(error, _)) from error
    return _record("field", record, None, by, reason, {"left": _anchors(record)}, _names(record), field=field,
                   before=getattr(record, field), after=value)


def confirm(record: Record, *, by: User, reason: str = "") -> Judgement:
    """An editor has looked at the record and stands by it."""
    return _record("confirm", record, None, by, reason, {"left": _anchors(record)}, _names(record))


def withhold(person: Person, *, by: User, reason: str = "") -> Judgement:
    """The person has no public record; each character of the name shows as ○."""
    return _record("withhold", person, None, by, reason, {"left": _anchors(person)}, _names(person))


def undo(judgement: Judgement, *, by: User) -> Judgement:
    """Withdraw a judgement; the records become what they would be without it. Withdrawn twice it stays as it is."""
    with writing(alone=False):
        row = Judgement.objects.select_for_update().get(pk=judgement.pk)
        if row.withdrawn_at is None:
            row.withdrawn_at, row.withdrawn_by = timezone.now(), by
            row.save(update_fields=["withdrawn_at", "withdrawn_by"])
            _mark(row)
    return row


def _kind(record: Record) -> str:
    return "person" if isinstance(record, Person) else "event"


def _on_pair(kind: str, one: Record, other: Record, by: User, reason: str) -> Judgement:
    if type(one) is not type(other):
        raise CannotJudge(_("a person and an event can't be judged together"))
    if one.pk == other.pk:
        raise CannotJudge(_("that is one record already"))
    for record in (one, other):
        if not record.live:
            gone = Redirect.objects.filter(record=_kind(record), old=record.pk).first()
            reason = _("{record} ({id}) is no record any more; it is part of {now}") if gone else _(
                "{record} ({id}) is no record any more")
            raise CannotJudge(reason.format(record=record, id=record.pk, now=gone.new if gone else None))
    anchors = {"left": _anchors(one), "right": _anchors(other)}
    return _record(kind, one, other, by, reason, anchors, _names(one) | _names(other))


def _record(kind: str, left: Record, right: Record | None, by: User, reason: str, anchors: dict[str, Any],
            names: set[str], field: str = "", before: Any = None, after: Any = None) -> Judgement:
    try:
        storable(reason)
    except ValueError as error:
        raise CannotJudge(in_words(error, _)) from error
    with writing(alone=False):
        row = Judgement.objects.create(
            kind=kind, record=_kind(left), left=left.pk, right=right.pk if right else None, field=field, before=before,
            after=after, anchors=anchors, names=sorted(names), reason=reason, made_by=by)
        _mark(row)
    return row


def _mark(row: Judgement) -> None:
    """Mark what the judgement concerns: by the names it was made under, and by those that its evidence has today."""
    ids = [identifier for identifier in (row.left, row.right, row.before if row.kind == "assign" else None) if identifier]
    if row.record == "person":
        cited = Citation.objects.filter(person_id__in=ids, mention__isnull=False)
        mark_stale(names={*row.names, *cited.values_list("mention__name_as_printed", flat=True).distinct()})
    else:
        told = EventCitation.objects.filter(event_id__in=ids, report__isnull=False)
        mark_stale(events={*row.names, *told.values_list("report__group_key", flat=True).distinct()})


def _anchors(record: Record) -> list[list[Any]]:
    """The evidence that stands for the record now: [page sha256, raw offset] of each citation."""
    model = Citation if isinstance(record, Person) else EventCitation
    rows = model.objects.filter(active=True, **{_kind(record): record}).order_by("page__sha256", "raw_start")
    return [[sha256, start] for sha256, start in rows.values_list("page__sha256", "raw_start")]


def _names(record: Record) -> set[str]:
    """What groups of evidence the record rests on: names as printed, or event keys."""
    if isinstance(record, Person):
        return set(record.names.values_list("name", flat=True))
    return {record.group_key}
