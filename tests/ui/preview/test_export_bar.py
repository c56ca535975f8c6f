"""Exporting from the window: asked where to, written beside it, said in the page."""

import pytest
from docx import Document
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from tests.actions.printed import begun

from nianbao.errors import OutputError
from nianbao.ui.kit import theme
from nianbao.ui.kit.jobs import Work
from nianbao.ui.kit.theme import ThemeName
from nianbao.ui.pages.preview.export import ExportBar


@pytest.fixture
def desk(tmp_path):
    with begun(tmp_path) as desk:
        yield desk


class Person:
    """Chooses the place proposed or another one, and sees what is opened."""

    def __init__(self):
        self.proposed, self.opened = [], []
        self.choice = None  # a function of what is proposed

    def choose(self, _parent, proposed):
        self.proposed.append(proposed)
        return self.choice(proposed) if self.choice else proposed

    def show(self, path):
        self.opened.append(path)
        return True


@pytest.fixture
def person():
    return Person()


@pytest.fixture
def bar(qtbot, desk, person):
    theme.apply(QApplication.instance(), ThemeName.LIGHT, 100)
    made = ExportBar(desk, Work(), person.choose, person.show)
    qtbot.addWidget(made)
    return made


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_file_is_written_and_can_be_opened(qtbot, bar, desk, person):
    with qtbot.waitSignal(bar.exported):
        bar.export()

    (place,) = person.proposed
    assert place.parent == desk.place.parent
    assert Document(place).paragraphs
    assert bar.said.text() == f"已导出：{place.name}"
    assert not bar.isHidden()
    assert bar.again.isHidden()
    click(qtbot, bar.open_file)
    click(qtbot, bar.open_folder)
    assert person.opened == [place, place.parent]
    click(qtbot, bar.close_bar)
    assert bar.isHidden()


def test_a_second_export_gets_another_name_in_the_same_folder(qtbot, bar, person, tmp_path):
    folder = tmp_path / "送审"
    folder.mkdir()
    person.choice = lambda proposed: folder / proposed.name
    with qtbot.waitSignal(bar.exported):
        bar.export()
    person.choice = None
    with qtbot.waitSignal(bar.exported):
        bar.export()

    assert person.proposed[1].parent == folder
    assert person.proposed[1].stem.endswith("（2）")
    assert len(list(folder.glob("*.docx"))) == 2


def test_a_name_that_is_taken_is_left_alone_and_that_is_said(qtbot, bar, person, tmp_path):
    taken = tmp_path / "报告.docx"
    taken.write_bytes(b"before")
    person.choice = lambda _proposed: taken
    with qtbot.waitSignal(bar.exported):
        bar.export()

    assert taken.read_bytes() == b"before"
    assert bar.said.text() == "已导出：报告（2）.docx　同名的文件原来就有，没有动它。"


def test_thinking_better_of_it_changes_nothing(bar, person, tmp_path):
    person.choice = lambda _proposed: None
    bar.export()

    assert bar.isHidden()
    assert not list(tmp_path.glob("*.docx"))


def test_a_file_held_by_word_is_said_and_another_name_offered(qtbot, bar, person, monkeypatch):
    from nianbao import rendering

    def locked(_lines, path, **_how):
        raise OutputError(f"文件“{path.name}”正被Word或WPS打开。", do="请换一个文件名。")

    monkeypatch.setattr(rendering, "write_docx", locked)
    bar.export()
    qtbot.waitUntil(lambda: not bar.isHidden())

    assert "正被Word或WPS打开" in bar.said.text()
    assert bar.open_file.isHidden()
    monkeypatch.undo()
    with qtbot.waitSignal(bar.exported):
        click(qtbot, bar.again)
    assert bar.said.text().startswith("已导出：")


def test_a_program_that_will_not_open_it_is_said(qtbot, bar, desk, person):
    with qtbot.waitSignal(bar.exported):
        bar.export()
    bar._show = lambda _path: False
    click(qtbot, bar.open_file)

    assert bar.said.text() == f"打不开。文件在这里：{person.proposed[0]}"
