"""How likely two printed names are one person, with reasons in words. Pure.

Certain is what `identity` links by itself; here a score and reasons for editors: likely enough → a suggestion, else nothing.
What is known to differ (an editor's word, both in one article) isn't asked here at all.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import product

from .lookalikes import character_apart, look_alike, shape_likeness, sounds_alike
from .posts import NATION
from .profiles import Held, Profile

LEAST = 0.3
"""From this score on a pair is suggested."""
SAME_NAME, LOOKS_ALIKE, APART = 0.35, 0.3, 0.1
SAME_SOUND = 0.05
SAME_SLOT, SAME_POST, SHARED_POST = 0.35, 0.3, 0.15
SAME_AREA, OTHER_AREA = 0.1, -0.05
SAME_TIME, FAR_OFF, LONG_AFTER = 0.1, -0.2, -0.15
OTHER_CAREER, BOTH_WELL_KNOWN, AT_ONCE = -0.05, -0.15, -0.3
YEARS_APART = 12
NEAR_DAYS = 366
WELL_KNOWN = 5
MISPRINTED = 10
"""A misprint comes in a tenth of the articles at most."""
BOTH_IN_ONE = "同一篇中并见，或为误植 (both in one article, perhaps a misprint)"
SHOWN = 3
CROSSED = 0.25
"""Of the neighbours two lists share, at most this share may stand on the other side."""


@dataclass(frozen=True, slots=True)
class Match:
    """A score from 0 to 1 and the reasons for it, those against it too."""

    score: float
    reasons: tuple[str, ...]


Told = tuple[float, str]
"""What a circumstance adds to the score, and in words."""


def match(one: Profile, other: Profile) -> Match | None:
    """How likely two profiles are one person's; None where it isn't likely enough to ask an editor.

    The same for (one, other) and (other, one).
    """
    one, other = sorted((one, other), key=lambda profile: (profile.first or "9", profile.names, profile.last, str(profile.held)))
    named = _named(one, other)
    area = _area(one, other)
    if named is None or (area[0] < 0 and named[0] != SAME_NAME) or (area[0] <= 0 and named[0] < LOOKS_ALIKE):
        return None
    post, slot, time = _post(one, other), _slot(one, other), _time(one, other)
    against = [told for told in (_at_once(one, other), _well_known(one, other), _career(one, other)) if told]
    if post and against:
        against = [told for told in against if told[0] != OTHER_CAREER]
    told = [named, *(found for found in (slot, post) if found), area, *(found for found in (time,) if found), *against]
    score = round(min(1.0, max(0.0, sum(weight for weight, _ in told))), 2)
    if score < LEAST or (named[0] < LOOKS_ALIKE and not slot and not (post and post[0] == SAME_POST)):
        return None  # two names of different shape need more than a name that is nearly the same
    return Match(score, tuple(words for _, words in told))


def may_be_misprint(one: Profile, other: Profile) -> bool:
    """Whether the one may be a misprint of the other though both are in one article: the papers err in a name's second mention.

    Not for people of one name, nor where they stand in one list.
    """
    seldom, often = sorted((one.sightings, other.sightings))
    mine, theirs = ({name for name, _ in profile.names} for profile in (one, other))
    listed = any(names.keys() & theirs for names in (one.beside or {}).values()) or any(
        names.keys() & mine for names in (other.beside or {}).values())
    return (not mine & theirs and not listed and often >= WELL_KNOWN and seldom <= max(2, often // MISPRINTED)
            and any(look_alike(name, another) for name in mine for another in theirs))


def _named(one: Profile, other: Profile) -> Told | None:
    """Same, or one character apart; the closest pair of forms counts. None for names further apart."""
    if {name for name, _ in one.names} & {name for name, _ in other.names}:
        return SAME_NAME, "姓名相同 (same name)"
    best: Told | None = None
    for mine, _ in one.names:
        for theirs, _ in other.names:
            apart = character_apart(mine, theirs)
            if apart:
                told = _apart(*sorted(apart))
                best = max(best, told) if best else told
    return best


def _apart(one: str, other: str) -> Told:
    words, weight = f"姓名一字之差（{one}／{other}）", APART
    if shape_likeness(one, other):
        weight = LOOKS_ALIKE
        words += "，字形相近"
    if sounds_alike(one, other):
        weight += SAME_SOUND
        words += "，字音相同"
    return weight, words + " (one character apart)"


def _area(one: Profile, other: Profile) -> Told:
    shared = [area for area in one.areas if area in other.areas and area != NATION]
    if shared:
        return SAME_AREA, f"地区相同：{min(shared, key=lambda area: (-len(area), area))} (same area)"
    if not one.areas or not other.areas:
        return 0.0, "地区未知 (area unknown)"
    if any(mine.startswith(theirs) or theirs.startswith(mine) for mine in one.areas for theirs in other.areas):
        return 0.0, f"地区上下级：{one.areas[0]}、{other.areas[0]} (one area within the other)"
    return OTHER_AREA, f"地区不同：{one.areas[0]}、{other.areas[0]} (different areas)"


def _slot(one: Profile, other: Profile) -> Told | None:
    """The same place in lists of leaders of the same or neighbouring years."""
    mine, theirs = one.beside or {}, other.beside or {}
    before: set[str] = set()
    after: set[str] = set()
    crossed: set[str] = set()
    for year, names in mine.items():
        for near in _near_years(year, theirs):
            for name in names.keys() & theirs[near].keys():
                (my_before, my_after), (their_before, their_after) = names[name], theirs[near][name]
                if my_before > my_after and their_before > their_after:
                    before.add(name)
                elif my_after > my_before and their_after > their_before:
                    after.add(name)
                else:
                    crossed.add(name)
    own = {name for profile in (one, other) for name, _ in profile.names}
    before, after = before - crossed - own, after - crossed - own
    if len(before) + len(after) < 2 or not ((before and after) or max(len(before), len(after)) >= SHOWN):
        return None
    if len(crossed - own) > CROSSED * (len(before) + len(after) + len(crossed)):
        return None
    sides = [f"{word}有{'、'.join(sorted(names)[:SHOWN])}" for word, names in (("前", before), ("后", after)) if names]
    return SAME_SLOT, f"名单中位置相同：{'，'.join(sides)} (same place in lists)"


def _near_years(year: str, others: Iterable[str]) -> list[str]:
    """Years at most one away; where a year isn't known any may be meant."""
    return [other for other in others if not year or not other or abs(int(year) - int(other)) <= 1]


