"""A notice that sends the report out is none of the report, and that is asked about."""

import pytest

from tests.understanding import written
from tests.understanding.written import BACK, SIGNATURE, elements, read

TITLE = "霞屏县2024年法治政府建设年度报告"
REPORT = written.lines(front=(TITLE,))


def asked(found):
    return [change for change in found.changes if change.rule.value == "notice_above"]


@pytest.mark.parametrize(
    "notice",
    [
        (
            "霞政办发〔2025〕18号",
            f"关于印发{TITLE}的通知",
            "各乡镇人民政府：",
            f"《{TITLE}》已经审定，现印发给你们。",
            "霞屏县人民政府办公室",
            "2025年3月5日",
        ),
        (
            "霞屏县人民政府办公室",
            "关于转发《霞屏县2024年法治政府",
            "建设年度报告》的通知",
            "霞政办发〔2025〕18号",
            "县政府各部门：",
            "现将报告转发给你们，请认真学习。",
            "2025年3月5日",
        ),
        ("霞政函〔2025〕18号", f"关于报送{TITLE}的函", "市司法局：", "现报上，请查收。"),
        (f"关于公布《{TITLE}》的公告", "现予公布。", SIGNATURE, "2025年3月5日"),
    ],
)
def test_the_report_below_a_notice_has_nothing_of_it(notice):
    found = read([*notice, *REPORT])

    assert [change.open for change in asked(found)] == [True]
    assert "".join(elements(found, "title")) == TITLE.replace("2024", "{{ 年 }}")
    assert (elements(found, "doc_number"), elements(found, "addressee")) == ([], [])
    assert (elements(found, "signature"), found.date) == ([SIGNATURE], "2025-02-06")
    assert "18号" not in written.as_text(found)


@pytest.mark.parametrize(
    "head",
    [
        ("霞政发〔2025〕18号",),
        ("法治政府建设 信息公开 通知公告", "霞政发〔2025〕18号"),
        ("霞屏县人民政府文件", "霞政发〔2025〕18号", "霞屏县人民政府"),
    ],
)
def test_the_number_above_a_report_alone_is_its_own(head):
    found = read([*head, *REPORT])

    assert asked(found) == []
    assert elements(found, "doc_number") == ["霞政发〔2025〕18号"]


def test_a_report_that_reports_to_above_is_no_notice():
    found = read(["霞屏县人民政府关于报送2024年法治政府建设年度报告的报告", *REPORT[1:-3], *BACK])

    assert asked(found) == []
