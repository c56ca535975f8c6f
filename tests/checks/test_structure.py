"""Each rule on a right and a wrong text."""

import pytest

from nianbao import checks
from nianbao.report.finding import Relevel, Renumber
from nianbao.report.model import ElementKind
from tests.checks.contexts import context, element, entry, of_lines, report, section
from tests.understanding.made_up import BODY, TITLE

PREFACE = f"2025年，{BODY}现将有关情况报告如下："
PARTS = (
    "一、主要举措和成效",
    "二、党政主要负责人履行第一责任人职责情况",
    "三、存在的不足和原因",
    "四、2026年主要安排",
)


def found(*lines):
    return [(one.rule, one.fix.words) for one in checks.run(of_lines(*lines))]


def whole(*inside):
    lines = [TITLE, PREFACE]
    for part in PARTS:
        lines += [part, *(inside if part == PARTS[0] else ()), BODY]
    return lines


def rules(*sections, **more):
    return [one.rule for one in checks.run(context(report(*sections, **more)))]


def test_a_report_in_order_has_no_findings():
    assert found(*whole(f"（一）规范执法。{BODY}", f"（二）化解纠纷。{BODY}")) == []


@pytest.mark.parametrize("missing", range(4))
def test_s01_a_required_part_is_missing(missing):
    lines = [TITLE, PREFACE]
    left = [part for number, part in enumerate(PARTS) if number != missing]
    for number, part in zip("一二三", left, strict=True):
        lines += [number + part[1:], BODY]

    assert [rule for rule, _ in found(*lines)] == ["S01"]


def test_s01_plans_may_stand_in_a_paragraph_of_their_own():
    lines = [TITLE, PREFACE]
    for number, part in zip("一二三", (PARTS[1], PARTS[2], PARTS[0]), strict=True):
        lines += [number + part[1:], BODY]

    assert [rule for rule, _ in found(*lines)] == ["S01"]
    assert found(*lines, "下一步，我县将进一步规范行政执法，建成智慧执法平台。") == []


@pytest.mark.parametrize("title", ["【待填：标题】", None])
def test_s00_a_title_is_missing(title):
    front = [element("t", title, ElementKind.TITLE)] if title else []

    (one,) = (f for f in checks.run(context(report(front=front))) if f.rule == "S00")

    assert (one.where, one.message) == ("t" if title else "标题", "没有标题。")


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


def test_s02_stands_under_the_heading_and_says_what_it_would_do():
    first, second = section("a", number="（一）"), section("b", number="（三）", suffix="。")
    (one,) = (f for f in checks.run(context(report(first, second))) if f.rule == "S02")

    assert one.fix == Renumber(section="b", old="（三）", new="（二）")
    assert (one.piece, one.start, one.length) == ("b", 0, len("（三）规范执法"))


def test_a_figure_in_a_heading_does_not_make_it_another_finding():
    ids = set()
    for value in ("83", "96"):
        made = of_lines(*whole(f"（二）办理案件{value}件。{BODY}", f"（三）化解纠纷。{BODY}"))
        ids |= {one.fingerprint for one in checks.run(made) if one.rule == "S02"}

    assert len(ids) == 1


def test_s02b_a_number_that_was_inferred_is_to_be_confirmed():
    made = checks.run(of_lines(*whole(f"（一）规范执法。{BODY}", f"）化解纠纷。{BODY}")))

    (one,) = made
    assert one.rule == "S02b"
    assert isinstance(one.fix, Renumber)
    assert one.fix.old == one.fix.new == "（二）"


def test_s03_a_level_is_skipped():
    assert found(*whole(f"1.规范执法。{BODY}", f"2.化解纠纷。{BODY}")) == [("S03", "（一）")]


def test_s03_moves_the_heading_to_the_form_that_follows():
    below = [section("b", entry("e", BODY), number="1."), section("c", number="2.")]
    made = report(section("a", number="一、", level=1, sections=tuple(below)))

    (one,) = (f for f in checks.run(context(made)) if f.rule == "S03")

    assert one.fix == Relevel(section="b", old="1.", new="（一）")


def test_s10_a_heading_has_nothing_below_it():
    assert [rule for rule, _ in found(*whole("（一）规范执法", f"（二）化解纠纷。{BODY}"))] == [
        "S10"
    ]


@pytest.mark.parametrize(
    ("titles", "rules"),
    [
        (["规范执法", "化解纠纷", ""], ["S11"]),
        (["规范执法", "化解纠纷"], []),
        (["", ""], []),  # numbers alone, as a list of items has them
        (["", "规范执法", ""], []),
        ([""], []),
    ],
)
def test_s11_a_title_is_missing_where_the_others_have_one(titles, rules):
    below = [
        section(f"s{n}", entry(f"e{n}", BODY), number=f"{n}.", title=title)
        for n, title in enumerate(titles, 1)
    ]
    part = section("a", number="一、", level=1, sections=tuple(below))
    made = checks.run(context(report(part)))
    assert [one.rule for one in made if one.rule == "S11"] == rules


def test_s11_an_item_of_one_sentence_among_others_lacks_no_title():
    items = [
        ("人手不足", "全镇仅有执法人员3名。"),
        ("", "【待核：上年的不足，请改写】个别干部法治观念淡薄，遇事不找法。"),
        ("形式单一", "宣传多靠张贴海报。"),
    ]
    below = [
        section(f"s{n}", entry(f"e{n}", text), number=f"{n}.", title=title, run_in=True)
        for n, (title, text) in enumerate(items, 1)
    ]
    part = section("a", number="一、", level=1, sections=tuple(below))

    assert "S11" not in rules(part)


def test_a_number_that_does_not_follow_is_mended_in_its_own_writing():
    below = tuple(
        section(f"p{n}", entry(f"e{n}", BODY), number=number, level=1)
        for n, number in enumerate(["第一部分", "第三部分"])
    )
    made = context(report(*below))
    (one,) = (f for f in checks.run(made) if f.rule == "S02")
    assert one.fix.new == "第二部分"


def test_every_rule_has_its_papers():
    for rule in checks.RULES.values():
        assert all((rule.id, rule.name, rule.basis, rule.example, rule.sentence))


def test_a_rule_cannot_take_the_id_of_another():
    from nianbao.checks.rule import rule
    from nianbao.report.finding import Severity

    with pytest.raises(ValueError, match="S00"):
        rule("S00", "x", Severity.HINT, basis="x", example="x")(lambda _: iter(()))


def test_what_rules_look_at_cannot_be_changed():
    made = context(report(section("a")))
    with pytest.raises(AttributeError):
        made.report = None
