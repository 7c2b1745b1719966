"""JSON in UTF-8, Chinese unescaped, whatever the client says it accepts."""

from collections.abc import Mapping
from typing import Any

import orjson
from django.utils.functional import Promise
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request


def plain(value: Any) -> Any:
    """What orjson does not know itself: translated texts. Raises TypeError for anything else."""
    if isinstance(value, Promise):
        return str(value)
    raise TypeError(f"no JSON for {type(value).__name__}")


class JSONRenderer(BaseRenderer):
    """Renders with orjson; dates come out as YYYY-MM-DD."""

    media_type = "application/json"
    format = "json"
    charset = None

    def render(
        self, data: Any, accepted_media_type: str | None = None, renderer_context: Mapping[str, Any] | None = None
    ) -> bytes:
        """The bytes of the answer; none for None."""
        return b"" if data is None else orjson.dumps(data, default=plain, option=orjson.OPT_NON_STR_KEYS)


class AlwaysJSON(BaseContentNegotiation):
    """There is one representation, so nothing is negotiated: neither Accept nor `?format=` is looked at."""

    def select_parser(self, request: Request, parsers: Any) -> Any:
        """None: bodies are not read."""
        return None

    def select_renderer(self, request: Request, renderers: Any, format_suffix: str | None = None) -> Any:
        """The first renderer."""
        return renderers[0], renderers[0].media_type
