"""A part of the text that a column cut among whole paragraphs is whole again, or asked about."""

import pytest

from tests.understanding import written
from tests.understanding.lines import columns

LONG = (
    "（三）健全监督体系。自觉接受人大监督和政协民主监督，承办代表建议63件、政协提案94件，全部按期办复，"
    "满意率为98.7%。深入推进政务公开，主动公开政府信息3250条，受理依申请公开128件，均依法答复。强化"
    "审计监督，完成审计项目36个，提出审计建议152条，促进整改问题资金2.36亿元。"
)
OTHER = (
    "加强行政执法监督，开展专项监督检查12次，抽查执法案卷460卷，发现并督促整改问题83个。推行轻微违法"
    "行为免予处罚清单制度，办理免罚案件1260件，免罚金额385.6万元。"
)
STYLES = ("plain", "indented", "empty line between paragraphs")


def report(*passage):
    """The report with lines of another origin in it."""
    lines = written.lines()
    return [*lines[:5], *passage, *lines[5:]]


WHOLE = written.read(report(LONG, OTHER))


def cut(cutter, most, style, *which):
    """The two paragraphs, some of them cut to a width."""
    lines = [
        columns.cut([one], cutter, most, style) if one in which else [one] for one in (LONG, OTHER)
    ]
    return report(*(line for part in lines for line in part))


def is_asked(found):
    return any(one.rule.value == "paragraph_in_doubt" and one.open for one in found.changes)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("cutter", columns.CUTS)
@pytest.mark.parametrize("which", [(LONG,), (OTHER,), (LONG, OTHER)], ids=["one", "two", "both"])
def test_every_width_gives_the_paragraphs_back_or_asks(which, cutter, style):
    right = 0
    for most in range(20, 44, 3):
        found = written.read(cut(cutter, most, style, *which))
        same = written.as_text(found) == written.as_text(WHOLE)

        assert same or is_asked(found) or written.numbers(found) == written.numbers(WHOLE), most
        right += same
    assert right >= 5


def test_a_number_across_a_line_end_is_whole_again():
    found = written.read(cut(columns.by_count, 28, "plain", LONG))

    assert written.numbers(found) == written.numbers(WHOLE)
    joints = [one.before for one in found.changes if one.rule.value == "wrapped"]
    assert "，满意率为9⏎8.7%。深" in joints


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("持续加强行政执法监督，开展检查12次", "推行免罚清单制度，办理案件1260件。"),
        ("加强执法监督，开展检查12次，办理案件", "抽查执法案卷，发现问题83个。"),
    ],
)
def test_one_line_without_its_full_stop_is_asked_about(above, below):
    found = written.read(report(above, below))

    assert is_asked(found)
    assert f"{above}\n{below}" in written.as_text(found)


@pytest.mark.parametrize(
    "lines",
    [
        ["县公安局办结案件83件，罚款12万元；", "县司法局办结案件41件，罚款3万元。"],
        ["一是加强执法监督，开展检查12次", "二是推行免罚清单，办理案件1260件。"],
        ["●加强执法监督，开展检查12次", "●推行免罚清单，办理案件1260件。"],
        ["新收：83件", "审结：41件"],
    ],
)
def test_items_of_a_list_are_not(lines):
    found = written.read(report(*lines))

    assert not is_asked(found)
    assert "\n".join(lines) in written.as_text(found)
