"""Text over several lines: what does not fit ends in …, which is never a part of what is marked."""

import pytest

from nianbao.ui.kit import theme
from nianbao.ui.kit.texts import utf16, wrapped

TEXT = "全年新收行政复议申请，审结行政复议案件，行政复议纠错率有所下降，行政复议渠道畅通。"
WORD = "行政复议"


@pytest.mark.parametrize("width", range(20, 400, 19))
def test_what_is_laid_out_whole_ends_with_its_last_character(qapp, width):
    layout = wrapped.whole(TEXT, theme.interface_font(13), width)

    last = layout.lineAt(layout.lineCount() - 1)
    assert layout.text() == TEXT
    assert last.textStart() + last.textLength() == utf16.units(TEXT)
    assert wrapped.height(layout) == wrapped.needed(TEXT, theme.interface_font(13), width)


@pytest.mark.parametrize("width", range(60, 400, 7))
def test_the_dots_at_the_end_are_not_marked(qapp, width):
    marks = [(at, at + len(WORD)) for at in range(len(TEXT)) if TEXT[at : at + len(WORD)] == WORD]

    layout = wrapped.wrapped(TEXT, theme.interface_font(13), width, lines=2, marks=iter(marks))

    if not layout.text().endswith("…"):
        assert layout.text() == TEXT
        return
    dots = utf16.units(layout.text()) - 1
    assert layout.formats() or layout.text().find(WORD[0]) < 0
    assert all(form.start + form.length <= dots for form in layout.formats())
