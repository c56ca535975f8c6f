"""A small report, what the turn of its year makes of it, and how the draft reads."""

from nianbao.drafting.years import new_year
from nianbao.report import flow
from nianbao.report.document import Document, Paragraph
from nianbao.report.figures.ledger import Ledger
from nianbao.understanding.understand import understand

FRAME = (
    "霁岚县{year}年法治政府建设年度报告",
    "{year}年，霁岚县扎实推进法治政府建设。现将有关情况报告如下：",
    "一、主要举措和成效",
    "（一）规范行政执法。{first}",
    "（二）化解矛盾纠纷。{second}",
    "二、存在的不足和原因",
    "一是个别干部能力不足。二是基层力量薄弱。",
    "三、{next}年主要安排",
    "（一）强化执法监督。持续提升执法水平。",
)
BODY = "健全工作机制，压实工作责任，推动各项任务落地见效。"


def read(*lines):
    """Understand lines of text."""
    paragraphs = tuple(Paragraph(text=line) for line in lines)
    return understand(Document(kind="txt", name="x", paragraphs=paragraphs), stem="t")


def turned(first, second=BODY, *, year=2025):
    """Return last year's report that says these two things, and the year that is made of it."""
    said = {"year": year, "next": year + 1, "first": first, "second": second}
    last = read(*(line.format(**said) for line in FRAME))
    return last, new_year.start(last.report, last.indicators, last.figures)


def text(last, new):
    """Return how the draft of a turned year reads."""
    year = new.report.year
    ledger = Ledger.of(year, last.indicators, [*last.figures, *new.figures], last.relations)
    return flow.text(flow.rendered(new.report, ledger.values()))


def drafted(first, second=BODY, *, year=2025):
    """Return how the draft reads of a report that says these two things."""
    return text(*turned(first, second, year=year))
