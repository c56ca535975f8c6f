"""The preview after an edit in 10,000 characters, beside its floor: Qt setting the same text."""

import pytest
from PySide6.QtGui import QTextLayout, QTextOption

from nianbao.ui.pages.preview.pages import Setter
from nianbao.ui.pages.preview.view import PreviewView
from nianbao.views import preview
from nianbao.views.preview import PreviewLine, Run

TEXT = "健全完善行政复议与行政诉讼衔接机制，全年办理案件83件，纠错率12.5%。"
FORM = preview.geometry().body


def report(number=0):
    """100 paragraphs of 100 characters, each with two numbers; one of them is the edited one."""
    found = []
    for index in range(100):
        words = (TEXT * 3)[: 98 - len(str(number))]
        count = str(number if index == 50 else 83)
        piece = f"e{index}"
        runs = (
            Run(text=words, piece=piece),
            Run(text=count, piece=piece, slot_name="甲", label="甲"),
            Run(text="件。", piece=piece),
        )
        found.append(PreviewLine(kind="正文", form=FORM, page=preview.geometry().page, runs=runs))
    return found


@pytest.mark.benchmark(group="set 10,000 characters")
def test_floor_qt_sets_the_text(benchmark, qapp):
    from nianbao.ui.pages.preview import faces
    from nianbao.views.preview import Face

    texts = [line.text for line in report()]

    def set_all():
        set_ = 0
        for text in texts:
            layout = QTextLayout(text, faces.font(Face.BODY, 320, -5))
            layout.setTextOption(QTextOption())
            layout.beginLayout()
            while (line := layout.createLine()).isValid():
                line.setLineWidth(8845)
            layout.endLayout()
            set_ += layout.lineCount()
        return set_

    assert benchmark(set_all) > 300


@pytest.mark.benchmark(group="set 10,000 characters")
def test_pages_from_nothing(benchmark, qapp):
    lines = report()

    pages = benchmark(lambda: Setter().pages(lines))

    assert len(pages) > 15


@pytest.mark.benchmark(group="set 10,000 characters")
def test_view_after_an_edit(benchmark, qtbot):
    view = PreviewView()
    qtbot.addWidget(view)
    view.resize(1000, 700)
    view.show()
    view.refresh(report())
    numbers = iter(range(100_000))

    benchmark.pedantic(view.refresh, setup=lambda: ((report(next(numbers)),), {}), rounds=30)
    assert view.count == len(Setter().pages(report()))
