"""Lists of names: after a proved name, before one, by themselves, and run together without any separator."""

from __future__ import annotations

import re

from articles.reading.after_names import right_side
from articles.reading.candidates import OPENING, RIGHT_SCORES, Candidate, Page
from articles.reading.overlaps import NameSpan
from articles.reading.posts import head_length
from articles.reading.surnames import COMPOUND, SINGLE
from articles.reading.tongues import tongue_end
from articles.reading.unlisted import dotted_end, end_of_unlisted

FIRST_LETTERS = SINGLE | {surname[0] for surname in COMPOUND}
FIRST_LETTER = "[" + "".join(sorted(FIRST_LETTERS)) + "]"
_LINKS = frozenset({"以及", "和", "及", "与"})
_MOST_BEFORE = 60  # names before a proved one
_AT_MARK_OR_VERB, _SURELY, _BESIDE, _SHORT = 2, 0.8, 0.75, 2
_SEPARATOR = re.compile("[、,/] ?|[ \u3000]{1,2}|以及|和|及|与|同志、?")
_RUN = re.compile(f"(?<![\u4e00-\u9fff]){FIRST_LETTER}[\u4e00-\u9fff]{{1,3}}、(?={FIRST_LETTER})")
_PRIZE = "[一二三四特优金银铜佳][等秀胜牌奖]|第[一二三四五六七八九十]名"
_TOGETHER = re.compile(f"(?<=[:\n为奖是有员(]){FIRST_LETTER}[\u4e00-\u9fff]{{5,240}}?(?=等|[^\u4e00-\u9fff]|{_PRIZE}|$)")


def name_span(one: Candidate, rule: str, confidence: float) -> NameSpan:
    """The candidate as a found name, a little less sure where its characters speak against it."""
    return NameSpan(one.start, one.end, rule, round(confidence - max(0.0, min(0.3, 0.03 * (2 - one.score))), 3))


def list_after(text: str, name: NameSpan, page: Page) -> list[NameSpan]:
    """The names that go on after a proved one, divided by 、 , or blanks."""
    found: list[NameSpan] = []
    end = name.end
    while True:
        separator = _SEPARATOR.match(text, end)
        if separator is None:
            beside = _beside(text, end, page)
            if beside is None:
                break
            found.append(name_span(beside, "list", min(_BESIDE, name.confidence)))
            end = beside.end
            continue
        at = separator.end()
        foreign = dotted_end(text, at) or _of_pieces(text, at)
        one = None if foreign else _list_item(text, at, separator.group(), page, len(found))
        if one is None and foreign is None and separator.group() == "、":
            foreign = end_of_unlisted(text, at, page, False)
        if one is None and foreign is None:
            break
        end = one.end if one else foreign or at
        found.append(name_span(one, "list", min(0.93, name.confidence)) if one else NameSpan(at, end, "unlisted", 0.7))
    return found


def _beside(text: str, at: int, page: Page) -> Candidate | None:
    """The name that follows another one with nothing between (宿佳琪景天分获二等奖), where nothing else can."""
    fitting = [one for one in page.candidates_at(text, at) if one.right > _AT_MARK_OR_VERB and one.weight >= _SURELY]
    return fitting[0] if fitting and fitting[0].score > 0 and not fitting[0].doubt else None


def _of_pieces(text: str, at: int) -> int | None:
    end = tongue_end(text, at)
    return end if end and right_side(text, end) > 1 else None


def _list_item(text: str, at: int, separator: str, page: Page, before: int = 0) -> Candidate | None:
    """The next name of a list that has so many others `before`; after 、 nearly all that ends where a name may end is one."""
    options = [(one.score + (2.0 if one.doubt in ("n", "a") else 0.0), one) for one in page.candidates_at(text, at)]
    score, best = max(options, key=lambda option: option[0], default=(-9.0, None))
    if best is None:
        return None
    if separator[0] == "、":
        if (
            not best.right
            and best.end - at > _SHORT
            and best.weight >= _SURELY
            and not best.doubt
            and _beside(text, best.end, page)
        ):
            return best
        wanted = (1.0, 0.5, 0.0, -1.8, -2.2)[best.right] - min(1.5, before / 2)
    else:
        linked = separator in _LINKS
        wanted = (2.0, 1.5, 1.0, 0.3, 0.3)[best.right] + (2.5 if best.doubt or (linked and best.weight < 0.6) else 0.0)
    return best if score > wanted else None


def list_before(text: str, name: NameSpan, page: Page) -> list[NameSpan]:
    """The names of a list that end in a proved one (甲、乙、丙同志)."""
    found: list[NameSpan] = []
    start = name.start
    while start > 2 and text[start - 1] in "、, " and len(found) < _MOST_BEFORE:
        item = next((at for at in (start - 4, start - 3, start - 5) if _whole_item(text, at, start - 1, page)), None)
        item = next((at for at in range(max(0, start - 9), start - 3) if tongue_end(text, at) == start - 1), item)
        if item is None:
            break
        found.append(NameSpan(item, start - 1, "list", min(0.85, name.confidence)))
        start = item
    return found[::-1]


def _whole_item(text: str, at: int, end: int, page: Page) -> bool:
    if at < 0 or (at and text[at - 1] not in OPENING and not head_length(text, at)):
        return False
    fitting = (one for one in page.candidates_at(text, at) if one.end == end and one.doubt != "v")
    return any(one.score + (2.0 if one.doubt else 0.0) > 0 for one in fitting)


def listed_names(text: str, page: Page) -> list[NameSpan]:
    """Runs of three or more items that look like names throughout, with nothing else to prove them."""
    found: list[NameSpan] = []
    done = 0
    for opening in _RUN.finditer(text):
        at = opening.start()
        if at < done:
            continue
        first = _list_item(text, at, "、", page)
        if first is None or first.end != opening.end() - 1:
            continue
        run = [first]
        while text[run[-1].end : run[-1].end + 1] == "、":
            one = _list_item(text, run[-1].end + 1, "、", page)
            if one is None:
                break
            run.append(one)
        done = run[-1].end
        sure = sum(1 for one in run if not one.doubt and one.score > 1.0)
        whole = text[run[-1].end : run[-1].end + 1] != "、"
        if len(run) > 2 and whole and sure >= 0.6 * len(run):
            found += [name_span(one, "list", 0.7) for one in run]
    return found


def names_run_together(text: str, page: Page) -> list[NameSpan]:
    """Names that follow each other with nothing between (王小川李大山赵三), where a whole stretch is made of such."""
    found: list[NameSpan] = []
    for stretch in _TOGETHER.finditer(text):
        run = _split(text, stretch.start(), stretch.end(), page)
        if len(run) > 2:
            found += [NameSpan(start, end, "list", 0.7) for start, end in run]
    return found


def _split(text: str, start: int, end: int, page: Page) -> list[tuple[int, int]]:
    """The likeliest division of a stretch into names, empty where there is none."""
    best: dict[int, tuple[float, int]] = {start: (0.0, start)}
    for at in range(start, end):
        if at not in best:
            if at - max(best) > 0:
                return []
            continue
        for one in page.candidates_at(text, at):
            if one.end > end or one.weight < 0.5:
                continue
            score = best[at][0] + one.score - RIGHT_SCORES[one.right] - 0.5 + (1.5 if one.doubt == "n" else 0.0)
            if one.end not in best or score > best[one.end][0]:
                best[one.end] = (score, at)
    if end not in best:
        return []
    run: list[tuple[int, int]] = []
    at = end
    while at > start:
        run.append((best[at][1], at))
        at = best[at][1]
    return run[::-1] if best[end][0] > 0.3 * len(run) else []
