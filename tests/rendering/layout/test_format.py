"""GB/T 9704-2012 in the file: what Word makes of each kind of paragraph."""

import zipfile

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm
from lxml import etree
from tests.rendering.layout import effective
from tests.rendering.samples import body, element, heading, sample

from nianbao.rendering import write_docx
from nianbao.report.model import ElementKind

FANGSONG, KAITI, HEITI, XIAOBIAOSONG = "仿宋_GB2312", "楷体_GB2312", "黑体", "方正小标宋简体"

# line → style, font, half points, jc, first line, outline level
GOLDEN = {
    "doc_number": ("发文字号", FANGSONG, "32", "both", None, None),
    "signer": ("签发人", FANGSONG, "32", "right", None, None),
    "title": ("公文标题", XIAOBIAOSONG, "44", "center", None, None),
    "addressee": ("主送机关", FANGSONG, "32", "both", None, None),
    "preface": ("公文正文", FANGSONG, "32", "both", "200", None),
    "level 1": ("一级标题", HEITI, "32", "both", "200", "0"),
    "level 2": ("二级标题", KAITI, "32", "both", "200", "1"),
    "level 3": ("三级标题", FANGSONG, "32", "both", "200", "2"),
    "level 4": ("四级标题", FANGSONG, "32", "both", "200", "3"),
    "level 5": ("公文正文", FANGSONG, "32", "both", "200", None),
    "text": ("公文正文", FANGSONG, "32", "both", "200", None),
    "closing": ("公文正文", FANGSONG, "32", "both", "200", None),
    "attachment": ("附件说明", FANGSONG, "32", "both", "0", None),
    "signature": ("发文机关署名", FANGSONG, "32", "right", None, None),
    "date": ("成文日期", FANGSONG, "32", "right", None, None),
    "note": ("附注", FANGSONG, "32", "both", "200", None),
    "imprint": ("版记", FANGSONG, "28", "both", None, None),
    "furniture": ("公文正文", FANGSONG, "32", "both", "200", None),
    "blank": ("公文正文", None, None, "both", "200", None),
}
TEXTS = {
    "doc_number": "安政文〔2026〕5号",
    "signer": "签发人：张三",
    "title": "安澜县年度报告",
    "addressee": "县人大常委会：",
    "attachment": "附件：1.统计表",
    "signature": "安澜县人民政府",
    "date": "2026年2月6日",
    "note": "（此件主动公开）",
    "imprint": "抄送：县委办公室。",
    "blank": "",
}


def written(tmp_path, lines):
    write_docx(lines, tmp_path / "报告.docx")
    return Document(tmp_path / "报告.docx")


def line(name):
    text = TEXTS.get(name, "甲乙丙")
    if name.startswith("level"):
        return heading(int(name[-1]), text)
    return body(text) if name == "text" else element(ElementKind(name), text)


@pytest.mark.parametrize("name", GOLDEN)
def test_each_kind_of_paragraph_has_its_style(tmp_path, name):
    document = written(tmp_path, [line(name)])
    found = document.paragraphs[0]
    p, first = found._p, found._p.find(qn("w:r"))
    filled = bool(found.text)

    assert GOLDEN[name] == (
        found.style.name,
        effective.run(document, first, "rFonts", "eastAsia") if filled else None,
        effective.run(document, first, "sz") if filled else None,
        effective.paragraph(document, p, "jc"),
        effective.paragraph(document, p, "ind", "firstLineChars"),
        effective.paragraph(document, p, "outlineLvl"),
    )
    assert effective.paragraph(document, p, "widowControl") == "0"
    assert effective.paragraph(document, p, "spacing", "lineRule") == "exact"


def test_every_font_is_named_once_for_all_scripts(tmp_path):
    styles = written(tmp_path, sample()).styles.element
    for fonts in styles.iter(qn("w:rFonts")):
        assert len({fonts.get(qn(f"w:{a}")) for a in ("ascii", "hAnsi", "eastAsia", "cs")}) == 1
        assert not [name for name in fonts.attrib if "Theme" in name]


