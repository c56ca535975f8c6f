"""Front and back matter by its fields: each is read, written as such a thing is, and carried."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nianbao.drafting import element_fields
from nianbao.errors import DoubtError, InputError
from nianbao.report.model import Element, ElementKind

TODAY = date(2027, 1, 20)


def element(kind, text):
    return Element(id="x", kind=ElementKind(kind), text=text)


def fill(kind, text, name, typed, *, sure=False):
    return element_fields.filled(
        element(kind, text), name, typed, year=2026, today=TODAY, sure=sure
    )


NUMBER = "【待填：发文字号（上年青政发〔2026〕7号）】"
DATE = "【待填：成文日期（上年2026年2月1日）】"


@pytest.mark.parametrize(
    ("kind", "text", "held"),
    [
        ("date", "2027年2月1日", {"成文日期": "2027年2月1日"}),
        ("date", DATE, {"成文日期": ""}),
        ("doc_number", "青政发〔2027〕7号", {"发文字号": "青政发〔2027〕7号"}),
        ("doc_number", "青政发〔2027〕【待填：顺序号】号", {"发文字号": ""}),
        ("doc_number", NUMBER, {"发文字号": ""}),
        ("doc_number", "青政发〔2027〕　号", {"发文字号": ""}),
        ("doc_number", "青政发〔2027〕×号", {"发文字号": ""}),
        ("doc_number", "青政发〔2027〕7－1号", {"发文字号": "青政发〔2027〕7－1号"}),
        ("signer", "签发人：张某某", {"签发人": "张某某"}),
        ("signer", "【待填：签发人】", {"签发人": ""}),
        (
            "note",
            "（联系人：李某，联系电话：0123-4567890）",
            {"联系人": "李某", "电话": "0123-4567890"},
        ),
        ("note", "（联系人：张　三；手机：12）", {"联系人": "张　三"}),
        ("note", "联系人：李四、王五　电话：12", {"联系人": "李四、王五", "电话": "12"}),
        ("note", "（联系人：；电话：12转801）", {"联系人": "", "电话": "12转801"}),
        ("signer", '签发人：李{{ "{" }}四', {"签发人": "李{四"}),
        ("note", "（此件公开发布）", {}),
        ("imprint", "青岚县人民政府办公室　2027年2月3日印发", {"印发日期": "2027年2月3日"}),
        ("imprint", "青岚县人民政府办公室　【待填：印发日期】印发", {"印发日期": ""}),
        ("title", "青岚县2026年法治政府建设年度报告", {}),
    ],
)
def test_fields_are_read(kind, text, held):
    assert {one.name: one.held for one in element_fields.fields(element(kind, text))} == held


@pytest.mark.parametrize(
    ("kind", "text", "name", "typed", "written"),
    [
        ("date", DATE, "成文日期", "2.1", "2027年2月1日"),
        ("date", DATE, "成文日期", "２０２７－２－１", "2027年2月1日"),
        ("date", DATE, "成文日期", "27年2月1日", "2027年2月1日"),
        ("doc_number", NUMBER, "发文字号", "3", "青政发〔2027〕3号"),
        ("doc_number", NUMBER, "发文字号", "第３号", "青政发〔2027〕3号"),
        ("doc_number", NUMBER, "发文字号", "青府发〔2027〕4号", "青府发〔2027〕4号"),
        ("doc_number", "青政发〔2027〕【待填：顺序号】号", "发文字号", "5", "青政发〔2027〕5号"),
        ("date", DATE, "成文日期", "20270201", "2027年2月1日"),
        ("doc_number", NUMBER, "发文字号", "青府发[2027]04号", "青府发〔2027〕4号"),
        ("signer", "签发人：张某某", "签发人", "签发人：王某", "签发人：王某"),
        (
            "note",
            "（联系人：张　三，电话：12）",
            "联系人",
            "李　四",
            "（联系人：李　四，电话：12）",
        ),
        ("note", "（联系人：李某，电话：12转3）", "电话", "34", "（联系人：李某，电话：34）"),
        ("signer", "签发人：张某某", "签发人", "王某", "签发人：王某"),
        ("signer", "【待填：签发人】", "签发人", "王某", "签发人：王某"),
        ("signer", "签发人：张某某", "签发人", "", "签发人：【待填：签发人】"),
        ("note", "（联系人：李某，电话：12）", "联系人", "赵某", "（联系人：赵某，电话：12）"),
        ("note", "（联系人：李某，电话：12）", "电话", "34", "（联系人：李某，电话：34）"),
        (
            "imprint",
            "办公室　【待填：印发日期】印发",
            "印发日期",
            "2.3",
            "办公室　2027年2月3日印发",
        ),
    ],
)
def test_what_is_typed_is_written_as_such_a_thing_is(kind, text, name, typed, written):
    assert fill(kind, text, name, typed) == written


@pytest.mark.parametrize("typed", ["2.30", "明天", "2027年13月1日", "1"])
def test_what_is_no_date_is_refused(typed):
    with pytest.raises(InputError, match="不是日期"):
        fill("date", DATE, "成文日期", typed)


@pytest.mark.parametrize("typed", ["赵某）", "赵某，钱某", "赵某电话：7"])
def test_what_would_not_be_read_as_that_field_is_refused(typed):
    with pytest.raises(InputError, match=f"“{typed}”不能填作联系人"):
        fill("note", "（联系人：李某，电话：12）", "联系人", typed)


NAMES = st.text("甲乙丙　 、·，）：{}电话人0", min_size=1, max_size=6)


@given(
    st.sampled_from([("联系人", NAMES), ("电话", st.text("0123-转、/ 甲", min_size=1))]), st.data()
)
def test_what_is_filled_in_is_held_by_the_field_and_replaced_whole(which, data):
    name, texts = which
    before = "（联系人：张　三，联系电话：12）"
    try:
        written = fill("note", before, name, data.draw(texts))
    except InputError:
        return
    again = fill("note", written, name, "3" if name == "电话" else "乙")
    wanted = fill("note", before, name, "3" if name == "电话" else "乙")
    assert again == wanted


def test_a_number_of_another_year_is_asked_about_and_none_has_no_ordinal():
    with pytest.raises(DoubtError, match="2026年度的报告"):
        fill("doc_number", NUMBER, "发文字号", "青政发〔2025〕7号")
    sure = fill("doc_number", NUMBER, "发文字号", "青政发〔2025〕7号", sure=True)
    assert sure == "青政发〔2025〕7号"
    with pytest.raises(InputError, match="不是发文字号"):
        fill("doc_number", NUMBER, "发文字号", "0")


def test_a_date_of_another_year_is_asked_about():
    with pytest.raises(DoubtError, match="2026年度的报告"):
        fill("date", DATE, "成文日期", "2025年2月1日")
    assert fill("date", DATE, "成文日期", "2025年2月1日", sure=True) == "2025年2月1日"


@pytest.mark.parametrize(
    ("kind", "text", "offered"),
    [
        ("date", DATE, "2027年1月20日"),
        ("doc_number", NUMBER, "青政发〔2027〕【待填：顺序号】号"),
        (
            "doc_number",
            "【待填：发文字号（上年青政发〔2026〕　号）】",
            "青政发〔2027〕【待填：顺序号】号",
        ),
        ("doc_number", "【待填：发文字号】", ""),
        ("doc_number", "青政发〔2027〕7号", ""),
        ("signature", "【待填：发文机关署名】", ""),
    ],
)
def test_what_an_element_may_read_is_offered(kind, text, offered):
    assert element_fields.offered(element(kind, text), TODAY) == offered


def test_a_number_without_a_code_is_refused():
    with pytest.raises(InputError, match="不是发文字号"):
        fill("doc_number", "【待填：发文字号】", "发文字号", "3")


@given(st.dates(date(2026, 1, 1), date(2027, 12, 31)))
def test_a_date_comes_back_as_it_was_typed(day):
    written = fill("date", DATE, "成文日期", f"{day:%Y-%m-%d}")
    (field,) = element_fields.fields(element("date", written))
    assert element_fields.read_date(field.held, TODAY) == day
