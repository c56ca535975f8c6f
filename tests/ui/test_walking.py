"""The walk over a window finds what it is there to find."""

import pytest
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QTableView,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from tests.ui import walking


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    QVBoxLayout(made)
    return made


def put(window, widget, name=""):
    widget.setAccessibleName(name)
    window.layout().addWidget(widget)
    return widget


def test_a_chinese_window_with_names_has_no_faults(window):
    put(window, QLabel("导出Word（Ctrl+Shift+E），也可用WPS打开.docx，A4纸"))
    put(window, QLabel('<p style="margin:0">去年原文</p>'))
    put(window, QPushButton("导入去年报告"))
    put(window, QLineEdit(), "查找").setPlaceholderText("按F3继续")
    put(window, QComboBox(), "年度").addItems(["2026年", "2025年"])
    put(window, QSpinBox(), "显示比例")
    table = put(window, QTableView(), "台账")
    model = QStandardItemModel(1, 1, table)
    model.setHorizontalHeaderLabels(["指标"])
    table.setModel(model)
    tabs = put(window, QTabWidget(), "旁边")
    tabs.addTab(QLabel("去年"), "去年原文")
    tabs.tabBar().setAccessibleName("旁边")

    assert walking.faults(window) == []


def test_foreign_words_are_found_wherever_they_stand(window):
    put(window, QLabel("Loading"))
    put(window, QPushButton("导入")).setToolTip("Import file")
    put(window, QLineEdit(), "查找").setPlaceholderText("Search")
    table = put(window, QTableView(), "台账")
    model = QStandardItemModel(1, 1, table)
    model.setHorizontalHeaderLabels(["Name"])
    model.setData(model.index(0, 0), "None")
    table.setModel(model)

    said = "\n".join(walking.faults(window))

    assert all(word in said for word in ("Loading", "Import、file", "Search", "“Name”", "“None”"))
    assert len(said.splitlines()) == 5
    assert (
        walking.faults(window, allowed=["Loading", "Import", "file", "Search", "Name", "None"])
        == []
    )


def test_what_takes_the_focus_and_has_no_name_is_found(window):
    put(window, QLineEdit())
    put(window, QPushButton("…"))
    put(window, QToolButton())
    put(window, QTableView())
    put(window, QPushButton("…"), "更多")

    found = walking.faults(window)

    assert [fault.split()[0] for fault in found] == [
        "QLineEdit",
        "QPushButton",
        "QToolButton",
        "QTableView",
    ]
