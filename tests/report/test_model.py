"""A report: its outline walked and changed, and what its parts go by."""

from dataclasses import replace

import pytest

from nianbao.report.model import ElementKind, Entry, EntryKind
from tests.report.reports import ALONE, BARE, DATE, DEEP, LAST, LAW, PART, REPORT, SIGNATURE, TITLE


def test_the_outline_is_walked_in_reading_order():
    assert list(REPORT.walk()) == [PART, LAW, BARE, LAST, DEEP]


def test_elements_of_one_kind_stand_on_either_side():
    again = replace(REPORT, back=(SIGNATURE, DATE, replace(TITLE, id="again")))
    assert list(again.elements(ElementKind.TITLE)) == [TITLE, again.back[2]]
    assert list(again.elements(ElementKind.DATE)) == [DATE]
    assert list(again.elements(ElementKind.NOTE)) == []


def test_a_section_and_an_element_are_found_by_their_ids():
    assert [REPORT.section(one.id) for one in (PART, LAW, DEEP)] == [PART, LAW, DEEP]
    assert [REPORT.element(one.id) for one in (TITLE, DATE)] == [TITLE, DATE]
    assert REPORT.section(TITLE.id) is None
    assert REPORT.element(PART.id) is None


def test_every_kind_of_element_has_a_name_of_its_own():
    labels = {kind.label for kind in ElementKind}
    assert len(labels) == len(ElementKind)
    assert all(label.isidentifier() for label in labels)  # a Word template asks for it by name


def test_every_source_is_changed_and_nothing_else():
    seen = {}

    def change(piece, source):
        seen[piece] = source
        return f"{piece}:{source}"

    found = REPORT.mapped(change)

    assert seen == {
        **{element.id: element.text for element in (*REPORT.front, *REPORT.back)},
        **{section.id: section.title for section in REPORT.walk()},
        **{entry.id: entry.text for section in REPORT.walk() for entry in section.entries},
    }
    assert found.front[0].text == f"title:{TITLE.text}"
    assert found.back[1].text == f"date:{DATE.text}"
    assert found.sections[0].sections[1].entries[0].text == f"e3:{ALONE.text}"
    assert found.sections[0].sections[0].title == f"s11:{LAW.title}"
    assert found.mapped(lambda piece, source: source.removeprefix(f"{piece}:")) == REPORT


@pytest.mark.parametrize(
    ("section", "name"),
    [
        (LAW, "行政执法"),
        (BARE, "抓好培训"),
        (replace(BARE, entries=(replace(ALONE, text=" 全年无投诉！好。"),)), "全年无投诉"),
        (replace(BARE, entries=(replace(ALONE, text="没有句号"),)), "没有句号"),
        (DEEP, ""),
    ],
)
def test_a_section_goes_by_its_title_or_its_first_sentence(section, name):
    assert section.name == name


def test_empty_lines_are_none_of_a_sections_texts():
    assert [entry.id for entry in LAW.texts] == ["e1", "e2"]


@pytest.mark.parametrize(
    ("text", "leads"),
    [("主要表现在：", True), ("主要表现在: ", True), ("如下：一是", False), ("", False)],
)
def test_what_only_leads_to_the_rest(text, leads):
    assert Entry(id="e", kind=EntryKind.OTHER, text=text).is_lead_in is leads
