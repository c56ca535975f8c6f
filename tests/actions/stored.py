"""A workspace in which a small report is stored, and how a year in it reads."""

from contextlib import contextmanager
from decimal import Decimal

from nianbao.actions.importing import import_report
from nianbao.desk.desk import Desk
from nianbao.desk.incoming import reading
from nianbao.report import flow
from nianbao.report.figures.ledger import Ledger
from nianbao.workspace import Workspace
from tests.beginning import start_year
from tests.given import BODY

UNIT = "青岚县"


def last_year(year, filed, corrected, *, halls=12):
    rate = (Decimal(corrected) * 100 / Decimal(filed)).quantize(Decimal("0.01"))
    lines = [
        f"青岚县{year}年法治政府建设年度报告",
        f"{year}年，{BODY}现将有关情况报告如下：",
        "一、主要举措和成效",
        f"（一）化解矛盾纠纷。新收行政复议申请{filed}件，其中纠错案件{corrected}件，纠错率{rate}%。{BODY}",
        f"（二）优化政务服务。建成便民大厅{halls}个，推进{halls}个试点。{BODY}",
        "二、存在的不足和原因",
        BODY,
    ]
    return reading.from_bytes("\n".join(lines).encode(), f"{year}.txt")


@contextmanager
def begun(folder, *years):
    """A workspace in a folder with reports, of 2024 if nothing else is said, and the next year."""
    with Workspace.create(folder / "w.nianbao") as store:
        for one in years or [last_year(2024, 83, 11)]:
            import_report(Desk(store), one)
        start_year(Desk(store))
        yield store


def text(store, year):
    ledger = Ledger.of(year, store.indicators(UNIT), store.figures(UNIT), store.relations(UNIT))
    return flow.text(flow.rendered(store.report(UNIT, year), ledger.values()))
