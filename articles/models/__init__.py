"""What was printed. Nothing here knows of people or records."""

from .choices import Capacity, DateBasis, DateCertainty, DatePrecision, EventKind, HeadlineState, ReviewState
from .decisions import Correction
from .evidence import Article, EventReport, Mention, Reporter, Statement
from .pages import Newspaper, Page, PageSource
from .runs import ImportRun, ReadingRun, RefusedFile, StaleGroup
from .years import AttestedQuarter, DatingMark

__all__ = [
    "Article", "AttestedQuarter", "Capacity", "Correction", "DateBasis", "DateCertainty", "DatePrecision", "DatingMark",
    "EventKind", "EventReport",
    "HeadlineState", "ImportRun", "Mention", "Newspaper", "Page", "PageSource", "ReadingRun", "RefusedFile", "Reporter",
    "ReviewState", "StaleGroup", "Statement",
]
