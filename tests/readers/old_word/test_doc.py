"""Old Word files: the text comes in, the container's other tenants are refused by name."""

import os
import shutil
import subprocess
import sys
import threading
import time

import docx as python_docx
import pytest
from docx.oxml import parse_xml
from hypothesis import given
from hypothesis import strategies as st
from tests.growing import LINEAR_IN_TIME, seconds
from tests.readers.old_word.old_files import container, doc
from tests.readers.word.word_files import W

from nianbao import apart
from nianbao.errors import ReadingError
from nianbao.readers import CONVERTED, ConversionWantedError, convert, read, read_converted, to_docx
from nianbao.readers.old_word import doc_format as form
from nianbao.readers.old_word.doc import _Word
from nianbao.report.document import Document, FilePlace

LINES = st.lists(
    st.text(st.characters(codec="utf-16-le", exclude_categories=["Cc", "Cs", "Cn"])).map(
        lambda text: "".join(char for char in text if char not in "\u2028\u2029")
    ),
    min_size=1,
)


def texts(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


@given(LINES)
def test_paragraphs_come_back_as_typed(lines):
    assert texts(read(doc("".join(line + "\r" for line in lines)), "年报.doc")) == lines


def test_pieces_of_one_and_two_bytes_a_character_make_one_text():
    assert texts(read(doc("安澜县", b"GDP \x93up\x94\r", "增长\r"), "年报.doc")) == [
        "安澜县GDP “up”",
        "增长",
    ]


def test_a_rare_character_cut_in_two_by_pieces_is_whole_again():
    assert texts(read(doc("一\ud842", "\udfb7二\r"), "年报.doc")) == ["一𠮷二"]


@pytest.mark.parametrize(
    ("mark", "kind"),
    [
        (b"\x37\x08\x01", "struck_text"),
        (b"\x53\x2a\x01", "struck_text"),
        (b"\x3c\x08\x01", "hidden_text"),
        (b"\x00\x08\x01", "deleted_text"),
    ],
)
def test_what_is_struck_out_or_hidden_goes_on_no_number(mark, kind):
    document = read(doc("处罚83件，办结75件。\r", marked=((3, 4, mark), (9, 10, mark))), "年报.doc")

    assert texts(document) == ["处罚8件，办结7件。"]
    assert [(notice.kind, notice.count) for notice in document.notices] == [(kind, 2)]


def test_a_raised_digit_goes_on_no_number_and_a_lowered_one_is_as_it_was():
    raised, lowered = b"\x48\x2a\x01", b"\x48\x2a\x02"
    marks = ((3, 4, raised), (11, 12, raised), (15, 16, lowered))

    document = read(doc("处罚83件，1200m2，CO2。\r", marked=marks), "年报.doc")

    assert texts(document) == ["处罚8³件，1200m²，CO2。"]


WHITE = b"\x70\x68\xff\xff\xff\x00"
TINY = b"\x43\x4a\x02\x00"


@pytest.mark.parametrize("mark", [WHITE, b"\x42\x2a\x08", TINY, TINY + WHITE])
def test_what_cannot_be_seen_goes_on_no_number(mark):
    data = doc("受理983件。\r办结80件。\r", marked=((2, 3, mark), (7, 9, mark)))
    document = read(data, "年报.doc")

    assert texts(document) == ["受理83件。", "结80件。"]  # a mark ends its paragraph whatever it is
    assert [(one.kind, one.count) for one in document.notices] == [("hidden_text", 2)]


@pytest.mark.parametrize(
    "mark",
    [
        WHITE + b"\x0c\x2a\x06",  # marked with a red pen
        WHITE + b"\x66\x48\xc0\x00",  # shaded
        WHITE + b"\x71\xca\x0a\x00\x00\x00\xff\x00\x00\xc0\x00\x00\x00",
        WHITE + b"\x58\x08\x01",  # raised from the paper
        WHITE + b"\x38\x08\x01",  # with an outline
        b"\x70\x68\xff\x00\x00\x00",  # red
        b"\x42\x2a\x08\x70\x68\xff\x00\x00\x00",  # white for an old Word, red for a newer one
        b"\x43\x4a\x20\x00",
    ],
)
def test_what_can_be_seen_is_read_without_a_word(mark):
    document = read(doc("受理83件。\r", marked=((2, 4, mark),)), "年报.doc")
    assert (texts(document), document.notices) == (["受理83件。"], ())


def test_white_in_a_box_is_read_and_told_of():
    text, box = "报告。\r", "83件\r"
    lengths = (len(text), 0, 0, 0, 0, 0, len(box))
    data = doc(text + box, lengths=lengths, marked=((4, 6, WHITE),))
    document = read(data, "年报.doc")

    assert "83件" in texts(document)
    assert [(one.kind, one.count) for one in document.notices] == [
        ("box_below", 1),
        ("faint_text", 2),
    ]


def test_a_raised_and_a_lowered_digit_make_a_fraction():
    marks = ((1, 2, b"\x48\x2a\x01"), (3, 4, b"\x48\x2a\x02"), (8, 9, b"\x48\x2a\x02"))
    document = read(doc("占1/3，约832吨。\r", marked=marks), "年报.doc")
    assert texts(document) == ["占1/3，约83₂吨。"]


def test_many_marked_stretches_are_read_in_linear_time():
    def made(number):
        pieces = form.DocPiece(0, 2 * number, 0, is_narrow=False)
        spans = [form.FormatSpan(4 * at, 4 * at + 2, 0, {0x2A48: 1}) for at in range(number)]
        return pieces, ("83" * number).encode("utf-16-le"), form.Formatting(spans)

    word = _Word.__new__(_Word)
    word._is_uneven, word._gone = False, {"faint_text": 0}
    word._lengths, word._paragraphs = {"text": 1_000_000}, form.Formatting([])

    assert seconds(made, lambda one: word._decode(*one), 6_000) < LINEAR_IN_TIME


def test_cells_breaks_and_fields():
    text = "一\x0b二\r\x13 REF 数 \x14八十三\x15件\x1e。\r指标\x07数\x07\r前\x01\x02\x05\x1f后\r"

    found = read(doc(text), "年报.doc").paragraphs

    assert [(q.text, q.place) for q in found] == [
        ("一", FilePlace.BODY),
        ("二", FilePlace.BODY),
        ("八十三件-。", FilePlace.BODY),
        ("指标", FilePlace.TABLE),
        ("数", FilePlace.TABLE),
        ("", FilePlace.BODY),
        ("前后", FilePlace.BODY),
    ]


def test_an_enclosed_character_is_read_and_a_field_nobody_knows_is_told():
    found = read(doc("一\x13 eq \\o\\ac(○,2)\x15件\x13 eq \\i(x)\x15\r"), "年报.doc")

    assert texts(found) == ["一②件"]
    assert [notice.kind for notice in found.notices] == ["field_without_result"]


def test_an_enclosed_character_is_read_whose_result_is_empty():
    empty = "一\x13 eq \\o\\ac(○,2)\x14\x15件\x13 REF 数 \x14\x15\x13 eq \\o\\ac(○,3)\x14③\x15\r"
    found = read(doc(empty), "年报.doc")

    assert texts(found) == ["一②件③"]
    assert found.notices == ()


def test_a_field_that_never_ends_does_not_swallow_the_report():
    assert texts(read(doc("\x13 坏\r二\r三\r"), "年报.doc")) == ["", "二", "三"]


def test_footnotes_and_boxes_follow_the_text_and_margins_are_told_of():
    stories = ("正文\r", "\x02注一\r\r", "内部资料\r", "", "批注\r", "\x02尾注\r", "框中\r")
    data = doc("".join(stories), lengths=tuple(map(len, stories)))

    document = read(data, "年报.doc")

    assert [(q.text, q.place) for q in document.paragraphs] == [
        ("正文", FilePlace.BODY),
        ("注一", FilePlace.FOOTNOTE),
        ("尾注", FilePlace.ENDNOTE),
        ("框中", FilePlace.TEXT_BOX),
    ]
    assert {n.kind: n.count for n in document.notices} == {
        "footnote_below": 2,
        "box_below": 1,
        "footnote_left_out": 6,
    }


@pytest.mark.parametrize(
    ("data", "kind", "named"),
    [
        (container({"EncryptedPackage": b""}), "encrypted", "密码"),
        (doc("正文\r", flags=0x100), "encrypted", "密码"),
        (doc("正文\r", identity=0xA5DC, version=104), "legacy-doc", "Word 95"),
        (container({"Workbook": b""}), "not-word", "Excel"),
        (container({"Book": b""}), "not-word", "Excel"),
        (container({"PowerPoint Document": b""}), "not-word", "PowerPoint"),
        (container({"别的": b""}), "not-word", "别的软件"),
        (container({"WordDocument": b"\0" * 5000}), "truncated", "损坏"),
        (doc("正文\r")[:1500], "truncated", "损坏"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "truncated", "损坏"),
    ],
)
def test_other_tenants_of_the_container_are_refused_by_name(data, kind, named):
    with pytest.raises(ReadingError) as refusal:
        read(data, "年报.doc")

    assert (refusal.value.kind, named in str(refusal.value)) == (kind, True)


def test_a_document_that_holds_a_zip_is_still_an_old_document():
    assert texts(read(doc("正文\r") + b"PK\x03\x04 theme PK\x05\x06" + bytes(18), "年报.doc")) == [
        "正文"
    ]


@given(st.data())
def test_no_damage_whatever_makes_a_traceback(data):
    body = bytearray(doc("安澜县\r\x13 X \x14八\x15\r表\x07", b"GDP\r"))
    for _ in range(data.draw(st.integers(1, 6))):
        body[data.draw(st.integers(0, len(body) - 1))] = data.draw(st.integers(0, 255))
    kind = ""
    try:
        read(bytes(body), "年报.doc")
    except ReadingError as refusal:
        kind = refusal.kind

    assert kind in ("", "truncated", "encrypted", "legacy-doc", "not-word", "unreadable", "too-big")


@pytest.mark.parametrize(
    ("data", "suffix"),
    [(b"{\\rtf1 x}", ".rtf"), (container({"CONTENTS": b""}), ".wps")],
    ids=["rtf", "works"],
)
def test_without_an_office_program_the_person_is_told_how_to_save(data, suffix, monkeypatch):
    monkeypatch.setattr(convert, "find_program", lambda: None)

    with pytest.raises(ConversionWantedError, match=suffix):
        read(data, "年报.wps")
    with pytest.raises(ReadingError) as refusal:
        to_docx(data, "年报.wps", suffix)

    assert refusal.value.kind == "legacy-doc"
    assert "另存为" in str(refusal.value)


def _a_program_that_hangs(monkeypatch, tmp_path):
    sleeper = tmp_path / "soffice.cmd"  # like soffice, it starts the program that does the work
    if os.name == "nt":
        script = f'@"{sys.executable}" -c "import time; time.sleep(60)"\n'
        sleeper.write_text(script, encoding="oem")
    else:
        sleeper.write_text("#!/bin/sh\nsleep 60\n", encoding="utf-8")
        sleeper.chmod(0o755)
    monkeypatch.setattr(convert, "find_program", lambda: str(sleeper))


def test_a_program_that_hangs_is_stopped(monkeypatch, tmp_path):
    _a_program_that_hangs(monkeypatch, tmp_path)
    monkeypatch.setattr(convert, "_TIME_LIMIT", 0.3)

    start = time.monotonic()
    with pytest.raises(ReadingError) as refusal:
        to_docx(b"{\\rtf1 x}", "年报.rtf", ".rtf")

    assert time.monotonic() - start < 30
    assert (refusal.value.kind, refusal.value.detail) == ("legacy-doc", "time limit")


def test_a_program_is_stopped_when_nobody_waits_any_more(monkeypatch, tmp_path):
    _a_program_that_hangs(monkeypatch, tmp_path)
    nobody_waits = threading.Event()
    threading.Timer(0.3, nobody_waits.set).start()

    start = time.monotonic()
    with apart.stoppable(nobody_waits), pytest.raises(apart.StoppedError):
        to_docx(b"{\\rtf1 x}", "年报.rtf", ".rtf")

    assert time.monotonic() - start < 30


@pytest.mark.skipif(sys.platform != "linux", reason="the system has no such limit")
def test_a_program_gets_no_more_than_so_much_memory(monkeypatch, tmp_path):
    program = tmp_path / "soffice"
    program.write_text(
        f"#!{sys.executable}\nimport os, resource, sys, time\ntime.sleep(0.5)\n"
        "os.mkdir('out')\n"
        "open('out/source.docx', 'w').write(str(resource.getrlimit(resource.RLIMIT_DATA)))\n",
        encoding="utf-8",
    )
    program.chmod(0o755)
    monkeypatch.setattr(convert, "find_program", lambda: str(program))

    limits = to_docx(b"{\\rtf1 x}", "年报.rtf", ".rtf").decode()

    assert limits == f"({768 << 20}, {768 << 20})"


BOX = (
    f'<w:r xmlns:w="{W}" xmlns:v="urn:schemas-microsoft-com:vml"><w:pict>'
    '<v:shape style="width:200pt;height:60pt" type="#_x0000_t202"><v:textbox><w:txbxContent>'
    "<w:p><w:r><w:t>框中83件</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)


@pytest.fixture(scope="module")
def made_by_libreoffice(tmp_path_factory):
    """One report with a centred title, a heading, a table and a list, as .docx, .doc and .rtf."""
    if not shutil.which("soffice"):
        pytest.skip("no LibreOffice on this machine")
    folder = tmp_path_factory.mktemp("office")
    document = python_docx.Document()
    document.add_paragraph("年度报告").alignment = 1
    document.add_heading("一、举措", 1)
    for text in ("", "文字"):
        paragraph = document.add_paragraph(text)
        paragraph._p.append(parse_xml(BOX))
        paragraph.add_run("后文。" if text else "")
    document.add_paragraph("龙䶮镇𠮷村：R&D投入增长12.5%。")
    table = document.add_table(2, 2)
    table.cell(0, 0).text, table.cell(1, 1).text = "指标", "83"
    for text in ("坚持党的领导", "依法决策"):
        document.add_paragraph(text, style="List Number")
    document.add_paragraph("末段")
    document.save(folder / "r.docx")
    for suffix in ("doc", "rtf"):
        command = ["soffice", f"-env:UserInstallation={(folder / 'p').as_uri()}", "--headless"]
        command += ["--convert-to", suffix, "--outdir", folder, folder / "r.docx"]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
    return {kind: (folder / f"r.{kind}").read_bytes() for kind in ("docx", "doc", "rtf")}


def test_a_doc_says_the_same_as_the_docx_it_was_made_from(made_by_libreoffice):
    old, new = (read(made_by_libreoffice[kind], "年报") for kind in ("doc", "docx"))

    assert sum(q.place is FilePlace.TEXT_BOX for q in old.paragraphs) == 2
    assert [(q.text, q.level, q.centred, q.place, q.cell) for q in old.paragraphs] == [
        (q.text, q.level, q.centred, q.place, q.cell) for q in new.paragraphs
    ]


def test_a_converted_file_is_read_and_said_to_be_converted(made_by_libreoffice):
    docx = to_docx(made_by_libreoffice["rtf"], "年报.rtf", ".rtf")
    document = read_converted(docx, "年报.rtf", CONVERTED[".rtf"])

    assert "R&D投入增长12.5%。" in document.text
    assert ["RTF" in n.message for n in document.notices if n.kind == "converted"] == [True]
