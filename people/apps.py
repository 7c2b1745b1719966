"""The records room."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PeopleConfig(AppConfig):
    """What holds true: people, posts, tenures, events, and the judgements editors made."""

    name = "people"
    verbose_name = _("Records")
    default_auto_field = "django.db.models.BigAutoField"
