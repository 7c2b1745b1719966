"""What an article reports as having taken place, and who took part in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from articles.reading import circumstances
from articles.reading.appointments import Appointment, appointments
from articles.reading.clauses import Scene, Sentence, scene_of
from articles.reading.governing import bystanders
from articles.reading.occasions import Occasion, counted, done, held, unnamed
from articles.reading.participants import Part, counting, parts
from articles.reading.statements import statements_of
from articles.reading.types import Area, ArticleText, Capacity, EventReport, Mention, Participant, Statement

_LEAD = 3  # sentences in which the news is told
_SHORTEST = 5  # characters in which something can be told
_MOST = 2  # events of one article
_MOST_TOLD = 20  # of one sentence, before they are compared
_VISITS = frozenset(("inspection", "visit"))
_FORMAL = frozenset(("强调", "指出", "要求"))
_LAST = 10  # after every rank of _RANKS
_RANKS: dict[tuple[Capacity, bool], int] = {
    ("chair", False): 0, ("lead", False): 1, ("report", False): 2, ("speak", False): 3, ("accompany", False): 4,
    ("speak", True): 5, ("attend", False): 6, ("award", False): 7, ("present", False): 8, ("attend", True): 9,
}  # fmt: skip


def read_events(article: ArticleText, mentions: tuple[Mention, ...], home: Area | None) -> tuple[EventReport, ...]:
    """The one or two events that an article reports, in printed order, each with those who took part.

    `home` is the paper's own county (我县, 县委). A participant's capacity is the first that fits of chair lead report
    speak accompany attend award present; what somebody says on the way (表示) makes no speaker of who accompanied.
    Who is only mentioned took no part. An article that tells of nothing done by anybody has no event.

    >>> from articles.reading.types import Text
    >>> body = Text("县长王和主持召开县政府第5次会议。", "县长王和主持召开县政府第5次会议。")
    >>> event, = read_events(ArticleText(Text(), "missing", body), (Mention("body", 2, 4, "王和", 0),), None)
    >>> event.name, event.number, event.participants[0].capacity
    ('县政府第5次会议', 5, 'chair')
    """
    scene = scene_of(article.body, mentions)
    return events_of(article, mentions, scene, statements_of(scene), home)


def read_deeds_and_words(
    article: ArticleText, mentions: tuple[Mention, ...], home: Area | None
) -> tuple[tuple[EventReport, ...], tuple[Statement, ...]]:
    """Events and statements of an article at once: the same as read apart, in half the time."""
    scene = scene_of(article.body, mentions)
    statements = statements_of(scene)
    return events_of(article, mentions, scene, statements, home), statements


def events_of(
    article: ArticleText, mentions: Sequence[Mention], scene: Scene, statements: Sequence[Statement], home: Area | None
) -> tuple[EventReport, ...]:
    """The events of an article whose sentences and statements are read already; see `read_events`."""
    told = scene.told
    stops = _stops(told, statements)
    occasions = _occasions(article, mentions, told, stops)
    visiting = not occasions or any(one.kind in _VISITS or one.kind == "other" for one in occasions)
    spoken = [(one.start, Part((one.speaker,), "speak", one.verb, one.start, minor=True, aside=True)) for one in statements]
    acted = [
        (sentence.start, part)
        for sentence, stop in zip(told, stops, strict=True)
        if sentence.people and sentence.people[0].start < stop
        for part in parts(article.body.folded, sentence, stop, visiting)
    ]
    occasions = occasions or unnamed(article, acted)
    shares: list[list[Part]] = [[] for _ in occasions]
    for at, part in counting((*acted, *spoken), bystanders(article.body.folded, mentions)) if occasions else ():
        shares[_belongs(occasions, at, part.at)].append(part)
    reports = [_report(article, one, told, home, _participants(share)) for one, share in zip(occasions, shares, strict=True)]
    return (*reports, *_appointed(article, told, stops, home))


def _appointed(article: ArticleText, told: Sequence[Sentence], stops: Sequence[int], home: Area | None) -> Iterator[EventReport]:
    """One event for each way in which people came into posts or left them (任命, 免去, 当选 …).

    Nobody takes part in it: being appointed is no deed, and who also speaks or swears an oath does so at the meeting.
    The people are the mentions between the event's `start` and `end`; which post it is stands by their mention.
    """
    acts: dict[str, list[Appointment]] = {}
    for act in appointments(article.body.folded, told, stops):
        acts.setdefault(act.word, []).append(act)
    for word, same in acts.items():
        name = article.body.folded[same[0].start : same[0].end]
        area = circumstances.area_of(None, article.body.folded[same[0].post : same[0].end], home)
        yield EventReport(name, "appointment", word, same[0].start, same[-1].end, area=area)


def _stops(told: Sequence[Sentence], statements: Sequence[Statement]) -> list[int]:
    """For each sentence where in it what is said begins; its own start where it is all speech, its end where none is."""
    starts = [one.start for one in statements]
    ends = [one.end for one in statements]
    stops: list[int] = []
    for sentence in told:
        before = bisect_right(starts, sentence.start) - 1
        if before >= 0 and ends[before] > sentence.start:
            stops.append(sentence.start)
            continue
        following = bisect_right(starts, sentence.start)
        stops.append(min(sentence.end, starts[following]) if following < len(starts) else sentence.end)
    return stops


def _occasions(
    article: ArticleText, mentions: Sequence[Mention], told: Sequence[Sentence], stops: Sequence[int]
) -> tuple[Occasion, ...]:
    """What took place: what the lead tells, else what the headline tells, else what is told later or by the way."""
    found, weak = _told_of(article.body.folded, told, stops)
    headline = _of_headline(article, mentions)
    if not found:
        found = [headline] if headline else weak[:1]
    by_the_way = _counted_in_lead(article.body.folded, told, stops)
    if not found and by_the_way:
        found = [by_the_way]
    if found and not any(one.series.number for one in found):
        lead = told[min(_LEAD, len(told)) - 1].end
        found += [one for one in weak if one.series.number and one.start < lead][:1]
    if found and not any(one.series.number for one in found):
        one = counted(article.headline.folded, 0, len(article.headline)) or by_the_way
        if one:
            found[0] = replace(found[0], name=one.name, series=one.series)
    return tuple(found[:_MOST])


def _counted_in_lead(folded: str, told: Sequence[Sentence], stops: Sequence[int]) -> Occasion | None:
    """The first numbered event that the lead names, though it doesn't say that it was held."""
    named = (counted(folded, sentence.start, stop) for sentence, stop in zip(told[:_LEAD], stops, strict=False))
    return next((one for one in named if one), None)


