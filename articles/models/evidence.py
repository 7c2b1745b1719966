"""What a page prints: articles, the names in them, what was said and what took place."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from articles.querysets import ArticleQuerySet

from .choices import EventKind, HeadlineState, ReviewState
from .dated import Dated
from .pages import Page


class Article(Dated):
    """One article. `body_runs`/`headline_runs` lead each character back to `Page.text` (see reading.types.Run).

    `live` is False for a piece that today's reading or an editor's boundary no longer makes an article of its own: its id
    is kept, `superseded_by` says where its text went. `own_start`–`own_end` is the raw text that the id stands for: what the
    article was before editors moved boundaries; by it pieces find their ids again, in whatever order decisions are undone.
    `masked_names` are the names that readers must not see here.
    """

    page = models.ForeignKey(Page, models.CASCADE, related_name="articles", verbose_name=_("page"))
    reading_order = models.PositiveIntegerField(_("reading order"))
    raw_start = models.PositiveIntegerField()
    raw_end = models.PositiveIntegerField()
    own_start = models.PositiveIntegerField(default=0)
    own_end = models.PositiveIntegerField(default=0)
    headline = models.CharField(_("headline"), max_length=500, blank=True)
    headline_runs = models.JSONField(default=list)
    headline_state = models.CharField(_("headline state"), max_length=8, choices=HeadlineState, db_index=True)
    section = models.CharField(_("section head"), max_length=200, blank=True)
    dateline = models.CharField(_("dateline"), max_length=200, blank=True)
    printed_date = models.JSONField(_("date as printed"), null=True, blank=True)
    date_reasons = models.JSONField(_("reasons for the date"), default=list, blank=True)
    date_candidates = models.JSONField(_("years that may be meant"), default=list, blank=True)
    byline = models.CharField(_("byline"), max_length=300, blank=True)
    body = models.TextField(_("body"))
    body_runs = models.JSONField(default=list)
    continued_in = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="continues",
                                     verbose_name=_("continued in"))
    continuation = models.CharField(_("continuation as printed"), max_length=100, blank=True)
    text_version = models.PositiveIntegerField(_("version of the text"), default=1)
    review_state = models.CharField(_("review"), max_length=10, choices=ReviewState, default=ReviewState.UNREVIEWED,
                                    db_index=True)
    withheld = models.BooleanField(_("withheld"), default=False)
    live = models.BooleanField(default=True)
    superseded_by = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="+")
    masked_names = models.JSONField(default=list, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = ("page__name", "page__sha256", "reading_order", "id")
        indexes = [
            models.Index(fields=["date_first", "id"], name="article_date"),
            models.Index(fields=["date_last"], name="article_date_last"),
            models.Index(fields=["date_basis"], name="article_date_basis"),
            models.Index(fields=["live", "withheld", "id"], name="article_public"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["page", "reading_order"], condition=Q(live=True), name="article_order_once"),
            models.CheckConstraint(name="article_span", condition=Q(raw_start__lte=F("raw_end"))),
            models.CheckConstraint(name="article_headline_missing",
                                   condition=~Q(headline_state=HeadlineState.MISSING) | Q(headline="")),
            *Dated.date_constraints("article"),
        ]

    def __str__(self) -> str:
        return self.headline or f"〔无题〕{self.body[:20]}"


class Reporter(models.Model):
    """A name in an article's byline, in printed order."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="reporter_rows", verbose_name=_("article"))
    order = models.PositiveIntegerField(_("order"))
    name = models.CharField(_("name"), max_length=50, db_index=True)

    class Meta:
        verbose_name = _("reporter")
        verbose_name_plural = _("reporters")
        ordering = ("article", "order")
        constraints = [models.UniqueConstraint(fields=["article", "order"], name="reporter_order_once")]

    def __str__(self) -> str:
        return self.name


