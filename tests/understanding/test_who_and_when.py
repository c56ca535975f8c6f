"""Who reports and on which year; what a part is; which structure a report follows; its entries."""

from dataclasses import replace

import pytest

from nianbao.report.model import Element, ElementKind, Report, Section
from nianbao.standards.layout import layout
from nianbao.standards.structure import parts, profiles, sections
from nianbao.understanding import naming
from nianbao.understanding.lines import marked
from nianbao.understanding.structure import classify, entries
from nianbao.understanding.structure.profile import with_profile


@pytest.mark.parametrize(
    ("title", "preface", "year"),
    [
        ("青岚县2025年法治政府建设年度报告", "2024年", 2025),
        ("青岚县二〇二五年法治政府建设报告", "", 2025),
        ("青岚县法治政府建设年度报告", "现将2025年度工作情况报告如下", 2025),
        ("青岚县法治政府建设年度报告", "　2025年，我县扎实推进", 2025),
        ("青岚县法治政府建设年度报告", "我县在2025年，扎实推进", None),
        ("", "", None),
    ],
)
def test_the_year_that_a_report_says_it_is_on(title, preface, year):
    assert naming.stated_year(title, preface) == year


def test_the_year_that_a_text_names_most():
    assert naming.likely_year("2024年、2025年、二〇二五年") == 2025
    assert naming.likely_year("12025年") is None
    assert naming.likely_year("") is None


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("2026年2月6日", "2026-02-06"),
        ("2026.12.13", "2026-12-13"),
        ("二〇二六年二月六日", "2026-02-06"),
        ("（2026年2月6日）", "2026-02-06"),
        ("2026年2月", "2026-02"),
        ("2026年13月6日", ""),
        ("2026年2月32日", ""),
        ("某日", ""),
        ("", ""),
    ],
)
def test_a_date_line_as_a_date(line, date):
    assert marked.iso_date(line, layout()) == date


@pytest.mark.parametrize(
    ("title", "signed", "files", "text", "unit"),
    [
        ("青岚县2025年法治政府建设年度报告", (), (), "", "青岚县"),
        ("关于青岚县2025年法治政府建设情况的报告", (), (), "", "青岚县"),
        ("青岚县人民政府2025年法治政府建设年度报告", (), (), "", "青岚县"),
        ("青岚县司法局2025年法治政府建设年度报告", (), (), "", "青岚县司法局"),
        ("中共青岚县委2025年法治政府建设年度报告", (), (), "", "青岚县"),
        ("2025年法治政府建设年度报告", ("青岚县司法局", "青岚县人民政府"), (), "", "青岚县"),
        ("2025年法治政府建设年度报告", (), ("青岚县2025年报告",), "", "青岚县"),
        ("2025年法治政府建设年度报告", (), (), "无地名的文字", naming.UNKNOWN_UNIT),
        ("青岚县住房和城乡建设局2025年法治政府建设报告", (), (), "", "青岚县住房和城乡建设局"),
        ("云州市青岚县城市管理局2025年法治政府建设报告", (), (), "", "青岚县城市管理局"),
        ("青岚县工业园区管委会2025年法治政府建设报告", (), (), "", "青岚县工业园区管委会"),
        ("云州市滨江新区管委会2025年法治政府建设报告", (), (), "", "滨江新区管委会"),
        ("青岚县城关镇2025年法治政府建设报告", (), (), "", "城关镇"),
        ("青岚县人民政府永宁街道办事处2025年法治政府建设报告", (), (), "", "永宁街道办事处"),
        ("青岚县政府2025年法治政府建设报告", (), (), "", "青岚县"),
        ("青岚县政府采购中心2025年法治政府建设报告", (), (), "", "青岚县政府采购中心"),
        ("青岚县委、县政府2025年法治政府建设报告", (), (), "", "青岚县"),
        ("中共青岚县委县人民政府关于2025年法治政府建设情况的报告", (), (), "", "青岚县"),
        ("司法局2025年法治政府建设报告", (), (), "青岚县坚持依法行政。", "青岚县司法局"),
        ("县司法局2025年法治政府建设报告", (), (), "青岚县坚持依法行政。", "青岚县司法局"),
        ("市场监督管理局2025年法治政府建设报告", (), (), "", "市场监督管理局"),
        ("县人民政府2025年法治政府建设报告", (), (), "青岚县坚持依法行政。", "青岚县"),
        ("司法局2025年法治政府建设报告", ("青岚县公安局",), (), "", "青岚县公安局"),
    ],
)
def test_who_reports(title, signed, files, text, unit):
    assert naming.unit(title, signed, files, text) == unit


YEAR = 2025


def part(title, body="", *, place=0.5):
    return classify.part(title, body, year=YEAR, place=place, standards=parts())


