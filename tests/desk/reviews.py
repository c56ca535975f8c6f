"""A small report to be reviewed, and what a review shows of it."""

from nianbao.desk.incoming import reading
from nianbao.desk.reviewing.review import Review
from nianbao.report.figures.printed import written
from nianbao.report.pieces import pieces
from nianbao.views.review import review_view
from tests.given import BODY

UNIT = "青岚县"


def source(year=2024, filed=83, *, solved=712, halls=12, change=""):
    lines = [
        f"青岚县{year}年法治政府建设年度报告",
        f"{year}年，{BODY}现将有关情况报告如下：",
        "一、主要举措和成效",
        f"（一）化解矛盾纠纷。新收行政复议申请{filed}件{change}。累计排查矛盾纠纷726件，"
        f"化解{solved}件，化解率98.07%。{BODY}",
        f"（二）优化政务服务。建成便民大厅{halls}个，推进{halls}个试点。拨付612万用于大厅。{BODY}",
        "二、存在的不足和原因",
        BODY,
    ]
    return reading.from_bytes("\n".join(lines).encode(), f"{year}.txt")


def rows(review):
    return {
        row.label: row
        for node in review_view.outline(review)
        for row in review_view.page(review, node.page).rows
    }


def keys(review, value):
    every = [
        row
        for node in review_view.outline(review)
        for row in review_view.page(review, node.page).rows
    ]
    return [row.key for row in every if row.value == value]


def labels(desk):
    return [indicator.label for indicator in desk.store.indicators(UNIT)]


def printed(desk):
    return "\n".join(written(one.source, desk.ledger).text for one in pieces(desk.report))


def read(page):
    return "\n".join("".join(part.text for part in line) for line in page.paragraphs)


GOODS = "水电路桥林田湖草矿油气盐茶药米布纸木铁铜煤鱼肉菜果糖酒车"


def long_review(count, each="开展{kind}检查{n}次，"):
    """Return the review of a report with a section of so many statements, numbered from 1000."""
    kinds = [one + other for one in GOODS for other in GOODS][:count]
    body = "".join(each.format(kind=kind, n=n + 1000) for n, kind in enumerate(kinds))
    lines = [
        "青岚县2024年法治政府建设年度报告",
        "一、主要举措和成效",
        body,
        "二、下一步安排",
        "好。",
    ]
    return Review.of(reading.from_bytes("\n".join(lines).encode(), "2024.txt"))
