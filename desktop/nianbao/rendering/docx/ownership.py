"""Whether a Word file is one that this program wrote and nobody has changed since.

A file that is written is sealed: among its properties stands a digest of all its bytes, those of
the digest itself and of the check sums that depend on it taken as zeros. Whatever is saved into it,
edited or appended later breaks the seal, whoever does it and whatever name is put into it.
"""

import hashlib
import re
import zipfile
import zlib
from io import BytesIO
from pathlib import Path

from nianbao.machine import ordinary
from nianbao.rendering.docx import parts

_CORE = "docProps/core.xml"
_MOST = 256 << 20  # bytes of a file that is ours
_SEAL = re.compile(rb"<dc:identifier>sha256:([0-9a-f]{64})</dc:identifier>")
_BLANK = b"<dc:identifier>sha256:%s</dc:identifier>" % (b"0" * 64)
_ANY = re.compile(rb"<dc:identifier>[^<]*</dc:identifier>|<dc:identifier/>")
_END = re.compile(rb"</(?:\w+:)?coreProperties>\s*$")
_LOCAL, _CENTRAL = b"PK\x03\x04", b"PK\x01\x02"
_CRC = {_LOCAL: 14, _CENTRAL: 16}  # where in an entry's head its check sum stands


def sealed(docx: bytes) -> bytes:
    """Return a Word file with a seal among its properties.

    Raises:
        BadZipFile: it is no Word file with properties.
    """
    written = BytesIO()
    with parts.opened(docx) as old, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            data = old.read(entry)
            if entry.filename == _CORE:
                data = _END.sub(lambda end: _BLANK + end[0], _ANY.sub(b"", data))
                entry.compress_type = zipfile.ZIP_STORED
            new.writestr(entry, data)
    made = bytearray(written.getvalue())
    at = made.find(_BLANK)
    if at < 0:
        raise zipfile.BadZipFile(_CORE)
    digest = at + _BLANK.index(b"0" * 64)
    sums = _sums(bytes(made))
    made[digest : digest + 64] = _digest(made, digest, sums)
    crc = _crc(bytes(made))
    for place in sums:
        made[place : place + 4] = crc
    return bytes(made)


def is_ours(path: Path) -> bool:
    """Return whether the program wrote a file, and every byte of it is as it was written."""
    try:
        docx = ordinary.read(path, _MOST)
        seals = list(_SEAL.finditer(docx))
        sums = _sums(docx)
        crc = _crc(docx)
    except (OSError, KeyError, zipfile.BadZipFile):
        return False
    whole = all(docx[place : place + 4] == crc for place in sums)
    return whole and any(_digest(docx, seal.start(1), sums) == seal[1] for seal in seals[:1])


def _digest(docx: bytes | bytearray, at: int, sums: list[int]) -> bytes:
    """Return the digest of a file whose own stands at a place, and its check sums at others."""
    blank = bytearray(docx)
    blank[at : at + 64] = b"0" * 64
    for place in sums:
        blank[place : place + 4] = bytes(4)
    return hashlib.sha256(blank).hexdigest().encode()


def _sums(docx: bytes) -> list[int]:
    """Return where the two check sums of the properties stand.

    Raises:
        BadZipFile: it is no Word file, or not packed as ours are.
        KeyError: it has no properties.
    """
    with parts.opened(docx) as package:
        entry = package.getinfo(_CORE)
        start = package.start_dir
    name = _CORE.encode()
    central = docx.find(name, start) - 46  # bytes of an entry's head there
    places = ((entry.header_offset, _LOCAL), (central, _CENTRAL))
    if any(at < 0 or docx[at : at + 4] != head for at, head in places):
        raise zipfile.BadZipFile(_CORE)
    return [at + _CRC[head] for at, head in places]


def _crc(docx: bytes) -> bytes:
    """Return the check sum of the properties, which are not packed."""
    with parts.opened(docx) as package:
        entry = package.getinfo(_CORE)
    head = entry.header_offset
    lengths = docx[head + 26 : head + 30]
    begin = head + 30 + int.from_bytes(lengths[:2], "little")
    begin += int.from_bytes(lengths[2:], "little")
    return zlib.crc32(docx[begin : begin + entry.file_size]).to_bytes(4, "little")
