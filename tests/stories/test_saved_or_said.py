"""Saved, or said: a disk that is full, a window that closes, an error that nobody foresaw."""

import subprocess
import sys
from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from nianbao.actions import editing
from nianbao.machine import rescue
from nianbao.report.figures.figure import FigureState
from nianbao.report.pieces import piece_of
from nianbao.ui.kit.dialogs import Unsaved
from nianbao.ui.shell.system import faults
from tests.actions.desks import named
from tests.stories.deeds import empty_the_disk, fill_the_disk, press, saying

HOLD = """
import sys
from pathlib import Path
from nianbao.workspace import Workspace
with Workspace.open(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.readline()
"""
LONG = "这一条写得很长，" * 2000


def first(window):
    return window.desk.report.sections[0].sections[1].entries[0].id


def write(window, text):
    card = window.desk_page.form.form._cards[first(window)]
    card.text.setFocus()
    card.text.set_caret(0)
    card.text.insertPlainText(text)
    card.text.flush()
    return card


def rescued(window, **given):
    """Let an earlier session have left something in the rescue file."""
    about = {"unit": window.desk.unit, "year": window.desk.year, "session": "earlier"}
    left = rescue.RescuedTyping(**about, **given)
    rescue.keep(window.desk.place, left)
    return left


def source(window, piece):
    return piece_of(window.desk.report, piece).own_source


@pytest.fixture
def window(window):
    saying(window, Unsaved.GIVE_UP)  # a test that fails must not wait for an answer
    window.desk_page.form.show_section(window.desk.report.sections[0].sections[1].id)
    return window


def test_a_full_disk_is_said_and_the_text_stays_until_there_is_room(window, aside, qtbot):
    fill_the_disk(window)

    card = write(window, LONG)
    assert "已保存" not in window.desk_page.foot._saved.text()
    qtbot.waitUntil(lambda: bool(window.desk_page.saving.failure))

    assert card.text.toPlainText().startswith("这一条写得很长")
    assert "没有存上" in window.desk_page.foot._saved.text()
    (said,) = window.messages.texts()
    assert "磁盘" in said
    (kept,) = rescue.found(window.desk.place)
    assert kept.texts[first(window)].startswith("这一条写得很长")
    assert not list(window.desk.place.parent.glob("*.json.tmp"))

    window.desk_page.form.show_section(window.desk.report.sections[1].sections[0].id)
    window.desk_page.form.show_section(window.desk.report.sections[0].sections[1].id)
    shown = window.desk_page.form.form._cards[first(window)]
    assert shown.text.toPlainText().startswith("这一条写得很长")

    empty_the_disk(window)
    assert window.desk_page.saving.settle()
    assert LONG[:20] in next(
        e.text for s in window.desk.report.walk() for e in s.entries if e.id == first(window)
    )
    assert "已保存" in window.desk_page.foot._saved.text()
    assert window.messages.texts() == []  # it no longer holds
    assert rescue.found(window.desk.place) == []


def test_it_is_tried_again_by_itself(window, qtbot):
    fill_the_disk(window)
    write(window, LONG)
    qtbot.waitUntil(lambda: bool(window.desk_page.saving.failure))
    empty_the_disk(window)

    with qtbot.waitSignal(window.desk_page.saving.saved):
        window.desk_page.saving._again.setInterval(10)


def test_a_window_with_unsaved_text_does_not_close_unasked(window):
    fill_the_disk(window)
    write(window, LONG)
    saying(window, Unsaved.STAY)

    assert not window.window().close()
    assert window.is_open
    saying(window, Unsaved.GIVE_UP)
    assert window.window().close()


def test_what_was_given_up_is_offered_at_the_next_start(window, begun, qtbot):
    place, piece = window.desk.place, first(window)
    fill_the_disk(window)
    write(window, LONG)
    saying(window, Unsaved.GIVE_UP)
    assert window.window().close()

    again = begun()
    press(again, "急救文件", "放回来")

    assert any(
        e.id == piece and e.text.startswith(LONG[:20])
        for s in again.desk.report.walk()
        for e in s.entries
    )
    qtbot.waitUntil(lambda: rescue.found(place) == [])


