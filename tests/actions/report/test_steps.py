"""Small actions on entries, fields and history: each named, each taken back whole."""

from datetime import date

import pytest

from nianbao.actions import correcting, editing, elements, naming
from nianbao.actions.figures.doubts import Doubts
from nianbao.actions.importing import import_report
from nianbao.actions.safe import history, versions
from nianbao.desk.incoming import reading
from nianbao.drafting.pieces import arrange
from nianbao.errors import DoubtError, InputError
from nianbao.machine import clock
from nianbao.report.figures.figure import CLEARED
from nianbao.report.figures.standing import Standing
from nianbao.report.mark import Mark, MarkKind
from nianbao.report.model import ElementKind
from nianbao.views.form import fields
from tests.actions.desks import UNIT, entry, lines, named, with_element


def last_step(desk):
    return desk.steps()[0].name


def test_a_decision_is_made_and_taken_back(begun):
    piece = entry(begun, "执法案卷评查")
    name = editing._name(begun, piece)
    before = begun.marks
    editing.keep(begun, piece)
    assert last_step(begun) == f"保留“{name}”"
    assert Mark(kind=MarkKind.KEPT, target=piece) in begun.marks
    editing.reconsider(begun, piece)
    assert last_step(begun) == f"“{name}”改为待定"
    assert begun.marks == before


def test_last_years_value_is_put_aside_for_none(begun):
    name = named(begun, "法律明白人")
    label = begun.ledger.indicators[name].label
    editing.clear(begun, name)
    assert begun.ledger.standing(name) is Standing.PENDING
    assert begun.ledger.figures[name].source == CLEARED
    assert last_step(begun) == f"清空“{naming.short(label)}”，重新报"
    editing.confirm(begun, [name])
    assert last_step(begun) == f"确认沿用“{naming.short(label)}”"
    assert begun.ledger.known(name) == 1236


def test_several_stocks_are_confirmed_as_one_step_and_what_has_no_value_is_left(begun):
    names = [named(begun, "法律明白人"), named(begun, "复议申请新收"), "没有"]
    editing.confirm(begun, names)
    assert last_step(begun) == "确认沿用2个数"
    assert begun.ledger.figures[names[0]].source == "沿用2025年度，已确认"
    steps = len(begun.store.history())
    editing.confirm(begun, ["没有"])
    assert len(begun.store.history()) == steps


def test_of_several_faults_the_first_is_said_and_the_others_counted(begun):
    names = [named(begun, word) for word in ("复议申请新收", "纠错数", "案卷")]
    given = list(zip(names, ("若干", "许多", "-1"), strict=True))
    with pytest.raises(InputError) as refused:
        editing.answer_all(begun, given)
    assert refused.value.what.endswith("填的“若干”不是数字。另有2处也不能填。")
    with pytest.raises(InputError) as refused:
        editing.answer_all(begun, [(names[0], "5"), *given[2:]])
    assert refused.value.what.endswith("小于0。")
    editing.answer_all(begun, [(names[0], "84"), (names[1], "12")], source="表")
    assert last_step(begun) == "填入2个数"
    assert begun.ledger.figures[names[0]].source == "表"
    assert begun.store.versions(UNIT, 2026)[0].name == "批量填数前的样子"
    editing.answer(begun, names[0], " ")
    assert last_step(begun).endswith("：待报")


def test_an_entry_goes_to_the_end_of_another_section(begun):
    piece = entry(begun, "列入重大行政决策")
    home = arrange.section_of(begun.report, piece)
    other = arrange.section_of(begun.report, entry(begun, "执法案卷评查"))
    name = editing._name(begun, piece)
    editing.move_to(begun, piece, other.id)
    assert arrange.section_of(begun.report, piece).id == other.id
    assert last_step(begun) == f"“{name}”移到别的节"
    steps = len(begun.store.history())
    editing.move_to(begun, piece, other.id)
    editing.move(begun, piece, 5)
    assert len(begun.store.history()) == steps
    editing.move(begun, piece, -1)
    assert last_step(begun) == f"移动“{name}”"
    begun.undo()
    begun.undo()
    assert arrange.section_of(begun.report, piece).id == home.id


def test_what_the_year_did_not_begin_with_cannot_be_given_back(begun):
    section = arrange.section_of(begun.report, entry(begun, "执法案卷评查"))
    new = editing.add(begun, section.id, source="新写一条。")
    assert last_step(begun) == "新增一条"
    assert arrange.entry_of(begun.report, new).text == "新写一条。"
    with pytest.raises(InputError, match="去年没有这一条"):
        editing.as_last_year(begun, new)
    begun.show(UNIT, 2025)  # no year was begun before it
    with pytest.raises(InputError, match="去年没有这一条"):
        editing.as_last_year(begun, entry(begun, "执法案卷评查"))
    begun.show(UNIT, 2026)
    with pytest.raises(InputError, match="找不到这一条"):
        editing.restore(begun, "没有")
    assert editing._name(begun, editing.add(begun, section.id)) == "新条目"


def test_a_heading_and_an_element_are_called_by_their_text(begun):
    section = next(one for one in begun.report.walk() if one.prefix == "（二）")
    editing.write(begun, section.id, "化解各类矛盾")
    assert last_step(begun) == f"改“{naming.short(section.title)}”"
    title = begun.report.front[0]
    editing.write(begun, title.id, "青岚县年度报告")
    assert last_step(begun).startswith("改“青岚县…年法治")
    assert editing._name(begun, "没有") == "正文"


