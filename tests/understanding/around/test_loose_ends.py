"""What nobody foresaw below the date, in it or around the title swallows neither of them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nianbao.report.model import EntryKind
from tests.understanding import written
from tests.understanding.written import elements, read

BELOW = [
    "7/7",
    "Page 7 of 7",
    "【7】",
    "P7",
    "联系邮箱：sfj@example.cn",
    "传真：1234567",
    "注：数据截至2024年12月31日。",
    "说明：部分数据为快报数，以年鉴为准，使用时请注意口径。",
    "扫码看图解",
    "打印：文印中心",
    "此页无正文",
    "（以下空白）",
    "关于数据口径的说明：全年数据由各单位报送，经县司法局汇总审核，个别数据与有关部门公布的"
    "口径不一致的，以有关部门公布的为准，使用时请注意，并请以最终公布的年鉴为准，特此说明。",
    "END",
]


def unharmed(found, signature=written.SIGNATURE, date="2025-02-06"):
    """Assert that signature, date and closing were found, and the last plan ends before them."""
    last = found.report.sections[-1].sections[-1].entries[-1]

    assert (elements(found, "signature"), found.date) == ([signature], date)
    assert elements(found, "closing") == [written.CLOSING]
    assert last.kind is EntryKind.PLAN
    assert last.text.endswith("提高针对性。")


@given(below=st.lists(st.sampled_from(BELOW), min_size=1, max_size=3), blank=st.booleans())
@settings(max_examples=80, deadline=None)
def test_whatever_follows_the_date_the_report_ends_above_it(below, blank):
    back = [*written.BACK, *([""] if blank else []), *below]

    unharmed(read(written.lines(back=back)))


@pytest.mark.parametrize(
    "date",
    [
        *("25年2月6日", "’25年2月6日", "25.2.6", "2025、2、6", "2025,2,6", "2025·2·6", "20250206"),
        *("【2025年2月6日】", "2025年2月6日。", "2025年l月6日", "2025．2．6．", "2025年2月6日报"),
        *("2025年2月6日下午", "2025年02月06日 08时", "二〇二五·二·六", "2025年2月6日（修订）"),
    ],
)
def test_a_date_below_the_body_that_signs_may_be_written_in_any_way(date):
    month = "01" if "l" in date else "02"

    unharmed(read(written.lines(back=[*written.BACK[:2], date])), date=f"2025-{month}-06")


def test_two_bodies_on_a_line_have_the_day_below_each():
    bodies, days = "霞屏县司法局　　　霞屏县财政局", "2025年2月6日　　　　2025年2月6日"

    unharmed(read(written.lines(back=[written.CLOSING, bodies, days])), bodies)


def test_no_text_on_this_page_stands_between_closing_and_signature():
    note = "（此页无正文）"

    unharmed(read(written.lines(back=[written.CLOSING, note, *written.BACK[1:]])))


def test_a_day_of_two_numerals_is_that_day():
    back = [*written.BACK[:2], "二〇二五年二月二三日"]

    unharmed(read(written.lines(back=back)), date="2025-02-23")


def test_without_a_date_that_can_be_read_the_closing_and_the_signature_stay():
    unharmed(read(written.lines(back=[*written.BACK[:2], "呈报之日"])), date="")


@pytest.mark.parametrize(
    "body",
    [
        *("霞屏县第一中学", "霞屏县档案馆", "霞屏县供销合作社", "县长：李三"),
        *("霞屏县人民政府（加盖印章）", "〔霞屏县人民政府〕", "落款：霞屏县人民政府"),
    ],
)
@pytest.mark.parametrize("apart", ["　　　", None])
def test_whoever_stands_apart_from_the_date_below_a_closing_signs(body, apart):
    signed = [body, "2025年2月6日"] if apart is None else [f"{body}{apart}2025年2月6日"]

    unharmed(read(written.lines(back=[written.CLOSING, *signed])), body)


@pytest.mark.parametrize(
    "closing",
    [
        "报告完毕，请审议。谢谢大家！",
        *("以上报告如无不妥，请审议。", "以上报告，敬请审议。", "以上报告不妥之处，请指正。"),
        "以上汇报若有疏漏，敬请指正！",
        "现予报告。",
    ],
)
def test_a_closing_asks_in_many_words(closing):
    found = read(written.lines(back=[closing, *written.BACK[1:]]))

    assert elements(found, "closing") == [closing]


def test_a_letter_that_goes_before_the_report_does_not_end_it():
    letter = ["县人大常委会：", "现将年度报告呈上，请予审议。", "霞屏县人民政府", "2025年2月6日"]
    report = written.lines()
    found = read([*report[:2], *letter, *report[2:]])

    assert len(written.numbers(found)) == len(written.numbers(read(report)))
    assert found.report.sections[0].title == "主要举措和成效"


@pytest.mark.parametrize("pages", ["（共3页）", "（3页）", "3份", "共3份"])
@pytest.mark.parametrize("above", [False, True])
def test_how_many_pages_an_attachment_has_is_no_figure(pages, above):
    attachment = f"附件：年度统计表{pages}" if "页" in pages else f"附件：{pages}"
    back = [*written.BACK[:1], attachment, *written.BACK[1:]]
    found = read(written.lines(back=back if above else [*written.BACK, attachment]))

    assert written.numbers(found) == written.numbers(read(written.lines()))


@pytest.mark.parametrize(
    "number",
    [
        *("霞政发2025〕3号", "霞政发〔2025年〕3号", "霞政发＜2025＞3号", "霞政发《2025》3号"),
        *("霞政发〖2025〗3号", "霞政发2025年3号", "（霞政发〔2025〕3号）"),
    ],
)
@pytest.mark.parametrize("above", [False, True])
def test_a_document_number_in_any_brackets(number, above):
    front = [number, written.TITLE] if above else [written.TITLE, number]
    found = read(written.lines(front=front))

    assert elements(found, "doc_number") == [number]
    assert len(elements(found, "title")) == 1


@pytest.mark.parametrize(
    "lines",
    [
        [f"《{written.TITLE}》"],
        [f"“{written.TITLE}”"],
        ["《霞屏县人民政府", "关于2024年法治政府建设情况的报告》"],
        ["霞屏县人民政府关于20", "24年法治政府建设情况的报告"],
        ["霞屏县法治政府建设情况报告", "（2024年度）"],
    ],
)
def test_a_title_in_quotes_cut_in_its_year_or_with_its_year_below(lines):
    found = read(written.lines(front=lines))

    assert "".join(written.as_text(found).split("\n")[: len(lines)]) == "".join(lines)
    assert len(elements(found, "title")) == len(lines)
    assert (found.report.unit, found.report.year) == ("霞屏县", 2024)


@pytest.mark.parametrize(
    "between",
    [
        ["（2025年2月6日县人大常委会第9次会议书面报告）"],
        ["2025年2月6日在霞屏县第三届人民代表大会常务委员会", "第九次会议上", "县长　李三"],
        ["县司法局", "（2025年2月）"],
        ["（提请县政府常务会议审议）"],
        [],
    ],
)
@pytest.mark.parametrize(
    "addressee",
    [
        ["县人大常委会："],
        ["主任、各位副主任、各位委员："],
        ["尊敬的主任，各位副主任、各位委员："],
        ["市委全面依法治市委员会办公室，", "市人民政府："],
    ],
)
def test_whatever_short_lines_stand_above_the_addressee_are_notes(between, addressee):
    found = read(written.lines(front=[written.TITLE, "", *between, *addressee]))

    assert elements(found, "addressee") == addressee
    assert len(elements(found, "preface")) == 1
    assert len(elements(found, "note")) + len(elements(found, "date")) == len(between) + len(
        written.BACK[2:]
    )
    assert found.date == "2025-02-06"


@pytest.mark.parametrize("title", ["我县2024年法治政府建设年度报告", "本县2024年法治政府建设情况"])
def test_our_county_is_no_name(title):
    assert read(written.lines(front=[title])).report.unit == "霞屏县"


@pytest.mark.parametrize("closing", ["以上报告，请审议。", "特此报告。"])
@pytest.mark.parametrize("back", [written.BACK[1:], written.BACK[1:2], written.BACK[2:]])
def test_a_closing_at_the_end_of_the_last_paragraph_is_taken_off(closing, back):
    text = written.lines(back=())
    found = read([*text[:-1], text[-1] + closing, *back])

    assert elements(found, "closing") == [closing]
    assert found.report.sections[-1].sections[-1].entries[-1].text.endswith("提高针对性。")


def test_a_seal_on_a_line_of_its_own_in_any_brackets():
    for seal in ("[公章]", "【印章】", "（盖章）"):
        found = read(written.lines(back=[written.CLOSING, seal, *written.BACK[1:]]))

        assert elements(found, "closing") == [written.CLOSING]


@pytest.mark.parametrize("date", ["2025年2月　　日", "2025年2月   日", "二〇二五年二月　日"])
def test_a_day_that_is_left_blank_leaves_the_month(date):
    unharmed(read(written.lines(back=[*written.BACK[:2], date])), date="2025-02")


@pytest.mark.parametrize("attached", ["附表（3张）", "附：1.统计表（2页）　2.目录（5页）"])
def test_sheets_of_an_attachment_are_no_figures(attached):
    found = read(written.lines(back=[written.CLOSING, attached, *written.BACK[1:]]))

    assert written.numbers(found) == written.numbers(read(written.lines()))
    assert elements(found, "attachment") == [attached]


@pytest.mark.parametrize(
    "title",
    [
        "霞屏县2024年度法治政府建设情况年报",
        "霞屏县2024年法治政府建设工作总结及2025年工作计划",
        "【定稿】霞屏县人民政府关于2024年法治政府建设情况的报告",
    ],
)
def test_a_title_that_says_more_than_a_report(title):
    found = read(written.lines(front=[title]))

    assert len(elements(found, "title")) == 1
    assert (found.report.unit, found.report.year) == ("霞屏县", 2024)


@pytest.mark.parametrize(
    "lines",
    [
        ["霞屏县", "2024年法治政府建设年度报告"],
        ["霞屏县人民政府关于", "报送2024年度法治政府建设情况的报告"],
        ["霞屏县关于", "全面推进2024年法治政府建设情况的报告"],
    ],
)
def test_the_name_of_a_county_and_an_open_end_belong_to_the_title_below(lines):
    found = read(written.lines(front=lines))

    assert len(elements(found, "title")) == 2
    assert (found.report.unit, found.report.year) == ("霞屏县", 2024)


@pytest.mark.parametrize("sentence", ["加快建设法治政府。", "效果明显。", "特此报告。"])
def test_a_sentence_above_a_date_signs_nothing(sentence):
    found = read([*written.lines(back=()), sentence, written.DATE])

    assert elements(found, "signature") == []
    assert found.date == "2025-02-06"


def test_the_last_number_of_a_list_above_who_signs_is_no_page():
    lines = ["行政处罚（件）", "公安局", "210", "司法局", "45"]
    found = read([*written.lines(back=()), *lines, *written.BACK[1:]])

    assert "\n".join(lines) in written.as_text(found)
    assert {"210", "45"} <= {one.text for one in found.numerals if one.kind.value == "asked"}


def test_a_bare_number_above_who_signs_is_one():
    found = read([*written.lines(back=()), "7", *written.BACK[1:]])

    assert [one.before for one in found.changes if one.rule.value == "furniture"] == ["7"]
