"""The preview as it is used: numbers lead back to the form, zoom and keys, what is seen stays."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from tests.actions.printed import begun

from nianbao.checks.open_items import IN_TEXT, OpenItem, OpenItems, OpenKind
from nianbao.ui.kit import theme
from nianbao.ui.kit.theme import ThemeName
from nianbao.ui.pages.preview.page import PreviewPage
from nianbao.views import preview
from nianbao.views.open_items import status
from nianbao.views.preview import PreviewLine, Run

SHAPE = preview.geometry()


@pytest.fixture(scope="module")
def lines(tmp_path_factory):
    with begun(tmp_path_factory.mktemp("desk")) as desk:
        return preview.lines(desk)


@pytest.fixture
def shown(qtbot):
    theme.apply(QApplication.instance(), ThemeName.LIGHT, 100)

    def show(lines, *, narrow=False, size=(1366, 700)):
        page = PreviewPage(narrow=narrow)
        qtbot.addWidget(page)
        page.resize(*size)
        page.show()
        page.show_lines(lines)
        return page

    return show


def spot_of(page, wanted):
    """The sheet and the middle of the first spot that is as wanted."""
    for sheet in page.view._sheets:
        for spot in sheet.spots():
            if wanted(spot.stretch.run):
                return sheet, sheet.place_of(spot).center().toPoint(), spot.stretch.run
    raise LookupError


def test_a_click_on_a_number_leads_to_its_chip(qtbot, shown, lines):
    page = shown(lines)
    sheet, middle, run = spot_of(page, lambda run: run.slot_name)

    with qtbot.waitSignal(page.figure_chosen) as heard:
        qtbot.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=middle)

    assert heard.args == [run.piece, run.slot_name]


def test_a_click_on_a_missing_date_or_on_words_leads_to_the_piece(qtbot, shown, lines):
    page = shown(lines)
    sheet, middle, run = spot_of(page, lambda run: run.mark and not run.slot_name)
    with qtbot.waitSignal(page.piece_chosen) as heard:
        qtbot.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=middle)
    assert heard.args == [run.piece]

    row = sheet.page.rows[4]
    stretch, _ = next(iter(row.paragraph.stretches(row.number)))
    point = QPointF(SHAPE.page.left + 2000, SHAPE.page.top + row.top + 200) * sheet._scale
    with qtbot.waitSignal(page.piece_chosen) as heard:
        qtbot.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=point.toPoint())
    assert heard.args == [stretch.run.piece]


def test_a_number_says_what_it_is_when_pointed_at(qtbot, shown, lines, monkeypatch):
    said = []
    monkeypatch.setattr(QToolTip, "showText", lambda _where, text, _widget: said.append(text))
    page = shown(lines)
    sheet, middle, run = spot_of(page, lambda run: run.slot_name)

    qtbot.mouseMove(sheet, middle)
    assert sheet.cursor().shape() is Qt.CursorShape.PointingHandCursor
    help_event = QHelpEvent(QHelpEvent.Type.ToolTip, middle, sheet.mapToGlobal(middle))
    QApplication.sendEvent(sheet, help_event)
    assert said == [f"{run.label}（点一下回到填写处）"]

    qtbot.mouseMove(sheet, QPoint(3, 3))
    assert sheet.cursor().shape() is Qt.CursorShape.ArrowCursor


def test_marks_are_painted_yellow(shown, lines):
    page = shown(lines)
    sheet, middle, _ = spot_of(page, lambda run: run.mark)
    image = sheet.grab().toImage()

    colours = {image.pixelColor(x, middle.y() + 6).name() for x in range(middle.x(), image.width())}
    assert theme.colours().mark in colours


def test_the_keyboard_goes_from_mark_to_mark_and_enters_one(qtbot, shown, lines):
    page = shown(lines)
    open_marks = [run for line in lines for run in line.runs if run.mark]
    at = next(number for number, run in enumerate(open_marks) if run.slot_name)
    before, figure = open_marks[at - 1 : at + 1]
    for _ in range(at + 1):
        qtbot.mouseClick(page.state.next, Qt.MouseButton.LeftButton)
    assert figure.text in page.view.accessibleDescription()

    with qtbot.waitSignal(page.figure_chosen) as heard:
        qtbot.keyClick(page.view, Qt.Key.Key_Return)
    assert heard.args == [figure.piece, figure.slot_name]

    page.view.step(-1, open_only=True)
    with qtbot.waitSignal(page.piece_chosen) as heard:
        qtbot.keyClick(page.view, Qt.Key.Key_Return)
    assert heard.args == [before.piece]


def test_going_on_behind_the_last_number_comes_back_to_the_first(shown, lines):
    page = shown(lines)
    page.view.step(1)
    first = page.view._current
    page.view.step(-1)
    last = page.view._current
    page.view.step(1)

    assert last > first
    assert page.view._current == first
    page.show_lines(
        [
            PreviewLine(
                kind="正文", form=SHAPE.body, page=SHAPE.page, runs=(Run(text="无", piece="a"),)
            )
        ]
    )
    assert page.view.step(1) is False


@pytest.mark.parametrize("zoom", [0.5, 0.8, 1.0, 1.7])
def test_the_lines_are_the_same_at_every_zoom(shown, lines, zoom):
    page = shown(lines)
    before = [sheet.page.text for sheet in page.view._sheets]
    page.view._set_zoom(zoom)

    assert page.percent.text() == f"{round(zoom * 100)}%"
    assert [sheet.page.text for sheet in page.view._sheets] == before
    width = page.view._sheets[0].width()
    assert width == pytest.approx(210 / 25.4 * 96 * zoom, abs=1.5)


def test_two_pages_stand_side_by_side_where_there_is_room(shown, lines):
    pages = shown(lines), shown(lines, narrow=True, size=(360, 600))
    wide, narrow = (page.view._sheets for page in pages)

    assert wide[0].y() == wide[1].y()
    assert wide[1].x() > wide[0].geometry().right()
    assert narrow[1].y() > narrow[0].geometry().bottom()
    assert narrow[0].width() > 300


def test_control_and_wheel_zoom_and_control_0_fits_again(qtbot, shown, lines):
    page = shown(lines)
    fitted = page.view.percent

    def turn(delta):
        event = QWheelEvent(
            *(QPointF(50, 50), QPointF(50, 50), QPoint(), QPoint(0, delta)),
            *(Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier),
            *(Qt.ScrollPhase.NoScrollPhase, False),
        )
        QApplication.sendEvent(page.view.viewport(), event)

    turn(120)
    assert page.view.percent > fitted
    turn(-120)
    turn(-120)
    assert page.view.percent < fitted
    qtbot.keyClick(page.view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert page.view.percent == fitted


def test_page_down_goes_to_the_top_of_the_next_pages(qtbot, shown, lines):
    page = shown(lines)
    count = page.view.count
    assert page.where.text() == f"第1—2页，共{count}页"

    qtbot.keyClick(page.view, Qt.Key.Key_PageDown)
    assert page.where.text() == f"第3—4页，共{count}页"
    qtbot.keyClick(page.view, Qt.Key.Key_PageUp)
    assert page.view.verticalScrollBar().value() == 0
    qtbot.keyClick(page.state.export, Qt.Key.Key_End)
    assert page.view.seen[1] == count


def test_what_is_seen_stays_while_the_text_changes(shown, lines):
    page = shown(lines)
    page.view.verticalScrollBar().setValue(1500)
    seen = page.view._sheets[-1]
    at = next(number for number, line in enumerate(lines) if line.kind == "二级标题")

    page.show_lines(
        [
            *lines[:at],
            PreviewLine(kind="正文", form=SHAPE.body, page=SHAPE.page, runs=()),
            *lines[at + 1 :],
        ]
    )

    assert page.view.verticalScrollBar().value() == 1500
    assert page.view._sheets[-1] is seen


def test_only_the_pages_that_are_seen_are_painted(shown, lines, monkeypatch):
    from nianbao.ui.pages.preview.sheet import PaperSheet

    painted = []
    original = PaperSheet.paintEvent

    def counted(sheet, event):
        painted.append(sheet._number)
        original(sheet, event)

    monkeypatch.setattr(PaperSheet, "paintEvent", counted)
    page = shown(lines)
    QApplication.processEvents()
    page.view.viewport().repaint()
    QApplication.processEvents()

    assert set(painted) <= {1, 2}


def test_a_piece_is_brought_into_view(shown, lines):
    page = shown(lines)
    page.view.reveal(lines[-3].runs[0].piece)

    assert page.view.seen[1] == page.view.count
    page.view.reveal("没有这一条")


def test_pages_can_be_read_aloud_and_every_control_has_a_name(shown, lines):
    page = shown(lines)
    first = page.view._sheets[0]

    assert first.accessibleName() == f"第1页，共{page.view.count}页"
    assert "县人大常委会：" in first.accessibleDescription()
    for widget in page.findChildren(QWidget):
        if widget.focusPolicy() is not Qt.FocusPolicy.NoFocus and widget.isVisible():
            assert widget.accessibleName(), widget


def open_things(count):
    one = OpenItem(kind=OpenKind.PENDING, label="复议数", place="（一）", reason="件", piece="a")
    return OpenItems((one,) * count)


@pytest.mark.parametrize("kind", list(OpenKind), ids=lambda kind: kind.name)
def test_the_column_the_foot_and_the_name_agree_on_what_may_be_final(shown, lines, kind):
    items = OpenItems((OpenItem(kind=kind, label="复议", place="（一）", reason="件", piece="a"),))
    page = shown(lines)
    page.show_lines(lines, items)

    is_blocked = kind in IN_TEXT
    assert (page.state.verdict.text() == "× 还不能定稿") is is_blocked
    assert items.blocks_final in page.state.reason.text()
    assert bool(items.blocks_final) is is_blocked
    assert status(items) == (
        "还有 1 处，做完就能定稿" if is_blocked else "可以定稿，还有 1 处可以再看"
    )


def test_the_column_says_what_is_open_and_how_long_it_is(qtbot, shown, lines):
    page = shown(lines)
    page.show_lines(lines, open_things(2))
    assert page.state.verdict.text() == "× 还不能定稿"
    assert page.state.facts["待填"].text() == "2 项"
    assert page.state.facts["页数"].text() == f"{page.view.count} 页"

    page.show_lines(
        [
            PreviewLine(
                kind="正文",
                form=SHAPE.body,
                page=SHAPE.page,
                runs=(Run(text="写好了。", piece="a"),),
            )
        ]
    )
    assert page.state.verdict.text() == "√ 可以定稿"
    assert page.state.next.isHidden()
    assert page.state.facts["字数"].text() == "4 字"

    with qtbot.waitSignal(page.export_wanted):
        qtbot.mouseClick(page.state.export, Qt.MouseButton.LeftButton)
