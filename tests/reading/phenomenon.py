"""The shape of a row of the table in `phenomena.py`, and a page around a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Phenomenon:
    """Something that a page can throw at the reader.

    `text` is a page of the invented 澄溪县 that shows it, `wanted` what the reading must say (the keys are those of
    `test_phenomena.SAID`; what is not asked for is not compared), `shown_on` a regular expression that the raw text of a
    sample page must match, `issue` the date of the issue where one is known.
    """

    name: str
    text: str
    wanted: Mapping[str, object]
    shown_on: str
    issue: date | None = None


def news(body: str, headline: str = "我县召开春耕会", lead: str = "本报讯 3月5日,") -> str:
    """A page of one article: its headline, an empty line, and the body behind its lead."""
    return f"{headline}\n\n{lead}{body}\n"
