"""Last year's text stands beside the current piece."""

from tests.actions import desks

from nianbao.actions import editing
from nianbao.views.form.last_year_text import last_text


def test_an_entry_shows_last_years_words_and_figures_whatever_was_written_since(desk):
    piece = desks.entry(desk, "纠错率")
    editing.write(desk, piece, "全部重写。")

    last = last_text(desk, piece)

    assert last.place == "2025年度报告 · （二） · 第1条"
    assert last.written.text.startswith("新收行政复议申请83件，其中纠错11件，纠错率13.25%。")
    numbers = [last.written.text[n.start : n.start + n.length] for n in last.written.numbers]
    assert numbers == ["83", "11", "13.25", "1236"]


def test_a_heading_comes_with_what_stands_below_it(desk):
    section = desk.report.sections[0].sections[0]

    assert last_text(desk, section.id).written.text.startswith(
        "（一）规范行政执法行为。开展执法案卷评查，评查案卷110宗。"
    )


def test_front_matter_has_its_place_and_a_new_entry_has_none(desk):
    title = last_text(desk, desk.report.front[0].id)
    assert (title.place, title.written.text) == (
        "2025年度报告 · 标题和导语",
        "青岚县2025年法治政府建设年度报告",
    )
    section = desk.report.sections[0].sections[0].id
    assert last_text(desk, editing.add(desk, section, source="新的。")) is None
