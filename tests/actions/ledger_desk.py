"""A desk with four years of a made-up county and a fifth just begun."""

from dataclasses import replace

from nianbao.actions.importing import import_report
from nianbao.desk.incoming import reading
from nianbao.report.figures.figure import Period
from tests import prepared
from tests.beginning import start_year
from tests.given import BODY

UNIT = "青岚县"
YEARS = {  # filed, closed, corrected, halls
    2022: (41, 40, 4, 10),
    2023: (52, 50, 6, 11),
    2024: (60, 61, 7, 12),
    2025: (83, 80, 11, 12),
}
FILED, CLOSED, CORRECTED = "行政复议申请新收数", "行政复议审结数", "行政复议纠错数"
RATE, HALLS = "行政复议纠错率", "便民大厅数"


def source(year, filed, closed, corrected, halls):
    rate = f"{corrected * 100 / closed:.2f}"
    lines = [
        f"青岚县{year}年法治政府建设年度报告",
        f"{year}年，{BODY}全年新收行政复议申请{filed}件。现将有关情况报告如下：",
        "一、主要举措和成效",
        f"（一）化解矛盾纠纷。新收行政复议申请{filed}件，审结{closed}件，其中纠错{corrected}件，"
        f"纠错率{rate}%。{BODY}",
        f"（二）优化政务服务。建成便民大厅{halls}个。{BODY}",
        "二、存在的不足和原因",
        BODY,
    ]
    return reading.from_bytes("\n".join(lines).encode(), f"{year}.txt")


def desk_in(folder):
    return prepared.desk(folder, _fill)


def _fill(desk):
    for year, counts in YEARS.items():
        import_report(desk, source(year, *counts))
    (halls,) = (one for one in desk.store.indicators(UNIT) if one.name == HALLS)
    with desk.store.act("便民大厅是存量") as action:
        desk.store.save_indicators(action, UNIT, [replace(halls, period=Period.STOCK)])
    start_year(desk)