class Mention(models.Model):
    """A person's name, exactly where it is printed: offsets in the article's `field` and in `Page.text`.

    Mentions of one article with the same `referent` are one person. `roles` lists the posts printed beside this mention
    (reading.types.PrintedRole as JSON). `decided` marks what an editor confirmed or added.
    """

    article = models.ForeignKey(Article, models.CASCADE, related_name="mentions", verbose_name=_("article"))
    field = models.CharField(_("field"), max_length=8, choices=[("headline", _("headline")), ("body", _("body"))])
    start = models.PositiveIntegerField(_("start"))
    end = models.PositiveIntegerField(_("end"))
    raw_start = models.PositiveIntegerField()
    raw_end = models.PositiveIntegerField()
    exact = models.CharField(_("as printed"), max_length=50)
    prefix = models.CharField(_("before"), max_length=20, blank=True)
    suffix = models.CharField(_("after"), max_length=20, blank=True)
    name_as_printed = models.CharField(_("name"), max_length=50, db_index=True)
    referent = models.PositiveIntegerField()
    roles = models.JSONField(_("posts as printed"), default=list, blank=True)
    rule = models.CharField(_("rule"), max_length=40)
    confidence = models.FloatField(_("confidence"))
    decided = models.BooleanField(_("decided by an editor"), default=False)

    class Meta:
        verbose_name = _("mention")
        verbose_name_plural = _("mentions")
        ordering = ("article", "field", "start")
        indexes = [models.Index(fields=["confidence"], name="mention_confidence")]
        constraints = [
            models.UniqueConstraint(fields=["article", "field", "start"], name="mention_once"),
            models.CheckConstraint(name="mention_span", condition=Q(start__lt=F("end"), raw_start__lt=F("raw_end"))),
            models.CheckConstraint(name="mention_confidence_share", condition=Q(confidence__gte=0, confidence__lte=1)),
        ]

    def __str__(self) -> str:
        return self.name_as_printed


class Statement(models.Model):
    """What somebody says in an article: `quote` = body[start:end]; the speaker is the person of `speaker`'s mention."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="statements", verbose_name=_("article"))
    speaker = models.ForeignKey(Mention, models.CASCADE, related_name="statements", verbose_name=_("speaker"))
    verb = models.CharField(_("verb"), max_length=10, db_index=True)
    quote = models.TextField(_("quote"))
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()

    class Meta:
        verbose_name = _("statement")
        verbose_name_plural = _("statements")
        ordering = ("article__page__name", "article__page__sha256", "article__reading_order", "start", "id")
        constraints = [
            models.UniqueConstraint(fields=["article", "start"], name="statement_once"),
            models.CheckConstraint(name="statement_span", condition=Q(start__lt=F("end"))),
        ]

    def __str__(self) -> str:
        return f"{self.speaker}{self.verb}：{self.quote[:20]}"


class EventReport(Dated):
    """One event as one article reports it. `participants`: [{referent, capacity, verbs, order}], in printed order."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="event_reports", verbose_name=_("article"))
    order = models.PositiveIntegerField(_("order"))
    raw_start = models.PositiveIntegerField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    name = models.CharField(_("name"), max_length=300)
    kind = models.CharField(_("kind"), max_length=11, choices=EventKind)
    activity_as_printed = models.CharField(_("activity as printed"), max_length=50, blank=True)
    organizer = models.CharField(_("organizer as printed"), max_length=100, blank=True)
    area = models.CharField(_("area"), max_length=100, blank=True)
    series = models.CharField(_("series"), max_length=200, blank=True)
    term = models.PositiveIntegerField(_("term"), null=True, blank=True)
    number = models.PositiveIntegerField(_("number"), null=True, blank=True)
    place = models.CharField(_("place"), max_length=500, blank=True)
    dated_apart = models.BooleanField(default=False, help_text=_("The text dates this event apart from the article"))
    printed_date = models.JSONField(null=True, blank=True)
    group_key = models.CharField(max_length=300, blank=True, db_index=True,
                                 help_text=_("Reports of one key may be of one event: series and number, or day and kind"))
    participants = models.JSONField(_("participants"), default=list, blank=True)

    class Meta:
        verbose_name = _("event report")
        verbose_name_plural = _("event reports")
        ordering = ("article", "order")
        constraints = [
            models.UniqueConstraint(fields=["article", "order"], name="eventreport_order_once"),
            *Dated.date_constraints("eventreport"),
        ]

    def __str__(self) -> str:
        return self.name
