"""A pasted column: by place, or by name where there are two."""

import pytest

from nianbao.drafting.columns import AnswerLine, Odd, column
from nianbao.errors import InputError
from nianbao.views.ledger.pasting import Pasted, pasted
from tests.actions.desks import named


def three(desk):
    return [named(desk, word) for word in ("复议申请新收", "纠错数", "案卷")]


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("112\n13\n120", ("112", "13", "120")),
        ("112\r\n\r\n120\r\n\r\n", ("112", None, "120")),
        (" 112 \t\t\n13\t\t\n", ("112", "13", None)),
        ("112", ("112", None, None)),
        ("不适用\n13", ("不适用", "13", None)),
    ],
)
def test_one_column_goes_to_the_figures_in_their_order(begun, text, given):
    names = three(begun)
    expected = [(name, one) for name, one in zip(names, given, strict=True) if one]
    assert pasted(begun, text, names).answers == tuple(expected)


@pytest.mark.parametrize("head", ["", "指标\t今年\n", "指标\t\n"])
def test_of_two_columns_the_first_names_the_figure(begun, head):
    first, second, third = three(begun)
    text = f"{head}{third}\t120\n{first}\t112\n{second}\t"
    found = pasted(begun, text, [])
    assert found.answers == ((third, "120"), (first, "112"))
    assert found.odd == ()


def test_a_first_line_of_an_unknown_name_with_a_number_is_no_heading(begun):
    found = pasted(begun, f"没有的\t3\n{three(begun)[0]}\t112", [])
    assert found.odd == (Odd(where="第1行", what="没有“没有的”这个指标。"),)
    assert found.said == (
        "填入了1个数，不对可以按Ctrl+Z撤销。有1行没有填：第1行：没有“没有的”这个指标。"
    )


@pytest.mark.parametrize(
    ("text", "said", "do"),
    [
        ("", "剪贴板里没有数。", "请先在Excel里复制一列数，再回来粘贴。"),
        (" \t \n\t", "剪贴板里没有数。", "请先在Excel里复制一列数，再回来粘贴。"),
        ("1\t2\t3", "复制的内容有3列，不知道用哪一列。", "请只复制一列数，或“指标、数值”两列。"),
        ("1\n2\n3\n4", "复制了4行，从选中的这一行往下只有3行。", "请选好第一行，再粘贴。"),
    ],
)
def test_what_nobody_can_place_is_refused(begun, text, said, do):
    with pytest.raises(InputError) as refused:
        pasted(begun, text, three(begun))
    assert (refused.value.what, refused.value.do) == (said, do)


def test_without_one_good_line_all_are_said(begun):
    with pytest.raises(InputError) as refused:
        pasted(begun, "若干\n许多", three(begun))
    assert refused.value.what.startswith("有2行没有填：第1行：")
    assert refused.value.do == "请在Excel里改好，再复制粘贴。"


def test_many_odd_lines_are_counted_after_the_first_five():
    odd = tuple(Odd(where=f"第{n}行", what="不是数字。") for n in range(1, 8))
    told = "；".join(f"第{n}行：不是数字" for n in range(1, 6))
    assert Pasted(answers=(("甲", "1"),), odd=odd).said == (
        f"填入了1个数，不对可以按Ctrl+Z撤销。有7行没有填：{told}；另有2行。"
    )
    assert "另有" not in Pasted(answers=(), odd=odd[:5]).said
    assert Pasted(answers=(("甲", "1"),)).said == "填入了1个数，不对可以按Ctrl+Z撤销。"


def test_lines_that_contradict_each_other_are_both_left_out(begun):
    first, second, third = three(begun)
    lines = [
        AnswerLine(word=first, typed="112"),
        AnswerLine(name=second, typed="13"),
        AnswerLine(where="第3行", word=first, typed="113"),
        AnswerLine(word=second, typed="13件"),
        AnswerLine(word=third, typed="1200000"),
        AnswerLine(word="没有的", typed="1"),
        AnswerLine(word=third, typed="若干"),
    ]
    found = column(begun.report, begun.ledger, lines, source="表")
    assert [(one.indicator, one.value, one.source) for one in found.figures] == [(second, 13, "表")]
    assert [(one.indicator, one.value) for one in found.doubtful] == [(third, 1200000)]
    assert len(found.faults) == 3
    label = begun.ledger.indicators[first].label
    assert str(found.faults[0]) == f"第3行：“{label}”填了两个不同的值，两个都没有填"
    assert len(found.doubts) == 1
    assert found.doubts[0].is_doubt
    assert str(found.doubts[0]).endswith("？")


def test_of_one_that_is_doubtful_and_another_value_neither_is_taken(begun):
    first = three(begun)[0]
    lines = [AnswerLine(word=first, typed="830000"), AnswerLine(word=first, typed="83")]
    found = column(begun.report, begun.ledger, lines, source="")
    assert (found.figures, found.doubtful) == ((), ())
    again = column(begun.report, begun.ledger, [lines[0], lines[0]], source="")
    assert len(again.doubtful) == len(again.odd) == 1
