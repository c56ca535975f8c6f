"""A Word file is ours as long as no byte of it is another: else it is asked about."""

import zipfile
from io import BytesIO
from random import Random

import docx
import pytest

from nianbao.rendering import write_docx
from nianbao.rendering.docx import ownership
from nianbao.rendering.docx.neutral import NAME
from nianbao.report.flow import Role, Span
from nianbao.report.remark import Remark

CORE = "docProps/core.xml"
LINE = (Span(role=Role.TEXT, piece="e", text="新收行政复议申请83件。"),)


@pytest.fixture
def ours(tmp_path):
    path = tmp_path / "今年.docx"
    write_docx([LINE] * 5, path, remarks=[Remark(piece="e", text="83件", said="请核对。")])
    return path


def changed(ours, data):
    path = ours.with_name("改过.docx")
    path.write_bytes(data)
    return path


def repacked(ours, change=lambda _name, data: data, **more):
    written = BytesIO()
    with zipfile.ZipFile(ours) as old, zipfile.ZipFile(written, "w") as new:
        for entry in old.infolist():
            new.writestr(entry, change(entry.filename, old.read(entry)))
        for name, data in more.items():
            new.writestr(name, data)
    return written.getvalue()


def test_what_was_written_is_ours_and_whole_and_so_is_a_copy(ours):
    assert ownership.is_ours(ours)
    assert zipfile.ZipFile(ours).testzip() is None
    assert docx.Document(str(ours)).core_properties.last_modified_by == NAME
    assert ownership.is_ours(changed(ours, ours.read_bytes()))
    write_docx([LINE], ours)
    assert ownership.is_ours(ours)


def test_what_is_packed_with_more_in_its_heads_is_sealed_as_well(tmp_path):
    written = BytesIO()
    with zipfile.ZipFile(written, "w") as package:
        entry = zipfile.ZipInfo(CORE)
        entry.extra = b"\x99\x99\x03\x00abc"
        package.writestr(entry, "<cp:coreProperties></cp:coreProperties>")
    path = tmp_path / "甲.docx"
    path.write_bytes(ownership.sealed(written.getvalue()))

    assert ownership.is_ours(path)
    assert zipfile.ZipFile(path).testzip() is None


def test_no_other_byte_goes_unnoticed(ours):
    data = ours.read_bytes()
    random = Random(15)  # noqa: S311 - examples
    places = [*range(60), *range(len(data) - 60, len(data))]
    seal = data.index(b"sha256:")
    places += [*range(seal - 200, seal + 120), *random.sample(range(len(data)), 400)]
    central = data.rindex(CORE.encode()) - 46
    places += range(central, central + 70)
    for place in places:
        other = bytearray(data)
        other[place] ^= 1 << random.randrange(8)
        assert not ownership.is_ours(changed(ours, other)), place


@pytest.mark.parametrize("more", [b"\0", b"\n", b"PK", b"x" * 9000])
def test_bytes_before_or_behind_it_are_noticed(ours, more):
    data = ours.read_bytes()
    assert not ownership.is_ours(changed(ours, data + more))
    assert not ownership.is_ours(changed(ours, more + data))
    assert not ownership.is_ours(changed(ours, data[: -len(more)]))


def test_what_an_office_program_saved_is_not_ours_whatever_name_it_left(ours):
    document = docx.Document(str(ours))
    document.paragraphs[0].add_run("添了一句。")
    document.save(str(ours))
    assert docx.Document(str(ours)).core_properties.last_modified_by == NAME
    assert not ownership.is_ours(ours)


def test_a_part_that_was_changed_or_added_is_noticed(ours):
    def other(name, data):
        return data.replace(b"83", b"84") if name == "word/document.xml" else data

    assert not ownership.is_ours(changed(ours, repacked(ours, other)))
    assert not ownership.is_ours(changed(ours, repacked(ours, **{"word/x.xml": "<x/>"})))


@pytest.mark.parametrize(
    "core",
    [
        "<a><cp:lastModifiedBy>年报助手</cp:lastModifiedBy></a>",
        f"<a><dc:identifier>sha256:{'0' * 64}</dc:identifier></a>",
        "",
    ],
)
def test_a_name_or_a_seal_that_somebody_made_up_is_none(tmp_path, core):
    path = tmp_path / "甲.docx"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr(CORE, core)
    assert not ownership.is_ours(path)


def test_what_is_no_word_file_is_not_ours(tmp_path):
    (tmp_path / "甲.docx").write_bytes("年报助手".encode())
    assert not ownership.is_ours(tmp_path / "甲.docx")
    assert not ownership.is_ours(tmp_path / "没有.docx")
    assert not ownership.is_ours(tmp_path)
