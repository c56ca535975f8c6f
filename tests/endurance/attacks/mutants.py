"""Word files that went wrong on the way, each made again from its seed."""

import io
import random
import re
import zipfile

from tests.readers.word.word_files import docx, listed, p, run

ODD = (
    *("-1", "99999999999", "abc", "", "NaN", "0x10", "1e9", "true", "中文", "\u202e"),
    *("../../x", "2147483648", "&#0;", "&lt;"),
)


def _good():
    table = "<w:tbl><w:tr><w:tc>" + p("件") + "</w:tc><w:tc>" + p("83") + "</w:tc></w:tr></w:tbl>"
    lines = [
        p(run("安澜县2025年法治政府建设年度报告"), '<w:pStyle w:val="a"/><w:jc w:val="center"/>'),
        p("一、主要举措"),
        *[p(f"全年新收行政复议申请{n}件，审结{n - 1}件。") for n in range(80, 90)],
        *[listed(f"第{n}项工作。") for n in range(5)],
        table,
        p(run("删去", "<w:b/>") + "<w:ins>" + run("添上") + "</w:ins>"),
        "<w:sdt><w:sdtContent>" + p("控件里的字") + "</w:sdtContent></w:sdt>",
    ]
    return docx(
        "".join(lines),
        styles='<w:style w:type="paragraph" w:styleId="a"><w:name w:val="标题 1"/></w:style>',
    )


_GOOD = _good()


def made(kind, seed):
    """Return a damaged file of a kind."""
    return kind(random.Random(seed), _GOOD)  # noqa: S311


def bytes_flipped(rnd, data):
    damaged = bytearray(data)
    for _ in range(rnd.randrange(1, 20)):
        damaged[rnd.randrange(len(data))] ^= rnd.randrange(1, 256)
    return bytes(damaged)


def cut(rnd, data):
    return data[: rnd.randrange(1, len(data))]


def _in_a_part(change):
    def changed(rnd, data):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = {name: package.read(name) for name in package.namelist()}
        name = rnd.choice(["word/document.xml"] * 3 + list(parts))
        parts[name] = change(rnd, parts[name])
        written = io.BytesIO()
        with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
            for name, content in parts.items():
                package.writestr(name, content)
        return written.getvalue()

    changed.__name__ = change.__name__
    return changed


@_in_a_part
def bytes_of_xml(rnd, xml):
    damaged = bytearray(xml)
    for _ in range(rnd.randrange(1, 6)):
        damaged[rnd.randrange(len(xml))] = rnd.randrange(256)
    return bytes(damaged)


@_in_a_part
def elements(rnd, xml):
    """Delete, repeat or move an element."""
    found = list(
        re.finditer(rb"<(w:\w+)(?: [^<>]*)?>.*?</\1>|<w:\w+(?: [^<>]*)?/>", xml, re.DOTALL)
    )
    if not found:
        return xml
    one, other = rnd.choice(found), rnd.choice(found)
    match rnd.randrange(3):
        case 0:
            return xml[: one.start()] + xml[one.end() :]
        case 1:
            return xml[: one.start()] + one[0] * rnd.randrange(2, 50) + xml[one.end() :]
    return xml[: other.start()] + one[0] + xml[other.start() :]


@_in_a_part
def attributes(rnd, xml):
    found = list(re.finditer(rb'="([^"<>]*)"', xml))
    if not found:
        return xml
    one = rnd.choice(found)
    return xml[: one.start(1)] + rnd.choice(ODD).encode() + xml[one.end(1) :]


KINDS = (bytes_flipped, cut, bytes_of_xml, elements, attributes)
