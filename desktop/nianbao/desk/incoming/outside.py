"""What a child does with a file from outside: read it and understand it, nothing else."""

import traceback
from collections.abc import Iterator

from nianbao import readers
from nianbao.apart import child, wire
from nianbao.apart.refusal import Refusal
from nianbao.desk.incoming.task import (
    CONVERT,
    DOCUMENT,
    FAULT,
    REFUSED,
    UNDERSTANDING,
    ReadTask,
)
from nianbao.errors import ReadingError
from nianbao.report.document import Document
from nianbao.understanding.understand import understand

_LEAST = 24  # seconds to understand any report
_CHARACTERS = 1000  # that take less than a second, also on a computer that is busy otherwise


def read(request: bytes) -> Iterator[bytes]:
    """Yield the document that a file holds, then what is understood of it."""
    task, data = wire.unpacked(ReadTask, request)
    try:
        document = _document(task, data)
    except readers.ConversionWantedError as wanted:
        yield CONVERT + wanted.suffix.encode("ascii")
    except ReadingError as error:
        yield REFUSED + wire.dumps(Refusal.of(error))
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
    task, data = wire.unpacked(ReadTask, request)
    document = wire.loads(Document, data)
    child.go_on(_seconds(document))
    yield _understood(task, document)


def _document(task: ReadTask, data: bytes) -> Document:
    if task.converted_from:
        return readers.read_converted(data, task.name, task.converted_from)
    return readers.read(data, task.name, encoding=task.encoding)


def _seconds(document: Document) -> int:
    """Return the seconds in which a document is understood, several times over."""
    return _LEAST + len(document.text) // _CHARACTERS


def _understood(task: ReadTask, document: Document) -> bytes:
    try:
        found = understand(document, stem=task.stem, year=task.year, raw=task.raw)
    except ReadingError as error:
        return REFUSED + wire.dumps(Refusal.of(error))
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - told to the parent, which has a log
        return FAULT + _where(error)
    return UNDERSTANDING + wire.dumps(found)


def _where(error: Exception) -> bytes:
    """Return the kind of a fault and where it arose, without the text it is about."""
    frames = "".join(traceback.format_tb(error.__traceback__))
    return f"{type(error).__name__}\n{frames}".encode()
