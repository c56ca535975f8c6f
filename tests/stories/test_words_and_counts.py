"""Every number on the screen is the same wherever its word stands, whatever was done before."""

import re

import pytest
from PySide6.QtWidgets import QApplication

from nianbao.actions import editing, promises, sections
from nianbao.actions import findings as answers
from nianbao.checks.open_items import OpenKind
from nianbao.report.promise import PromiseState
from nianbao.ui.pages.form.outline_view import NODE
from nianbao.ui.pages.form.side.finding_model import FindingGroup
from nianbao.ui.shell import page_ids
from nianbao.views import open_items
from nianbao.views.form import findings
from nianbao.views.form.outline import FormNode
from tests.actions.desks import entry, named


def number(text):
    found = re.search(r"(\d+)\s*(?:条|项|处)?\s*$", text)
    return int(found[1]) if found else 0


def told(window):
    """Return every count that the window shows, as (place, word): number."""
    form = window.desk_page.form
    found = {}
    window.go(page_ids.FORM)
    for kind, button in form.next_bar._buttons.items():
        found["bar", kind.value] = number(button.text()) if button.isVisibleTo(form) else 0
    side = form.side
    found["tab", "发现"] = number(side.tabs.tabText(1))
    found["strip", "发现"] = number(side.finding_word)
    words = side.list.filter._buttons
    found["list", "发现"] = number(words["全部"].text())
    found["weights", "发现"] = sum(number(words[w].text()) for w in ("必改", "疑似", "提示"))
    rows = [side.list.model.record(side.list.model.index(n, 0)) for n in range(999)]
    groups = {row.key: row.count for row in rows if isinstance(row, FindingGroup)}
    found["list", "待交代"] = groups.get("待交代", 0)
    found["list", "待填、待核"] = groups.get("待填、待核", 0)
    found["foot", "全部"] = number(window.desk_page.foot._open.text().partition("处")[0])
    model = form.outline.model()
    nodes = [model.index(row, 0).data(NODE) for row in range(model.rowCount())]
    found["outline", "parts"] = [
        (node.section, node.open, number(node.word))
        for node in nodes
        if isinstance(node, FormNode) and node.level == 1 and node.word != "无内容"
    ]
    window.go(page_ids.LEDGER)
    filters = window.desk_page.page(page_ids.LEDGER).filters._buttons
    found["ledger", "待报"] = number(filters["PENDING"].text())
    found["ledger", "沿用待确认"] = number(filters["CARRIED"].text())
    window.go(page_ids.PROMISES)
    answered, total = re.search(
        r"已答(\d+)/(\d+)", window.desk_page.page(page_ids.PROMISES).state.text()
    ).groups()
    found["promises", "待交代"] = int(total) - int(answered)
    window.go(page_ids.PREVIEW)
    window.desk_page._previews.show_now()  # it comes by itself after a moment
    facts = window.desk_page.page(page_ids.PREVIEW).state.facts
    found["preview", "待填"] = number(facts["待填"].text())
    found["preview", "待核"] = number(facts["待核"].text())
    window.go(page_ids.FORM)
    return found


def agree(window):
    """One number for one word, and all of them those of the one list."""
    QApplication.processEvents()
    window.desk_page.refresh()
    found, items = told(window), open_items.open_items(window.desk)
    for (place, word), count in found.items():
        if word in {kind.value for kind in OpenKind}:
            assert count == items.count(OpenKind(word)), (place, word)
    assert found["list", "待填、待核"] == found["preview", "待填"] + found["preview", "待核"]
    assert found["preview", "待核"] == found["bar", "待核"]
    assert found["preview", "待填"] == sum(
        found["bar", word] for word in ("待报", "沿用待确认", "待补")
    )
    assert found["weights", "发现"] == found["list", "发现"]
    assert found["foot", "全部"] == sum(found["bar", kind.value] for kind in OpenKind)
    for section, count, shown in found["outline", "parts"]:
        if section not in ("front", "back"):
            (part,) = (one for one in window.desk.report.sections if one.id == section)
            pieces = {id_ for s in part.walk() for id_ in (s.id, *(e.id for e in s.entries))}
            assert count == shown == len(items.of(tuple(OpenKind), pieces))


def fill(window):
    editing.answer(window.desk, named(window.desk, "评查案卷"), "120", sure=True)


def drop(window):
    editing.drop(window.desk, entry(window.desk, "评查案卷"))


def ignore(window):
    shown = next(one for one in findings.findings(window.desk) if one.finding.rule == "S02")
    answers.ignore(window.desk, shown.finding)


def ignore_promise(window):
    shown = next(one for one in findings.findings(window.desk) if one.promise)
    answers.ignore(window.desk, shown.finding)


def answer_promise(window):
    promises.answer(window.desk, window.desk.promises[-1].id, PromiseState.DONE, "")


def write(window):
    piece = entry(window.desk, "应急")
    editing.write(window.desk, piece, "新建应急避难所31处，开展演练8次。")


def own_section(window):
    sections.add(window.desk, window.desk.report.sections[0].sections[0].id, "建成站点29个")


def remove(window):
    drop(window)
    sections.remove(window.desk, window.desk.report.sections[0].sections[0].id)


def keep(window):
    editing.keep(window.desk, entry(window.desk, "决策事项"))


def drop_what_is_to_be_reported(window):
    editing.drop(window.desk, entry(window.desk, "决策事项"))


DEEDS = [fill, drop, ignore, ignore_promise, answer_promise, write, own_section, remove, keep]


@pytest.mark.parametrize("deed", [None, *DEEDS], ids=lambda one: one.__name__ if one else "begun")
def test_no_two_numbers_differ_after_one_deed(window, deed):
    if deed is not None:
        deed(window)
    agree(window)


def test_no_two_numbers_differ_after_all_of_them_and_back_again(window):
    steps = (fill, ignore, ignore_promise, answer_promise, write, own_section, keep, remove)
    for deed in (*steps, drop_what_is_to_be_reported):
        deed(window)
        agree(window)
    for _ in range(4):
        window.undo()
        agree(window)
