"""A text with marked numbers: however many, it is laid out once and painted where it is seen."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest

from nianbao.ui.kit import theme
from nianbao.ui.kit.texts.marked_text import Chunk, MarkedText
from nianbao.ui.kit.theme import StateColour, ThemeName

WORDS = st.text("一二三四五办理案件，。ab 7", max_size=40)
CHUNKS = st.lists(st.tuples(WORDS, st.text("0123456789万件", min_size=1, max_size=30)), max_size=30)


@pytest.fixture
def text(qapp, qtbot):
    theme.apply(qapp, ThemeName.LIGHT, 100)
    made = MarkedText("正文")
    qtbot.addWidget(made)
    made.resize(300, 400)
    made.show()
    return made


def paragraph(pairs, first=0):
    for number, (words, digits) in enumerate(pairs, first):
        yield Chunk(text=words)
        yield Chunk(text=digits, colour=StateColour.GREEN, key=str(number))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(paragraphs=st.lists(CHUNKS, max_size=6), top=st.integers(0, 900), height=st.integers(1, 300))
def test_every_mark_that_touches_a_place_is_seen_there(text, paragraphs, top, height):
    text.show_paragraphs([list(paragraph(pairs, 100 * n)) for n, pairs in enumerate(paragraphs)])
    place = QRect(0, top, text.width(), height)
    seen = {mark.key for mark in text._seen(place)}
    for mark in text._marks:
        if any(shape.toAlignedRect().intersects(place) for shape in text._shapes(mark)):
            assert mark.key in seen


def test_a_text_is_laid_out_once_however_many_numbers_it_has(text):
    sizes = []
    text.document().documentLayout().documentSizeChanged.connect(sizes.append)
    text.show_paragraphs([list(paragraph([("办理行政复议案件", "83件")] * 500))])
    assert len(text._marks) == 500
    assert len(sizes) < 10
    few = text._seen(QRect(0, text.height() // 2, text.width(), 60))
    assert 0 < len(few) < 50


def test_the_number_that_is_clicked_is_picked(text, qtbot):
    text.show_paragraphs([list(paragraph([("办理行政复议案件", "83件")] * 60))])
    for key in ("0", "31", "59"):
        spot = text.place_of(key).center().toPoint()
        with qtbot.waitSignal(text.picked) as told:
            QTest.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        assert told.args == [key]
