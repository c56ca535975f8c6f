"""The way through what is open, also through what stands nowhere in the text."""

from nianbao.checks.open_items import OpenItem, OpenItems, OpenKind
from nianbao.ui.pages.form.walk import Walk


def item(kind, label, piece=""):
    return OpenItem(kind=kind, label=label, place="", reason="", piece=piece)


IN_TEXT = item(OpenKind.PENDING, "甲", "a")
GAP = item(OpenKind.FINDING, "缺一项")
PROMISES = [item(OpenKind.PROMISE, name) for name in "乙丙丁"]


def items(*found):
    return OpenItems(found, {"a": 0})


def test_what_was_answered_leads_to_what_followed_it():
    walk = Walk()
    walk.last = GAP
    assert walk.step(items(IN_TEXT, GAP, *PROMISES), 1, "") == PROMISES[0]

    assert walk.step(items(IN_TEXT, GAP, *PROMISES[1:]), 1, "a") == PROMISES[1]
    assert walk.step(items(IN_TEXT, GAP, PROMISES[2]), 1, "a") == PROMISES[2]
    assert walk.step(items(IN_TEXT, GAP), 1, "a") == IN_TEXT  # round again


def test_it_stays_within_a_kind():
    walk = Walk()
    walk.limit(OpenKind.PROMISE.value)
    assert walk.step(items(GAP, *PROMISES), 1, "") == PROMISES[0]
    assert walk.step(items(GAP, PROMISES[1], GAP, PROMISES[2]), 1, "") == PROMISES[1]
