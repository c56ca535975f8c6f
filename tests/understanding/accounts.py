"""The laws of numerals over a whole report, and ways in which reports get damaged."""

import random
import re

from nianbao.report import flow
from nianbao.report.document import Document, Paragraph
from nianbao.report.numeral import NumeralKind
from nianbao.report.writing import slots
from nianbao.report.writing.numbering import parse_heading_number
from nianbao.standards.figures.quantities import quantities
from nianbao.understanding import passage
from nianbao.understanding.understand import understand
from tests.understanding.lines import columns

DIGIT = r"[\d零〇一二三四五六七八九十百千万亿两廿卅壹贰叁肆柒捌玖半]"
WIDE = str.maketrans("0123456789.,%", "０１２３４５６７８９．，％")
YEAR = 2024


def read(text):
    """Return what is read of a passage of a report on `YEAR`."""
    return passage.read(text, year=YEAR, quantities=quantities())


def accounted(text, numerals):
    """Assert that every digit of a text belongs to exactly one numeral of the account."""
    covered = [0] * len(text)
    for one in numerals:
        assert 0 <= one.start < one.stop <= len(text)
        for at in range(one.start, one.stop):
            covered[at] += 1
        assert one.kind in (NumeralKind.FIGURE, NumeralKind.YEAR) or one.reason
    assert max(covered, default=0) <= 1
    missing = [
        text[max(0, m.start() - 6) : m.end() + 6]
        for m in re.finditer(DIGIT, text)
        if not covered[m.start()]
    ]
    assert missing == []


TOUCHING_NUMERALS = re.compile(r"\d[.．·]?$")
TOUCHING_DIGITS = re.compile(
    r"(?:[\d十百千万亿廿卅]|\d[,.，．·。 '’‘点]|[-−－+~～±▲△▼↑↓№]|[IlOo]"
    r"|(?<![担肩自背胜抱欠承])负)$"
)
TOUCHING_BEHIND = re.compile(r"[,.，．·]?\d|[-−－~～±]\d|[至到]\d|['’‘点]\d|[½⅓⅔¼¾]")


def maximal(text, numerals):
    """Assert that nothing that belongs to a number touches a figure."""
    ends = {one.stop for one in numerals if one.kind is NumeralKind.FIGURE}
    for one in numerals:
        if one.kind is NumeralKind.FIGURE:
            before, behind = text[: one.start], text[one.stop :]
            touching = TOUCHING_DIGITS if text[one.start].isdecimal() else TOUCHING_NUMERALS
            follows = one.text[0] in "近约超逾接将" and one.start in ends  # 百分之6近550件: two
            assert follows or not touching.search(before[-2:]), text[
                max(0, one.start - 9) : one.stop + 5
            ]
            assert not re.match(r"[-−－~～]\d", behind)
            assert not TOUCHING_BEHIND.match(behind) or not text[one.stop - 1].isdecimal()


def understood(lines, *, raw=True):
    paragraphs = tuple(Paragraph(text=line) for line in lines)
    return understand(Document(kind="txt", name="x", paragraphs=paragraphs), stem="t", raw=raw)


def lines_of(lines):
    return "\n".join(lines).split("\n")


def printed(found):
    values = {figure.indicator: figure.value for figure in found.figures}
    return flow.text(flow.rendered(found.report, values | slots.years(found.report.year)))


def pieces(found):
    """The printed text of every piece by its id."""
    values = {figure.indicator: figure.value for figure in found.figures}
    values |= slots.years(found.report.year)
    report = found.report
    texts = {one.id: one.text for one in (*report.front, *report.back)}
    for section in report.walk():
        texts[section.id] = (
            slots.escape(section.prefix) + section.title + slots.escape(section.suffix)
        )
        texts |= {entry.id: entry.text for entry in section.entries}
    return dict(zip(texts, slots.render(list(texts.values()), values), strict=True))


def holds(found):
    """Assert both laws over a whole report."""
    for piece, text in pieces(found).items():
        numerals = [one for one in found.numerals if one.piece == piece]
        accounted(text, numerals)
        maximal(text, numerals)


def values_of(found):
    return [(mention.value, mention.unit) for mention in found.mentions]


