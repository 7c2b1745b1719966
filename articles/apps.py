"""The evidence room."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    """What was printed: pages, articles, mentions, statements, event reports, and the corrections editors made."""

    name = "articles"
    verbose_name = _("Evidence")
    default_auto_field = "django.db.models.BigAutoField"
