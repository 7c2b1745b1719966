"""The faces of the application."""

from django.apps import AppConfig
from django.contrib.admin import apps as admin_apps
from django.utils.translation import gettext_lazy as _

from newsroom.checks import register_checks


class NewsroomConfig(AppConfig):
    """Intake, admin and API: sequences the rooms and shows them to people and programs."""

    name = "newsroom"
    verbose_name = _("Newsroom")
    default = True

    def ready(self) -> None:
        """Register what `manage.py check` looks after."""
        register_checks()


class DeskConfig(admin_apps.AdminConfig):
    """The editors' desk in place of the plain admin site."""

    default_site = "newsroom.site.NewsroomAdminSite"
    default = False