@pytest.mark.parametrize(
    ("title", "place", "key"),
    [
        ("一、2025年主要举措和成效", 0, "achievements"),
        ("二、存在的不足和原因", 0.5, "shortcomings"),
        ("三、2026年主要安排", 1, "next_year"),
        ("三、2026年工作", 1, "next_year"),
        ("二、党政主要负责人履行推进法治建设第一责任人职责情况", 0.3, "first_responsible"),
        ("四、下一步工作打算", 1, "next_year"),
    ],
)
def test_what_a_part_is_by_its_title(title, place, key):
    found = part(title, place=place)
    assert found.key == key
    assert 0 < found.confidence <= 1


def test_a_part_that_nothing_speaks_for_is_a_topic_of_its_own():
    assert part("一、优化营商环境").key == "achievements"
    assert part("一、优化营商环境").confidence == 0.5
    last = part("五、凝心聚力", "2026年，我县将继续推进。", place=1)
    assert last.key == "next_year"
    assert part("五、凝心聚力", "2026年，我县将继续推进。", place=0.8).key == "achievements"


def test_without_any_word_there_is_no_standard():
    assert classify.section("", "", standards=parts()) == classify.StandardMatch("", 0.0)


def report(*keys, addressee="", below=()):
    front = ()
    if addressee:
        front = (Element(id="a", kind=ElementKind.ADDRESSEE, text=addressee),)
    children = tuple(
        Section(id=f"t{key}", level=2, number="", prefix="", title="", key=key) for key in below
    )
    sections = tuple(
        Section(
            id=f"s{number}", level=1, number="", prefix="", title="", key=key, sections=children
        )
        for number, key in enumerate(keys)
    )
    return Report(unit="青岚县", year=YEAR, front=front, sections=sections)


NINE = [one.id for one in sections().values() if one.short][:5]


@pytest.mark.parametrize(
    ("found", "profile"),
    [
        (report("achievements", "shortcomings", "next_year"), "theme_sections"),
        (report("achievements", "achievements", "next_year"), "flat_topics"),
        (report("shortcomings", "achievements", "achievements"), "theme_sections"),
        (report("achievements", "first_responsible"), "regulation_five"),
        (report("first_responsible", "next_year"), "theme_sections"),
        (report("achievements", "next_year", below=NINE), "outline_nine"),
        (report("achievements", "next_year", below=NINE[:4]), "theme_sections"),
        (report("achievements", "next_year", below=(*NINE[:4], "business_env")), "theme_sections"),
        (report(), "theme_sections"),
    ],
)
def test_which_structure_a_report_follows(found, profile):
    assert with_profile(found) == replace(found, profile=profile)


def test_the_addressee_tells_a_structure_first():
    told = [one for one in profiles().values() if one.addressee]
    assert told
    found = report("achievements", "first_responsible", addressee="县人民代表大会常务委员会：")
    assert with_profile(found).profile in {one.id for one in told}


BODY = "全县各部门认真落实工作责任，取得明显成效。"


@pytest.mark.parametrize(
    ("passage", "found"),
    [
        (BODY, [("", BODY)]),
        (
            f"一是个别干部能力不足，培训不够。二是基层力量薄弱，{BODY}",
            [
                ("个别干部能力不足", "一是个别干部能力不足，培训不够。"),
                ("基层力量薄弱", f"二是基层力量薄弱，{BODY}"),
            ],
        ),
        (f"一是能力不足。{BODY}", [("能力不足", f"一是能力不足。{BODY}")]),
        (
            f"强化府院联动机制。{BODY}规范行政执法行为。{BODY}",
            [
                ("强化府院联动机制", f"强化府院联动机制。{BODY}"),
                ("规范行政执法行为", f"规范行政执法行为。{BODY}"),
            ],
        ),
        (f"{BODY}规范行政执法行为。短。", [("", f"{BODY}规范行政执法行为。短。")]),
        ("", [("", "")]),
    ],
)
def test_a_passage_is_cut_at_its_lead_sentences(passage, found):
    cut = list(entries.cut(passage, layout()))
    assert cut == found
    assert "".join(text for _, text in cut) == passage
    assert entries.lead(passage, layout()) == found[0][0]


@pytest.mark.parametrize(
    ("sentence", "leads"),
    [
        ("规范行政执法行为。", True),
        (" 规范行政执法行为。 ", True),
        ("规范行政执法行为", False),
        ("规范行政执法，依法行政。", False),
        ("规范3项行政执法行为。", False),
        ("行政执法行为更加规范。", False),
        ("规范。", False),
        ("规范" + "长" * 60 + "。", False),
    ],
)
def test_what_is_a_heading_within_the_text(sentence, leads):
    assert entries.is_lead(sentence, layout()) is leads
