"""An office's own Word template is chosen in the window, tried, remembered, and given back."""

from dataclasses import replace

import pytest
from docx import Document
from docx.shared import Mm

from nianbao import shipped
from nianbao.ui.shell import page_ids


@pytest.fixture
def template(tmp_path):
    """The program's own template with a wide left margin, as an office might set it."""
    document = Document(str(shipped.path("templates", "公文.docx")))
    document.sections[0].left_margin = Mm(41)
    place = tmp_path / "临渡县红头.docx"
    document.save(str(place))
    return place


def choosing(window, place):
    window.asking = replace(window.asking, template=lambda *_: place)
    window.commands.run("template")


def look(window):
    return window.desk_page.page(page_ids.PREVIEW).state.look.text()


def test_a_template_is_chosen_tried_used_remembered_and_given_back(begun, template, qtbot):
    window = begun()
    window.go(page_ids.PREVIEW)
    assert not window.commands["own_template"].enabled()

    choosing(window, template)
    qtbot.waitUntil(lambda: "临渡县红头.docx" in look(window))

    out = template.with_name("导出.docx")
    bar = window.desk_page.export_bar
    bar._choose = lambda *_: out
    with qtbot.waitSignal(bar.exported):
        window.commands.run("export")
    assert round(Document(str(out)).sections[0].left_margin.mm) == 41
    window.close_desk()
    window.open(template.with_name("w.nianbao"))
    assert window.desk_page.export_bar.template == template

    window.commands.run("own_template")
    window.go(page_ids.PREVIEW)
    qtbot.waitUntil(lambda: look(window).startswith("按党政机关公文格式"))
    assert window.settings.template == ""


def test_a_template_that_is_not_in_order_is_refused_in_words_and_changes_nothing(
    begun, template, qtbot
):
    document = Document(str(template))
    document.add_paragraph("{{ 段.攵 }}")
    document.save(str(template))
    window = begun()

    choosing(window, template)
    qtbot.waitUntil(lambda: bool(window.messages.texts()))

    (said,) = window.messages.texts()
    assert "临渡县红头.docx" in said
    assert "换回自带的模板" in said
    assert window.settings.template == ""
    assert window.desk_page.export_bar.template is None


def test_a_template_that_has_gone_is_said_and_the_preview_goes_on(begun, template, qtbot):
    window = begun()
    window.desk_page.use_template(template)
    template.unlink()

    window.go(page_ids.PREVIEW)
    qtbot.waitUntil(lambda: bool(window.messages.texts()))

    assert "找不到或打不开模板“临渡县红头.docx”" in window.messages.texts()[0]
    assert window.desk_page.page(page_ids.PREVIEW).view.count > 0
