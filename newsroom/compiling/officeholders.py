"""历任领导名录: who held the posts of an area's bodies, by body, term and post."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Any

from people.models import AppearancePost, Tenure

from .commission import Commission, area_name, area_of
from .coverage import coverage
from .documents import Block, Compilation, Heading, Line, Table
from .holding import Held, by_term, held, post_line
from .ranks import BODIES, MORE_BODIES, body_rank, post_rank, term_in_words

PROPER = ("public_official", "public_figure")
COLUMNS = ("姓名", "职务", "首见", "末见", "任职起止", "任职方式", "备注", "出处")
WIDTHS = (7, 12, 14, 14, 13, 7, 7, 26)
NO_TERM = 9999
NOBODY = "已收录的报纸未载这些机构的任职者。"


def compile_officeholders(commission: Commission) -> Compilation:
    """The register of the area's leading bodies (`more_bodies`: of departments and towns too)."""
    area = area_of(commission)
    kinds = (*BODIES, *MORE_BODIES) if commission.more_bodies else BODIES
    tenures = Tenure.objects.filter(
        role__organization__area__path=area, role__organization__kind__in=kinds, doubtful=False)
    posts = AppearancePost.objects.filter(role__organization__area__path=area, role__organization__kind__in=kinds)
    there = held(tenures, posts)
    proper = [one for one in there if one.tenure.person.person_class in PROPER and not one.coming]
    by_terms = [line for one in proper for line in by_term(one)]
    within = [one for one in by_terms if commission.all_years or one.within(commission.first_year, commission.last_year)]
    listed = sorted(within, key=_place(commission.sort_column))
    return Compilation(
        f"{area_name(area)}历任领导名录", ("机构", "届", *COLUMNS, "人物编号"), lambda: _blocks(listed),
        lambda: map(_row, listed), coverage(area), _left_out(there, by_terms, listed), landscape=True)


def _place(sort_column: str) -> Callable[[Held], tuple[Any, ...]]:
    """Body, term (unknown ones last), post, then the names; of a post that one person holds at a time always the succession."""

    def place(one: Held) -> tuple[Any, ...]:
        body, tenure = one.tenure.role.organization, one.tenure
        name = getattr(tenure.person, sort_column) if sort_column and not tenure.role.exclusive else ""
        return (body_rank(body.kind), body.name, tenure.term or NO_TERM, post_rank(tenure.role.post), name, *one.begins)

    return place


def _blocks(listed: list[Held]) -> Iterator[Block]:
    for body, of_body in groupby(listed, key=lambda one: one.tenure.role.organization):
        yield Heading(1, body.name)
        terms = [(term, list(of_term)) for term, of_term in groupby(of_body, key=lambda one: one.tenure.term)]
        for term, of_term in terms:
            if len(terms) > 1 or term:
                yield Heading(2, term_in_words(term))
            yield Table(COLUMNS, [(one.tenure.person.name, *post_line(one)) for one in of_term], WIDTHS)
    if not listed:
        yield Line(NOBODY)


def _row(one: Held) -> tuple[str, ...]:
    tenure = one.tenure
    term = term_in_words(tenure.term) if tenure.term else ""
    return tenure.role.organization.name, term, tenure.person.name, *post_line(one), str(tenure.person_id)


def _left_out(there: list[Held], by_terms: list[Held], listed: list[Held]) -> list[str]:
    coming = sum(one.coming for one in there)
    private = sum(one.tenure.person.person_class not in PROPER and not one.coming for one in there)
    counted = ((coming, "拟任"), (private, "非公职人员"), (len(by_terms) - len(listed), "不在所选年份内"))
    return [f"{why}：{number}条未列入" for number, why in counted if number]
