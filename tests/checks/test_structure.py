"""Each rule on a right and a wrong text."""

import pytest

from nianbao import checks
from nianbao.report.document import Document, Paragraph
from nianbao.understanding.understand import understand
from tests.understanding.made_up import BODY, TITLE

PREFACE = f"2025年，{BODY}现将有关情况报告如下："
PARTS = (
    "一、主要举措和成效",
    "二、党政主要负责人履行第一责任人职责情况",
    "三、存在的不足和原因",
    "四、2026年主要安排",
)


def found(*lines):
    document = Document(
        kind="txt", name="x", paragraphs=tuple(Paragraph(text=line) for line in lines)
    )
    report = understand(document, stem="t", year=2025).report
    return [(finding.rule, finding.fix) for finding in checks.run(report)]


def whole(*inside):
    lines = [TITLE, PREFACE]
    for part in PARTS:
        lines += [part, *(inside if part == PARTS[0] else ()), BODY]
    return lines


def test_a_report_in_order_has_no_findings():
    assert found(*whole(f"（一）规范执法。{BODY}", f"（二）化解纠纷。{BODY}")) == []


@pytest.mark.parametrize("missing", range(4))
def test_s01_a_required_part_is_missing(missing):
    lines = [TITLE, PREFACE]
    left = [part for number, part in enumerate(PARTS) if number != missing]
    for number, part in zip("一二三", left, strict=True):
        lines += [number + part[1:], BODY]

    assert [rule for rule, _ in found(*lines)] == ["S01"]


def test_s00_a_title_is_missing():
    assert found(*whole()[1:])[0][0] == "S00"


@pytest.mark.parametrize(
    ("numbers", "fixes"),
    [
        ("一二三四", []),
        ("一三四五", ["（二）"]),  # one is left out: said once
        ("一三三四", ["（二）"]),  # one is wrong: said once
        ("一二二三", ["（三）"]),
        ("二三", ["（一）"]),
    ],
)
def test_s02_a_gap_or_a_slip_is_said_where_it_is(numbers, fixes):
    lines = whole(*(f"（{number}）规范执法。{BODY}" for number in numbers))

    assert [fix for rule, fix in found(*lines) if rule == "S02"] == fixes


def test_s02b_a_number_that_was_inferred_is_to_be_confirmed():
    rules = [rule for rule, _ in found(*whole(f"（一）规范执法。{BODY}", f"）化解纠纷。{BODY}"))]

    assert rules == ["S02b"]


def test_s03_a_level_is_skipped():
    assert found(*whole(f"1.规范执法。{BODY}", f"2.化解纠纷。{BODY}")) == [("S03", "（一）")]


def test_s10_a_heading_has_nothing_below_it():
    assert [rule for rule, _ in found(*whole("（一）规范执法", f"（二）化解纠纷。{BODY}"))] == [
        "S10"
    ]


def test_every_rule_has_its_papers():
    for rule in checks.RULES.values():
        assert all((rule.id, rule.basis, rule.example, rule.sentence))
