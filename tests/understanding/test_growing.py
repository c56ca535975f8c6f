"""Long texts take as much longer as they are longer: nothing is searched in all that was read."""

import pytest

from nianbao.standards.figures.quantities import quantities
from nianbao.understanding import offering
from nianbao.understanding.induce import Inducer, TextPlace
from nianbao.understanding.names.parsing import clauses
from tests.growing import LINEAR, LINEAR_IN_TIME, seconds, steps

pytestmark = pytest.mark.timed

_NUMBERS = "一二三四五六七八九"


def _rates(number):
    """Return a sentence of so many rates."""
    parts = (
        f"{_NUMBERS[n % 9]}{_NUMBERS[n // 9 % 9]}镇办结率{n % 90 + 9}.{n % 9}%"
        for n in range(number)
    )
    return "，".join(parts) + "。"


def _figures_of(text):
    inducer = Inducer(year=2025, quantities=quantities(), corrections=[])
    return list(inducer.places(text, TextPlace(piece="", section="", paragraph=None)))


def _leading(number):
    """Return a number behind words that only lead to it, and none that they lead from."""
    return f"总量{'约为' * number}的83件。"


def _marks(number):
    return "【待填：甲（件，乙；上年83）】" * number


def _read(text):
    return offering.read(text, {}, year=2025)


@pytest.mark.parametrize(
    ("prepare", "do"),
    [(_rates, _figures_of), (_marks, _read)],
    ids=["rates of a sentence", "numbers in marks"],
)
def test_four_times_the_text_is_four_times_the_work(prepare, do):
    assert steps(prepare, do, 60) < LINEAR


def test_words_that_lead_to_a_number_take_time_that_grows_with_them():
    assert seconds(_leading, _figures_of, 4) < LINEAR_IN_TIME


def test_clauses_are_cut_in_time_that_grows_with_the_text():
    def cut(text):
        return list(clauses.cut(text))

    assert seconds(lambda number: "推进依法行政，" * number, cut, 10_000) < LINEAR_IN_TIME
