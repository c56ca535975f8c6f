"""Words that follow the sign."""

from decimal import Decimal

import pytest

from nianbao.report.writing import slots
from nianbao.report.writing.changing import write_change


@pytest.mark.parametrize(
    ("value", "like", "rise", "fall", "written"),
    [
        ("22", "增长22%", "增长", "下降", "增长22%"),
        ("-5.3", "增长22%", "增长", "下降", "下降5.3%"),
        ("0", "增长22%", "增长", "下降", "持平"),
        ("-33", "下降了33%", "增长", "下降", "下降了33%"),
        ("0.5", "增长22%", "增长", "下降", "增长0.5%"),
        ("-0.5", "增长22%", "增长", "下降", "下降0.5%"),
        ("12", "下降了33%", "增长", "下降", "增长了12%"),
        ("-3", "增加30项", "增加", "减少", "减少3项"),
        ("2.3", "提高2.3个百分点", "提高", "下降", "提高2.3个百分点"),
        ("41.2", "增长近28%", "增长", "下降", "增长近42%"),
    ],
)
def test_the_word_follows_the_sign(value, like, rise, fall, written):
    assert write_change(Decimal(value), like, rise, fall) == written


def test_a_change_slot_comes_back_and_renders():
    slot = slots.Slot(name="办件量增长幅度", like="增长22%", rise="增长", fall="下降")

    assert list(slots.parse(slot.source)) == [slot]
    assert slots.render([slot.source], {"办件量增长幅度": Decimal(-5)}) == ["下降5%"]