@pytest.mark.parametrize(("level", "font"), [(1, HEITI), (2, KAITI), (3, FANGSONG), (4, FANGSONG)])
def test_a_run_in_heading_has_its_font_and_the_text_behind_it_its_own(tmp_path, level, font):
    document = written(tmp_path, [heading(level, "（一）标题。", then="正文。")])
    paragraph = document.paragraphs[0]
    fonts = [effective.run(document, run._r, "rFonts", "eastAsia") for run in paragraph.runs]

    assert paragraph.style.name == "公文正文"
    assert [run.text for run in paragraph.runs] == ["（一）标题。", "正文。"]
    assert fonts == [font, FANGSONG]
    assert effective.paragraph(document, paragraph._p, "outlineLvl") is None


@pytest.mark.parametrize(
    ("made", "style"),
    [
        (body("共【待填：件数（件，司法局；上年83）】件"), "待填"),
        (heading(2, "（一）共【待核】件"), "待填"),
        (heading(2, "（一）共【待填：甲】件。", then="后"), "二级标题字"),
        (element(ElementKind.TITLE, "关于【待填：年】的报告"), "待填"),
        (element(ElementKind.IMPRINT, "抄送：【待填：机关】。"), "待填"),
        (element(ElementKind.SIGNER, "签发人：【待填：姓名】"), "签发人姓名"),
    ],
)
def test_what_is_pending_is_highlighted_everywhere(tmp_path, made, style):
    runs = written(tmp_path, [made]).paragraphs[0].runs
    marked = [run for run in runs if run.font.highlight_color is not None]

    assert "".join(run.text for run in marked).startswith("【待")
    assert "".join(run.text for run in marked).endswith("】")
    assert [run.style.name for run in marked] == [style]


def test_the_page_is_gb_9704(tmp_path):
    document = written(tmp_path, sample())
    section = document.sections[0]
    near = [
        (section.page_width, 210),
        (section.page_height, 297),
        (section.top_margin, 37),
        (section.left_margin, 28),
        (section.right_margin, 26),
        (section.bottom_margin, 35),
        (section.footer_distance, 25),
    ]

    assert all(abs(length - Mm(wanted)) < Mm(0.1) for length, wanted in near)
    assert document.settings.odd_and_even_pages_header_footer
    assert section.footer.paragraphs[0].alignment == 2  # right
    assert section.even_page_footer.paragraphs[0].alignment == 0  # left
    assert section.footer.paragraphs[0].text == "— 1 —"


def test_a_document_to_a_superior_has_its_number_left_and_its_signer_right(tmp_path):
    names = ("doc_number", "signer", "title")
    document = written(tmp_path, [line(name) for name in names])
    number, signer, _ = (paragraph._p for paragraph in document.paragraphs)

    assert effective.paragraph(document, number, "ind", "left") == "320"
    assert effective.paragraph(document, number, "spacing", "after") == "0"
    assert effective.paragraph(document, signer, "spacing", "after") == "1158"


def test_the_signature_is_centred_on_the_date(tmp_path):
    texts = ["安澜县人民政府", "2026年2月6日"]
    kinds = [ElementKind.SIGNATURE, ElementKind.DATE]
    lines = [element(kind, text) for kind, text in zip(kinds, texts, strict=True)]
    document = written(tmp_path, lines)
    signature, date = (paragraph._p for paragraph in document.paragraphs)

    right = int(effective.paragraph(document, signature, "ind", "right"))
    assert effective.paragraph(document, signature, "ind", "rightChars") == "0"
    assert effective.paragraph(document, date, "ind", "rightChars") == "400"
    # 7 characters of 15.75 pt over 4.5 and a half digit: their middles lie on each other.
    assert abs((right + 7 * 315 / 2) - (1280 + (3 * 315 + 6 * 155) / 2)) <= 2


