"""Parts of a Word file that somebody else may have packed: within limits, whatever its heads say.

A template is filled in a child process; what is looked up in it here must not hurt either.
"""

import zlib
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

MOST_ENTRIES = 5_000
_MOST_IN_ALL = 256 << 20  # bytes
_LARGEST = 64 << 20  # bytes of a part that is XML
_DOCTYPE = b"<!DOCTYPE"
_DAMAGE = (zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)


def opened(file: bytes | Path) -> ZipFile:
    """Return a Word file as a zip.

    Raises:
        BadZipFile: it is none.
        OSError: it cannot be read.
    """
    try:
        return ZipFile(BytesIO(file) if isinstance(file, bytes) else file)
    except (NotImplementedError, ValueError) as error:
        raise BadZipFile(repr(error)) from error


def assure_sound(file: bytes) -> None:
    """Refuse what no office program writes and no two of them would read alike.

    Raises:
        BadZipFile: it is no zip, has a name twice or too much in it, or a part has a DTD.
    """
    with opened(file) as package:
        names = [name.lower() for name in package.namelist()]
        if len(names) > MOST_ENTRIES or len(set(names)) < len(names):
            raise BadZipFile("names")
        left = _MOST_IN_ALL
        for name in package.namelist():
            if name.lower().endswith((".xml", ".rels")):
                data = part(package, name, min(left, _LARGEST))
                left -= len(data)
                if _DOCTYPE in data or _DOCTYPE in data.replace(b"\0", b""):
                    raise BadZipFile(f"{name}: DOCTYPE")


def part(package: ZipFile, name: str, most: int, *, whole: bool = True) -> bytes:
    """Return the bytes of a part; the first `most` of them, if it need not be the whole.

    Raises:
        BadZipFile: it is damaged, larger, or packed in a way that no office program uses: other
            ways unpack without a limit.
        KeyError: there is none.
    """
    entry = package.getinfo(name)
    if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise BadZipFile(f"{name}: packed as {entry.compress_type}")
    try:
        with package.open(entry) as stream:
            data = stream.read(most + 1 if whole else most)
    except _DAMAGE as error:
        raise BadZipFile(f"{name}: {error!r}") from error
    if len(data) > most:
        raise BadZipFile(f"{name}: more than {most} bytes")
    return data
