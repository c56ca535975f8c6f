"""Letterhead, joint signature and imprint as templates of Word and WPS have them."""

import pytest

from nianbao.readers import read
from nianbao.understanding.understand import understand
from tests.readers.word.word_files import docx, p, run
from tests.understanding import written
from tests.understanding.written import elements

BODY = "".join(
    p(line)
    for line in (
        "县人大常委会：",
        *written.SHORT,
    )
)
CENTRED = '<w:jc w:val="center"/>'
BREAK = "<w:r><w:br/></w:r>"


def table(*rows):
    """A table of rows of cells, each cell a text or several paragraphs."""
    return "<w:tbl>" + "".join(map(row, rows)) + "</w:tbl>"


def row(cells):
    inside = ["".join(p(one) for one in cell.split("\n")) for cell in cells]
    return "<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in inside) + "</w:tr>"


def box(content, style="mso-position-vertical-relative:text"):
    """A text box of old Word, as a run."""
    inside = f"<v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox>"
    return f'<w:r><w:pict><v:shape style="{style}">{inside}</v:shape></w:pict></w:r>'


LOW = "margin-top:720pt;mso-position-vertical-relative:page"
NUMBER, SIGNER = "霞政发〔2025〕3号", "签发人：张三"
HEADS = {
    "lines": p("霞屏县人民政府文件") + p(f"{NUMBER}　　　　　　{SIGNER}"),
    "tabs": p("霞屏县人民政府文件") + p(run(NUMBER) + "<w:r><w:tab/><w:tab/></w:r>" + run(SIGNER)),
    "table": table(["霞屏县人民政府文件"], [NUMBER, SIGNER]),
    "names in a cell": table(["霞屏县人民政府文件"], [NUMBER, "签发人：\n张三\n李四"]),
    "boxes": p(box(p("霞屏县人民政府文件")) + box(p(NUMBER) + p(SIGNER))),
    "rule": p("霞屏县人民政府文件") + p(NUMBER) + p(SIGNER) + p("————————★————————"),
}
SIGNED = {
    "one": p("霞屏县人民政府") + p("2025年2月6日"),
    "two lines": p("中共霞屏县委") + p("霞屏县人民政府") + p("2025年2月6日"),
    "one line": p("中共霞屏县委　　　霞屏县人民政府") + p("2025年2月6日"),
    "cells": table(["中共霞屏县委", "霞屏县人民政府"], ["2025年2月6日"]),
    "cells with dates": table(["中共霞屏县委", "霞屏县人民政府"], ["2025年2月6日", "2025年2月6日"]),
    "soft": p(run("中共霞屏县委") + BREAK + run("霞屏县人民政府") + BREAK + run("2025年2月6日")),
    "box": p(box(p("霞屏县人民政府") + p("2025年2月6日"))),
}
COPIED = "抄送：县委办公室，县政协办公室。"
FEET = {
    "none": ("", []),
    "lines": (
        p("（此件公开发布）") + p(COPIED) + p("霞屏县人民政府办公室　　2025年2月7日印发"),
        [COPIED, "霞屏县人民政府办公室　　2025年2月7日印发"],
    ),
    "table": (
        table([COPIED], ["霞屏县人民政府办公室", "2025年2月7日印发"]),
        [COPIED, "霞屏县人民政府办公室　　2025年2月7日印发"],
    ),
    "box": (
        p(box(p(COPIED) + p("霞屏县人民政府办公室 2025年2月7日印发"), LOW)),
        [COPIED, "霞屏县人民政府办公室 2025年2月7日印发"],
    ),
    "rules": (
        p("______________")
        + p(COPIED)
        + p("______________")
        + p("霞屏县人民政府办公室 2025年2月7日印发"),
        [COPIED, "霞屏县人民政府办公室 2025年2月7日印发"],
    ),
}


@pytest.mark.parametrize("foot", FEET)
@pytest.mark.parametrize("signed", SIGNED)
@pytest.mark.parametrize("head", HEADS)
def test_any_template_gives_the_same_elements(head, signed, foot):
    title = p(run("霞屏县人民政府") + BREAK + run("关于2024年法治政府建设情况的报告"), CENTRED)
    body = HEADS[head] + title + BODY + p("以上报告，请审议。") + SIGNED[signed] + FEET[foot][0]
    found = understand(read(docx(body), "报告.docx"), stem="t")

    assert (found.doc_number, found.date, found.report.unit) == (NUMBER, "2025-02-06", "霞屏县")
    assert "".join(elements(found, "signer")).startswith("签发人：张三")
    bodies = [body for line in elements(found, "signature") for body in line.split()]
    assert bodies == (["中共霞屏县委"] if signed not in ("one", "box") else []) + ["霞屏县人民政府"]
    assert elements(found, "closing") == ["以上报告，请审议。"]
    assert elements(found, "imprint") == FEET[foot][1]
    assert written.numbers(found) == [(128, "卷")]
    assert [s.title for s in found.report.walk()][-1] == "提升水平"
