"""The resources of the API, one module each."""

from .articles import ARTICLES
from .events import EVENTS
from .pages import PAGES
from .people import PEOPLE
from .roles import HOLDERS, ROLES, SUCCESSION_LIST
from .statements import STATEMENTS

RESOURCES = (PAGES, ARTICLES, PEOPLE, ROLES, EVENTS, STATEMENTS)

__all__ = ["ARTICLES", "EVENTS", "HOLDERS", "PAGES", "PEOPLE", "RESOURCES", "ROLES", "STATEMENTS", "SUCCESSION_LIST"]
