"""Events as one record each, however many articles report them."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models import Capacity, EventKind, EventReport
from articles.models.dated import Dated
from people.querysets import EventQuerySet

from .anchored import Anchored
from .persons import Person


class Event(Dated):
    """One event. `live` is False while no evidence stands for it; its id is kept for when it does again.

    `selection` is whether it goes into the chronicle (大事记), as an editor decided it.
    """

    class Selection(models.TextChoices):
        """Whether an event goes into the chronicle."""

        CANDIDATE = "candidate", _("candidate")
        CHOSEN = "chosen", _("chosen")
        REJECTED = "rejected", _("rejected")

    name = models.CharField(_("name"), max_length=300)
    kind = models.CharField(_("kind"), max_length=11, choices=EventKind, db_index=True)
    activity_as_printed = models.CharField(_("activity as printed"), max_length=50, blank=True)
    organization = models.ForeignKey("Organization", models.SET_NULL, null=True, blank=True, related_name="events",
                                     verbose_name=_("organizer"))
    area = models.ForeignKey("Area", models.SET_NULL, null=True, blank=True, related_name="events", verbose_name=_("area"))
    series = models.CharField(_("series"), max_length=200, blank=True, db_index=True)
    term = models.PositiveIntegerField(_("term"), null=True, blank=True)
    number = models.PositiveIntegerField(_("number"), null=True, blank=True, db_index=True)
    place = models.CharField(_("place"), max_length=500, blank=True)
    review_state = models.CharField(_("review"), max_length=10, default="unreviewed")
    selection = models.CharField(_("chronicle"), max_length=9, choices=Selection, default=Selection.CANDIDATE, db_index=True)
    group_key = models.CharField(max_length=300, blank=True, db_index=True)
    live = models.BooleanField(default=True)
    version = models.PositiveIntegerField(default=1)

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ("date_first", "id")
        indexes = [
            models.Index(fields=["date_first", "id"], name="event_date"),
            models.Index(fields=["date_last"], name="event_date_last"),
            models.Index(fields=["live", "id"], name="event_public"),
        ]
        constraints = Dated.date_constraints("event")

    def __str__(self) -> str:
        return self.name


class Participation(models.Model):
    """A person took part in an event. Shown with the printed verbs, never with the coarse capacity."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="participations", verbose_name=_("event"))
    person = models.ForeignKey(Person, models.CASCADE, related_name="participations", verbose_name=_("person"))
    name_as_printed = models.CharField(_("name as printed"), max_length=50)
    roles_as_printed = models.JSONField(_("posts as printed"), default=list, blank=True)
    capacity = models.CharField(_("capacity"), max_length=9, choices=Capacity)
    verbs_as_printed = models.JSONField(_("verbs as printed"), default=list, blank=True)
    order = models.PositiveIntegerField(_("order"))

    class Meta:
        verbose_name = _("participation")
        verbose_name_plural = _("participations")
        ordering = ("event", "order", "id")
        constraints = [models.UniqueConstraint(fields=["event", "person"], name="participation_once")]

    def __str__(self) -> str:
        return f"{self.person} · {self.event}"


class EventCitation(Anchored):
    """A report stands for an event."""

    EVIDENCE, RECORD = "report", "event"

    event = models.ForeignKey(Event, models.CASCADE, related_name="citations", verbose_name=_("event"))
    report = models.ForeignKey(EventReport, models.SET_NULL, null=True, blank=True, related_name="citations",
                               verbose_name=_("report"))

    class Meta:
        verbose_name = _("event citation")
        verbose_name_plural = _("event citations")
        ordering = ("page__name", "page__sha256", "raw_start")
        indexes = [models.Index(fields=["page", "raw_start"], name="eventcitation_anchor")]
        constraints = [
            models.UniqueConstraint(fields=["report"], condition=Q(active=True), name="eventcitation_one_active"),
            models.UniqueConstraint(fields=["event", "page", "raw_start"], name="eventcitation_once"),
        ]
