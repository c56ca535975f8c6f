"""The pages over an open workspace that stand alone: each is made when it is first wanted."""

from collections.abc import Callable
from functools import partial

from nianbao.ui.kit.pages.page import Page
from nianbao.ui.shell import page_ids
from nianbao.ui.shell.report.desk_page import DeskPage


def _ledger(pages: DeskPage) -> Page:
    from nianbao.ui.pages.ledger.page import LedgerPage

    page = LedgerPage(pages.desk, pages.work, pages.asking.workbook)
    page.jump.connect(pages.go_to)
    page.exported.connect(lambda place: pages.notice.emit(f"台账已导出：{place}"))
    return page


def _promises(pages: DeskPage) -> Page:
    from nianbao.ui.pages.promises.page import PromisesPage

    page = PromisesPage(pages.desk)
    page.jump.connect(pages.go_to)
    return page


def _coverage(pages: DeskPage) -> Page:
    from nianbao.ui.pages.coverage.page import CoveragePage

    page = CoveragePage(pages.desk)
    page.jump.connect(pages.go_to)
    page.part_wanted.connect(pages.add_part)
    return page


def _search(pages: DeskPage) -> Page:
    from nianbao.ui.pages.search.panel import SearchPanel
    from nianbao.views.searching import search

    page = SearchPanel(
        lambda words, year: search(pages.desk, words, year=year),
        lambda: pages.desk.year,
    )
    page.chosen.connect(pages.jump)
    page.closed.connect(lambda: pages.go(page_ids.FORM))
    return page


def _versions(pages: DeskPage) -> Page:
    from nianbao.actions.safe import versions
    from nianbao.ui.pages.versions.panel import VersionsPanel
    from nianbao.views.safe import comparing

    desk = pages.desk
    page = VersionsPanel(
        desk.versions,
        partial(versions.keep, desk),
        partial(comparing.compare, desk),
        partial(versions.restore, desk),
    )
    page.chosen.connect(pages.go_to)
    return page


def _automatic(pages: DeskPage) -> Page:
    from nianbao.ui.pages.automatic.page import AutomaticPage

    page = AutomaticPage(pages.desk)
    page.piece_chosen.connect(pages.go_to)
    return page


def _history(pages: DeskPage) -> Page:
    from nianbao.actions.safe import history
    from nianbao.ui.pages.versions.history import HistoryPanel
    from nianbao.ui.shell.step_questions import may_go
    from nianbao.views.safe.history import steps

    desk = pages.desk
    page = HistoryPanel(
        partial(steps, desk),
        partial(history.go, desk),
        lambda action: may_go(pages, desk, pages.asking, action),
    )
    page.gone.connect(pages.stepped)
    return page


MAKERS: dict[str, Callable[[DeskPage], Page]] = {
    page_ids.LEDGER: _ledger,
    page_ids.PROMISES: _promises,
    page_ids.COVERAGE: _coverage,
    page_ids.SEARCH: _search,
    page_ids.VERSIONS: _versions,
    page_ids.HISTORY: _history,
    page_ids.AUTOMATIC: _automatic,
}
"""What makes a page, by its id, and connects it to the others."""
