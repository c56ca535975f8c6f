"""The date below a report is a date in whatever writing, and no text of the last section."""

import time

import pytest

from nianbao.standards.layout import layout
from nianbao.understanding.lines import days
from tests.understanding import written
from tests.understanding.written import SIGNATURE, elements

TEXT = written.lines(back=())
DATES = {
    "贰〇贰伍年一月十五日": "2025-01-15",
    "贰零贰伍年壹月壹拾伍日": "2025-01-15",
    "贰零贰伍年零壹月壹拾伍日": "2025-01-15",
    "贰○贰伍年元月": "2025-01",
    "二○二五年元月": "2025-01",
    "二零二五年1月15日": "2025-01-15",
    "二五年一月十五日": "2025-01-15",
    "廿五年一月十五日": "2025-01-15",
    "二千零二十五年一月十五日": "2025-01-15",
    "二 〇 二 五 年 一 月 十 五 日": "2025-01-15",
    "2025年元月中旬": "2025-01",
    "2025年1月中旬": "2025-01",
    "二〇二五年一月下旬": "2025-01",
    "2025年1月底": "2025-01",
    "2025年1月×日": "2025-01",
    "2025年1月__日": "2025-01",
    "Jan. 15, 2025": "2025-01-15",
    "January 15, 2025": "2025-01-15",
    "15 January 2025": "2025-01-15",
    "15-Jan-2025": "2025-01-15",
    "JAN 15TH 2025": "2025-01-15",
    "January 2025": "2025-01",
    "Wednesday, January 15, 2025": "2025-01-15",
    "15/01/2025": "2025-01-15",
    "01/15/2025": "2025-01-15",
    "15.01.2025": "2025-01-15",
    "05/01/2025": "",
    "公元2025年1月15日": "2025-01-15",
    "于2025年1月15日": "2025-01-15",
    "2025年1月15日写于霞屏": "2025-01-15",
    "2025年1月15日，霞屏": "2025-01-15",
    "2025年01月15日定稿": "2025-01-15",
    "2025年1月15日夜": "2025-01-15",
    "2025年1月15曰": "2025-01-15",
    "2025午1月15日": "2025-01-15",
    "2025_01_15": "2025-01-15",
    "2025\\1\\15": "2025-01-15",
    "２０２５。１。１５": "2025-01-15",
    "2025年㋀15日": "2025-01-15",
    "2O25年2月1О日": "2025-02-10",
    "2o25.O2.1O": "2025-02-10",
    "2025年1月15日-20日": "",
    "2025年1-2月": "",
    "2025年×月×日": "",
    "××××年×月×日": "",
    "____年__月__日": "",
    "　　年　月　日": "",
    "20  年  月  日": "",
    "2025年正月十六": "",
    "农历乙巳年正月十六": "",
    "民国一一四年一月十五日": "",
    "2025年第一季度": "",
    "2025年春节前": "",
    "二〇二五年新春": "",
    "2025年": "",
    "签发日期：2025年1月中旬": "2025-01",
}


@pytest.mark.parametrize("below", [(), ("（此件公开发布）",), ("联系人：张三",)])
@pytest.mark.parametrize("above", [(), (written.CLOSING,)])
@pytest.mark.parametrize("date", DATES)
def test_below_who_signs_stands_the_date(date, above, below):
    found = written.read([*TEXT, *above, SIGNATURE, date, *below])

    assert len(elements(found, "date")) == 1
    assert elements(found, "signature") == [SIGNATURE]
    assert found.date == DATES[date]
    assert written.outline(found) == written.OUTLINE
    assert found.report.sections[-1].sections[-1].entries[-1].text.endswith("提高针对性。")


@pytest.mark.parametrize("date", [one for one in DATES if "：" not in one])
def test_a_date_is_the_last_line_without_a_signature_too(date):
    found = written.read([*TEXT, date])

    assert len(elements(found, "date")) == 1
    assert found.date == DATES[date]


@pytest.mark.parametrize("date", [one for one, iso in DATES.items() if iso and "：" not in one])
def test_a_date_stands_on_the_line_of_the_signature(date):
    found = written.read([*TEXT, f"{SIGNATURE}　　{date}"])

    assert (elements(found, "signature"), found.date) == ([SIGNATURE], DATES[date])


@pytest.mark.parametrize("date", ["二〇二五年元月", "贰零贰伍年壹月"])
def test_all_of_the_end_on_one_line(date):
    found = written.read([*TEXT, f"特此报告。{SIGNATURE}　{date}"])

    assert elements(found, "closing") == ["特此报告。"]
    assert (elements(found, "signature"), found.date) == ([SIGNATURE], "2025-01")


@pytest.mark.parametrize("end", ["呈报之日", "岁末"])
def test_what_is_no_date_below_who_may_sign_is_asked_about(end):
    found = written.read([*TEXT, SIGNATURE, end])

    assert [c.before for c in found.changes if c.open and c.rule == "end_in_doubt"] == [SIGNATURE]


@pytest.mark.parametrize(
    "text",
    ["", "一、", "6", "（一）", "1.", "12、", "十五", "全年共办理12件", "县人民政府", "第3号"],
)
def test_what_says_no_year_and_no_month_is_no_date(text):
    assert not days.is_told(text, layout())


@pytest.mark.parametrize("piece", ["2025年1月", "Jan ", "年 月 ", "十", "  ", "2025."])
def test_a_date_is_looked_for_in_linear_time(piece):
    text = piece * 20_000
    begin = time.process_time()
    days.is_told(text, layout())
    days.start_of_last(text, layout())

    assert time.process_time() - begin < 1
