"""Who is named with a post is asked about each year; a post without a name is not."""

import pytest

from nianbao.drafting.years import new_year
from tests.drafting.drafts import BODY, FRAME, drafted, read, text


def test_who_is_named_is_asked_about_in_text_and_in_front_of_it():
    lines = [line.format(year=2025, next=2026, first=BODY, second=BODY) for line in FRAME]
    lines[3] = "（一）规范行政执法。县委书记王明远、县长李文博担任双组长。"
    last = read(lines[0], "霁岚县司法局局长 周正", *lines[1:])
    draft = text(last, new_year.start(last.report, last.indicators, last.figures))

    assert "霁岚县司法局【待核：局长 周正】" in draft
    assert "县委【待核：书记王明远】、【待核：县长李文博】担任" in draft


@pytest.mark.parametrize(
    "said",
    [
        "县委书记、县长分别主持会议",
        "县长高度重视法治建设",
        "局长张贴公告",
        "主任任务明确",
        "公开联系人、联系电话",
        "县长于年初主持召开常务会议",
        "县长于会前带头学法",
        "主任常态化带头述法",
        "院长连续主持听证",
        "局长常年带队检查",
    ],
)
def test_a_post_without_a_name_is_no_question(said):
    assert "【待核：" not in drafted(f"{said}。").split("（二）")[0]
