"""What Word shows of a file inside the file (altChunk) comes in, or is told of."""

import pytest
from tests.readers.word.word_files import R, counted, docx, p

from nianbao.readers import read
from nianbao.report.document import FilePlace

SAID = "（二）化解矛盾纠纷。全年受理行政复议申请45件，办结41件。"
PAGE = f"<html><body><p>{SAID}</p></body></html>"
ENVELOPE = (
    b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n"
    b"--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
)
_HEAD = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
LINKS = "word/_rels/document.xml.rels"
CHUNK = '<w:altChunk r:id="rId9"/>'


BETWEEN = p("甲") + CHUNK + p("乙")


def chunked(data, body=BETWEEN, more=""):
    """Return what is read of a Word file that shows these bytes where its body says so."""
    return read(of_chunk(data, body, more), "年报.docx")


def of_chunk(data, body, more=""):
    name = "chunk.dat"
    link = f'<Relationship Id="rId9" Type="{R}/aFChunk" Target="{name}"{more}/>'
    files = {LINKS: f"{_HEAD}{link}</Relationships>"}
    return docx(body, extra=files if data is None else {**files, f"word/{name}": data})


@pytest.mark.parametrize(
    "data",
    [
        PAGE.encode(),
        PAGE.replace("<html>", "<html><head><meta charset=gb2312></head>").encode("gb18030"),
        ENVELOPE + PAGE.encode() + b"\r\n--b--\r\n",
        SAID.encode(),
        docx(p(SAID)),
    ],
    ids=["page", "old page", "envelope", "text", "document"],
)
def test_a_file_that_is_shown_as_text_is_read_in_its_place(data):
    document = chunked(data)

    assert document.text == f"甲\n{SAID}\n乙"
    assert counted(document)["chunk"] == 1


def test_a_whole_report_may_stand_in_one():
    lines = "".join(f"<p>{SAID * 3}</p>" for _ in range(9))
    links = "<p><a href='a'>首页</a></p>" * 6
    document = chunked(f"<html><body>{links}{lines}</body></html>".encode(), CHUNK)

    assert len(document.paragraphs) == 15  # a page inside a file has no site round it
    assert not document.cut


def test_what_the_reader_of_the_file_inside_tells_is_told():
    struck = "<w:rPr><w:strike/></w:rPr>"
    inside = docx(p(f"<w:r>{struck}<w:t>旧的</w:t></w:r>") + p(SAID))
    body = p(f"<w:r>{struck}<w:t>旧</w:t></w:r>") + CHUNK

    assert counted(chunked(inside, body)) == {"struck_text": 3, "chunk": 1}
    page = PAGE.replace("<html>", "<html><head><meta charset=gb2312></head>").encode("gb18030")
    assert any("国标" in one.message for one in chunked(page).notices)


def test_in_a_cell_it_is_of_the_table():
    cell = f"<w:tbl><w:tr><w:tc>{CHUNK}{p('')}</w:tc></w:tr></w:tbl>"

    assert chunked(PAGE.encode(), cell).paragraphs[0].place is FilePlace.TABLE


@pytest.mark.parametrize(
    ("data", "more"),
    [
        (rb"{\rtf1\ansi 45}", ""),
        (b"PK\x03\x04xxxx", ""),
        (b"", ""),
        (b"\xff\xd8\xff picture", ""),
        (None, ""),
        (None, ' TargetMode="External"'),
    ],
    ids=["rtf", "damaged", "empty", "picture", "missing", "elsewhere"],
)
def test_what_is_not_read_is_told(data, more):
    document = chunked(data, more=more)

    assert document.text == "甲\n乙"
    (notice,) = document.notices
    assert notice.kind == "chunk_left_out"
    assert "没有读入" in notice.message


def test_a_file_in_a_file_in_a_file_is_told_of():
    inside = of_chunk(PAGE.encode(), p("丙") + CHUNK)
    document = chunked(inside)

    assert document.text == "甲\n丙\n乙"
    assert counted(document) == {"chunk": 1, "chunk_left_out": 1}


def test_many_are_not_read_for_ever():
    document = chunked(PAGE.encode(), CHUNK * 201)

    assert counted(document) == {"chunk": 200, "chunk_left_out": 1}
