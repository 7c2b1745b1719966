"""What is told of a post that somebody holds, beside the person and beside the role alike."""

from typing import Any

from django.db.models.expressions import Combinable
from django.utils.translation import gettext_lazy as _

from ..projection import Context, Expressions, Field
from ..values import certainty, cut_date, integer, text, whole_date

TERMS: tuple[Field, ...] = (
    whole_date("first_cited", help_text=_("What the pages attest; not when the post was taken up")),
    whole_date("last_cited", help_text=_("What the pages attest; not when the post was left")),
    integer("citations", help_text=_("Articles that print the post beside the name")),
    cut_date(
        "date_start", "date_start", "date_start_precision", help_text=_("What documents and editors know, cut short if need be")
    ),
    cut_date("date_end", "date_end", "date_end_precision", help_text=_("What documents and editors know, cut short if need be")),
    text("qualifier", nullable=True, help_text=_("常务 代 挂职 兼 主持工作 拟任")),
    integer("term", nullable=True, help_text=_("届")),
)
HOW = text("how", nullable=True, help_text=_("选举 任命"))
CERTAINTY = certainty()


def _rank(context: Context) -> Combinable:
    holding: Any = context.holding
    rank: Combinable = holding.rank()
    return rank


RANKED: Expressions = {"rank": _rank}
