"""The front page: what is here, how much of it, and the ways in."""

from typing import Any

from django.urls import reverse
from django.views.generic import TemplateView

from newsroom.api.resources import RESOURCES


class HomeView(TemplateView):
    """Counts of what the public may see, with links to the desk, the API's reading pages and the API itself."""

    template_name = "newsroom/home.html"
    http_method_names = ["get", "head", "options"]

    def get_context_data(self, **more: Any) -> dict[str, Any]:
        """`resources` has title, count and URL of each of the API's resources."""
        resources = [
            {"title": one.title, "count": one.rows().count(), "url": reverse(f"api:{one.name}-list")} for one in RESOURCES
        ]
        return super().get_context_data(resources=resources, **more)
