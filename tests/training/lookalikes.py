"""Pairs of characters that scanners take for each other, by the shape of their letters: writes people/lexicons/lookalikes.tsv.

Needs fonts and two packages that the project does without, so it runs in an environment of its own, and only when the table
is to be made anew:

    apt-get install fonts-noto-cjk fonts-wqy-zenhei
    python3 -m venv shapes && shapes/bin/pip install numpy pillow
    shapes/bin/python -m tests.training.lookalikes NotoSerifCJK-Regular.ttc:2 NotoSansCJK-Regular.ttc:2 wqy-zenhei.ttc

(with the folders of the fonts; :2 is the one of a collection that has the mainland's forms).

Every character of GB 2312 is drawn in each font, blurred as a scan of small print is, and compared with every other, whole
and by halves (characters that share one half are confused too): the cosine of what is left when the mean letter is taken
off, on average over the fonts. Of a pair one at least has to be in names.
"""

from __future__ import annotations

import sys
from pathlib import Path

TABLE = Path(__file__).resolve().parents[2] / "people" / "lexicons" / "lookalikes.tsv"
SIZE, BLUR = 40, 1.6
LEXICONS = TABLE.parents[2] / "articles" / "reading" / "lexicons"
HALVES = (slice(None), slice(0, 18)), (slice(None), slice(18, 40)), (slice(0, 20), slice(None)), (slice(20, 40), slice(None))
"""Left, right, top and bottom of a drawn character, in rows and columns of points."""
HALF_ALIKE = 0.05
"""What a half that is alike counts less than a whole."""
LEAST_IN_NAMES = -0.5
"""How much likelier in names than in running text a character has to be (log odds)."""
PAIRS = 22_000
"""So many pairs are kept, the likest ones; the file stays below 300 kB."""
KNOWN = (
    "县具昙", "人入八", "干于千", "未末", "日曰目", "土士", "己已巳", "大太犬", "王玉主", "田由甲申", "刀力", "贝见", "天夭无",
    "木本术", "白自", "问间", "住往", "候侯", "析折", "今令", "代伐", "免兔", "晴睛", "拔拨", "辨辩", "场扬", "微徵", "密蜜",
    "清淸请", "即既", "准淮", "海诲", "部邵", "政攻", "长氏", "东车", "书节", "记纪", "委季", "会曾", "林材", "刘刈",
    "鸣呜", "戊戌戍", "云去", "文丈", "坂板", "治冶", "洪供", "沐沭", "瑞端", "彤彬", "萍苹", "亮壳亭", "庆床庇", "宇字", "光先",
    "陈阵", "杨扬", "李季", "王壬", "吴昊", "徐除", "孙孔", "马乌", "胡湖", "郭敦", "何河", "罗岁", "郑邓", "梁粱",
    "唐塘", "冯马",
    "曹漕", "彭膨", "肖俏", "潘番", "袁哀", "蔡察", "蒋将", "余佘", "杜社", "叶叮", "程桯",
    "魏巍", "苏办", "吕昌冒", "丁了", "沈沉",
    "任仕", "卢庐", "傅博", "姜美",
    "崔催", "谭潭", "廖寥", "范苑", "汪江红", "金全", "石右", "戴载", "贾费", "韦苇", "夏复", "方万",
    "邱郎", "熊能", "孟盂", "秦泰", "张涨", "刚钢", "慧彗", "淑椒", "辉挥", "明朋",
    "宏宠", "秋秘", "斩轩新", "凤风", "兰三", "飞气",
)  # fmt: skip
"""Classes that readers of scans know (general knowledge): in the table whatever their shapes measure."""
LEAST_KNOWN = 0.8
HEAD = f"""\
# Characters that OCR takes for each other, with how like their shapes are (0–1), each pair once.
# Source: measured on the characters of GB 2312 drawn in free fonts (Noto Sans CJK, Noto Serif CJK, WenQuanYi Zen Hei) by
# tests/training/lookalikes.py, the {PAIRS} likest pairs;
# classes known from scans (general knowledge) are added with {LEAST_KNOWN} at least.
one\tother\tlikeness
"""


def characters() -> list[str]:
    """The Chinese characters of GB 2312, in order."""
    rows = (bytes((high, low)) for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF))
    return [text for row in rows if (text := row.decode("gb2312", "ignore"))]


def in_names() -> set[str]:
    """The characters of surnames and given names."""
    given = [
        line.split("\t")
        for line in (LEXICONS / "given_characters.tsv").read_text(encoding="utf-8").splitlines()
        if not line.startswith(("#", "character"))
    ]
    surnames = (LEXICONS / "surnames.tsv").read_text(encoding="utf-8").splitlines()
    return {character for character, weight in given if float(weight) >= LEAST_IN_NAMES} | {line[0] for line in surnames if line}


def likenesses(fonts: list[str], drawn: list[str]):
    """A matrix: how like each character is to each, on average over the fonts."""
    import numpy  # noqa: PLC0415 (not a dependency of the project)
    from PIL import Image, ImageDraw, ImageFilter, ImageFont  # noqa: PLC0415

    def compared(shapes):
        flat = shapes.reshape(len(drawn), -1)
        flat = flat - flat.mean(axis=0)
        flat /= numpy.linalg.norm(flat, axis=1, keepdims=True) + 1e-6
        return flat @ flat.T

    whole = numpy.zeros((len(drawn), len(drawn)), dtype=numpy.float32)
    halves = [numpy.zeros_like(whole) for _ in HALVES]
    for path in fonts:
        file, _, index = path.partition(":")
        font = ImageFont.truetype(file, SIZE, index=int(index or 0))
        shapes = numpy.zeros((len(drawn), SIZE, SIZE), dtype=numpy.float32)
        for at, character in enumerate(drawn):
            image = Image.new("L", (SIZE, SIZE))
            ImageDraw.Draw(image).text((SIZE // 2, SIZE // 2), character, fill=255, font=font, anchor="mm")
            shapes[at] = numpy.asarray(image.filter(ImageFilter.GaussianBlur(BLUR)), dtype=numpy.float32)
        whole += compared(shapes) / len(fonts)
        for at, (rows, columns) in enumerate(HALVES):
            halves[at] += compared(shapes[:, rows, columns]) / len(fonts)
    return numpy.maximum(whole, (whole + numpy.maximum.reduce(halves)) / 2 - HALF_ALIKE)


def main(fonts: list[str]) -> int:
    """Measure and write the table."""
    import numpy  # noqa: PLC0415 (not a dependency of the project)

    drawn = characters()
    measured = likenesses(fonts, drawn)
    names = in_names()
    named = numpy.array([character in names for character in drawn])
    upper = numpy.triu(measured, 1) * (named[:, None] | named[None, :])
    flat = numpy.argpartition(upper, -PAIRS, axis=None)[-PAIRS:]
    found = {}
    for one, other in zip(*numpy.unravel_index(flat, upper.shape), strict=True):
        found[tuple(sorted((drawn[one], drawn[other])))] = float(upper[one, other])
    for alike in KNOWN:
        for one in alike:
            for other in alike:
                if one < other:
                    found[one, other] = max(LEAST_KNOWN, found.get((one, other), 0.0))
    rows = [f"{one}\t{other}\t{min(likeness, 0.99):.2f}" for (one, other), likeness in sorted(found.items())]
    TABLE.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")
    print(f"{len(rows)} pairs, the least like {upper.ravel()[flat].min():.2f}; {TABLE.stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