def _told_of(folded: str, told: Sequence[Sentence], stops: Sequence[int]) -> tuple[list[Occasion], list[Occasion]]:
    """What the sentences say was held or done, and what they only mention as the place where somebody was."""
    found: list[Occasion] = []
    weak: list[Occasion] = []
    for index, (sentence, stop) in enumerate(zip(told, stops, strict=True)):
        if stop - sentence.start < _SHORTEST or (found and index >= _LEAD and not _may_count(folded, sentence, stop)):
            continue
        for one in _told_in(folded, sentence, stop, index < _LEAD and not found):
            if not one.strong:
                weak.append(one)
            elif index < _LEAD or not found or one.series.number:
                _add(found, one)
        if len(found) > _MOST:
            break
    return found, weak


def _may_count(folded: str, sentence: Sentence, stop: int) -> bool:
    """Whether a number can be printed in a sentence: only a numbered event is looked for after the lead."""
    return folded.find("次", sentence.start, stop) >= 0 or folded.find("第", sentence.start, stop) >= 0


def _told_in(folded: str, sentence: Sentence, stop: int, leading: bool) -> list[Occasion]:
    """What one sentence tells of; visits only where it opens the article and has a subject."""
    here = list(islice(held(folded, sentence.start, stop), _MOST_TOLD))
    if leading:
        start = sentence.people[0].end if sentence.people and sentence.people[0].end < stop else sentence.start
        first = next(done(folded, start, stop), None)
        if first and not any(one.strong and one.start <= first.end for one in here):
            here.insert(0, first)
    return here


def _add(found: list[Occasion], one: Occasion) -> None:
    """Add what isn't told yet; a number that is printed only the second time is added to the first."""
    for at, other in enumerate(found):
        if _same(one, other):
            if one.series.number and not other.series.number:
                found[at] = replace(other, name=one.name, series=one.series, activity=one.activity, kind=one.kind)
            return
    found.append(one)


def _same(one: Occasion, other: Occasion) -> bool:
    if one.series.number and other.series.number:
        return one.series.number == other.series.number
    return one.name in other.name or other.name in one.name


def _of_headline(article: ArticleText, mentions: Sequence[Mention]) -> Occasion | None:
    """What the headline tells, placed at the beginning of the body."""
    folded = article.headline.folded
    one = next((one for one in held(folded, 0, len(folded)) if one.strong), None)
    if one is None:
        named = min((mention.end for mention in mentions if mention.field == "headline" and mention.start < 12), default=0)
        one = next(done(folded, named, len(folded)), None)
    return replace(one, start=0, end=min(len(article.body), 1)) if one and len(article.body) else None


def _belongs(occasions: Sequence[Occasion], sentence: int, at: int) -> int:
    """Which event something belongs to: the last one that was told of before it."""
    for index in range(len(occasions) - 1, 0, -1):
        if occasions[index].start <= at or occasions[index].start <= sentence:
            return index
    return 0


def _report(
    article: ArticleText, one: Occasion, told: Sequence[Sentence], home: Area | None, people: tuple[Participant, ...]
) -> EventReport:
    body = article.body
    sentence = told[max(0, bisect_right(told, one.start, key=lambda sentence: sentence.start) - 1)]
    before = body.folded[sentence.start : one.start]
    visiting = one.kind in _VISITS
    organizer = circumstances.visitor_of(one.name) if visiting else circumstances.organizer_of(one.name, before)
    place = circumstances.place_of(body.folded, sentence.start, sentence.end, visiting)
    series = one.series
    return EventReport(
        name=one.name, kind=one.kind, activity=one.activity, start=one.start, end=one.end, organizer=organizer,
        area=circumstances.area_of(organizer, one.name, home), series=series.name, term=series.term, number=series.number,
        date=circumstances.date_apart(body, sentence.start, one.end, article.date),
        place=body.printed[slice(*place)] if place else None, participants=people,
    )  # fmt: skip


def _rank(part: Part) -> int:
    """How early a capacity comes: the formal words of a meeting before being there, what is said on the way after all else."""
    return _LAST if part.aside and part.verb not in _FORMAL else _RANKS[part.capacity, part.minor]


def _participants(share: Iterable[Part]) -> tuple[Participant, ...]:
    """One participant per person, in printed order, with the first capacity that fits and all printed verbs."""
    ranks: dict[int, tuple[int, Capacity]] = {}
    verbs: dict[int, dict[str, None]] = {}
    for part in sorted(share, key=lambda part: part.at):
        rank = (_rank(part), part.capacity)
        for referent in part.referents:
            ranks[referent] = min(rank, ranks.get(referent, rank))
            verbs.setdefault(referent, {})[part.verb] = None
    return tuple(
        Participant(referent, capacity, tuple(verbs[referent]), order)
        for order, (referent, (_, capacity)) in enumerate(ranks.items())
    )