@pytest.fixture
def today(monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: date(2027, 1, 20))


@pytest.mark.usefixtures("today")
def test_a_date_is_typed_into_its_field_and_out_of_it_again(begun):
    piece = with_element(begun, ElementKind.DATE, "【待填：成文日期（上年2026年1月9日）】")
    elements.set_field(begun, piece, "成文日期", "1.18")
    assert begun.report.back[-1].text == "2027年1月18日"
    assert last_step(begun) == "填成文日期"
    elements.set_field(begun, piece, "成文日期", " ")
    assert begun.report.back[-1].text == "【待填：成文日期】"
    assert last_step(begun) == "清空成文日期"
    doubts = Doubts()
    with pytest.raises(DoubtError, match="这是2026年度的报告"):
        doubts.set_field(begun, piece, "成文日期", "2029.1.18")
    doubts.set_field(begun, piece, "成文日期", "2029.1.18")
    assert begun.report.back[-1].text == "2029年1月18日"


@pytest.mark.usefixtures("today")
@pytest.mark.parametrize(
    ("kind", "text", "offered"),
    [
        (ElementKind.DATE, "【待填：成文日期】", "2027年1月20日"),
        (
            ElementKind.DOC_NUMBER,
            "【待填：发文字号（上年青政发〔2026〕7号）】",
            "青政发〔2027〕【待填：顺序号】号",
        ),
        (ElementKind.DOC_NUMBER, "【待填：发文字号】", ""),
        (ElementKind.SIGNATURE, "【待填：发文机关署名】", ""),
        (ElementKind.SIGNATURE, "【待填：发文机关】", ""),  # as older workspaces hold it
        (ElementKind.DATE, "2027年1月20日", ""),
    ],
)
def test_what_is_offered_for_an_element(begun, kind, text, offered):
    assert fields.offered(begun, with_element(begun, kind, text)) == offered
    assert fields.offered(begun, "没有") == ""


def test_there_is_an_end_to_steps_in_either_direction(begun):
    with pytest.raises(InputError, match=r"没有可以重做的步骤.*最近没有撤销过"):
        history.redo(begun)
    assert history.undo(begun) == "建立2026年度"
    assert history.undo(begun).startswith("导入2025年度报告")
    with pytest.raises(InputError, match="没有可以撤销的步骤"):
        history.undo(begun)
    assert history.redo(begun).startswith("导入2025年度报告")
    newest = begun.store.history()[0].id
    assert history.go(begun, newest) == 1
    assert history.go(begun, 0) == -2
    assert begun.is_empty
    assert history.go(begun, 999) == 0


def test_what_was_undone_before_something_else_is_said_to_be_a_version(begun):
    piece = entry(begun, "执法案卷评查")
    editing.keep(begun, piece)
    history.undo(begun)
    assert history.redo(begun) == history.undo(begun)
    editing.drop(begun, piece)

    with pytest.raises(InputError, match="没有可以重做的步骤") as refused:
        history.redo(begun)

    kept = next(one for one in begun.versions() if one.name.startswith("撤销掉的"))
    assert f"{kept.unit}{kept.year}年度" in str(refused.value)
    assert kept.name in str(refused.value).replace("‘", "“").replace("’", "”")
    versions.restore(begun, kept.id)
    assert Mark(kind=MarkKind.KEPT, target=piece) in begun.marks


def test_rules_and_formulas_are_counted_from_the_first(begun):
    relations = begun.store.relations(UNIT)
    assert correcting.nth_formula(begun, 0) == relations[0]
    for place in (-1, len(relations)):
        with pytest.raises(InputError, match=f"没有第{place + 1}条算式"):
            correcting.nth_formula(begun, place)
    correcting.rename(begun, named(begun, "复议申请新收"), "收案总数")
    assert correcting.nth_rule(begun, 0).label == "收案总数"
    for place in (-1, 1):
        with pytest.raises(InputError, match=f"没有第{place + 1}条更正"):
            correcting.nth_rule(begun, place)
    with pytest.raises(InputError, match="没有“没有的”这个指标"):
        correcting.rename(begun, "没有的", "甲")


def test_a_place_that_is_not_there_and_a_label_that_is_taken_are_refused(begun):
    taken = begun.ledger.indicators[named(begun, "纠错数")].label
    with pytest.raises(InputError, match=f"已经有“{taken}”这个指标"):
        correcting.split(begun, 2025, 0, taken)
    for place in (-1, 99):
        with pytest.raises(InputError, match=f"2025年度的报告里没有第{place + 1}个数"):
            correcting.reject(begun, 2025, place)


def test_a_report_that_is_there_is_not_imported_twice(begun):
    steps = len(begun.store.history())
    same = reading.from_bytes("\n".join(lines(2025, filed=83)).encode(), "又.txt")
    found = import_report(begun, same)
    assert (found.already, found.year, begun.year) == (True, 2025, 2025)
    assert len(begun.store.history()) == steps
    other = reading.from_bytes("\n".join(lines(2025, filed=84)).encode(), "又.txt")
    with pytest.raises(InputError, match=f"{UNIT}2025年度的报告已经在年报库里了，这是另一份文件"):
        import_report(begun, other)
    assert len(begun.store.history()) == steps
