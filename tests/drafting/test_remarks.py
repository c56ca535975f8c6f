"""Each mark of a draft has its own reason beside it."""

from nianbao.drafting.remarks import remarks
from nianbao.report.change import Change, ChangeRule
from nianbao.report.flow import Role, Span
from nianbao.report.remark import Remark

GENERAL = "这里还要核对：改成今年的，或确认后去掉标记。"


def line(*parts):
    return tuple(Span(role=Role.TEXT, piece=piece, text=text) for piece, text in parts)


def asked(piece, mark, reason):
    return Change(rule="once_only", before="", after=mark, piece=piece, reason=reason, open=True)


CHANGES = [
    asked("e1", "【待核：首次】", "甲"),
    asked("e1", "【待核：首次】", "乙"),
    asked("e2", "【待核：首次】", "丙"),
    asked("e2", "【待核：7月】", "丁"),
]


def test_each_mark_is_explained_in_reading_order():
    lines = [
        line(("e1", "【待核：首次】收案，【待核：首次】"), ("e2", "【待核：7月】")),
        line(("e2", "又【待核：首次】")),
    ]
    assert remarks(lines, CHANGES) == [
        Remark(piece="e1", text="【待核：首次】", said="甲"),
        Remark(piece="e1", text="【待核：首次】", said="乙"),
        Remark(piece="e2", text="【待核：7月】", said="丁"),
        Remark(piece="e2", text="【待核：首次】", said="丙"),
    ]


def test_a_mark_that_moved_keeps_its_reason_and_a_new_one_has_a_general_one():
    lines = [line(("e3", "【待核：首次】【待核：别的】")), line(("e1", "【待核：首次】" * 3))]
    assert [one.said for one in remarks(lines, CHANGES)] == ["甲", GENERAL, "甲", "乙", "甲"]


def test_what_is_only_to_be_filled_in_needs_no_reason():
    assert remarks([line(("e1", "【待填：件数】【不适用：率】"))], CHANGES) == []


def deed(mark, reason, rule=ChangeRule.EVENT_BESIDE):
    return Change(rule=rule, before="", after=mark, piece="e1", reason=reason, open=True)


DEEDS = [
    deed("【待核：揭牌】", "甲", ChangeRule.EVENT_OF_LAST_YEAR),
    deed("【待核：投用】", "乙"),
    deed("【待核：更名】", "丙"),
]


def test_the_deeds_of_a_section_share_the_remark_of_the_first_that_is_still_marked():
    whole = remarks([line(("e1", "【待核：揭牌】【待核：投用】【待核：更名】"))], DEEDS)
    left = remarks([line(("e1", "揭牌【待核：投用】【待核：更名】"))], DEEDS)

    assert [one.said for one in whole] == ["甲"]
    assert [(one.text, one.said) for one in left] == [("【待核：投用】", "乙")]
