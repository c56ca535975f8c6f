"""Search: what a word finds in all years, at once, and never what it no longer says."""

from dataclasses import replace
from decimal import Decimal

import pytest
from tests.actions.stored import UNIT, begun, last_year

from nianbao.desk.desk import Desk
from nianbao.views import searching
from nianbao.views.searching import SearchScope, search

FILED = "行政复议申请新收数"


@pytest.fixture
def store(tmp_path):
    with begun(tmp_path, last_year(2023, 71, 9), last_year(2024, 83, 11)) as made:
        yield made


def found(store, words, **limits):
    return [hit for hit in search(Desk(store), words, **limits) if hit.where is SearchScope.TEXT]


def marked(hit):
    return [hit.text[start:end] for start, end in hit.spans]


def write(store, year, text):
    """Put a text in the place of the first entry."""
    report = store.report(UNIT, year)
    own = report.sections[0].sections[0].entries[0].id
    with store.act("改写") as action:
        changed = report.mapped(lambda piece, source: text if piece == own else source)
        store.save_report(action, changed)
    return own


def test_a_word_of_two_characters_is_found_in_every_year_newest_first(store):
    hits = found(store, "纠错")

    assert [hit.year for hit in hits] == [2025, 2024, 2023]
    assert marked(hits[1]) == ["纠错", "纠错"]
    assert hits[1].place == "一、主要举措和成效 → （一）化解矛盾纠纷。"
    assert hits[1].piece == store.report(UNIT, 2024).sections[0].sections[0].entries[0].id


def test_numbers_are_found_as_they_are_printed(store):
    assert [hit.year for hit in found(store, "83件")] == [2024]
    assert [hit.year for hit in found(store, "上年83")] == [2025]


def test_all_words_must_stand_in_one_paragraph(store):
    assert [marked(hit) for hit in found(store, "便民　试点", year=2024)] == [["便民", "试点"]]
    assert found(store, "便民 纠错") == []
    assert found(store, " 　") == []
    assert found(store, "没有这个词") == []


def test_overlapping_words_are_marked_once(store):
    (hit,) = found(store, "新收行政 行政复议 新收行政", year=2024)

    assert marked(hit) == ["新收行政复议"]


@pytest.mark.parametrize(
    "words", ["1+4", "１＋４", "ai", "ＡＩ", "Ai", '"双随机"', "“双随机”", "(试行)"]
)
def test_case_and_width_make_no_difference(store, words):
    write(store, 2024, "完善“1+4”制度，试用ＡI审查，推进“双随机”（试行）。")

    assert [hit.year for hit in found(store, words)] == [2024]


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("二〇二五", "二O二五年"),
        ("二O二五", "二〇二五年"),
        ("人民", "为⼈民服务"),
        ("⼈民", "为人民服务"),
        ("12—13", "第12–13条"),
        ("12-13", "第12—13条"),
        ("12–13", "第12－13条"),
        ("1,234", "1，234件"),
        ("2023—2025", "2023一2025年"),
        ("２０件", "20件"),
        ("甲 乙", "甲\u3000乙"),
        ("“一件事”", '"一件事"'),
        ("ａｉ", "AI审查"),
    ],
)
def test_what_looks_alike_is_found_as_the_reading_takes_it(store, words, text):
    write(store, 2024, f"前面，{text}。")

    assert [hit.year for hit in found(store, words)] == [2024]


@pytest.mark.parametrize("words", [".*", "[", "\\", "(?i)", "{{", "{"])
def test_marks_are_only_marks(store, words):
    assert found(store, words) == []


def test_a_brace_of_the_text_is_found_and_slots_are_not(store):
    write(store, 2024, '办结{{ "{" }}甲}件。')

    assert [hit.text for hit in found(store, "{甲")] == ["（一）化解矛盾纠纷。办结{甲}件。"]


def test_a_hit_in_a_heading_leads_to_the_heading(store):
    (hit,) = found(store, "化解矛盾", year=2024)

    assert hit.piece == store.report(UNIT, 2024).sections[0].sections[0].id


def test_one_year_alone_may_be_searched(store):
    assert [hit.year for hit in found(store, "纠错", year=2023)] == [2023]
    assert found(store, "纠错", year=1999) == []


def test_an_indicator_is_found_by_name_and_alias_where_it_was_last_written(store):
    indicator = next(one for one in store.indicators(UNIT) if one.name == FILED)
    with store.act("又称") as action:
        store.save_indicators(action, UNIT, [replace(indicator, aliases=("收案量",))])

    (hit,) = search(Desk(store), "收案量")

    assert (hit.where, hit.year, hit.indicator) == (SearchScope.INDICATOR, 2025, FILED)
    assert hit.text == f"{FILED}（又称：收案量）：待报"
    assert marked(hit) == ["收案量"]
    assert hit.piece == store.report(UNIT, 2025).sections[0].sections[0].entries[0].id
    (hit,) = search(Desk(store), "收案量", year=2024)
    assert hit.text.endswith("：83件")


def test_what_was_edited_is_found_as_it_is_now_and_undo_too(store):
    assert found(store, "97件") == []
    figure = next(f for f in store.figures(UNIT, 2025) if f.indicator == FILED)
    with store.act("填数") as action:
        store.save_figures(action, UNIT, [figure.answered(Decimal(97), source="手填")])
    assert [hit.year for hit in found(store, "97件")] == [2025]

    store.undo()
    assert found(store, "97件") == []
    write(store, 2024, "改了说法")
    assert [hit.year for hit in found(store, "改了说法")] == [2024]
    store.undo()
    assert found(store, "改了说法") == []


def test_last_years_figure_changed_is_found_in_this_years_mark(store):
    assert len(found(store, "上年83")) == 1
    figure = next(f for f in store.figures(UNIT, 2024) if f.indicator == FILED)
    with store.act("更正") as action:
        store.save_figures(action, UNIT, [figure.answered(Decimal(85), source="更正")])

    assert found(store, "上年83") == []
    assert [hit.year for hit in found(store, "上年85")] == [2025]


def test_only_years_that_changed_are_read_again(store, monkeypatch):
    desk, read = Desk(store), []
    search(desk, "纠错")
    page = searching._page
    monkeypatch.setattr(searching, "_page", lambda *place: read.append(place[1]) or page(*place))

    search(desk, "试点")
    assert read == []
    write(store, 2023, "改了说法")
    search(desk, "试点")
    assert read == [2023]


def test_a_long_paragraph_is_shown_from_where_the_word_stands(store):
    write(store, 2024, "前" * 200 + "找到这里" + "后" * 20)

    (hit,) = found(store, "找到")
    text, spans = hit.short(before=5)

    assert text == "…" + "前" * 5 + "找到这里" + "后" * 20
    assert [text[start:end] for start, end in spans] == ["找到"]
    (heading,) = found(store, "化解", year=2023)
    assert heading.short() == (heading.text, heading.spans)
