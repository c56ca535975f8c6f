"""What pretends to be a Word file, or is meant to harm, is refused with the right word."""

import io
import struct
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.readers.word.word_files import docx, p, part, run, zipped

from nianbao.errors import ReadingError
from nianbao.readers import read
from nianbao.readers.word.xml import package

BODY = "<w:body>{}</w:body>"


def refused(data: bytes) -> ReadingError:
    with pytest.raises(ReadingError) as refusal:
        read(data, "年报.docx")
    return refusal.value


def with_document(xml: str | bytes) -> bytes:
    return docx("", document=xml)


@pytest.mark.parametrize(
    ("entry", "named"),
    [
        ("xl/workbook.xml", "Excel"),
        ("ppt/presentation.xml", "PowerPoint"),
        ("OFD.xml", "OFD"),
        ("content.xml", "ODF"),
        ("通知.txt", "压缩包"),
    ],
)
def test_other_zips_are_named(entry, named):
    refusal = refused(zipped({entry: "<x/>"}))

    assert refusal.kind == "not-word"
    assert named in str(refusal)


def test_a_part_with_another_root_is_no_word_document():
    assert refused(with_document("<theme/>")).kind == "not-word"


def test_a_file_that_was_not_copied_whole():
    whole = docx(p("正文" * 500))

    for size in (30, len(whole) // 2, len(whole) - 30):
        assert refused(whole[:size]).kind == "truncated"


def test_a_part_whose_bytes_were_damaged():
    data = bytearray(docx(p("正文" * 500)))
    name = data.index(b"word/document.xml") + len(b"word/document.xml")
    data[name + 20] ^= 0xFF

    assert refused(bytes(data)).kind in ("truncated", "bad-xml")


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_no_damage_whatever_makes_a_traceback(data):
    body = bytearray(docx(p("正文") + f"<w:tbl><w:tr><w:tc>{p('格')}</w:tc></w:tr></w:tbl>"))
    kind = ""
    for _ in range(data.draw(st.integers(1, 4))):
        body[data.draw(st.integers(0, len(body) - 1))] = data.draw(st.integers(0, 255))
    try:
        read(bytes(body), "年报.docx")
    except ReadingError as refusal:
        kind = refusal.kind

    assert kind in ("", "truncated", "bad-xml", "not-word", "encrypted", "unreadable", "too-big")


def test_an_encrypted_zip_entry():
    data = bytearray(docx(p("正文")))
    at = data.index(b"PK\x01\x02")
    while at >= 0:  # set the flag of every entry, in both places
        local = struct.unpack_from("<I", data, at + 42)[0]
        data[at + 8] |= 1
        data[local + 6] |= 1
        at = data.find(b"PK\x01\x02", at + 4)

    assert refused(bytes(data)).kind == "encrypted"


def test_a_bomb_is_stopped_by_what_it_unpacks_to_not_by_what_it_says():
    bomb = part("document", BODY.format(p(run(" " * (6 << 20)))))

    assert len(with_document(bomb)) < 40_000
    assert refused(with_document(bomb)).kind == "too-big"


def test_a_part_beyond_the_limit(monkeypatch):
    monkeypatch.setattr(package, "MAX_PART", 1_000)

    assert refused(docx("".join(p(f"第{n}段") for n in range(300)))).kind == "too-big"


def test_more_entries_than_any_word_file_has():
    files = {f"{n}": b"" for n in range(package.MAX_ENTRIES + 1)}

    assert refused(zipped(files, zipfile.ZIP_STORED)).kind == "too-big"


def test_more_elements_than_the_memory_holds(monkeypatch):
    monkeypatch.setattr(package, "_MAX_TAGS", 1_000)

    assert refused(docx("<w:p/>" * 2_000)).kind == "too-big"


def test_a_real_report_with_large_parts_is_not_taken_for_a_bomb():
    body = "".join(p(f"第{n}段：全年办理行政复议案件{n * 7 % 911}件。") for n in range(60_000))

    assert len(read(docx(body), "年报.docx").paragraphs) == 60_000


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize(
    "dtd",
    [
        '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
        '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">',
    ],
    ids=["laughs", "local file", "network"],
)
def test_entities_never_reach_the_parser(dtd, encoding):
    xml = (
        f'<?xml version="1.0" encoding="{encoding}"?>{dtd}'
        + part("document", BODY.format(p(""))).partition("?>")[2]
    )

    assert refused(with_document(xml.encode(encoding))).kind == "bad-xml"


@pytest.mark.parametrize("part", ["[Content_Types].xml", "customXml/item1.xml", "_rels/.rels"])
def test_a_dtd_is_refused_also_where_nobody_reads(part):
    dtd = '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a SYSTEM "http://127.0.0.1:9/">]><r>&a;</r>'

    assert refused(docx(p(""), extra={part: dtd})).kind == "bad-xml"


@pytest.mark.parametrize("wrapper", ["w:sdt", "w:tbl", "w:p", "w:txbxContent"])
def test_nesting_without_end_is_refused(wrapper):
    deep = f"<{wrapper}>" * 5_000 + p("底") + f"</{wrapper}>" * 5_000

    assert refused(docx(deep)).kind == "bad-xml"


def test_nesting_as_deep_as_the_parser_lets_through_is_read():
    deep = "<w:sdt><w:sdtContent>" * 120 + p("底") + "</w:sdtContent></w:sdt>" * 120

    assert read(docx(deep), "年报.docx").text == "底"


def test_names_that_climb_out_of_the_folder_are_only_names():
    data = docx(p("正文"), extra={"../../../tmp/evil.txt": b"x", "/etc/evil": b"x"})

    assert read(data, "年报.docx").text == "正文"


def test_a_long_name_is_shortened_in_the_sentence():
    with pytest.raises(ReadingError) as refusal:
        read(b"PK\x03\x04", "C:\\某某\\" + "很长的名字" * 30 + "\n.docx")

    assert len(refusal.value.what) < 100
    assert "\n" not in refusal.value.what


def test_what_the_log_needs_is_not_in_the_sentence():
    stream = io.BytesIO(docx(p("正文")))
    refusal = refused(stream.getvalue()[:200])

    assert "zip" in refusal.detail.lower()
    assert not any(char.isascii() and char.isalpha() for char in refusal.what.replace("docx", ""))