def test_a_number_that_was_given_up_is_offered_at_the_next_start(window, begun, qtbot):
    place, name = window.desk.place, named(window.desk, "新收")
    other = named(window.desk, "评查案卷")
    fill_the_disk(window)
    write(window, LONG)  # the disk has no room from here on
    editing.answer(window.desk, name, "97", sure=True)
    editing.answer(window.desk, other, "5", sure=True)
    editing.answer(window.desk, other, "不适用", sure=True)
    qtbot.waitUntil(lambda: bool(window.desk_page.saving.failure))
    saying(window, Unsaved.GIVE_UP)
    assert window.window().close()
    (kept,) = rescue.found(place)
    assert kept.figures == {name: "97", other: "不适用"}

    again = begun()
    assert again.desk.ledger.known(name) is None
    press(again, "1处文字、2个数", "放回来")
    assert again.desk.ledger.known(name) == 97
    assert again.desk.ledger.figures[other].state is FigureState.NOT_APPLICABLE
    qtbot.waitUntil(lambda: rescue.found(place) == [])


def test_a_number_that_got_into_the_file_is_not_rescued(window, qtbot):
    name = named(window.desk, "新收")
    fill_the_disk(window)
    write(window, LONG)
    editing.answer(window.desk, name, "97", sure=True)
    qtbot.waitUntil(lambda: bool(window.desk_page.saving.failure))
    assert rescue.found(window.desk.place)
    empty_the_disk(window)
    assert window.desk_page.saving.settle()
    assert rescue.found(window.desk.place) == []
    assert window.desk_page.saving._figures == {}


def test_a_number_that_was_withdrawn_is_not_rescued(window, qtbot):
    name = named(window.desk, "新收")
    fill_the_disk(window)
    write(window, LONG)
    editing.answer(window.desk, name, "97", sure=True)
    window.desk_page.saving.retry()
    qtbot.waitUntil(lambda: bool(window.desk_page.saving.failure))
    window.desk_page.saving.settle()
    (kept,) = rescue.found(window.desk.place)
    assert kept.figures == {name: "97"}
    editing.answer(window.desk, name, "", sure=True)
    (kept,) = rescue.found(window.desk.place)
    assert kept.figures == {}
    window.desk_page.saving.give_up()
    assert [one.figures for one in rescue.found(window.desk.place)] == [{}]


def test_a_number_of_a_figure_that_is_gone_stays_in_the_rescue_file(window):
    kept = {"没有这一项": "7"}
    earlier = rescued(window, figures=kept)
    window.desk_page.saving.adopt(earlier)
    (left,) = rescue.found(window.desk.place)
    assert left.figures == kept


def test_the_work_goes_on_in_another_place(window, tmp_path):
    fill_the_disk(window)
    write(window, LONG)
    place = tmp_path / "别处.nianbao"
    window.asking = replace(window.asking, copy=lambda *_: place)

    assert window.save_elsewhere()

    assert window.desk.place == place
    assert not window.desk_page.saving.unsaved
    assert LONG[:20] in next(
        e.text for s in window.desk.report.walk() for e in s.entries if e.id == first(window)
    )


def test_typing_without_a_pause_is_saved_all_the_same(window, qtbot):
    card = window.desk_page.form.form._cards[first(window)]
    card.text.setFocus()
    card.text.set_caret(0)

    def strike():
        QTest.keyClicks(card.text, "a")
        return any("aaaaa" in e.text for s in window.desk.report.walk() for e in s.entries)

    qtbot.waitUntil(strike)


def test_an_error_nobody_foresaw_is_told_and_the_work_goes_on(window, monkeypatch):
    words = "报告里的话"

    def broken(*_, **__):
        raise ZeroDivisionError(words)

    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # put back afterwards
    faults.install(window.tell_fault)
    monkeypatch.setattr(editing, "keep", broken)
    try:
        window.desk_page.form.form.acts.keep(first(window))
    except ZeroDivisionError as error:  # as Qt does with what comes out of a slot
        sys.excepthook(type(error), error, error.__traceback__)

    (said,) = window.messages.texts()
    assert "程序出了意外" in said
    press(window, "程序出了意外", "复制详情")
    copied = QGuiApplication.clipboard().text()
    assert "ZeroDivisionError" in copied
    assert words not in said + copied
    write(window, "接着写。")
    assert any("接着写。" in e.text for s in window.desk.report.walk() for e in s.entries)


