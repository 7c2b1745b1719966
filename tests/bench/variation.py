"""The sample newspaper multiplied: the same kind of pages from other counties, with other names, in other years.

Copy by copy, a county keeps its newspaper for six spans of nine years; every span has people of its own, as decades have.
Names keep their length, so lines break where they broke. The same seed gives the same pages.
"""

from __future__ import annotations

import csv
import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from articles.decoding import decode
from articles.reading.tables import lexicon_rows

PAGES = Path(__file__).resolve().parents[2] / "fixtures" / "pages"
HOME = "澄溪"
SPANS = 6
YEARS_OF_A_SPAN = 9
COUNTY_FIRST = "霁岚沐澜岑芷苓菀漪汀洵浔洺沅淇潇灞邺鄢郯"
COUNTY_SECOND = "塬渚墅陌岫浦埠堰畈坞"
GIVEN = (
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅建国志文斌辉鹏飞龙海波宁凯健俊浩宇轩晨睿博雅婷雪琳"
    "慧颖佳欣悦莹萍燕琴凤珍淑贞春秋生林森松柏栋梁根树荣昌盛富贵福禄喜庆安康泰和顺利成功胜利德仁义礼信忠孝良善厚宽"
)
WESTERN, CHINESE = "0123456789", "〇一二三四五六七八九"
WIDE = "".join(chr(ord("\uff10") + value) for value in range(10))
HAN_DIGIT = "[〇○零一二三四五六七八九]"
YEAR = re.compile(
    rf"(?<!\d)(?<!{HAN_DIGIT})(?:[12\uff11\uff12](?:\s?\d){{3}}|[一二](?:\s?{HAN_DIGIT}){{3}})(?=\s?年)"
)
DIGITS = {digit: value for row in (WESTERN, WIDE, CHINESE) for value, digit in enumerate(row)} | {"○": 0, "零": 0}


@dataclass(frozen=True, slots=True)
class SamplePage:
    """One page of the sample newspaper with all names of people on it, and its line of the manifest."""

    name: str
    text: str
    names: tuple[str, ...]
    manifest: dict[str, str]


@dataclass(frozen=True, slots=True)
class VariedPage:
    """One made-up page: `name` is its file's name without .txt, `manifest` its line of pages.csv."""

    name: str
    text: str
    manifest: dict[str, str]


def sample_pages() -> list[SamplePage]:
    """The pages of fixtures/pages, in order of their names."""
    with (PAGES / "manifest.csv").open(encoding="utf-8", newline="") as file:
        manifest = {Path(row["file"]).stem: row for row in csv.DictReader(file)}
    return [
        SamplePage(path.stem, decode(path.read_bytes())[0], _names_on(path.with_suffix(".expected.json")), manifest[path.stem])
        for path in sorted(PAGES.glob("*.txt"))
    ]


def _names_on(expected: Path) -> tuple[str, ...]:
    names: set[str] = set()
    for article in json.loads(expected.read_text(encoding="utf-8"))["articles"]:
        names.update(person["name"] for person in article["people"])
        names.update(article["bylines"])
    return tuple(sorted(name for name in names if 2 <= len(name) <= 4))


def varied_pages(number: int, seed: int = 1) -> list[VariedPage]:
    """`number` pages, the same for the same seed; the first n of them are the same for every number ≥ n.

    Raises ValueError past 21,600 pages (no more counties can be named).

    >>> varied_pages(1)[0].name
    '00000_chengxi_2014_a'
    """
    return list(islice(_copies(seed), _at_most(number)))


def _at_most(number: int) -> int:
    most = len(COUNTY_FIRST) * len(COUNTY_SECOND) * SPANS * len(sample_pages())
    if number > most:
        raise ValueError(f"{number} pages: at most {most} can be made")
    return number


def _copies(seed: int) -> Iterator[VariedPage]:
    chance = random.Random(seed)
    samples = sample_pages()
    everybody = sorted({name for sample in samples for name in sample.names})
    counties = [first + second for first in COUNTY_FIRST for second in COUNTY_SECOND]
    chance.shuffle(counties)
    at = 0
    for county in counties:
        for span in range(SPANS):
            renamed = _other_names(everybody, chance) | {HOME: county}
            for sample in samples:
                yield _varied(at, sample, renamed, span * YEARS_OF_A_SPAN)
                at += 1


def _other_names(everybody: list[str], chance: random.Random) -> dict[str, str]:
    """A made-up name of the same length for everybody, no name given twice."""
    surnames = [row[0] for row in lexicon_rows("surnames") if len(row[0]) == 1 and float(row[1]) >= 1.0]
    taken: set[str] = set()
    renamed: dict[str, str] = {}
    for name in everybody:
        while (other := chance.choice(surnames) + "".join(chance.choices(GIVEN, k=len(name) - 1))) in taken:
            continue
        taken.add(other)
        renamed[name] = other
    return renamed


def _varied(at: int, sample: SamplePage, renamed: dict[str, str], years_back: int) -> VariedPage:
    wanted = sorted((*sample.names, HOME), key=lambda name: (-len(name), name))
    anywhere = re.compile("|".join(r"\s*".join(map(re.escape, name)) for name in wanted))
    text = anywhere.sub(lambda found: _rewritten(found[0], renamed[re.sub(r"\s", "", found[0])]), sample.text)
    text = YEAR.sub(lambda found: _earlier(found[0], years_back), text)
    name = f"{at:05}_{sample.name}"
    line = sample.manifest | {
        "file": f"{name}.txt", "newspaper": f"{renamed[HOME]}报",
        "issue_date": _earlier_date(sample.manifest["issue_date"], years_back),
        "area": f"岭东省云泽市{renamed[HOME]}县",
    }
    return VariedPage(name, text, line)


def _rewritten(printed: str, other: str) -> str:
    """`other` with the blanks and line ends that `printed` has: ("苗春\\n生", "石一鸣") → "石一\\n鸣"."""
    letters = iter(other)
    return "".join(character if character.isspace() else next(letters) for character in printed)


def _earlier(printed: str, years: int) -> str:
    """A printed year moved back, in the digits that it is printed in: ("二〇二二", 9) → "二〇一三"."""
    digits = [character for character in printed if not character.isspace()]
    row = next(row for row in (WESTERN, WIDE, CHINESE) if digits[0] in row)
    value = int("".join(str(DIGITS[digit]) for digit in digits)) - years
    return _rewritten(printed, "".join(row[int(digit)] for digit in str(value)))


def _earlier_date(iso: str, years: int) -> str:
    return f"{int(iso[:4]) - years}{iso[4:]}" if iso else ""


def write_pages(folder: Path, pages: list[VariedPage]) -> Path:
    """Write every page as UTF-8 into `folder`, which is made, and beside it (folder.csv) the manifest, whose path is returned."""
    folder.mkdir(parents=True)
    for page in pages:
        (folder / f"{page.name}.txt").write_text(page.text, encoding="utf-8")
    manifest = folder.with_suffix(".csv")
    with manifest.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, ["file", "newspaper", "issue_date", "issue_number", "section", "image", "area"])
        writer.writeheader()
        writer.writerows(page.manifest for page in pages)
    return manifest
