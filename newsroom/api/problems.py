"""What the API answers when it cannot answer: problem documents as RFC 9457 has them, with the parameter and what is allowed."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import Http404
from django.utils.translation import gettext as _
from rest_framework import status
from rest_framework.exceptions import APIException, MethodNotAllowed, NotFound
from rest_framework.response import Response
from rest_framework.views import set_rollback

CONTENT_TYPE = "application/problem+json"
ECHOED_CHARACTERS = 100


class BadParameter(APIException):
    """A query parameter that cannot be answered: 400 with its name and what is allowed in its place."""

    status_code = status.HTTP_400_BAD_REQUEST

    def __init__(self, kind: str, parameter: str, detail: str, allowed: Iterable[str] = ()) -> None:
        """`kind` ends the problem's type: unknown-parameter · malformed-value · ordering-not-offered · unknown-field …"""
        super().__init__(detail)
        self.kind = kind
        self.parameter = parameter[:ECHOED_CHARACTERS]
        self.allowed = list(allowed)


def problem(code: int, kind: str, title: str, detail: str, **more: Any) -> Response:
    """A problem document.

    >>> problem(404, "not-found", "Not found", "Nothing here.").data["type"]
    'urn:newsroom:problem:not-found'
    """
    document = {"type": f"urn:newsroom:problem:{kind}", "title": title, "status": code, "detail": detail, **more}
    return Response(document, status=code, content_type=CONTENT_TYPE)


def answer_problem(error: Exception, context: dict[str, Any]) -> Response | None:
    """Exception handler of the API's views; None (a programming error) is raised again by the caller."""
    set_rollback()
    if isinstance(error, BadParameter):
        return problem(
            error.status_code,
            error.kind,
            _("This parameter cannot be answered"),
            str(error.detail),
            parameter=error.parameter,
            allowed=error.allowed,
        )
    if isinstance(error, Http404 | NotFound):
        return problem(404, "not-found", _("Not found"), _("There is no such record or address here."))
    if isinstance(error, MethodNotAllowed):
        answer = problem(405, "method-not-allowed", _("Read-only"), _("Only GET, HEAD and OPTIONS are answered here."))
        answer["Allow"] = "GET, HEAD, OPTIONS"
        return answer
    if isinstance(error, SuspiciousOperation | PermissionDenied):
        return problem(400, "malformed-request", _("This request cannot be answered"), _("The request is not well-formed."))
    if isinstance(error, APIException):
        return problem(error.status_code, "refused", _("This request cannot be answered"), str(error.detail))
    return None
