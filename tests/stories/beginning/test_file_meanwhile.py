"""The file under an open window: it vanishes and comes back, has a copy, is read-only."""

import shutil
import threading
from dataclasses import replace

import pytest
from PySide6.QtTest import QSignalSpy

from nianbao.desk.desk import Desk
from nianbao.workspace import Workspace, opening
from tests.stories.deeds import press


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "U盘"
    folder.mkdir()
    return folder


@pytest.fixture
def window(window, stick):
    """The window over a workspace on a stick, the first entry of a section in sight."""
    window.asking = replace(window.asking, copy=lambda *_: stick / "年报.nianbao")
    window.save_elsewhere()
    window.messages.clear()
    window.desk_page.form.show_section(window.desk.report.sections[0].sections[1].id)
    return window


def first(window):
    return window.desk.report.sections[0].sections[1].entries[0]


def write(window, text):
    edit = window.desk_page.form.form._cards[first(window).id].text
    edit.set_caret(0)
    edit.insertPlainText(text)
    edit.flush()


def look(window):
    """Look after the file, and wait until the disk has answered what is asked from now on."""
    answered = QSignalSpy(window.watch.looked)
    while window.watch._asked is not None:
        assert answered.wait(60_000)
    window.watch.look()
    assert answered.wait(60_000)


def shown(window):
    return window.desk_page.form.form._cards[first(window).id].text.toPlainText()


def test_a_folder_that_vanishes_is_said_once_and_the_work_goes_on_when_it_is_back(window, stick):
    away = stick.with_name("拔下的U盘")
    stick.rename(away)
    look(window)
    write(window, "拔下时写的。")
    look(window)
    window.watch.back_up()

    (said,) = window.messages.texts()
    assert "不在原来的地方" in said
    assert shown(window).startswith("拔下时写的。")
    assert not stick.exists()  # nothing was made in its stead

    away.rename(stick)
    look(window)
    assert first(window).text.startswith("拔下时写的。")
    assert window.messages.texts() == ["年报库回来了，接着写。"]


def test_a_share_that_does_not_answer_holds_nobody_up(window, monkeypatch):
    answers, asked = threading.Event(), []
    missing = Workspace.missing

    def held_up(store):
        asked.append(threading.current_thread())
        assert answers.wait(60)
        return missing(store)

    look(window)
    monkeypatch.setattr(Workspace, "missing", held_up)
    answered = QSignalSpy(window.watch.looked)
    window.watch.look()
    window.watch.look()  # the disk has not answered yet: it is not asked once more
    window.watch.back_up()
    assert not answered.count()

    answers.set()
    assert answered.wait(60_000)
    assert len(asked) == 1
    assert threading.main_thread() not in asked


def test_a_stick_that_is_plugged_in_again_is_gone_on_with(window, stick):
    away = stick.with_name("拔下的U盘")
    stick.rename(away)
    write(window, "拔下时写的。")
    shutil.copytree(away, stick)  # another file to the system, with the same content
    look(window)
    assert first(window).text.startswith("拔下时写的。")
    write(window, "又写。")

    window.window().close()
    with Desk.open(stick / "年报.nianbao").store as kept:
        assert "又写。拔下时写的。" in str(kept.report("青岚县", 2026))


def test_a_file_that_was_changed_elsewhere_is_shown_and_nothing_is_written_over_it(window, stick):
    away = stick.with_name("拔下的U盘")
    stick.rename(away)
    write(window, "在这里写的。")
    shutil.copytree(away, stick)
    with Desk.open(stick / "年报.nianbao").store as other, other.act("在那里改") as action:
        report = other.report("青岚县", 2026)
        changed = report.mapped(
            lambda piece, text: f"在那里写的。{text}" if piece == first(window).id else text
        )
        other.save_report(action, changed)

    look(window)

    assert shown(window).startswith("在那里写的。")
    assert first(window).text.startswith("在那里写的。")
    assert any("换成了另一份" in one for one in window.messages.texts())
    asked = []
    window.asking = replace(
        window.asking, decide=lambda _, said: asked.append(said) or "用上次没有存上的"
    )
    press(window, "没有存上", "放回来")
    assert "“在那里写的。" in asked[0].more
    assert first(window).text.startswith("在这里写的。")


@pytest.mark.parametrize(
    ("here", "there", "word"), [(False, True, "比这份新"), (True, True, "两份都改过")]
)
def test_a_copy_made_by_hand_is_recognised(begun, window, stick, qtbot, here, there, word):
    place, copy = window.desk.place, stick / "年报 - 副本.nianbao"
    window.close_desk()
    shutil.copyfile(place, copy)
    for wanted, path in ((here, place), (there, copy)):
        if wanted:
            with Desk.open(path).store as store, store.act(f"改{path.stem}") as action:
                report = store.report("青岚县", 2026)
                store.save_report(action, report.mapped(lambda _, text: f"{text}。"))

    window.open(place)

    qtbot.waitUntil(lambda: bool(window.messages.texts()))
    (said,) = window.messages.texts()
    assert word in said
    press(window, word, "打开那一份")
    assert window.desk.place == copy


def test_an_older_copy_is_mentioned_and_goes_by_itself(window, stick, qtbot):
    place = window.desk.place
    window.close_desk()
    shutil.copyfile(place, stick / "年报 - 副本.nianbao")
    window.open(place)
    write(window, "今年。")
    window.close_desk()
    window.open(place)

    qtbot.waitUntil(lambda: bool(window.messages.texts()))
    assert "比这份旧" in window.messages.texts()[0]


def test_a_read_only_medium_says_so_and_its_report_is_written_elsewhere(
    window, stick, tmp_path, monkeypatch, qtbot
):
    place, out = window.desk.place, tmp_path / "导出.docx"
    window.close_desk()
    real = opening.os.access
    monkeypatch.setattr(
        opening.os, "access", lambda path, mode: "U盘" not in str(path) and real(path, mode)
    )
    window.open(place)

    assert window.desk_page.foot._saved.text() == "只读"
    assert any("只读" in said for said in window.messages.texts())
    window.asking = replace(window.asking, document=lambda *_: out)
    window.desk_page.export_bar._choose = lambda *_: out
    window.commands.run("export")
    qtbot.waitUntil(out.exists)
    assert [path.name for path in stick.iterdir() if path.suffix == ".docx"] == []
