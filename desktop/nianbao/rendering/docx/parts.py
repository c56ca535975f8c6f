"""Parts of a Word file that somebody else may have packed: within limits, whatever its heads say.

A template is filled in a child process; what is looked up in it here must not hurt either.
"""

import zlib
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

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