def test_a_long_signature_moves_the_date_in(tmp_path):
    name = "中共景澜市安澜县委全面依法治县委员会办公室"
    lines = [element(ElementKind.SIGNATURE, name), element(ElementKind.DATE, "2026年2月6日")]
    document = written(tmp_path, lines)
    rights = [
        int(effective.paragraph(document, paragraph._p, "ind", "right"))
        for paragraph in document.paragraphs
    ]

    assert rights[0] >= 0
    assert rights[1] > 1280


def test_the_names_of_attachments_stand_below_each_other(tmp_path):
    lines = [
        element(ElementKind.ATTACHMENT, text)
        for text in ("附件：1.统计表", "2.任务清单", "附件：统计表", "统计表")
    ]
    document = written(tmp_path, lines)
    found = [
        (
            effective.paragraph(document, paragraph._p, "ind", "left"),
            effective.paragraph(document, paragraph._p, "ind", "hanging"),
        )
        for paragraph in document.paragraphs
    ]

    first, second, unnumbered, unknown = found
    assert abs(int(first[0]) - int(second[0])) <= 20
    assert unnumbered == ("1585", "945")
    assert unknown == (None, None)


def test_the_imprint_has_rules_and_its_date_stands_right(tmp_path):
    document = written(tmp_path, sample())
    copies, issued = (p for p in document.paragraphs if p.style.name == "版记")
    rules = [
        {side: effective_border(p, side) for side in ("top", "bottom")} for p in (copies, issued)
    ]

    assert rules == [{"top": "8", "bottom": None}, {"top": "6", "bottom": "8"}]
    assert [run.text for run in issued.runs] == ["安澜县人民政府办公室", "　　", "2026年2月6日印发"]
    assert int(issued.runs[1]._r.rPr.find(qn("w:spacing")).get(qn("w:val"))) > 1000


def effective_border(paragraph, side):
    border = paragraph._p.pPr.find(qn("w:pBdr")).find(qn(f"w:{side}"))
    return None if border is None else border.get(qn("w:sz"))


def test_typed_spaces_take_the_place_of_the_indent(tmp_path):
    document = written(tmp_path, [body("　　甲"), body("　乙"), body("丙")])

    assert [
        effective.paragraph(document, paragraph._p, "ind", "firstLine")
        for paragraph in document.paragraphs
    ] == ["0", "320", "640"]


ORDER = {
    "pPr": "pStyle keepNext keepLines framePr widowControl pBdr overflowPunct autoSpaceDE"
    " autoSpaceDN snapToGrid spacing ind contextualSpacing jc outlineLvl",
    "rPr": "rStyle rFonts color spacing sz szCs highlight lang",
    "pBdr": "top left bottom right",
    "style": "name basedOn next uiPriority semiHidden qFormat pPr rPr tblPr",
    "settings": "zoom defaultTabStop evenAndOddHeaders characterSpacingControl compat",
    "sectPr": "footerReference pgSz pgMar docGrid",
}


def test_children_stand_in_the_order_of_the_format(tmp_path):
    lines = [
        *sample(),
        heading(2, "（一）【待填：甲】。", then="乙"),
        element(ElementKind.ATTACHMENT, "附件：1.甲"),
        element(ElementKind.IMPRINT, "【待填：甲】　　2026年2月6日印发"),
    ]
    write_docx(lines, tmp_path / "报告.docx")
    with zipfile.ZipFile(tmp_path / "报告.docx") as package:
        trees = [
            etree.fromstring(package.read(name))
            for name in package.namelist()
            if name.startswith("word/") and name.endswith(".xml")
        ]

    for parent, wanted in ORDER.items():
        for node in (node for tree in trees for node in tree.iter(qn(f"w:{parent}"))):
            found = [wanted.split().index(etree.QName(child).localname) for child in node]
            assert found == sorted(found), etree.tostring(node)
