"""What a child does with a file from outside: read it and understand it, nothing else.

Its requests and answers are bytes, each with one letter in front that says what it is.
"""

import traceback
from collections.abc import Iterator
from dataclasses import dataclass

from nianbao import readers
from nianbao.apart import child, wire
from nianbao.errors import NoYearError, ReadingError
from nianbao.report.document import Document
from nianbao.understanding.understand import understand
from nianbao.understanding.understood import Understanding

_LEAST = 24  # seconds to understand any report
_CHARACTERS = 1000  # that take less than a second, also on a computer that is busy otherwise

DOCUMENT, UNDERSTANDING, REFUSED, CONVERT, FAULT = b"D", b"U", b"R", b"C", b"F"


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What to do with a file: `stem` is for the ids of its pieces, empty when only to be read.

    `converted_from` names in Chinese the format that the bytes were made from by a converter.
    """

    name: str
    stem: str = ""
    year: int | None = None
    raw: bool = False
    encoding: str = ""
    converted_from: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A ReadingError as data."""

    kind: str
    what: str
    do: str
    detail: str
    no_year: bool

    def error(self) -> ReadingError:
        """Return the error to raise."""
        made = NoYearError if self.no_year else ReadingError
        return made(self.kind, self.what, do=self.do, detail=self.detail)


def packed(task: Task, data: bytes) -> bytes:
    """Return a request: a task and the bytes it is about."""
    head = wire.dumps(task)
    return len(head).to_bytes(4, "big") + head + data


def read(request: bytes) -> Iterator[bytes]:
    """Yield the document that a file holds, then what is understood of it."""
    task, data = _unpacked(request)
    try:
        document = _document(task, data)
    except readers.ConversionWantedError as wanted:
        yield CONVERT + wanted.suffix.encode("ascii")
    except ReadingError as error:
        yield REFUSED + _refusal(error)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - a file that no reader foresaw
        yield FAULT + _where(error)
    else:
        yield DOCUMENT + wire.dumps(document)
        if task.stem:
            child.go_on(_seconds(document))
            yield _understood(task, document)


def understand_again(request: bytes) -> Iterator[bytes]:
    """Yield what is understood of a document that was read before."""
    task, data = _unpacked(request)
    document = wire.loads(Document, data)
    child.go_on(_seconds(document))
    yield _understood(task, document)


def _document(task: Task, data: bytes) -> Document:
    if task.converted_from:
        return readers.read_converted(data, task.name, task.converted_from)
    return readers.read(data, task.name, encoding=task.encoding)


def _seconds(document: Document) -> int:
    """Return the seconds in which a document is understood, several times over."""
    return _LEAST + len(document.text) // _CHARACTERS


def _understood(task: Task, document: Document) -> bytes:
    try:
        found = understand(document, stem=task.stem, year=task.year, raw=task.raw)
    except ReadingError as error:
        return REFUSED + _refusal(error)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - told to the parent, which has a log
        return FAULT + _where(error)
    return UNDERSTANDING + wire.dumps(found)


def understanding(data: bytes) -> Understanding:
    """Return what a child has understood."""
    return wire.loads(Understanding, data)


def _unpacked(request: bytes) -> tuple[Task, bytes]:
    length = int.from_bytes(request[:4], "big")
    return wire.loads(Task, request[4 : 4 + length]), request[4 + length :]


def _refusal(error: ReadingError) -> bytes:
    return wire.dumps(
        Refusal(
            kind=error.kind,
            what=error.what,
            do=error.do,
            detail=error.detail,
            no_year=isinstance(error, NoYearError),
        )
    )


def _where(error: Exception) -> bytes:
    """Return the kind of a fault and where it arose, without the text it is about."""
    frames = "".join(traceback.format_tb(error.__traceback__))
    return f"{type(error).__name__}\n{frames}".encode()