def test_a_workspace_that_somebody_else_has_open_is_shown_and_cannot_be_changed(begun, tmp_path):
    place = tmp_path / "w.nianbao"
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(place)], stdout=subprocess.PIPE, stdin=subprocess.PIPE
    )
    try:
        assert holder.stdout.readline().strip() == b"held"
        window = begun()

        assert window.desk.read_only
        assert window.desk_page.foot._saved.text() == "只读"
        assert any("只读" in said and "打开" in said for said in window.messages.texts())
        window.desk_page.form.show_section(window.desk.report.sections[0].sections[1].id)
        assert window.desk_page.form.form._cards[first(window)].text.isReadOnly()

        elsewhere = tmp_path / "我的.nianbao"
        window.asking = replace(window.asking, copy=lambda *_: elsewhere)
        press(window, "只读", "另存一份再改")
        assert (window.desk.place, window.desk.read_only) == (elsewhere, "")
        window.desk_page.form.show_section(window.desk.report.sections[0].sections[1].id)
        write(window, "接着写。")
        assert any("接着写。" in e.text for s in window.desk.report.walk() for e in s.entries)
    finally:
        holder.communicate(b"\n")


def test_a_text_whose_entry_is_gone_is_not_dropped_in_silence(window):
    window.desk_page.saving.adopt(rescued(window, texts={"没有这一条": "辛苦写的话。"}))

    assert "没有这一条" in window.desk_page.saving.unsaved
    assert any("条目已经不在" in said for said in window.messages.texts())
    (kept,) = rescue.found(window.desk.place)
    assert kept.texts == {"没有这一条": "辛苦写的话。"}
    window.desk_page.saving.give_up()


def test_what_was_rescued_earlier_stays_until_it_is_saved_itself(window):
    earlier = {first(window): "早先的话。", "别的": "早先的别的话。"}
    rescued(window, texts=earlier)
    fill_the_disk(window)
    write(window, LONG)
    assert not window.desk_page.saving.settle()
    found = [kept.texts for kept in rescue.found(window.desk.place)]
    assert earlier in found
    (now,) = [texts for texts in found if texts != earlier]
    assert now.keys() == {first(window)}

    empty_the_disk(window)
    assert window.desk_page.saving.settle()
    (kept,) = rescue.found(window.desk.place)
    assert kept.texts == earlier


def test_what_was_given_up_in_this_session_stays_whatever_is_written_in_its_place(window):
    fill_the_disk(window)
    write(window, LONG)
    assert not window.desk_page.saving.settle()
    window.desk_page.saving.give_up()
    empty_the_disk(window)
    window.desk.refresh()
    write(window, "又写的。")
    assert window.desk_page.saving.settle()
    (kept,) = rescue.found(window.desk.place)
    assert kept.texts[first(window)].startswith(LONG[:20])


MEANWHILE = [
    ("用上次没有存上的", 97, "早先写的。", False),
    ("用现在的，上次的不要了", 112, "后来写的。", False),
    ("先不放，都留着", 112, "后来写的。", True),
]


@pytest.mark.parametrize(("answer", "number", "text", "is_left"), MEANWHILE)
def test_what_was_written_meanwhile_is_asked_about_before_it_goes(
    window, begun, answer, number, text, is_left
):
    name, other = named(window.desk, "新收"), named(window.desk, "评查案卷")
    piece = first(window)
    rescued(
        window,
        texts={piece: "早先写的。"},
        before={piece: source(window, piece)},
        figures={name: "97", other: "5"},
    )
    editing.write(window.desk, piece, "后来写的。")
    editing.answer(window.desk, name, "112", sure=True)
    assert window.window().close()

    asked = []
    again = begun()
    again.asking = replace(again.asking, decide=lambda _, said: asked.append(said) or answer)
    press(again, "1处文字、2个数", "放回来")

    (question,) = asked
    assert question.text == "有2处后来又写了别的，用哪一样？"
    assert "“后来写的。”，上次是“早先写的。”" in question.more
    assert "现在是112，上次是97。" in question.more
    assert again.desk.ledger.known(name) == number
    assert source(again, piece) == text
    assert again.desk.ledger.known(other) == (None if is_left else 5)
    assert again.saving.settle()
    assert bool(rescue.found(again.desk.place)) is is_left


def test_what_nobody_wrote_over_is_put_back_unasked(window, begun):
    piece = first(window)
    rescued(window, texts={piece: "早先写的。"}, before={piece: source(window, piece)})
    assert window.window().close()
    again = begun()
    again.asking = replace(again.asking, decide=lambda *_: pytest.fail("asked"))
    press(again, "1处文字", "放回来")
    assert source(again, piece) == "早先写的。"


def test_what_a_text_was_written_over_is_rescued_with_it(window):
    piece = first(window)
    before = source(window, piece)
    fill_the_disk(window)
    write(window, LONG)
    write(window, "再写。")
    assert not window.desk_page.saving.settle()
    (kept,) = rescue.found(window.desk.place)
    assert kept.before == {piece: before}
