"""What is looked up in somebody else's Word file here, and not in a child, keeps within limits."""

import re
import zipfile
import zlib
from io import BytesIO

import pytest

from nianbao import shipped
from nianbao.errors import OutputError
from nianbao.rendering.docx import geometry, ownership, parts, readback

TEMPLATE = shipped.path("templates", geometry.TEMPLATE)


def repacked(change=lambda name, data: data, method=zipfile.ZIP_DEFLATED, more=b""):
    """Return the template that is shipped, packed anew; `more` goes into an entry of its own."""
    written = BytesIO()
    with zipfile.ZipFile(TEMPLATE) as old, zipfile.ZipFile(written, "w", method) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
        if more:
            new.writestr("more.bin", more)
    return written.getvalue()


def with_number(pattern, number):
    def change(name, data):
        return re.sub(pattern, number, data) if name in GEOMETRIC else data

    return repacked(change)


GEOMETRIC = ("word/document.xml", "word/styles.xml")


def test_a_template_is_read_as_it_was_packed_or_refused():
    assert geometry.of(repacked(), "模板.docx") == geometry.geometry()
    for method in (zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):  # they unpack to any size at once
        with pytest.raises(OutputError, match="模板"):
            geometry.of(repacked(method=method), "模板.docx")


@pytest.mark.parametrize("number", [b"1e400", b"nan", b"-inf", b"9" * 5000, b"x", b""])
def test_a_length_that_is_none_makes_no_fault(number):
    for pattern in (rb'(?<=w:sz w:val=")\d+', rb'(?<=w:line=")\d+', rb'(?<=w:left=")\d+'):
        with pytest.raises(OutputError, match="模板"):
            geometry.of(with_number(pattern, number), "模板.docx")


@pytest.mark.parametrize(
    "pattern", [rb'(?<=w:sz w:val=")\d+', rb'(?<=w:line=")\d+', rb'(?<=w:before=")\d+']
)
def test_a_length_beyond_any_page_is_one_that_can_be_drawn(pattern):
    for number in (b"1e300", b"-1e300", b"0"):
        found = geometry.of(with_number(pattern, number), "模板.docx")

        lengths = [found.body.size, found.body.pitch, found.body.before, found.page.pitch]
        assert all(abs(length) < 1 << 24 for length in lengths)
        assert found.page.pitch > 0


def test_a_page_without_room_is_no_template():
    with pytest.raises(OutputError, match="模板"):
        geometry.of(with_number(rb'(?<=w:left=")\d+', b"90000"), "模板.docx")


def test_a_part_is_read_whole_within_its_limit_or_its_beginning():
    with zipfile.ZipFile(BytesIO(repacked(more=b"abc"))) as package:
        assert parts.part(package, "more.bin", 3) == b"abc"
        assert parts.part(package, "more.bin", 2, whole=False) == b"ab"
        with pytest.raises(zipfile.BadZipFile, match="more than 2 bytes"):
            parts.part(package, "more.bin", 2)


def test_what_no_office_program_reads_is_not_unpacked():
    data = bytearray(repacked(more=b"x" * 9000))
    packed = zlib.compressobj(wbits=-15)
    at = data.index(packed.compress(b"x" * 9000) + packed.flush())
    data[at] ^= 0xFF  # whoever unpacks it notices

    with zipfile.ZipFile(BytesIO(data)) as package, pytest.raises(zlib.error):
        package.read("more.bin")

    whole = TEMPLATE.read_bytes()
    readback.check(whole, list(readback.paragraphs(whole)), bytes(data))
    assert geometry.of(bytes(data), "模板.docx") == geometry.geometry()


def test_a_file_packed_in_another_way_is_not_ours(tmp_path):
    place = tmp_path / "a.docx"
    place.write_bytes(repacked(method=zipfile.ZIP_BZIP2))

    assert not ownership.is_ours(place)
