"""A number in any writing is worth what was meant, or it is asked about: never a part of it."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from nianbao.report.numeral import NumeralKind
from nianbao.report.writing.chinese import CAPITALS, COUNTING, STEPS
from nianbao.report.writing.numbering import to_chinese
from tests.understanding.accounts import WIDE, read

FORMAL = str.maketrans(COUNTING + STEPS, CAPITALS)
BREAKS = (" ", "  ", "\u200b", "\u00ad", "'", "’", "ʼ", "_")
POINTS = (".", "．", "·", "・", "∙", "。", "点", " .", ". ", "：", "_")
COMMAS = (",", "，")  # before three digits they group thousands
SENTENCES = ("开展巡查{}次，秩序良好。", "（其中巡查{}次）", "巡查：{}次；", "{}次巡查发现隐患。")
RATES = ("整改率{}。", "整改率为{}，", "同比上升{}；", "{}的隐患整改到位。")


def in_chinese(number):
    """A number below a hundred million in Chinese numerals."""
    high, low = divmod(number, 10_000)
    if not high:
        return to_chinese(number)
    zero = "零" if 0 < low < 1000 else ""
    tail = to_chinese(low).replace("十", "一十") if 10 <= low < 20 else to_chinese(low)
    return f"{to_chinese(high)}万{zero}{tail if low else ''}"


WRITINGS = (
    lambda n, _: str(n),
    lambda n, _: f"{n:,}",
    lambda n, at: f"{n:,}".replace(",", "，'’‘ ʼ.、"[at % 8]),
    lambda n, at: "".join(c.translate(WIDE) if (at >> i) % 2 else c for i, c in enumerate(str(n))),
    lambda n, at: str(n).replace("0", "OoО〇○◯"[at % 6]),
    lambda n, at: str(n).replace("1", "lI"[at % 2]),
    lambda n, _: in_chinese(n),
    lambda n, _: in_chinese(n).translate(FORMAL),
    lambda n, _: f"{Decimal(n) / 10_000:f}万",
    lambda n, at: f"{Decimal(n) / 10_000:f}万".replace(".", POINTS[at % len(POINTS)]),
    lambda n, _: f"{n // 10_000}万{n % 10_000}" if n % 10_000 >= 1000 < n // 10 else str(n),
    lambda n, at: f"{n}{'余多'[at % 2]}",
    lambda n, at: ("约", "近", "超", "逾", "超过", "将近")[at % 6] + str(n),
    lambda n, at: f"{str(n)[:1]}{BREAKS[at % len(BREAKS)]}{str(n)[1:]}" if n > 9 else str(n),
)


def worth_or_asked(text, value):
    """Assert that the only figure of a text has a value, or that it has none and asks."""
    found = read(text)
    values = [abs(one.number.value) for one in found.figures]
    asked = [one.text for one in found.numerals if one.kind is NumeralKind.ASKED]

    assert values == [value] or (not values and asked), (text, values, asked)


@given(
    number=st.integers(11, 999_999) | st.integers(1, 99).map((1000).__mul__),
    writing=st.sampled_from(WRITINGS),
    at=st.integers(0, 10_000),
    sentence=st.sampled_from(SENTENCES),
)
@settings(max_examples=600, deadline=None)
def test_a_count_is_what_was_meant_or_asked_about(number, writing, at, sentence):
    worth_or_asked(sentence.format(writing(number, at)), number)


@given(
    hundredths=st.integers(101, 9999),
    point=st.sampled_from(POINTS + COMMAS),
    percent=st.sampled_from(["{}%", "{}％", "{} %", "{}﹪", "百分之{}"]),
    wide=st.booleans(),
    sentence=st.sampled_from(RATES),
)
@settings(max_examples=600, deadline=None)
def test_a_rate_is_what_was_meant_or_asked_about(hundredths, point, percent, wide, sentence):
    rate = Decimal(hundredths) / 100
    written = percent.format(f"{rate:f}".replace(".", point))

    worth_or_asked(sentence.format(written.translate(WIDE) if wide else written), rate)
