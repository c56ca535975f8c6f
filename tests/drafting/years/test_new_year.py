"""The year turns: text stays, numbers go, and everything done is listed."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from nianbao.drafting import elements
from nianbao.drafting.years import new_year
from nianbao.report import flow
from nianbao.report.document import Document, Paragraph
from nianbao.report.figures.figure import (
    Figure,
    FigureState,
    Indicator,
    Period,
    Relation,
    RelationKind,
)
from nianbao.report.figures.ledger import Ledger
from nianbao.report.model import ElementKind, Entry, EntryKind
from nianbao.understanding.understand import understand

LINES = (
    "青岚县2025年法治政府建设年度报告",
    "2025年，青岚县法治政府建设取得新成效。与2024年相比，群众满意度明显提高。现将有关情况报告如下：",
    "一、2025年主要举措和成效",
    "（一）化解矛盾纠纷。2025年5月30日召开推进会，7月1日起施行。新收行政复议申请83件，其中纠错11件，纠错率13.25%。现有法律明白人1236名。"
    "发放资料12万余份。首次编制目录，贯彻《提升行政执法质量三年行动计划（2023—2025年）》，依托12345热线，文件共计99。",
    "二、存在的不足和原因",
    "一是个别干部能力不足。二是基层力量薄弱。",
    "三、2026年主要安排",
    "（一）强化执法监督。2026年将继续开展案卷评查，提升执法水平。",
    "青岚县人民政府",
    "2026年2月6日",
    "青岚县人民政府办公室　　2026年2月6日印发",
)


@pytest.fixture
def last():
    document = Document(kind="txt", name="x", paragraphs=tuple(Paragraph(text=t) for t in LINES))
    return understand(document, stem="t")


@pytest.fixture
def turned(last):
    return new_year.start(last.report, last.indicators, last.figures)


def draft(last, turned, *answers):
    figures = {figure.indicator: figure for figure in turned.figures}
    figures |= {figure.indicator: figure for figure in answers}
    ledger = Ledger.of(2026, last.indicators, [*last.figures, *figures.values()], last.relations)
    return flow.text(flow.rendered(turned.report, ledger.values()))


def changes(turned, rule):
    return [change.before for change in turned.changes if change.rule == rule]


def named(last, word):
    return next(one.name for one in last.indicators if word in one.name)


def test_nothing_of_last_years_numbers_reaches_the_page_unmarked(last, turned):
    left = re.sub("【[^】]*】", "", draft(last, turned))

    assert sorted(set(re.findall(r"\d+", left))) == ["12345", "2025", "2026", "2027"]


def test_years_move_on_and_are_listed(last, turned):
    text = draft(last, turned)

    assert text.startswith("青岚县2026年法治政府建设年度报告\n2026年，青岚县")
    assert "与2025年相比" in text
    assert "三、2027年主要安排" in text
    shifted = changes(turned, "year_shifted")
    assert len(shifted) == 6
    assert "青岚县2025年法治政府建设年度报…" in shifted


def test_titles_and_plan_periods_stay_and_are_asked_about(last, turned):
    plan = "《提升行政执法质量三年行动计划（2023—2025年）》"
    assert f"贯彻【待核：{plan}】" in draft(last, turned)
    assert changes(turned, "period_ended") == [plan]
    assert changes(turned, "once_only") == ["首次"]


def test_dates_and_stray_numbers_are_marked(last, turned):
    text = draft(last, turned)

    for stretch in ("2025年5月30日", "7月1日", "99"):
        assert f"【待核：{stretch}】" in text
    assert changes(turned, "number_to_check") == ["2025年5月30日", "7月1日", "99"]


def test_flow_is_pending_with_last_years_value_beside_it(last, turned):
    text = draft(last, turned)

    assert re.search(r"新收行政复议申请【待填：[^】]*（件，[^】]*；上年83）】件", text)
    assert re.search(r"发放资料【待填：[^】]*；上年12万）】份", text)


def test_stock_is_shown_as_last_years_and_to_be_confirmed(last, turned):
    assert re.search(r"法律明白人【待填：[^】]*；上年1236，待确认）】名", draft(last, turned))


def test_a_rate_follows_from_its_counts(last, turned):
    received = Figure(indicator=named(last, "新收"), year=2026).answered(Decimal(112), source="t")
    corrected = Figure(indicator=named(last, "纠错数"), year=2026).answered(Decimal(13), source="t")

    text = draft(last, turned, received, corrected)

    assert "新收行政复议申请112件，其中纠错13件，纠错率11.61%" in text


def test_a_rate_waits_for_its_counts(last, turned):
    assert "由公式计算；上年13.25" in draft(last, turned)


def test_the_date_and_imprint_are_to_be_filled_again(last, turned):
    text = draft(last, turned)

    assert "【待填：成文日期（上年2026年2月6日）】" in text
    assert "【待填：印发日期】印发" in text


def test_plans_and_shortcomings_are_kept_as_promises(last, turned):
    assert [(p.kind, p.year, p.title) for p in turned.promises] == [
        ("shortcoming", 2026, "个别干部能力不足"),
        ("shortcoming", 2026, "基层力量薄弱"),
        ("plan", 2026, "强化执法监督"),
    ]


@pytest.mark.parametrize("kind", EntryKind)
def test_what_is_written_anew_has_a_reminder_in_front(kind):
    reminder = new_year.reminder_of(Entry(id="e", kind=kind, text="甲。"))
    assert bool(reminder) is kind.is_written_anew


def test_pieces_keep_their_ids_from_year_to_year(last, turned):
    def ids(report):
        return [entry.id for section in report.walk() for entry in section.entries]

    assert ids(turned.report) == ids(last.report)


def test_what_a_profile_needs_is_added_to_be_filled_in(turned):
    report, added = elements.completed(turned.report, "npc_report")

    kinds = [element.kind for element in report.front]
    assert kinds == [
        ElementKind.DOC_NUMBER,
        ElementKind.TITLE,
        ElementKind.ADDRESSEE,
        ElementKind.PREFACE,
    ]
    assert [change.after for change in added] == ["【待填：发文字号】", "【待填：主送机关】"]


def test_what_is_to_be_filled_in_has_the_name_that_is_shown_elsewhere(turned):
    bare = replace(turned.report, front=(), back=())
    report, _ = elements.completed(bare, "npc_report")

    assert report.front
    assert report.back
    for element in (*report.front, *report.back):
        assert element.text == f"【待填：{element.kind.label}】"


def ledger(*relations, **values):
    names = {name for relation in relations for name in (relation.result, *relation.operands)}
    indicators = [
        Indicator(name=name, label=name, unit="件", period=Period.FLOW) for name in sorted(names)
    ]
    figures = [
        Figure(indicator=name, year=2026).answered(Decimal(value), source="t")
        for name, value in values.items()
    ]
    return Ledger.of(2026, indicators, figures, relations)


def formula(kind, result, *operands, decimals=2):
    return Relation(kind=kind, result=result, operands=operands, decimals=decimals, confirmed=True)


@pytest.mark.parametrize(
    ("kind", "values", "result"),
    [
        (RelationKind.RATIO, {"甲": 726, "乙": 783}, "92.72"),
        (RelationKind.SUM, {"甲": 726, "乙": 57}, "783"),
        (RelationKind.DIFFERENCE, {"甲": 21, "乙": 18}, "3"),
        (RelationKind.CHANGE, {"甲": 49, "乙": 73}, "-32.88"),
    ],
)
def test_formulas_compute(kind, values, result):
    assert ledger(formula(kind, "果", "甲", "乙"), **values).value("果") == Decimal(result)


def test_a_division_by_zero_is_a_mark_and_no_crash():
    divided = ledger(formula(RelationKind.RATIO, "率", "甲", "乙"), 甲=1, 乙=0)

    assert divided.value("率") == "【待填：率（件，公式除以0，算不出来）】"


def test_a_formula_that_comes_back_to_itself_is_a_mark_and_no_crash():
    circle = ledger(formula(RelationKind.SUM, "甲", "乙"), formula(RelationKind.SUM, "乙", "甲"))

    assert circle.value("甲") == "【待填：甲（件，公式互相引用，算不出来）】"


def test_not_applicable_is_said_and_zero_is_a_number():
    one = ledger(formula(RelationKind.SUM, "丙", "甲", "乙"), 甲=0, 乙=0)
    none = Figure(indicator="甲", year=2026, state=FigureState.NOT_APPLICABLE)

    assert one.value("丙") == 0
    assert Ledger.of(2026, one.indicators.values(), [none], []).value("甲") == "【不适用：甲】"


@pytest.mark.parametrize(
    ("written", "drafted"),
    [
        ("考核位列全市第2位", "考核【待核：位列全市第2位】"),
        ("优秀率超九成", "优秀率【待核：超九成】"),
        ("连续三年获评优秀", "【待核：连续三年获评优秀】"),
        ("（2）群众参与不够", "（2）群众参与不够"),
        ("二〇二五年六月三日施行", "【待核：二〇二五年六月三日】施行"),
        ("二〇二五年以来，各项工作有序推进", "二〇二六年以来"),
        ("总计1 236名", "总计【待填："),
    ],
)
def test_other_manners_of_numbers_are_marked_or_moved_too(written, drafted):
    lines = [*LINES[:3], f"（一）规范执法。{written}。", *LINES[4:8]]
    document = Document(kind="txt", name="x", paragraphs=tuple(Paragraph(text=t) for t in lines))
    last = understand(document, stem="t")

    assert drafted in draft(last, new_year.start(last.report, last.indicators, last.figures))


def test_last_years_no_change_is_asked_about():
    lines = [*LINES[:3], "（一）规范执法。召开联席会议4次，与上年持平。", *LINES[4:8]]
    document = Document(kind="txt", name="x", paragraphs=tuple(Paragraph(text=t) for t in lines))
    last = understand(document, stem="t")

    turned = new_year.start(last.report, last.indicators, last.figures)

    assert "持平" in changes(turned, "phrase_to_check")
