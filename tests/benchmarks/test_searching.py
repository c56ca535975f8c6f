"""Searching 30 years of reports, beside a bare `in` over the same text.

    pytest tests/benchmarks/test_searching.py --benchmark-only

The goal is 50 ms for a search, also for the first one after an edit.
"""

from dataclasses import replace
from itertools import cycle

import pytest

from nianbao.actions.drafting import demo
from nianbao.desk.desk import Desk
from nianbao.report import flow
from nianbao.views.searching import search
from nianbao.workspace import Workspace

YEARS = range(1996, 2026)


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    """30 years of the bundled sample."""
    made = demo(tmp_path_factory.mktemp("demo") / "初稿.docx")
    with Workspace.open(made.workspace) as store:
        report, figures = store.report(made.unit, 2025), store.figures(made.unit, 2025)
        with store.act("历年") as action:
            for year in YEARS:
                store.save_report(action, replace(report, year=year))
                of_year = [replace(figure, year=year) for figure in figures]
                store.save_figures(action, made.unit, of_year)
        search(Desk(store), "先读一遍")
        yield store


@pytest.fixture(scope="module")
def unit(store):
    return store.reports()[0].unit


@pytest.mark.benchmark(group="search 30 years")
def test_search_floor(benchmark, store, unit):
    text = flow.text(flow.lines(store.report(unit, 2025)))
    pages = [text.splitlines() for _ in YEARS]
    assert benchmark(lambda: [line for page in pages for line in page if "行政复议" in line])


@pytest.mark.benchmark(group="search 30 years")
def test_search(benchmark, store, unit):
    assert benchmark(search, Desk(store), "行政复议")


@pytest.mark.benchmark(group="search 30 years")
def test_search_after_an_edit(benchmark, store, unit):
    desk = Desk(store)
    report = store.report(unit, 2010)
    texts = cycle("甲乙")

    def edit():
        first = replace(report.front[0], text=next(texts))
        with store.act("改写") as action:
            store.save_report(action, replace(report, front=(first, *report.front[1:])))

    assert benchmark.pedantic(search, args=(desk, "行政复议"), setup=edit, rounds=20)
