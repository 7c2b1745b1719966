"""人物任职简历: the posts and events of one person of public life, in order, with sources."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from people.models import AppearancePost, Event, Person, Redirect, Tenure
from people.querysets import public_person

from .commission import CannotCompile, Commission
from .coverage import NOT_THERE
from .dates import with_certainty
from .documents import Block, Compilation, Heading, Line, Table
from .happenings import IN_TIME, Account, accounts, in_order
from .holding import Held, held, post_line
from .texts import typeset, with_county

PROPER = ("public_official", "public_figure")
POSTS = ("职务", "首见", "末见", "任职起止", "任职方式", "备注", "出处")
EVENTS = ("日期", "活动", "当时职务", "参与方式", "出处")
COLUMNS = ("姓名", "类别", "日期或首见", "末见", "职务或活动", "机构或当时职务", "任职起止", "任职或参与方式", "备注", "出处")
WIDTHS = (12, 16, 14, 14, 13, 7, 7, 20)
MOST_NAMESAKES = 30


def compile_career(commission: Commission) -> Compilation:
    """The career of the person that `commission.person` names. Raises CannotCompile as `person_meant` does."""
    person = person_meant(commission.person)
    mine = held(Tenure.objects.filter(person=person), AppearancePost.objects.filter(appearance__person=person))
    within = [one for one in mine if commission.all_years or one.within(commission.first_year, commission.last_year)]
    posts = sorted(within, key=lambda one: one.begins)
    events = Event.objects.public().filter(participations__person=person).filter(commission.dated_within()).order_by(*IN_TIME)
    events = events.select_related("organization", "area")
    others = [name for name in person.names.order_by("name").values_list("name", flat=True) if name != person.name]
    notes = [f"报上又印作：{'、'.join(others)}。"] if others else []
    same = Person.objects.public().filter(names__name=person.name).exclude(pk=person.pk).distinct().count()
    notes += [f"报上另有同名者{same}人，现分立为不同的人，未编入。"] if same else []
    notes += ["据已收录报纸所载的职务和公开活动编成，不是传记。", NOT_THERE]
    title = f"{person.name}任职简历"

    def rows() -> Iterator[tuple[str, ...]]:
        return ((person.name, *row) for row in _rows(posts, in_order(accounts(events)), person))

    return Compilation(title, COLUMNS, lambda: _blocks(posts, in_order(accounts(events)), person), rows, notes, landscape=True)


def person_meant(asked: str) -> Person:
    """The public person of this id or name. Raises CannotCompile with the namesakes and their ids where there are several."""
    asked = asked.strip()
    if not asked:
        raise CannotCompile(_("say whose career: a name or the number of a person"))
    if asked.isascii() and asked.isdigit():
        gone = Redirect.objects.filter(record="person", old=int(asked[:18])).first()
        found = list(Person.objects.live().filter(pk=gone.new if gone else int(asked[:18])))
    else:
        found = list(Person.objects.live().filter(names__name=asked).order_by("first_cited", "pk").distinct()[:MOST_NAMESAKES])
    if not found:
        raise CannotCompile(_("nobody here is called or numbered “{person}”").format(person=asked))
    shown = [person for person in found if not person.withheld and person.person_class in PROPER]
    if not shown:
        raise CannotCompile(_("of “{person}” no career is compiled: those are private people, minors or people who were "
                              "withheld").format(person=asked))
    if len(shown) > 1:
        raise CannotCompile(_("several people are called “{person}”, name one by number: {people}").format(
            person=asked, people=namesakes(shown)))
    return shown[0]


def namesakes(people: list[Person]) -> str:
    """People of one name told apart: #3 李敏（副县长，2018—2020）；#7 ….

    The posts of all of them come by one question.
    """
    posts: dict[int, list[str]] = {person.pk: [] for person in people}
    rows = Tenure.objects.filter(public_person("person__"), person__in=people).select_related("role")
    for row in rows.order_by("first_cited", "pk"):
        posts[row.person_id].append(row.role.label)
    return "；".join(
        f"#{person.pk} {person.name}（{'、'.join(dict.fromkeys(posts[person.pk])) or '无职务'}"
        f"{f'，{person.first_cited.year}—{person.last_cited.year}' if person.first_cited and person.last_cited else ''}）"
        for person in people)


def _blocks(posts: list[Held], told: Iterator[Account], person: Person) -> Iterator[Block]:
    yield Heading(1, "任职")
    if posts:
        lines = [(*_post(one), one.tenure.role.organization.name) for one in posts]
        yield Table(("职务", "机构", *POSTS[1:]), [(line[0], line[-1], *line[1:-1]) for line in lines], WIDTHS)
    else:
        yield Line("已收录的报纸未载职务。")
    yield Heading(1, "活动")
    rows = [_event(account, person) for account in told]
    yield Table(EVENTS, rows, (14, 34, 20, 14, 22)) if rows else Line("已收录的报纸未载所参加的活动。")


def _post(one: Held) -> tuple[str, ...]:
    """A tenure's line; a post in a temporary body is remarked as that."""
    label, first, last, office, how, remark, source = post_line(one)
    temporary = "临时机构" if one.tenure.role.organization.kind == "临时机构" else ""
    return label, first, last, office, how, "、".join(word for word in (remark, temporary) if word), source


def _event(account: Account, person: Person) -> tuple[str, ...]:
    taker = next((taker for taker in account.takers if taker.person == person.pk), None)
    name = with_county(typeset(account.shown(account.event.name)), account.county)
    verbs = "、".join(typeset(verb) for verb in taker.verbs) if taker else ""
    return (with_certainty(account.dating), name, taker.posts if taker else "", verbs, account.source)


def _rows(posts: list[Held], told: Iterator[Account], person: Person) -> Iterator[tuple[str, ...]]:
    for one in posts:
        label, first, last, office, how, remark, source = _post(one)
        yield "任职", first, last, label, one.tenure.role.organization.name, office, how, remark, source
    for account in told:
        when, name, as_what, verbs, source = _event(account, person)
        yield "活动", when, "", name, as_what, "", verbs, "", source
