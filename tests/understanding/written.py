"""A report as its parts, and every way in which offices write such a report down."""

import re

from nianbao.report import flow
from nianbao.report.document import Document, Paragraph
from nianbao.report.model import ElementKind
from nianbao.report.writing import numbering, slots
from nianbao.report.writing.numbering import to_chinese
from nianbao.understanding.understand import understand

TITLE = "霞屏县人民政府关于2024年法治政府建设情况的报告"
PREFACE = "2024年，霞屏县坚持依法行政，各项工作取得新的进展。现将有关情况报告如下："
SHORT = (  # a report of few words
    PREFACE,
    "一、主要举措和成效",
    "（一）规范执法。评查案卷128卷。",
    "二、2025年工作安排",
    "（一）提升水平。加强培训和监督，推动执法更加规范。",
)
TITLED = (TITLE, *SHORT)
PARTS = (
    (
        "主要举措和成效",
        (
            (
                "化解矛盾纠纷",
                "全年新收行政复议申请1046件，审结987件，纠错113件，纠错率11.45%，行政复议主渠道作用进一步发挥。各乡镇排查矛盾2380起。",
            ),
            (
                "规范行政执法",
                "评查执法案卷128卷，合格121卷，合格率94.53%；培训执法人员650人次。对31个单位开展监督检查，发出督办通知。",
            ),
            (
                "完善决策程序",
                "审查合同协议96份，提出意见245条。县政府常务会议专题研究法治工作7次，听取汇报3次，推动问题解决。",
            ),
        ),
    ),
    (
        "存在的不足和原因",
        (
            (
                "执法能力有待提升",
                "个别单位执法不够规范，记录不完整，培训针对性不强。基层执法力量薄弱，人员变动较大。",
            ),
            ("普法形式比较单一", "面向企业和群众的宣传不够深入，方式方法有待改进。"),
        ),
    ),
    (
        "2025年工作安排",
        (
            ("持续提升执法水平", "加强培训和监督，组织案卷评查，推动执法更加规范。"),
            ("做实普法工作", "结合节点开展宣传，扩大覆盖面，提高针对性。"),
        ),
    ),
)
CLOSING, SIGNATURE, DATE = "以上报告，请审议。", "霞屏县人民政府", "2025年2月6日"
BACK = (CLOSING, SIGNATURE, DATE)
OUTLINE = tuple(
    (level, ordinal, title)
    for at, (part, sections) in enumerate(PARTS, 1)
    for level, ordinal, title in [
        (1, at, part),
        *((2, number, section) for number, (section, _) in enumerate(sections, 1)),
    ]
)


def chinese(form):
    """How a heading's number is written: 一 in the form for 一."""
    return lambda ordinal: form.replace("一", to_chinese(ordinal))


def arabic(form):
    """How a heading's number is written: 1 in the form for 1."""
    return lambda ordinal: form.replace("1", str(ordinal))


def sign(first):
    """One sign for the whole number: ㈠ ⑴ ①."""
    return lambda ordinal: chr(ord(first) + ordinal - 1)


PART, SECTION = chinese("一、"), chinese("（一）")


def lines(part=PART, section=SECTION, after="。", back=BACK, front=(TITLE,)):
    """The lines of the report with its numbers in these writings."""
    written = [*front, PREFACE]
    for at, (title, sections) in enumerate(PARTS, 1):
        written.append(part(at) + title)
        for number, (name, text) in enumerate(sections, 1):
            written.append(section(number) + name + after + text)
    return [*written, *back]


def read(written, *, name="报告.txt", raw=False, **hints):
    """Understand lines of text, or paragraphs."""
    paragraphs = tuple(
        one if isinstance(one, Paragraph) else Paragraph(text=one, **hints) for one in written
    )
    return understand(Document(kind="txt", name=name, paragraphs=paragraphs), stem="t", raw=raw)


def outline(found):
    """Level, ordinal and title of every heading, years as they are in the report's year."""
    values = {f.indicator: f.value for f in found.figures} | slots.years(found.report.year)
    return tuple(
        (
            section.level,
            getattr(numbering.parse_list_number(section.number), "ordinal", 0),
            slots.render([section.title], values)[0].strip(),
        )
        for section in found.report.walk()
    )


def titles(found):
    """Level and title of every heading."""
    return [(level, title) for level, _, title in outline(found)]


def numbers(found):
    """Value and unit of every figure, in reading order."""
    return [(mention.value, mention.unit) for mention in found.mentions]


def elements(found, kind):
    """The texts of the elements of one kind."""
    return [element.text for element in found.report.elements(ElementKind(kind))]


def title(found):
    """The title of a report on one line, its years told."""
    return re.sub(r"\{\{.*?\}\}", "2024", "".join("".join(elements(found, "title")).split()))


def as_text(found):
    """The report's own year rendered again."""
    values = {f.indicator: f.value for f in found.figures} | slots.years(found.report.year)
    return flow.text(flow.rendered(found.report, values))
