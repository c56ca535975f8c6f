"""从备份恢复 in the window: what would differ is shown, what is there now is kept first."""

import shutil
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from nianbao.actions import editing
from nianbao.actions.safe import safekeeping
from nianbao.ui.pages.restoring.page import RestorePage
from nianbao.workspace import opening
from tests.actions.desks import UNIT, entry, named
from tests.stories.deeds import press
from tests.workspace.files import alter

CTRL = Qt.KeyboardModifier.ControlModifier


def backups(window):
    window.commands.run("backups")
    page = window.stack.currentWidget()
    assert isinstance(page, RestorePage)
    return page


def said(page, qtbot):
    """What is shown of the current backup, when it is known."""
    qtbot.waitUntil(lambda: "正在比较" not in page.differences.text())
    return page.differences.text()


def change(window):
    desk = window.desk
    editing.answer(desk, named(desk, "复议申请新收"), "112")
    piece = entry(desk, "评查案卷")
    editing.write(desk, piece, f"今年。{entry_text(desk, piece)}")


def entry_text(desk, piece):
    return next(e.text for s in desk.report.walk() for e in s.entries if e.id == piece)


def test_what_differs_is_shown_and_what_is_there_now_is_kept_first(window, qtbot):
    window.desk.store.backups.make("手动")
    before = window.desk.report
    change(window)
    after = window.desk.report
    page = backups(window)
    assert "1条文字、1个数不同" in said(page, qtbot)

    QTest.keyClick(page, Qt.Key.Key_Return, CTRL)

    assert window.stack.currentWidget() is window.desk_page
    assert window.desk.report == before
    assert "已恢复" in window.messages.texts()[0]

    page = backups(window)
    assert page.current_line().title.endswith("恢复前")
    assert "1条文字、1个数不同" in said(page, qtbot)
    page.restore.click()
    assert window.desk.report == after


def test_while_it_is_restored_that_is_said(window, qtbot, monkeypatch):
    window.desk.store.backups.make("手动")
    change(window)
    page = backups(window)
    said(page, qtbot)
    told = []
    restore = safekeeping.restore

    def slowly(place, source):
        told.extend(window.messages.texts())
        return restore(place, source)

    monkeypatch.setattr(safekeeping, "restore", slowly)
    QTest.keyClick(page, Qt.Key.Key_Return, CTRL)

    assert [one[:5] for one in told] == ["正在恢复到"]
    assert not any("正在恢复" in one for one in window.messages.texts())


def test_a_year_that_would_go_is_named(window, qtbot):
    page = backups(window)
    row = next(n for n, one in enumerate(page.model.records) if "建立年度前" in one.title)
    page.list.setCurrentIndex(page.model.index(row, 0))

    assert f"{UNIT}2026年度：备份里没有，恢复后就没有了" in said(page, qtbot)
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert window.stack.currentWidget() is window.desk_page
    assert window.desk.years() == [2026, 2025, 2024]


def test_a_backup_that_cannot_be_read_is_no_way_back(window, qtbot):
    made = window.desk.store.backups.make("手动")
    made.path.write_bytes(made.path.read_bytes()[:5000])
    page = backups(window)

    assert "损坏" in said(page, qtbot)
    assert page.differences.property("role") == "error"
    assert not page.restore.isEnabled()


def test_a_backup_that_holds_the_same_is_no_fault(window, qtbot):
    window.desk.store.backups.make("手动")
    page = backups(window)

    assert "内容相同" in said(page, qtbot)
    assert page.differences.property("role") != "error"
    assert not page.restore.isEnabled()


def test_a_second_place_gets_the_backups_too_and_is_remembered(begun, window, tmp_path, qtbot):
    stick = tmp_path / "U盘"
    stick.mkdir()
    window.asking = replace(window.asking, folder=lambda *_: stick)
    page = backups(window)
    page.choose_second.click()

    assert "U盘" in page.second.text()
    assert any(line.far for line in page.model.records)
    window.window().close()
    again = begun()
    change(again)
    again.desk.store.backups.make("手动")
    assert len(list(stick.glob("*.nianbao"))) == 2
    shutil.rmtree(again.desk.store.backups.folder)
    page = backups(again)
    assert "1条文字、1个数不同" not in said(page, qtbot)  # the newest one is as it is now
    page.list.setCurrentIndex(page.model.index(1, 0))
    assert "1条文字、1个数不同" in said(page, qtbot)


def test_a_missing_stick_is_said_once(window, tmp_path, qtbot):
    window.desk.store.backups.second_place = tmp_path / "拔了" / "U盘"
    (tmp_path / "拔了").write_bytes(b"")
    change(window)

    window.watch.back_up()
    qtbot.waitUntil(lambda: bool(window.messages.texts()))
    window.watch.back_up()

    (said,) = window.messages.texts()
    assert "另一处的备份没有做成" in said
    window.messages.clear()
    window.watch.back_up()
    assert window.messages.texts() == []


def test_a_damaged_workspace_leads_to_its_backups(begun, window, tmp_path, qtbot):
    window.desk.store.backups.make("手动")
    report = window.desk.report
    place = window.desk.place
    window.window().close()
    place.write_bytes(place.read_bytes()[:-4096])

    again = begun()
    page = again.stack.currentWidget()
    assert isinstance(page, RestorePage)
    assert "损坏" in page.failure.text()
    said(page, qtbot)
    page.restore.click()

    assert again.desk.report == report
    assert list(tmp_path.glob("w-损坏*.nianbao"))


def test_damage_that_is_found_in_a_large_workspace_after_it_was_opened(
    begun, window, monkeypatch, qtbot
):
    window.desk.store.backups.make("手动")
    report, place = window.desk.report, window.desk.place
    window.window().close()
    alter(place, "UPDATE entry SET text = text || '改'")
    monkeypatch.setattr(opening, "_LARGE", 0)

    again = begun()
    qtbot.waitUntil(lambda: isinstance(again.stack.currentWidget(), RestorePage))
    page = again.stack.currentWidget()
    assert "损坏" in page.failure.text()
    assert not again.is_open
    said(page, qtbot)
    page.restore.click()
    assert again.desk.report == report


def test_a_workspace_that_was_deleted_leads_to_its_backups(window, qtbot):
    window.desk.store.backups.make("手动")
    place = window.desk.place
    window.close_desk()
    place.unlink()

    window.start.open_workspace.emit(place)
    assert "找不到" in window.start.failure.text()
    press(window, "备份还在", "从备份恢复")
    page = window.stack.currentWidget()
    said(page, qtbot)
    page.restore.click()

    assert window.desk.years() == [2026, 2025, 2024]
