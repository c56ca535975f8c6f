"""Which parts a report has: what a rule misses is what can be added, and nothing else is."""

import pytest

from nianbao.report.model import Entry, EntryKind, Report, Section
from nianbao.standards.parts import missing
from nianbao.standards.structure import parts


def section(title, *entries, key="", level=1):
    return Section(
        id=title, level=level, number="", prefix="", title=title, key=key, entries=tuple(entries)
    )


def left(*sections):
    return [one.id for one in missing(Report(unit="青岚县", year=2026, sections=sections))]


def test_an_empty_report_has_none_of_them():
    assert left() == list(parts())


@pytest.mark.parametrize(
    ("title", "part"),
    [
        ("存在的问题和不足", "shortcomings"),
        ("短板", "shortcomings"),
        ("{{ 下年 }}年重点任务", "next_year"),
        ("其他需要报告的情况", "others"),
        ("问题整改情况", "rectification"),
    ],
)
def test_a_part_is_there_by_its_title_alone(title, part):
    assert part not in left(section(title))


def test_plans_that_stand_elsewhere_are_the_part_of_the_plans():
    plan = Entry(id="e", kind=EntryKind.PLAN, text="明年继续抓好执法监督。")
    assert "next_year" not in left(section("规范执法", plan))
    assert "next_year" in left(section("规范执法"))


@pytest.mark.parametrize("title", ["其他执法", "整改落实", "创建特色品牌"])
def test_common_words_within_a_part_name_no_part_that_need_not_be_there(title):
    assert {"others", "rectification", "highlights"} <= set(left(section(title, level=2)))
