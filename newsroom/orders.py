"""What an import is asked to do, and the account of what came of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from articles.storing import PageFacts

from .manifest import Manifest


@dataclass(slots=True)
class Order:
    """What a run is asked to do. `facts` hold for every page that the manifest says nothing else of."""

    paths: list[str]
    facts: PageFacts = field(default_factory=PageFacts)
    manifest: Manifest = field(default_factory=lambda: Manifest({}))
    workers: int = 1
    reread: bool = False
    dry_run: bool = False
    fail_fast: bool = False


@dataclass(slots=True)
class Account:
    """What came of a run, in pages; `refused` are (path, reason). `foreseen` are the digests that a dry run met as new."""

    new: int = 0
    unchanged: int = 0
    reread: int = 0
    refused: list[tuple[str, str]] = field(default_factory=list)
    articles: int = 0
    foreseen: set[str] = field(default_factory=set)

    @property
    def pages(self) -> int:
        """Pages that were taken."""
        return self.new + self.unchanged + self.reread

    def count(self, new: bool, changed: bool) -> None:
        """One more page was taken."""
        self.new += new
        self.reread += changed and not new
        self.unchanged += not (new or changed)
