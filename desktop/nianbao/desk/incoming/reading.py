"""A file or pasted text, read and understood, before anything is stored.

Both happen apart, in a child process: what comes from outside can neither fill the memory nor keep
the program busy, and when the user does not want to wait it is stopped at once. The rooms of
understanding are imported only when an answer is there, so that the child begins before them.
"""

import hashlib
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from nianbao import apart, readers
from nianbao.apart import wire
from nianbao.apart.refusal import Refusal
from nianbao.desk.incoming.task import (
    CONVERT,
    DOCUMENT,
    FAULT,
    REFUSED,
    UNDERSTANDING,
    ReadTask,
)
from nianbao.errors import InputError, ReadingError
from nianbao.machine import fault_log
from nianbao.readers import refusals
from nianbao.report.correction import Correction
from nianbao.report.document import Document

if TYPE_CHECKING:
    from nianbao.understanding.understood import Understanding

PASTED = "粘贴的文字"
LIMITS = apart.Limits(seconds=6, more=1200, memory=384 << 20, output=192 << 20)

Meanwhile = Callable[[], object]
"""What is done here while the child reads and understands."""


@dataclass(frozen=True)
class Source:
    """A file's bytes and what they hold. `sha256` tells the same file again."""

    name: str
    data: bytes
    document: Document
    path: Path | None = None
    found: "dict[tuple[int | None, bool], Understanding | ReadingError]" = field(
        default_factory=dict, repr=False
    )
    """What was understood apart so far, by year and `raw`, without corrections."""

    @cached_property
    def sha256(self) -> str:
        """The hash of the bytes, in hex."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def plain_text(self) -> str:
        """The text, when the file is a plain text file.

        Raises:
            InputError: it is something else.
        """
        if self.document.kind != "txt":
            from nianbao.report.writing.text import quoted

            raise InputError(
                f"{quoted(self.name)}不是文字表格。", do="请在Excel或WPS里另存为CSV再填。"
            )
        return self.document.text

    def understood(
        self,
        *,
        year: int | None = None,
        raw: bool = False,
        corrections: Callable[[str], Iterable[Correction]] | None = None,
    ) -> "Understanding":
        """Return the report the file holds; see `understand`.

        The first time is spent apart; after it the file is known to do no harm, and corrections are
        heeded here, since the user waits for them at every key.

        Raises:
            ReadingError: it holds no report.
        """
        if (year, raw) not in self.found:
            task = ReadTask(name=self.name, stem=_stem(self.sha256), year=year, raw=raw)
            request = wire.packed(task, wire.dumps(self.document))
            outcome = apart.run("understand", request, LIMITS)
            self.found[year, raw] = _understanding(self.name, outcome.answers)
        found = self.found[year, raw]
        if isinstance(found, ReadingError):
            raise found
        rules = () if corrections is None else tuple(corrections(found.report.unit))
        if not rules:
            return found
        from nianbao.understanding.understand import understand

        stem = _stem(self.sha256)
        return understand(self.document, stem=stem, year=year, raw=raw, corrections=lambda _: rules)


def open_source(
    path: Path, *, encoding: str = "", only_read: bool = False, meanwhile: Meanwhile | None = None
) -> Source:
    """Read a file; `encoding` is the user's choice, see `readers.ENCODINGS`.

    It is understood in the same go, unless it is `only_read`: then that waits until it is asked.
    `meanwhile` is done here while the child is at work.

    Raises:
        ReadingError: it cannot be read.
        StoppedError: nobody waits for it any more, see `apart.stoppable`.
    """
    return from_bytes(
        readers.load(path),
        _name(path),
        path=path,
        encoding=encoding,
        only_read=only_read,
        meanwhile=meanwhile,
    )


def _name(path: Path) -> str:
    """Return a file's name as text, also where old systems wrote it in GB18030."""
    try:
        path.name.encode("utf-8")
    except UnicodeEncodeError:
        return os.fsencode(path.name).decode("gb18030", "replace")
    return path.name


def from_bytes(
    data: bytes,
    name: str = PASTED,
    *,
    path: Path | None = None,
    encoding: str = "",
    only_read: bool = False,
    meanwhile: Meanwhile | None = None,
) -> Source:
    """Read bytes that are at hand already: pasted text, or a file's; see `open_source`."""
    stem = "" if only_read else _stem(hashlib.sha256(data).hexdigest())
    task = ReadTask(name=name, stem=stem, encoding=encoding)
    outcome = apart.run("read", wire.packed(task, data), LIMITS, meanwhile)
    if outcome.answers and outcome.answers[0].startswith(CONVERT):
        suffix = outcome.answers[0][1:].decode("ascii")
        docx = readers.to_docx(data, name, suffix)
        task = ReadTask(name=name, stem=stem, converted_from=readers.CONVERTED[suffix])
        outcome = apart.run("read", wire.packed(task, docx), LIMITS)
    source = Source(name=name, data=data, document=_document(name, outcome), path=path)
    if stem:
        source.found[None, False] = _understanding(name, outcome.answers[1:])
    return source


def _document(name: str, outcome: apart.Outcome) -> Document:
    """Return the first answer.

    Raises:
        ReadingError: it is a refusal, or there is none.
    """
    if not outcome.answers:
        raise _overtaxed(name, outcome.ended)
    kind, told = outcome.answers[0][:1], outcome.answers[0][1:]
    if kind == DOCUMENT:
        return wire.loads(Document, told)
    if kind == REFUSED:
        raise wire.loads(Refusal, told).reading()
    fault_log.note(told.decode("utf-8", "replace"))
    raise refusals.beyond(name)


def _overtaxed(name: str, ended: apart.Ended) -> ReadingError:
    if ended is apart.Ended.CRASH:
        return refusals.beyond(name)
    return refusals.too_big(name, ended.name)


def _understanding(name: str, answers: Iterable[bytes]) -> "Understanding | ReadingError":
    """Return what a child understood, or why it is no report.

    Raises:
        RuntimeError: a fault of ours.
    """
    answer = next(iter(answers), b"")
    kind, told = answer[:1], answer[1:]
    if kind == UNDERSTANDING:
        from nianbao.understanding.understood import Understanding

        return wire.loads(Understanding, told)
    if kind == REFUSED:
        return wire.loads(Refusal, told).reading()
    if kind == FAULT:
        fault_log.note(told.decode("utf-8", "replace"))
        raise RuntimeError("understanding failed in the child; its log entry says where")
    return refusals.too_much(name)


def _stem(sha256: str) -> str:
    return sha256[:8]
