"""A desk with a year begun from a small report, for tests of what the window shows."""

from dataclasses import replace

from nianbao.actions.importing import import_report
from nianbao.desk.incoming import reading
from nianbao.report.model import Element
from tests import prepared
from tests.beginning import start_year
from tests.given import SAMPLE

UNIT = "青岚县"
BODY = "全县法治政府建设取得新成效，群众满意度明显提高，各项任务落到实处。"


def lines(year, filed=83, corrected=11, rate="13.25"):
    return [
        f"{UNIT}{year}年法治政府建设年度报告",
        f"{year}年，{UNIT}法治政府建设取得新成效。现将有关情况报告如下：",
        f"一、{year}年主要举措和成效",
        f"（一）规范行政执法行为。开展执法案卷评查，评查案卷110宗。{BODY}",
        f"（二）依法化解矛盾纠纷。新收行政复议申请{filed}件，其中纠错{corrected}件，"
        f"纠错率{rate}%。现有法律明白人1236名。{BODY}",
        f"（四）健全重大行政决策制度。列入重大行政决策事项6项。{BODY}",
        f"二、{year}年存在的不足和原因",
        f"（一）执法监督力度不够。{year}年新收行政复议申请{filed}件，个别执法案卷不规范。",
        f"三、{year + 1}年主要安排",
        "（一）强化执法监督。继续开展执法案卷评查，规范行政执法行为。",
        "（二）完善应急预案。依法处置突发事件，开展应急演练。",
    ]


def desk(folder, year=2025, *, before=0):
    """Return a desk on the year after `year`; `before` more years are imported first."""
    first = year - before
    texts = ("\n".join(lines(each, filed=83 + year - each)) for each in range(first, year + 1))
    return prepared.desk(folder, _fill, first, *texts)


def _fill(made, first, *texts):
    for year, text in enumerate(texts, first):
        import_report(made, reading.from_bytes(text.encode(), f"{year}.txt"))
    start_year(made)


def told(folder, said):
    """Return a desk on the year after 2025, of which the report says this."""
    text = "\n".join(lines(2025)).replace("评查案卷110宗。", f"评查案卷110宗。{said}")
    return prepared.desk(folder, _fill, 2025, text)


def sample(folder):
    """Return a desk on last year's report of the sample that comes along."""
    return prepared.desk(folder, _import_sample)


def _import_sample(made):
    import_report(made, reading.open_source(SAMPLE))


def named(desk, word):
    """Return the name of the indicator whose label holds a word."""
    return next(one.name for one in desk.ledger.indicators.values() if word in one.label)


def entry(desk, word):
    """Return the id of the first entry of the current year whose text holds a word."""
    for section in desk.report.walk():
        for one in section.entries:
            if word in one.text:
                return one.id
    raise LookupError(word)


def with_element(desk, kind, text):
    element = Element(id=f"x-{kind}", kind=kind, text=text)
    with desk.act("加") as action:
        desk.store.save_report(action, replace(desk.report, back=(*desk.report.back, element)))
    return element.id
