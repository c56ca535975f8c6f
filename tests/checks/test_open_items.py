"""Everything that is open is listed once, in reading order, and nothing else is."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given

from nianbao import checks
from nianbao.checks.open_items import (
    FIGURES,
    IN_TEXT,
    PRINTED,
    OpenItem,
    OpenItems,
    OpenKind,
    in_text,
    open_items,
)
from nianbao.report import flow
from nianbao.report.figures.figure import (
    Figure,
    FigureState,
    Indicator,
    Period,
    Relation,
    RelationKind,
)
from nianbao.report.figures.ledger import Ledger
from nianbao.report.finding import Advice, AnswerPromise, Finding, Severity
from nianbao.report.model import EntryState
from nianbao.report.writing import placeholder
from tests.checks.contexts import NAMES, YEAR, context, drafts, element, entry, report, section


def everything(made):
    return open_items(made, checks.run(made))


@given(drafts())
def test_the_text_has_placeholders_exactly_while_something_in_it_is_open(made):
    text = flow.text(flow.rendered(made.report, made.ledger.values()))

    assert placeholder.is_open(text) is bool(everything(made).of(PRINTED))


@given(drafts())
def test_they_come_in_reading_order_each_once(made):
    found = everything(made)
    order = {piece: number for number, piece in enumerate(made.pieces)}
    places = [(order.get(one.piece, len(order)), one.start) for one in found.items]

    assert places == sorted(places)
    figures = [one.figure for one in found.items if one.figure]
    assert len(figures) == len(set(figures))
    assert len(set(found.items)) == len(found.items)


@given(drafts())
def test_each_stands_where_it_says(made):
    for one in in_text(made):
        printed = made.printed[one.piece]
        assert 0 <= one.start <= one.start + one.length <= len(printed.text)
        if one.kind in PRINTED:
            stretch = printed.text[one.start : one.start + one.length]
            assert placeholder.is_open(stretch), one
        assert one.piece in one.pieces
        assert one.label
        assert one.place
        assert one.reason


@given(drafts())
def test_what_must_be_done_is_what_the_rule_on_placeholders_says(made):
    said = [one for one in checks.run(made) if one.rule == checks.PENDING]

    assert [(one.piece, one.start, one.length) for one in said] == [
        (one.piece, one.start, one.length) for one in everything(made).of(PRINTED)
    ]


@given(drafts())
def test_answering_every_figure_that_is_asked_for_leaves_none_open(made):
    """A formula may ask for more once its numbers are there (a division by zero), but ends."""
    for _ in range(2 * len(NAMES)):
        asked = in_text(made)
        names = [one.figure for one in asked if one.kind in FIGURES]
        if not names:
            break
        figures = dict(made.ledger.figures)
        for name in names:
            figures[name] = Figure(indicator=name, year=YEAR).answered(Decimal(7), source="填")
        made = replace(made, ledger=replace(made.ledger, figures=figures))
    assert not [one for one in in_text(made) if one.kind in FIGURES]


@given(drafts())
def test_walking_goes_through_all_of_them_and_round_again(made):
    found = everything(made)
    seen, one = [], None
    for _ in found.items:
        one = found.next_after(one)
        seen.append(one)
    assert seen == list(found.items)
    assert found.next_after(one) == (found.items[0] if found.items else None)


@given(drafts())
def test_walking_goes_on_from_where_an_answered_one_stood(made):
    found = everything(made)
    for number, one in enumerate(found.items):
        left = OpenItems((*found.items[:number], *found.items[number + 1 :]), found.order)
        following = left.next_after(one)
        assert following == next(
            iter((*found.items[number + 1 :], *found.items[:number])), None
        ) or ((following.piece, following.start) == (one.piece, one.start))


@given(drafts())
def test_the_counts_of_the_kinds_are_all_there_is(made):
    found = everything(made)
    assert sum(found.count(kind) for kind in OpenKind) == len(found.items)
    assert found.to_fill + found.to_check == found.count(*PRINTED)
    assert (
        found.unfinished == "" or f"{found.to_fill}项待填" in found.unfinished or not found.to_fill
    )
    inside = {
        id_ for piece in made.report.sections for id_ in (piece.id, *(e.id for e in piece.entries))
    }
    outside = set(made.pieces) - inside
    assert {*found.of(IN_TEXT, inside), *found.of(IN_TEXT, outside)} == set(found.of(IN_TEXT))


# --- one by one


def ledger(*figures, relations=(), period=Period.FLOW):
    indicators = [
        Indicator(name=name, label=f"{name}数", unit="件", period=period) for name in NAMES
    ]
    return Ledger.of(YEAR, indicators, figures, relations)


def of(text, book, **more):
    made = context(report(section("s", entry("e", text))), book, **more)
    return in_text(made)


def test_a_figure_that_stands_in_three_places_is_one_thing_to_do():
    made = context(
        report(
            section("s", entry("e1", "收{{ 甲 }}件，又{{ 甲 }}件"), entry("e2", "{{ 甲 }}件")),
        ),
        ledger(),
    )
    (one,) = in_text(made)
    assert (one.kind, one.figure, one.piece, one.start) == (OpenKind.PENDING, "甲", "e1", 1)
    assert one.pieces == ("e1", "e2")


def test_last_years_stock_is_to_be_confirmed():
    last = Figure(indicator="甲", year=YEAR - 1).answered(Decimal(83), source="x")
    (one,) = of("{{ 甲 }}名", ledger(last, period=Period.STOCK))
    assert (one.kind, one.reason) == (OpenKind.CARRIED, "件；上年83，待确认")


def sum_of(result, *operands):
    return Relation(kind=RelationKind.SUM, result=result, operands=operands, confirmed=True)


def test_a_formula_asks_for_its_numbers_and_not_for_itself():
    book = ledger(relations=[sum_of("甲", "乙", "丙")])

    first, second = of("共{{ 甲 }}件，其中{{ 乙 }}件", book)

    assert [first.figure, second.figure] == ["乙", "丙"]
    assert "要用它算“甲数”" in second.reason


def test_a_formula_that_cannot_be_computed_asks_for_its_own_number():
    zero = Figure(indicator="丙", year=YEAR).answered(Decimal(0), source="填")
    two = Figure(indicator="乙", year=YEAR).answered(Decimal(2), source="填")
    ratio = Relation(kind=RelationKind.RATIO, result="甲", operands=("乙", "丙"), confirmed=True)
    (one,) = of("{{ 甲 }}%", ledger(two, zero, relations=[ratio]))
    assert (one.figure, one.kind) == ("甲", OpenKind.PENDING)
    assert "公式除以0" in one.reason

    (one,) = of("{{ 甲 }}件", ledger(relations=[sum_of("甲", "乙"), sum_of("乙", "甲")]))
    assert "公式互相引用" in one.reason


@pytest.mark.parametrize("operand", ["乙", "乙@上年"])
def test_a_formula_whose_number_can_never_come_asks_for_its_own(operand):
    gone = Figure(indicator="乙", year=YEAR, state=FigureState.NOT_APPLICABLE)
    (one,) = of("{{ 甲 }}件", ledger(gone, relations=[sum_of("甲", operand)]))
    assert (one.figure, one.kind) == ("甲", OpenKind.PENDING)


def test_a_figure_that_does_not_apply_means_that_the_sentence_must_change():
    gone = Figure(indicator="甲", year=YEAR, state=FigureState.NOT_APPLICABLE)
    (one,) = of("罚没{{ 甲 }}元", ledger(gone))
    assert (one.kind, one.figure, one.reason) == (OpenKind.CHECK, "甲", "不适用，这句话要改写。")


def test_two_equal_marks_of_one_text_are_two_things_each_with_its_own_place():
    first, second = of("【待核：3月】印发，【待核：3月】施行", ledger())
    assert (first.start, second.start) == (0, 10)

    made = context(
        report(section("s", entry("e", "【待核：3月】印发，【待核：3月】施行"))), ledger()
    )
    said = [one for one in checks.run(made) if one.rule == checks.PENDING]
    assert [(one.start, one.length) for one in said] == [(0, 7), (10, 7)]


def test_a_date_that_is_to_come_is_of_its_own_kind():
    made = context(report(back=[element("b", "【待填：成文日期（上年2025年1月5日）】")]), ledger())
    (one,) = in_text(made)
    assert (one.kind, one.label, one.reason) == (OpenKind.ELEMENT, "成文日期", "上年2025年1月5日")


@pytest.mark.parametrize(
    ("text", "state", "kept", "undecided"),
    [
        ("规范执法。", EntryState.UNTOUCHED, False, True),
        ("规范执法。", EntryState.UNTOUCHED, True, False),
        ("规范执法。", EntryState.NEW, False, False),
        ("规范执法{{ 甲 }}次。", EntryState.UNTOUCHED, False, False),  # its figure is open already
    ],
)
def test_an_entry_that_nobody_decided_on(text, state, kept, undecided):
    found = of(text, ledger(), states={"e": state}, kept=frozenset(["e"] if kept else []))
    assert [one.piece for one in found if one.kind is OpenKind.UNDECIDED] == ["e"] * undecided


def test_promises_and_findings_are_open_too_until_they_are_ignored():
    made = context(report(section("s", number="（二）")), ledger())
    found = checks.run(made)
    kinds = {one.finding.rule for one in open_items(made, found).of([OpenKind.FINDING])}
    assert {"S00", "S01", "S02", "S10"} <= kinds

    left = open_items(made, [one for one in found if one.rule != "S02"])
    assert "S02" not in {one.finding.rule for one in left.of([OpenKind.FINDING])}


def test_walking_can_keep_to_some_kinds():
    made = context(report(section("s", entry("e", "【待核：3月】{{ 甲 }}件"))), ledger())
    found = everything(made)
    assert found.next_after(None, [OpenKind.PENDING]).figure == "甲"
    assert found.next_from("e", 3, [OpenKind.CHECK]).kind is OpenKind.CHECK
    assert found.next_after(None, [OpenKind.CARRIED]) is None
    assert found.next_from("e", 1).figure == "甲"


def test_how_much_is_open_in_words():
    made = context(report(section("s", entry("e", "【待核：3月】{{ 甲 }}件"))), ledger())
    found = everything(made)
    assert found.said(OpenKind.PENDING, OpenKind.CARRIED, OpenKind.CHECK) == "待报1项、待核1项"
    assert found.unfinished == found.blocks_final == "1项待填、1项待核"
    assert OpenItems(()).unfinished == OpenItems(()).blocks_final == ""


def test_what_blocks_a_final_copy_is_what_is_open_in_the_text():
    every = OpenItems(
        tuple(OpenItem(kind=kind, label="", place="", reason="") for kind in OpenKind)
    )
    assert every.blocks_final == "3项待填、1项待核、1项未定、1项新数"
    assert OpenItems(tuple(every.of([OpenKind.PROMISE, OpenKind.FINDING]))).blocks_final == ""


def test_a_finding_is_an_item_with_all_that_the_finding_says():
    made = context(report(section("s", entry("e", "文字"), number="（二）")), ledger())
    at_piece = Finding(
        rule="S02",
        severity=Severity.MUST,
        text="长" * 40,
        message="编号应为“（一）”。",
        fix=Advice("改"),
        piece="s",
        start=1,
        length=2,
    )
    anywhere = replace(at_piece, rule="S01", text="", piece="", place="全文", start=0, length=0)
    promise = replace(anywhere, rule="S13", fix=AnswerPromise(promise="p1"), place="上年安排对照")
    open_text = replace(at_piece, rule="P00")

    one, whole, asked = (
        item for item in open_items(made, [promise, anywhere, open_text, at_piece]).items
    )
    assert (one.kind, one.label, one.reason) == (
        OpenKind.FINDING,
        "长" * 23 + "…",
        at_piece.message,
    )
    assert (one.piece, one.start, one.length, one.pieces) == ("s", 1, 2, ("s",))
    assert (one.place, one.promise, one.finding) == (made.place("s"), "", at_piece)
    asked, whole = (asked, whole) if asked.promise else (whole, asked)
    assert (whole.kind, whole.label, whole.place) == (OpenKind.FINDING, anywhere.message, "全文")
    assert (whole.piece, whole.pieces, whole.finding) == ("", (), anywhere)
    assert (asked.kind, asked.promise, asked.place) == (OpenKind.PROMISE, "p1", "上年安排对照")
    found = open_items(made, [at_piece, anywhere])
    assert found.of([OpenKind.FINDING], ["s"]) == [one]
    assert found.of([OpenKind.FINDING], ["别处"]) == []


def test_an_undecided_entry_is_called_by_its_title_or_its_text():
    titled = replace(entry("e", "规范执法。开展评查。"), title="规范执法")
    for one, label in (
        (titled, "规范执法"),
        (entry("e", "甲\n 乙"), "甲 乙"),
        (entry("e", ""), ""),
    ):
        made = context(report(section("s", one)), ledger(), states={"e": EntryState.UNTOUCHED})
        (found,) = open_items(made, []).of([OpenKind.UNDECIDED])
        assert found.label == (label or found.place)
        assert found.reason == "去年的原文，保留、改写还是不再写，还没有定。"
        assert (found.start, found.length, found.pieces) == (0, len(one.text), ("e",))
