"""The direction of a change, typed or implied: what is unclear is asked."""

from dataclasses import replace
from decimal import Decimal

import pytest

from nianbao.drafting import answering
from nianbao.errors import DoubtError, InputError
from nianbao.report.figures.figure import Figure, Indicator, Period
from tests.actions import desks

FALL = Indicator(name="发案降幅", label="发案下降幅度", unit="%", period=Period.CHANGE)
YOUNG = Indicator(name="青少年", label="青少年维权变化幅度", unit="%", period=Period.CHANGE)
MOVED = Indicator(name="发案变化", label="发案变化幅度", unit="%", period=Period.CHANGE)
ROAD = Indicator(name="里程", label="里程", unit="公里")
MEAN = Indicator(name="均数", label="人均办案数", unit="件")


def figure(desk, *answer, **how):
    return answering.figure(desk.report, desk.ledger, *answer, **how)


@pytest.fixture
def desk(begun):
    """A desk with changes of last year in its ledger: a fall by its name, and one without."""
    last = [
        Figure(indicator=one.name, year=2025).answered(Decimal(value), source="填")
        for one, value in ((FALL, -25), (YOUNG, -25), (MOVED, -25), (ROAD, 12), (MEAN, 12))
    ]
    with begun.act("底") as action:
        begun.store.save_indicators(action, begun.unit, [FALL, YOUNG, MOVED, ROAD, MEAN])
        begun.store.save_figures(action, begun.unit, last)
    return begun


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("30", -30),
        ("-30", -30),
        ("下降30%", -30),
        ("下降了30%", -30),
        ("增长30%", 30),
        ("持平", 0),
        ("0", 0),
        ("+30", 30),
        ("＋30", 30),
    ],
)
def test_what_is_called_a_fall_is_one_unless_the_user_says_otherwise(desk, typed, value):
    sure = typed in ("+30", "＋30")  # against its name: asked about first
    if sure:
        with pytest.raises(DoubtError, match="是增长30，还是下降30"):
            figure(desk, FALL.name, typed, "手填")
    found = figure(desk, FALL.name, typed, "手填", sure=sure)
    assert (found.value, found.source) == (value, "手填")


def test_the_sign_of_a_fall_inside_a_word_says_nothing(desk):
    with pytest.raises(DoubtError, match="是增长30，还是下降30"):
        figure(desk, YOUNG.name, "30", "手填")


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("-30", -30),
        ("下降30", -30),
        ("下降0", 0),
        ("-0", 0),
        ("增长30", 30),
        ("持平", 0),
        ("+30", 30),
    ],
)
def test_a_direction_that_was_typed_is_not_asked_about(desk, typed, value):
    found = figure(desk, MOVED.name, typed, "手填")
    assert found.value == value
    assert found.value.is_signed() is (value < 0)  # there is no -0


def test_without_one_it_is_asked_where_last_year_fell(desk):
    with pytest.raises(DoubtError) as asked:
        figure(desk, MOVED.name, "30", "手填")
    assert asked.value.what == (
        "“发案变化幅度”上年是下降25，这里填的是30：是增长30，还是下降30（写“-30”）？"
    )
    assert asked.value.do == "要改，请写清楚；就是这个数，请再填一次。"
    assert figure(desk, MOVED.name, "30", "手填", sure=True).value == 30


def test_a_fall_that_nobody_compared_before_is_taken_as_typed(desk):
    name = "新降幅"
    with desk.act("底") as action:
        new = replace(FALL, name=name)
        desk.store.save_indicators(action, desk.unit, [new])
    assert figure(desk, name, "30", "手填").value == 30

    def worded(piece, source):
        slot = '{{ 新降幅|较上年("下降25%", "增长", "下降") }}'
        return source + slot if "评查案卷" in source else source

    with desk.act("写进正文") as action:
        desk.store.save_report(action, desk.report.mapped(worded))
    assert figure(desk, name, "30", "手填").value == -30
    assert figure(desk, name, "+30", "手填", sure=True).value == 30


@pytest.mark.parametrize(("name", "parts"), [("里程", True), ("均数", True), (None, False)])
def test_only_what_has_parts_may_have_a_fraction(desk, name, parts):
    name = name or next(i.name for i in desk.ledger.indicators.values() if "案卷" in i.label)
    if parts:
        assert figure(desk, name, "12.5", "手填").value == Decimal("12.5")
    else:
        with pytest.raises(DoubtError, match="带着小数"):
            figure(desk, name, "12.5", "手填")


def test_nothing_and_a_word_ask_nothing(desk):
    assert figure(desk, FALL.name, "", "手填") == Figure(indicator=FALL.name, year=desk.year)
    assert figure(desk, FALL.name, "不适用", "手填").value is None


@pytest.mark.parametrize("typed", ["下降", "增长了", "下降 了", "持平了"])
def test_a_word_without_a_number_is_refused_and_clears_nothing(desk, typed):
    with pytest.raises(InputError, match="不是数字"):
        figure(desk, FALL.name, typed, "手填")


@pytest.mark.parametrize(
    ("said", "typed", "value"),
    [
        ("刑事案件下降7%。", "5.2", "5.2"),
        ("刑事案件下降7%。", "下降5.2%", "5.2"),
        ("刑事案件下降7%。", "-5.2", "5.2"),
        ("刑事案件下降7%。", "增长5.2%", None),
        ("刑事案件增长7%。", "增长5.2%", "5.2"),
        ("刑事案件增长7%。", "下降5.2%", None),
        ("刑事案件增长7%。", "-5.2", None),
        ("刑事案件同比下降7%。", "增长5.2%", "5.2"),  # its word turns
    ],
)
def test_a_word_that_stands_in_the_text_is_not_contradicted(tmp_path, said, typed, value):
    """下降 before the figure stays as it is: a rise filled in there would be printed as a fall."""
    desk = desks.told(tmp_path, said)
    name = desks.named(desk, "刑事案件")
    try:
        if value is None:
            with pytest.raises(InputError, match="正文里写的是"):
                figure(desk, name, typed, "填", sure=True)
        else:
            assert figure(desk, name, typed, "填", sure=True).value == Decimal(value)
    finally:
        desk.close()
