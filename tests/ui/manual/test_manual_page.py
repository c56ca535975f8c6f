"""F1: the manual opens where it explains what is worked at, and nothing under it is lost."""

import re
from dataclasses import fields

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from tests.ui import walking

from nianbao.machine import installation
from nianbao.standards import manual
from nianbao.ui.kit.dialogs import Asking
from nianbao.ui.pages.manual.page import ManualPage
from nianbao.ui.pages.review.review_page import ReviewPage
from nianbao.ui.pages.shortcuts.keys import groups
from nianbao.ui.pages.shortcuts.page import ShortcutsPage
from nianbao.ui.shell.application import Frame

KEY = re.compile(r"(?:(?:Ctrl|Shift|Alt)\+)+(?:[A-Za-z]+|\d|[↑↓])|\bF\d+")


@pytest.fixture
def window(qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(installation, "documents_folder", lambda: tmp_path / "年报助手")
    frame = Frame(tmp_path / "window.json")
    qtbot.addWidget(frame)
    frame.resize(1366, 720)
    frame.show()
    frame.fill()
    frame.content.asking = Asking(**{field.name: lambda *_: None for field in fields(Asking)})
    yield frame.content
    frame.close()


def shown(window):
    return window.stack.currentWidget()


def test_it_opens_at_the_page_that_is_worked_at_and_goes_back_to_it(window, qtbot):
    window.setup.import_file(installation.sample_report())
    qtbot.waitUntil(lambda: isinstance(shown(window), ReviewPage))
    review = shown(window)

    window.commands.run("manual")
    page = shown(window)
    assert page.contents.currentItem().data(Qt.ItemDataRole.UserRole) == "2. 核对认出的内容"
    page.keys_wanted.emit()
    assert isinstance(shown(window), ShortcutsPage)
    window.commands.run("manual")
    assert shown(window).contents.currentItem().text() == "　2. 核对认出的内容"
    QTest.keyClick(shown(window), Qt.Key.Key_Escape)

    assert shown(window) is review  # what was corrected there is not thrown away
    assert window.stack.count() == 2
    window.go_home()
    assert shown(window) is window.start


def test_all_of_it_is_there_and_every_control_is_named(window):
    window.commands.run("manual")
    page = shown(window)

    text = page.text.toPlainText()
    for chapter in manual.manual().chapters:
        for part in chapter.parts:
            assert all(said in text for said in (*part.says, *part.steps, part.note))
    assert all(does in text for group in groups(window.commands) for _, does in group.rows)
    assert walking.faults(page) == []


def test_the_keys_that_it_names_are_keys_of_the_program(window):
    listed = " ".join(key for group in groups(window.commands) for key, _ in group.rows)
    told = [
        sentence
        for chapter in manual.manual().chapters
        for part in chapter.parts
        for sentence in (*part.says, *part.steps, part.note)
    ]

    named = {key for sentence in told for key in KEY.findall(sentence)}
    assert len(named) > 10
    assert not {key for key in named if key not in listed} - {"Ctrl+加"}


def test_a_picture_is_as_wide_as_the_page(qtbot, tmp_path, monkeypatch):
    place = tmp_path / "a.png"
    QImage(1366, 720, QImage.Format.Format_RGB32).save(str(place))
    monkeypatch.setattr(manual, "picture", lambda name: place if name == "import" else None)
    page = ManualPage([])
    qtbot.addWidget(page)

    for width in (1366, 640):
        page.resize(width, 700)
        page.show()
        qtbot.waitUntil(lambda: page.text.document().idealWidth() <= page.text.viewport().width())
        assert f'width="{page.text.picture_width}"' in page.text.toHtml()


def test_it_is_written_as_a_word_file(window, qtbot, tmp_path):
    window.asking = Asking(document=lambda *_: tmp_path / "手册.docx")
    window.commands.run("manual")

    shown(window).document_wanted.emit()
    qtbot.waitUntil((tmp_path / "手册.docx").exists)
