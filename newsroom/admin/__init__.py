"""The editors' face: one module per desk, in the order in which the work goes (which is their order on screen)."""

from . import pages, articles, quotes, people, appearances, posts, tenures, events, decisions, runs  # noqa: I001 - order on screen

__all__ = ["appearances", "articles", "decisions", "events", "pages", "people", "posts", "quotes", "runs", "tenures"]
