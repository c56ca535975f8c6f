"""The outline: a title that is longer than a line has a second one."""

from PySide6.QtWidgets import QApplication

from nianbao.ui.kit import theme
from nianbao.ui.kit.theme import ThemeName
from nianbao.ui.pages.form import outline_view
from nianbao.ui.pages.form.outline_view import OutlineView
from nianbao.views.form.outline import FormNode, Progress


def node(section, title):
    return FormNode(section=section, title=title, level=2, progress=Progress.HALF, counts={})


def test_a_long_title_has_a_second_line_and_its_row_the_height_for_it(qtbot, chinese_font):
    theme.apply(QApplication.instance(), ThemeName.LIGHT, 100)
    view = OutlineView()
    qtbot.addWidget(view)
    view.show_nodes(
        (node("a", "（一）行政执法"), node("b", "（二）综合行政执法改革有待进一步深化"))
    )
    view.resize(220, 300)
    view.show()
    short, long = (view.indexAt(view.rect().topLeft()).siblingAtRow(row) for row in (0, 1))

    qtbot.waitUntil(lambda: view.visualRect(long).height() > view.visualRect(short).height() + 10)
    view.resize(600, 300)
    qtbot.waitUntil(lambda: view.visualRect(long).height() == view.visualRect(short).height())


def test_a_title_of_many_lines_is_read_whole(qtbot, chinese_font):
    theme.apply(QApplication.instance(), ThemeName.LIGHT, 100)
    title = "（二）" + "综合行政执法改革有待进一步深化" * 4
    view = OutlineView()
    qtbot.addWidget(view)
    view.show_nodes((node("a", title),))
    view.resize(220, 300)
    view.show()

    layout = outline_view._title(node("a", title), view.viewport().width())
    assert layout.text() == title
    row = view.indexAt(view.rect().topLeft())
    qtbot.waitUntil(lambda: view.visualRect(row).height() > layout.boundingRect().height())
