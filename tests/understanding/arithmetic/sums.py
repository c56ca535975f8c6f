"""A report with sums in it, and what the numbers in it were found to say of each other."""

from nianbao.report.document import Document, Paragraph
from nianbao.understanding.understand import understand

HEAD = (
    "青岚县2025年法治政府建设年度报告",
    "2025年，青岚县法治政府建设取得新成效，行政执法更加规范，群众满意度明显提高，各项任务落到实处，现将有关情况报告如下。",
    "一、主要举措和成效",
)


def understood(*paragraphs):
    lines = [
        *HEAD,
        *paragraphs,
        "各部门齐抓共管，法治政府建设不断取得新成效，人民群众获得感明显增强。",
    ]
    return understand(
        Document(kind="txt", name="x", paragraphs=tuple(Paragraph(text=line) for line in lines)),
        stem="t",
    )


def found(*paragraphs):
    return [
        (item.relation.kind.value, str(item.result.value), [str(m.value) for m in item.operands])
        for item in understood(*paragraphs).arithmetic
    ]