RADICAL = str.maketrans("人民行工力水立月日一二十", "⼈⺠⾏⼯⼒⽔⽴⽉⽇⼀⼆⼗")
SAME = {  # mutations that leave every reading as it is
    "width": lambda text, chance: re.sub(
        r"\d[\d.,]*%?", lambda m: m[0].translate(WIDE) if chance.random() < 0.5 else m[0], text
    ),
    "radicals": lambda text, chance: "".join(
        char.translate(RADICAL) if chance.random() < 0.3 else char for char in text
    ),
    "dashes": lambda text, chance: re.sub("[—-]+(?=20)", lambda _: chance.choice("–―─━-—"), text),
    "spaces": lambda text, chance: re.sub(
        r"(?<=\d)(?=[件个份条次项名家户人])",
        lambda _: chance.choice(["", "\u00a0", "\u200b"]),
        text,
    ),
}
BROKEN = {  # mutations that may make a number unreadable; none may be read in part
    "zeros": lambda text, chance: re.sub("0", lambda _: chance.choice("0O○О"), text),
    "marks": lambda text, chance: re.sub(
        r"(?<=\d)\.(?=\d)", lambda _: chance.choice("·。．."), text
    ),
    "ranges": lambda text, chance: re.sub(
        r"\d+(?=[件个份条次项名家户人%])",
        lambda m: f"{m[0]}{chance.choice(['', '-', '至', '~', ' '])}{chance.choice(['', '7'])}",
        text,
    ),
    "thousands": lambda text, chance: re.sub(
        r"(?<=\d)(?=\d{3}[件个份条次项名家户人])", lambda _: chance.choice("'’‘,，、 \u2009"), text
    ),
    "signs": lambda text, chance: re.sub(
        r"\d+(?=[件个份条次项名家户人%])",
        lambda m: f"{chance.choice(['', '-', '+', '±', '▲', '负', '↓', '№'])}{m[0]}",
        text,
    ),
    "beside": lambda text, chance: re.sub(
        r"\d(?=[件个份条次项名家户人%])",
        lambda m: m[0] + chance.choice(["", "±2", "点5", "½", "/7", "'000", "¹", "₂", "⑵3"]),
        text,
    ),
    "letters": lambda text, chance: re.sub(
        "[012580]",
        lambda m: m[0] if chance.random() < 0.95 else "OlZSBO"["012580".index(m[0])],
        text,
    ),
    "lost": lambda text, chance: re.sub(
        "[年月件个]", lambda m: m[0] if chance.random() < 0.9 else "", text
    ),
    "chinese": lambda text, chance: re.sub(
        r"(?<=\d)\d(?=[件个份条次项名])", lambda m: "〇一二三四五六七八九"[int(m[0])], text
    ),
}


ORDINALS = {
    1: "{}、 {}. {}．",
    2: "（{}） ({}) （{}）、",
    3: "{n}. {n}、 {n}．",
    4: "（{n}） ({n})",
}


def renumbered(line, chance):
    """A line whose number is written in another way of its form."""
    number = parse_heading_number(line)
    if number is None or number.level not in ORDINALS or number.written.startswith("第"):
        return line
    form = chance.choice(ORDINALS[number.level].split(" "))
    chinese = re.search("[一二三四五六七八九十]+", number.written)
    written = form.format(chinese[0] if chinese else number.ordinal, n=number.ordinal)
    return line.replace(number.written, written, 1)


def wrapped(lines, chance):
    """Lines cut to a width, as they come out of a page that was copied."""
    cutter, style = chance.choice(columns.CUTS), chance.choice(columns.PARAGRAPHS)
    return columns.cut(lines, cutter, chance.randint(16, 42), style)


def pasted(lines, chance):
    """Lines with what a paste brings along: marks, numbers, indents that say nothing."""
    kind = chance.randrange(3)
    if kind == 0:
        return [chance.choice(["> ", ">", "＞ "]) + line for line in lines]
    if kind == 1:
        after = chance.choice([" ", "\t", ". ", "、"])
        full = [line for line in lines if line.strip()]
        return [f"{number}{after}{line}" for number, line in enumerate(full, 1)]
    most, first, rest = chance.randint(16, 42), chance.choice([0, 2, 4]), chance.randint(0, 4)
    return [
        "　" * (rest if at else first) + piece
        for line in lines
        for at, piece in enumerate(columns.by_word(line, most))
    ]


def damaged(report, number):
    """The lines of a report with a few mutations, the same each time for a number."""
    chance = random.Random(f"{report.stem}{number}")  # noqa: S311
    lines = report.read_text(encoding="utf-8").split("\n")
    every = [*SAME.values(), *BROKEN.values(), renumbered]
    for mutation in chance.sample(every, chance.randint(1, 3)):
        lines = [mutation(line, chance) for line in lines]
    lines = wrapped(lines, chance) if chance.random() < 0.4 else lines
    return pasted(lines, chance) if chance.random() < 0.3 else lines
