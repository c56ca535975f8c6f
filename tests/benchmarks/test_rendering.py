"""Writing a report in Word, beside its floor: lxml and zipfile with the same styles and text."""

import io
import zipfile

import pytest
from docx.oxml.ns import qn
from lxml import etree

from nianbao import shipped
from nianbao.rendering import write_docx
from nianbao.rendering.docx import readback
from nianbao.report import flow
from tests.rendering.samples import body, heading, sample


@pytest.fixture(scope="module")
def lines():
    """80 paragraphs, 8,000 characters."""
    found = sample()
    text = "健全完善行政复议与行政诉讼衔接机制，全年办理案件83件，纠错率12.5%。" * 4
    text = text[: (8000 - len(flow.text(found))) // (80 - len(found))]
    for number in range(80 - len(found)):
        run_in = heading(2, "（一）标题。", then=text)
        found.insert(-8, run_in if number % 3 else body(text))
    assert len(found) == 80
    assert abs(sum(len(span.text) for line in found for span in line) - 8000) < 400
    return found


def floor(lines, path):
    """The least that makes such a file: no template, no check, no care for the old file."""
    base = zipfile.ZipFile(shipped.path("templates", "公文.docx"))
    tree = etree.fromstring(base.read("word/document.xml"))
    document = tree[0]
    section = document[-1]
    document[:] = []
    for line in lines:
        p = etree.SubElement(document, qn("w:p"))
        etree.SubElement(etree.SubElement(p, qn("w:pPr")), qn("w:pStyle")).set(qn("w:val"), "Body")
        for span in line:
            text = etree.SubElement(etree.SubElement(p, qn("w:r")), qn("w:t"))
            text.text = span.text
    document.append(section)
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        for name in base.namelist():
            content = base.read(name) if name != "word/document.xml" else etree.tostring(tree)
            package.writestr(name, content)
    path.write_bytes(written.getvalue())


def texts(path):
    return list(readback.paragraphs(path.read_bytes()))


@pytest.mark.benchmark(group="write an 8,000-character report")
def test_floor_lxml_and_zipfile(benchmark, lines, tmp_path):
    benchmark(floor, lines, tmp_path / "报告.docx")

    assert texts(tmp_path / "报告.docx") == ["".join(span.text for span in line) for line in lines]


@pytest.mark.benchmark(group="write an 8,000-character report")
def test_write_docx(benchmark, lines, tmp_path):
    write_docx(lines, tmp_path / "报告.docx")

    benchmark(write_docx, lines, tmp_path / "报告.docx")

    assert texts(tmp_path / "报告.docx") == flow.text(lines).split("\n")