def _post(one: Profile, other: Profile) -> Told | None:
    theirs = {(held.area, held.organization, held.post): held for held in other.held}
    shared = [(held, theirs[key]) for held in one.held if (key := (held.area, held.organization, held.post)) in theirs]
    near = [mine for mine, their in shared if _days_between(mine, their) <= 2 * NEAR_DAYS]
    for telling in (True, False):
        labels = sorted({held.label for held in near if held.full_time == telling})
        if labels:
            return (SAME_POST if telling else SHARED_POST), f"职务相同：{'、'.join(labels[:SHOWN])} (same post)"
    return None


def _days_between(one: Held | Profile, other: Held | Profile) -> int:
    """Days from the end of the one to the beginning of the other; 0 where they overlap or a day isn't known."""
    if not one.first or not other.first:
        return 0
    sooner, later = sorted((one, other), key=lambda held: held.first)
    return max(0, (date.fromisoformat(later.first) - date.fromisoformat(sooner.last)).days)


def _time(one: Profile, other: Profile) -> Told | None:
    if not one.first or not other.first:
        return None
    days = _days_between(one, other)
    if days <= NEAR_DAYS:
        return SAME_TIME, f"时间相接：{_span(one)}、{_span(other)} (same time)"
    if days > YEARS_APART * 365:
        return LONG_AFTER, f"相隔{days // 365}年：{_span(one)}、{_span(other)} (years apart)"
    if not (one.telling and other.telling):
        return FAR_OFF, f"相隔{days}天：{_span(one)}、{_span(other)} (days apart)"
    return None


def _span(held: Held | Profile) -> str:
    return held.first[:7] if held.first[:7] == held.last[:7] else f"{held.first[:7]}至{held.last[:7]}"


def _at_once(one: Profile, other: Profile) -> Told | None:
    """Two offices of one holder each, in two bodies, in the same months."""
    for mine, their in product(filter(_office, one.held), filter(_office, other.held)):
        if mine.organization != their.organization and min(mine.last, their.last) > max(mine.first, their.first):
            both = f"{mine.label}（{_span(mine)}）、{their.label}（{_span(their)}）"
            return AT_ONCE, f"同时任不同职务：{both} (two offices at once)"
    return None


def _office(held: Held) -> bool:
    """Whether it is held by one at a time and fills its holder's days, and is cited more than once."""
    return held.exclusive and held.full_time and bool(held.first) and held.count > 1


def _well_known(one: Profile, other: Profile) -> Told | None:
    """Of two names that are both printed often neither is a misprint of the other."""
    if one.name != other.name and min(one.sightings, other.sightings) >= WELL_KNOWN:
        return BOTH_WELL_KNOWN, f"两名均多次见报：{one.sightings}、{other.sightings}次 (both printed often)"
    return None


def _career(one: Profile, other: Profile) -> Told | None:
    if one.careers and other.careers and not set(one.careers) & set(other.careers):
        return OTHER_CAREER, "身份不同 (different walks of life)"
    return None
