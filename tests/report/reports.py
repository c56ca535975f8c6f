"""A small report of a fictional county, of every kind of piece."""

from nianbao.report.model import Element, ElementKind, Entry, EntryKind, Report, Section

TITLE = Element(id="title", kind=ElementKind.TITLE, text="青岚县{{ 年 }}年度报告")
PREFACE = Element(id="preface", kind=ElementKind.PREFACE, text="现将情况报告如下。")
SIGNATURE = Element(id="signature", kind=ElementKind.SIGNATURE, text="青岚县人民政府")
DATE = Element(id="date", kind=ElementKind.DATE, text="2026年1月8日")

FIRST = Entry(
    id="e1",
    kind=EntryKind.MEASURE,
    title="规范执法",
    text="规范执法。检查{{ 检查数 }}次。\n全年无投诉。",
)
SECOND = Entry(id="e2", kind=EntryKind.MEASURE, text="办案{{ 办案数 }}件。", joined=True)
EMPTY = Entry(id="e0", kind=EntryKind.BLANK, text="")
ALONE = Entry(id="e3", kind=EntryKind.PLAN, text="抓好培训；做好宣传。")

LAW = Section(
    id="s11",
    level=2,
    number="（一）",
    prefix="（一）",
    title="行政执法",
    suffix="。",
    entries=(EMPTY, FIRST, SECOND),
)
BARE = Section(id="s12", level=2, number="2.", prefix="2.", title="", joined=True, entries=(ALONE,))
DEEP = Section(id="s111", level=3, number="", prefix="", title="", entries=())
PART = Section(
    id="s1",
    level=1,
    number="一、",
    prefix="一、",
    title="{{ 年 }}年主要举措",
    sections=(LAW, BARE),
)
LAST = Section(id="s2", level=1, number="二、", prefix="二、", title="打算", sections=(DEEP,))

REPORT = Report(
    unit="青岚县",
    year=2025,
    profile="county",
    raw=True,
    front=(TITLE, PREFACE),
    sections=(PART, LAST),
    back=(SIGNATURE, DATE),
)
VALUES = {"年": "2025", "检查数": "12", "办案数": "【待填：办案数】"}
