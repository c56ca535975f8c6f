"""Made-up reports: lines in every form of the genre, noise and traps included."""

from hypothesis import strategies as st

from nianbao.report.writing import numbering
from tests import given

TITLE = "青岚县2025年法治政府建设年度报告"
BODY = given.BODY * 3

WORDS = st.sampled_from(
    [
        "强化府院联动机制。",
        "受理行政复议申请83件，纠错11件，纠错率为13.25%。",
        "发放资料12万余份，",
        "共67件，其中一般59件、简易8件。",
        "2025年，",
        "2024年-2025年",
        "《提升行政执法质量三年行动计划(2023-2025年)》",
        "“1+4”机制",
        "一是",
        "12345热线",
        "{{ 年 }}",
        "{% if %}",
        "{#",
        "}}",
        "{",
        "较上年增长22%；",
        "二〇二五年",
        "近550人次",
        "三次",
        "百余场次",
        "涉案1.28亿元",
        "<提升>",
        "(试行)",
        "咨询 900 余人次",
        "R&D<5%",
        "下降了33%。",
        "第十七次会议",
        "2026年将",
        "12·4",
        "　",
        "\t",
        "！",
        "…",
        "“",
        "”",
        '"',
        "𠮷",
        "问题原因:",
        "同比,",
        "。",
        "；",
        "、",
        "）",
        "（",
        ":",
        "A",
        "0",
        "％",
    ]
)
PROSE = st.lists(WORDS, min_size=1, max_size=12).map("".join)
NUMBERS = st.builds(
    numbering.write_heading_number, st.integers(1, 4), st.integers(1, 12)
) | st.sampled_from(["", "）", "、", "一)", "(二)", "1、", "  （三）", "1. "])
HEADS = st.sampled_from(
    [
        "主要举措和成效",
        "规范行政执法",
        "存在的不足和原因",
        "2026年工作安排",
        "强化“关键少数”学法",
        "",
    ]
)
MARKS = st.sampled_from(["", "。", "：", "　"])
LINES = (
    st.builds(
        lambda number, head, mark, prose: number + head + mark + prose,
        NUMBERS,
        HEADS,
        MARKS,
        PROSE | st.just(""),
    )
    | PROSE
    | st.sampled_from(["", "　　", " "])
)
TAILS = st.lists(
    st.sampled_from(
        [
            "特此报告。",
            "青岚县人民政府",
            "2026年2月6日",
            "（此件主动公开）",
            "抄送：市司法局。",
            "扫一扫在手机打开",
            "",
            "青岚县人民政府办公室     2026年2月6日印发",
        ]
    ),
    max_size=6,
)
HEADS_OF_PAGE = st.lists(
    st.sampled_from(["索 引 号:640421006/2025-00022", "青政发〔2026〕7号", "", "当前位置:首页"]),
    max_size=3,
)


def reports():
    """Lines of whole reports."""
    return st.builds(
        lambda head, titled, lines, tail: [*head, *titled, BODY, *lines, BODY, *tail],
        HEADS_OF_PAGE,
        st.sampled_from([[TITLE], [], [TITLE, "县人大常委会:"]]),
        st.lists(LINES, max_size=14),
        TAILS,
    )
